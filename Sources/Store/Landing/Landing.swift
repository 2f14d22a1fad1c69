package import Domain

/// Pages of one source that land together with the cursor, in one transaction.
package struct Landing: Sendable {
    package var source: SourceName
    /// A file only fills what the API left empty.
    package var isFile: Bool
    package var feed: String
    package var pages: [LandedPage]
    /// Everything updated before this instant is read; `nil` leaves the cursor where it is.
    ///
    /// It never moves backwards.
    package var readTo: Instant?

    /// A landing.
    package init(source: SourceName, isFile: Bool, feed: String, pages: [LandedPage], readTo: Instant?) {
        self.source = source
        self.isFile = isFile
        self.feed = feed
        self.pages = pages
        self.readTo = readTo
    }
}

/// What one page or stretch of a file holds, and where it came from.
package struct LandedPage: Sendable {
    /// Where the page stands: the window and page, or the file and lines.
    package var name: String
    /// A hash in hex: XXH3 of a page's JSON value as received, SHA-256 of a whole file (`sha256sum` gives the same).
    package var hash: String
    package var fetchedAt: Instant
    package var orders: [PreparedOrder]
    package var refunds: [Refund]
    package var parked: [ParkedRecord]

    /// A page.
    package init(
        name: String, hash: String, fetchedAt: Instant, orders: [PreparedOrder], refunds: [Refund],
        parked: [ParkedRecord]
    ) {
        self.name = name
        self.hash = hash
        self.fetchedAt = fetchedAt
        self.orders = orders
        self.refunds = refunds
        self.parked = parked
    }
}

/// What became of the records of a landing.
package struct LandingCounts: Hashable, Sendable {
    package var inserted = 0
    package var changed = 0
    package var unchanged = 0
    /// Versions older than what is stored: they changed nothing.
    package var older = 0
    package var parked = 0
    /// Orders whose update time is the stored one but whose content differs; the later fetch won.
    package var conflicts = 0
    /// After-sale records that were new or changed; the counts above are of orders.
    package var refunds = 0
    /// After-sale records that were known, or older than what is stored.
    package var knownRefunds = 0
    /// Lines that a party was credited with on any leg, as they landed.
    package var creditedLines = 0
    /// Lines that nobody was credited with on a leg, as they landed, by reason.
    package var unassignedLines: [UnassignedReason: Int] = [:]

    /// Zeros.
    package init() {}

    /// All records, parked ones included.
    package var records: Int { inserted + changed + unchanged + older + parked + refunds + knownRefunds }

    /// Counts what was decided about the lines of an order.
    mutating func countDecisions(of prepared: PreparedOrder) {
        creditedLines += prepared.creditedLines
        for reason in prepared.unassignedReasons { unassignedLines[reason, default: 0] += 1 }
    }

    /// Adds the other counts.
    package mutating func add(_ other: LandingCounts) {
        inserted += other.inserted
        changed += other.changed
        unchanged += other.unchanged
        older += other.older
        parked += other.parked
        conflicts += other.conflicts
        refunds += other.refunds
        knownRefunds += other.knownRefunds
        creditedLines += other.creditedLines
        unassignedLines.merge(other.unassignedLines, uniquingKeysWith: +)
    }
}
