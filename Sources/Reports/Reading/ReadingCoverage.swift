package import Domain

/// Up to when the accounts behind an answer were read, and which of them were not: the line beneath every report.
package struct ReadingCoverage: Hashable, Sendable {
    /// Those that can matter to the answer, in the order of the configuration.
    package let accounts: [Account]

    /// One account.
    package struct Account: Hashable, Sendable {
        package let id: String
        /// Up to when all its feeds were read; `nil` where one never was.
        package let readTo: Instant?
        /// Whether the last sync failed to read something that it wanted.
        package let hasFailed: Bool
        /// Days of which something may be missing.
        package let gapDays: Int
        /// The first day that is asked for.
        package let since: BusinessDay
        /// Whether the answer begins before that day, and says so: nobody asked for those days.
        let isAskedLater: Bool
        /// Whether the configuration still has it.
        package let isConfigured: Bool
        /// Whether some of it is to be read again, as its records are mapped now.
        package let isReadOtherwise: Bool
        /// Whether what was read is read again, so that late changes are found.
        package let looksBack: Bool
    }

    /// How far accounts were read, as far as it can matter to these days.
    ///
    /// `tellsSince`: and which accounts were not asked for the first of them. `neverAgain` are the accounts that are read
    /// once and not looked at again.
    package init(
        _ readings: [AccountReading], days: ClosedRange<BusinessDay>, tellsSince: Bool = false,
        neverAgain: Set<String> = []
    ) {
        accounts = readings.map {
            Account(
                id: $0.id, readTo: $0.readTo, hasFailed: $0.hasFailed(from: days.lowerBound),
                gapDays: $0.gapDays(in: days), since: $0.since,
                isAskedLater: tellsSince && $0.since > days.lowerBound,
                isConfigured: $0.isConfigured, isReadOtherwise: $0.isReadOtherwise(from: days.lowerBound),
                looksBack: $0.isConfigured && !neverAgain.contains($0.id))
        }
    }

    /// Of an answer that no account has to do with.
    package static let nothing = ReadingCoverage([], days: BusinessDay(number: 0)...BusinessDay(number: 0))

    /// Up to when all of them were read; `nil` where one never was, or there is none.
    package var readTo: Instant? { accounts.map(\.readTo).earliest }

    /// Whether everything was read up to then.
    package var isComplete: Bool { isCompleteWhereRead && accounts.allSatisfy { $0.readTo != nil } }

    /// Whether nothing is missing of those that were read at all, and nobody has failed.
    package var isCompleteWhereRead: Bool { accounts.allSatisfy(\.isCompleteWhereRead) }

    /// The accounts of which something is missing, or that were never read.
    package var incompleteIDs: [String] {
        accounts.filter { !$0.isCompleteWhereRead || $0.readTo == nil }.map(\.id)
    }

    /// `read_to` and `accounts` of the JSON of an answer: all of them, however many.
    var members: [(name: String, value: JSONTree)] {
        [("read_to", .optional(readTo?.iso)), ("accounts", .array(accounts.map(\.tree)))]
    }
}

extension ReadingCoverage.Account {
    fileprivate var isCompleteWhereRead: Bool {
        !hasFailed && !isReadOtherwise && (readTo == nil || gapDays == 0)
    }

    fileprivate var tree: JSONTree {
        .object([
            ("id", .text(id)), ("read_to", .optional(readTo?.iso)), ("failed", .flag(hasFailed)),
            ("gaps", .integer(Int64(gapDays))), ("since", .text(since.description)),
            ("is_configured", .flag(isConfigured)), ("read_otherwise", .flag(isReadOtherwise)),
            ("looks_back", .flag(looksBack)),
        ])
    }
}
