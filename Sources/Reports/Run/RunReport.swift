package import Domain

/// What `sync`, `import`, `attribute`, `post` or `run` did.
///
/// A stage that did not run is `nil` or empty.
package struct RunReport: Hashable, Sendable {
    package var verb: Verb
    package var startedAt: Instant
    package var finishedAt: Instant
    /// Whether the clock stood still, as in rehearsals: then how long it took is not known.
    package var isClockFixed = false
    /// Whether it was tried on a copy of the store only.
    package var isDryRun = false
    /// In the order of the configuration; for `import` one for each file.
    package var accounts: [Account] = []
    package var attribution: Attribution?
    package var posting: Posting?
    /// What is still open in the store when it ends.
    package var open = OpenCounts()
    /// Up to when all accounts of the configuration were read.
    package var reading = ReadingCoverage.nothing

    /// The verb of the command line; the raw value is its name.
    package enum Verb: String, CaseIterable, Sendable {
        case sync
        case importing = "import"
        case attribute, post, run
    }

    /// What was read from one account or file.
    package struct Account: Hashable, Sendable {
        /// The account's id or the file's path as it was given.
        package var id: String
        /// Windows of time that were fetched.
        package var windows: Int64 = 0
        package var pages: Int64 = 0
        /// Rows of a file behind its header, the parked ones included.
        package var rows: Int64 = 0
        package var newOrders: Int64 = 0
        package var changedOrders: Int64 = 0
        package var unchangedOrders: Int64 = 0
        /// Versions older than what is stored, which changed nothing.
        package var olderOrders: Int64 = 0
        /// After-sale records that were new or changed.
        package var refunds: Int64 = 0
        /// Records that could not be decoded.
        package var parkedRecords: Int64 = 0
        /// Words that the platform's description does not know, one for each record and key.
        package var unknownWords: Int64 = 0
        /// Orders of orphans that were asked for by their numbers.
        package var ordersAsked: Int64 = 0
        /// How many of them the platform gave; they are among the orders above.
        package var ordersFound: Int64 = 0
        /// The first day from which all is read again, because its records are mapped otherwise than before; `nil` where
        /// they are mapped as before.
        package var readAgainFrom: BusinessDay?
        /// Of which days a file tells; `nil` of an account, and where no row says when its order was created.
        package var file: FileReach?
        /// What a file was found to be and to hold; `nil` of an account.
        package var note: ImportNote?
        /// The days until nothing but a new authorisation helps; `nil` where nobody says.
        package var tokenDaysLeft: Int64?
        /// Whether it was left in the middle because the process is to end.
        package var isCutOff = false
        /// Why it failed and what to do, window by window; empty where it went through.
        package var failures: [Notice] = []

        /// Nothing read yet.
        package init(id: String) {
            self.id = id
        }
    }

    /// Of which days a file tells.
    package struct FileReach: Hashable, Sendable {
        /// The account that it was imported for.
        package let account: String
        /// The days of its first and its last order, and all between.
        package let days: ClosedRange<BusinessDay>
        /// Whether it counts as telling of all orders of these days.
        package let isComplete: Bool
        /// Longer stretches of them without any order, by time.
        package let silent: [ClosedRange<BusinessDay>]

        /// The days of a file.
        package init(
            account: String, days: ClosedRange<BusinessDay>, isComplete: Bool,
            silent: [ClosedRange<BusinessDay>]
        ) {
            self.account = account
            self.days = days
            self.isComplete = isComplete
            self.silent = silent
        }
    }

    /// What attribution decided.
    package struct Attribution: Hashable, Sendable {
        /// Lines with a credit to a party on any leg.
        package var creditedLines: Int64 = 0
        /// Lines that nobody is credited with on a leg, by reason.
        package var unassignedLines: [UnassignedReason: Int64] = [:]

        /// Nothing decided.
        package init() {}
    }

    /// What was booked.
    package struct Posting: Hashable, Sendable {
        package var batches: Int64 = 0
        package var entries: Int64 = 0
        /// What the entries change, leg by leg: the legs are never added together.
        package var legs: [Leg: Booked] = [:]
        /// The number of the newest batch of the journal, whether this run sealed it or not; `nil` without any.
        package var lastBatch: Int64?
        /// Its hash, to be noted outside the store; empty without any.
        package var hash: String = ""

        /// The differences that were booked on one leg.
        package struct Booked: Hashable, Sendable {
            package var paidFen: Int64
            package var refundedFen: Int64
            package var grams: Int64

            /// Sums of differences, signed.
            package init(paidFen: Int64, refundedFen: Int64, grams: Int64) {
                self.paidFen = paidFen
                self.refundedFen = refundedFen
                self.grams = grams
            }
        }

        /// Nothing booked.
        package init() {}
    }

    /// A run that did nothing yet.
    package init(verb: Verb, startedAt: Instant, finishedAt: Instant) {
        self.verb = verb
        self.startedAt = startedAt
        self.finishedAt = finishedAt
    }
}
