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
        /// The first day that is asked for, where the answer's days begin before it; nobody asked for those.
        package let since: BusinessDay?
        /// Whether the configuration still has it.
        package let isConfigured: Bool
        /// Whether some of it is to be read again, as its records are mapped now.
        package let isReadOtherwise: Bool
    }

    /// How far accounts were read, as far as it can matter to these days.
    ///
    /// `tellsSince`: and which accounts were not asked for the first of them.
    package init(
        _ readings: [AccountReading], days: ClosedRange<BusinessDay>, tellsSince: Bool = false
    ) {
        accounts = readings.map {
            Account(
                id: $0.id, readTo: $0.readTo, hasFailed: $0.hasFailed(from: days.lowerBound),
                gapDays: $0.gapDays(in: days),
                since: tellsSince && $0.since > days.lowerBound ? $0.since : nil,
                isConfigured: $0.isConfigured,
                isReadOtherwise: $0.isReadOtherwise(from: days.lowerBound))
        }
    }

    /// Of an answer that no account has to do with.
    package static let nothing = ReadingCoverage([], days: BusinessDay(number: 0)...BusinessDay(number: 0))

    /// Up to when all of them were read; `nil` where one never was, or there is none.
    package var readTo: Instant? { accounts.map(\.readTo).earliest }

    /// Whether everything was read up to then.
    package var isComplete: Bool { isCompleteWhereRead && accounts.allSatisfy { $0.readTo != nil } }

    /// Whether nothing is missing of those that were read at all, and nobody has failed.
    package var isCompleteWhereRead: Bool {
        accounts.allSatisfy {
            !$0.hasFailed && !$0.isReadOtherwise && ($0.readTo == nil || $0.gapDays == 0)
        }
    }

    /// The line; `nil` where no account has to do with the answer.
    package var notice: Notice? {
        guard let earliest = accounts.filter({ $0.readTo != nil }).min(by: { $0.end < $1.end }) else {
            if accounts.isEmpty { return nil }
            let code =
                accounts.contains(where: \.isReadOtherwise) ? "reading.all_otherwise" : "reading.nothing_read"
            return Notice(code, accounts.map(\.id))
        }
        let read = accounts.filter { $0.readTo != nil }
        let isAlike = read.allSatisfy { $0.end == earliest.end }
        let readTo =
            isAlike
            ? Notice("reading.read_to", earliest.end, read.count)
            : Notice("reading.read_to_earliest", earliest.end, earliest.id, read.count)
        let also = asides
        if isComplete { return also.isEmpty ? readTo : Self.joined([readTo] + also) }
        let never = accounts.filter { $0.readTo == nil && !$0.isReadOtherwise }.map(\.id)
        let otherwise = accounts.filter(\.isReadOtherwise).map(\.id)
        let failed = accounts.filter(\.hasFailed).map(\.id)
        let gaps = accounts.filter { $0.readTo != nil && $0.gapDays > 0 }.map {
            Notice("reading.gap_days", $0.id, $0.gapDays)
        }
        var parts = [readTo]
        if !never.isEmpty { parts.append(Notice("reading.never_read", never)) }
        if !otherwise.isEmpty { parts.append(Notice("reading.otherwise", otherwise)) }
        if !failed.isEmpty { parts.append(Notice("reading.failed", failed)) }
        if !gaps.isEmpty { parts.append(Notice("reading.gaps", gaps)) }
        return Notice("reading.incomplete", Self.joined(parts + also))
    }

    /// Clause by clause, apart from the lists in them.
    private static func joined(_ parts: [Notice]) -> Notice {
        parts.dropFirst().reduce(parts[0]) { Notice("reading.and", $0, $1) }
    }

    /// What is no gap, and should be known: days before an account was asked for, accounts that nobody reads any more.
    private var asides: [Notice] {
        let later = accounts.compactMap { account in
            account.since.map { Notice("reading.since", account.id, $0) }
        }
        let gone = accounts.filter { !$0.isConfigured }.map(\.id)
        return [
            later.isEmpty ? nil : Notice("reading.not_before", later),
            gone.isEmpty ? nil : Notice("reading.gone", gone),
        ].compactMap(\.self)
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
