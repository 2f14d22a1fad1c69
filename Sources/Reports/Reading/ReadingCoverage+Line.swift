package import Domain

extension ReadingCoverage {
    /// The line; `nil` where no account has to do with the answer.
    package var notice: Notice? {
        guard let readTo = readToNotice else {
            let all = Notice.accounts(accounts.map(\.id), of: accounts.count)
            if accounts.isEmpty { return nil }
            if accounts.contains(where: \.isReadOtherwise) { return Notice("reading.all_otherwise", all) }
            return accounts.contains(where: \.hasFailed)
                ? Notice("reading.nothing_read_failed", all) : Notice("reading.nothing_read", all)
        }
        if isComplete { return Self.joined([readTo] + asides) }
        let parts: [Notice?] = [
            readTo, told("reading.never_read") { $0.readTo == nil && !$0.isReadOtherwise },
            told("reading.otherwise", of: \.isReadOtherwise), told("reading.failed", of: \.hasFailed), gaps,
        ]
        return Notice("reading.incomplete", Self.joined(parts.compactMap(\.self) + asides))
    }

    /// Up to when those were read that were read at all; `nil` where none was.
    private var readToNotice: Notice? {
        let ends = accounts.compactMap { account in account.readTo.map { (id: account.id, end: $0) } }
        guard let earliest = ends.min(by: { $0.end < $1.end }) else { return nil }
        return ends.allSatisfy { $0.end == earliest.end }
            ? Notice("reading.read_to", earliest.end, ends.count)
            : Notice("reading.read_to_earliest", earliest.end, earliest.id, ends.count)
    }

    /// Which accounts have gaps, each with its days; where they are many, how many days at most.
    private var gaps: Notice? {
        let having = accounts.filter { $0.readTo != nil && $0.gapDays > 0 }
        guard let most = having.map(\.gapDays).max() else { return nil }
        if having.count > Notice.accountsNamedMax {
            let named = Notice.accounts(having.map(\.id), of: accounts.count)
            return Notice("reading.gaps", Notice("reading.gap_days_most", named, most))
        }
        return Notice("reading.gaps", having.map { Notice("reading.gap_days", $0.id, $0.gapDays) })
    }

    /// What is no gap, and should be known: days before an account was asked for, accounts that nobody reads any more.
    private var asides: [Notice] {
        let later = accounts.filter(\.isAskedLater).map { Notice("reading.since", $0.id, $0.since) }
        let notBefore = later.isEmpty ? nil : Notice.accounts(later, of: accounts.count)
        return [
            notBefore.map { Notice("reading.not_before", $0) },
            told("reading.gone") { !$0.isConfigured },
        ].compactMap(\.self)
    }

    /// What is said of the accounts that are so; `nil` where none is.
    private func told(_ code: String, of isSuch: (Account) -> Bool) -> Notice? {
        named(isSuch).map { Notice(code, $0) }
    }

    private func named(_ isSuch: (Account) -> Bool) -> Notice? {
        let ids = accounts.filter(isSuch).map(\.id)
        return ids.isEmpty ? nil : .accounts(ids, of: accounts.count)
    }

    /// Clause by clause, apart from the lists in them.
    private static func joined(_ parts: [Notice]) -> Notice {
        parts.dropFirst().reduce(parts[0]) { Notice("reading.and", $0, $1) }
    }
}
