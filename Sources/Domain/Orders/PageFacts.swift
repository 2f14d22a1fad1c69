/// A page of a feed, or a stretch of a file, as it landed.
package struct PageFacts: Hashable, Sendable {
    /// The feed's name, or the file's format.
    package let feed: String
    /// The update times that were asked for; `nil` for a file, and for an order that was asked for by its number.
    package let window: ReadSpan?
    /// Where in the window the page stands, the number of the stretch of a file, or `order` and the order's number.
    package let cursor: String
    /// The file's name without its folder; `nil` for a page of an API.
    package let file: String?
    /// A hash in hex: XXH3 of a page's JSON as received, SHA-256 of a whole file (`sha256sum` gives the same).
    package let hash: String
    package let fetchedAt: Instant

    /// A page.
    package init(
        feed: String, window: ReadSpan?, cursor: String, file: String? = nil, hash: String, fetchedAt: Instant
    ) {
        self.feed = feed
        self.window = window
        self.cursor = cursor
        self.file = file
        self.hash = hash
        self.fetchedAt = fetchedAt
    }

    /// The cursor of the answer for one order.
    package static func cursor(of order: OrderKey) -> String { "order \(order.orderID)" }
}

/// What became of the records of a page.
package struct LandingCounts: Hashable, Sendable {
    package var inserted = 0
    package var changed = 0
    package var unchanged = 0
    /// Statements older than what is stored: they changed nothing.
    package var older = 0
    package var parked = 0
    /// Statements whose update time is the stored one but whose content differs; the later fetch counts.
    package var conflicts = 0
    /// Words that the source's description does not know, one for each record and key.
    package var unknownWords = 0
    /// After-sale records that were new or changed; the counts above are of orders.
    package var refunds = 0
    /// After-sale records that were known, or older than what is stored.
    package var knownRefunds = 0

    /// Zeros.
    package init() {}

    /// All records, parked ones included.
    package var records: Int { inserted + changed + unchanged + older + parked + refunds + knownRefunds }

    /// Adds the other counts.
    package mutating func add(_ other: LandingCounts) {
        inserted += other.inserted
        changed += other.changed
        unchanged += other.unchanged
        older += other.older
        parked += other.parked
        conflicts += other.conflicts
        unknownWords += other.unknownWords
        refunds += other.refunds
        knownRefunds += other.knownRefunds
    }
}
