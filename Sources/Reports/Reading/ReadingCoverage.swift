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
    }

    /// How far accounts were read, as far as it can matter to these days.
    package init(_ readings: [AccountReading], days: ClosedRange<BusinessDay>) {
        accounts = readings.map {
            Account(
                id: $0.id, readTo: $0.readTo, hasFailed: $0.hasFailed, gapDays: $0.gapDays(in: days))
        }
    }

    /// Of an answer that no account has to do with.
    package static let nothing = ReadingCoverage([], days: BusinessDay(number: 0)...BusinessDay(number: 0))

    /// Up to when all of them were read; `nil` where one never was, or there is none.
    package var readTo: Instant? {
        accounts.contains { $0.readTo == nil } ? nil : accounts.compactMap(\.readTo).min()
    }

    /// Whether everything was read up to then.
    package var isComplete: Bool {
        accounts.allSatisfy { $0.readTo != nil && !$0.hasFailed && $0.gapDays == 0 }
    }

    /// The line; `nil` where no account has to do with the answer.
    package var notice: Notice? {
        guard let earliest = accounts.filter({ $0.readTo != nil }).min(by: { $0.end < $1.end }) else {
            return accounts.isEmpty ? nil : Notice("reading.nothing_read", accounts.map(\.id))
        }
        let isAlike = accounts.allSatisfy { $0.end == earliest.end }
        let readTo =
            isAlike
            ? Notice("reading.read_to", earliest.end, accounts.count)
            : Notice("reading.read_to_earliest", earliest.end, earliest.id, accounts.count)
        if isComplete { return readTo }
        let never = accounts.filter { $0.readTo == nil }.map(\.id)
        let failed = accounts.filter(\.hasFailed).map(\.id)
        let gaps = accounts.filter { $0.readTo != nil && $0.gapDays > 0 }.map {
            Notice("reading.gap_days", $0.id, $0.gapDays)
        }
        var parts = [readTo]
        if !never.isEmpty { parts.append(Notice("reading.never_read", never)) }
        if !failed.isEmpty { parts.append(Notice("reading.failed", failed)) }
        if !gaps.isEmpty { parts.append(Notice("reading.gaps", gaps)) }
        return Notice("reading.incomplete", parts)
    }

    /// `read_to` and `accounts` of the JSON of an answer.
    var members: [(String, JSONTree)] {
        [
            ("read_to", .optional(readTo?.iso)),
            (
                "accounts",
                .array(
                    accounts.map { account in
                        .object([
                            ("id", .text(account.id)), ("read_to", .optional(account.readTo?.iso)),
                            ("failed", .flag(account.hasFailed)), ("gaps", .integer(Int64(account.gapDays))),
                        ])
                    })
            ),
        ]
    }
}

extension ReadingCoverage.Account {
    /// For comparing; whoever was never read is not asked.
    fileprivate var end: Instant { readTo ?? Instant(milliseconds: .max) }
}
