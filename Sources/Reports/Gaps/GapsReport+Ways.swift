import Domain

extension GapsReport {
    /// What closes the gaps: what to import, where a new token comes first, and what reads the days.
    var ways: [Notice] { imports + tokens + readings }

    /// What to import, once for all accounts of which the same is to be imported.
    private var imports: [Notice] {
        var accounts: [(instead: Notice, ids: [String])] = []
        for (feed, gap) in gaps where gap.known.state == .outOfReach {
            let place = accounts.firstIndex { $0.instead == feed.instead } ?? accounts.count
            if place == accounts.count { accounts.append((feed.instead, [])) }
            if !accounts[place].ids.contains(feed.account) { accounts[place].ids.append(feed.account) }
        }
        return accounts.map { Notice("joined", named($0.ids), $0.instead) }
    }

    /// Without a new token no sync reads anything of these accounts.
    private var tokens: [Notice] {
        let ids = gaps.filter { $0.stretch.known.reason?.asksForToken == true }.map(\.feed.account)
        return ids.isEmpty ? [] : [Notice("gaps.replace_token", named(Array(Set(ids)).sorted()))]
    }

    /// The commands that read the days again, each account's and what touches at once; one for all of them where they would
    /// be many, or no account is without: every sync asks for what is missing.
    private var readings: [Notice] {
        var days: [(account: String, spans: [ReadSpan])] = []
        for (feed, gap) in gaps where gap.known.state != .outOfReach {
            let place = days.firstIndex { $0.account == feed.account } ?? days.count
            if place == days.count { days.append((feed.account, [])) }
            days[place].spans.append(gap.span.wholeDays)
        }
        let readings = days.flatMap { account, spans in
            spans.joined().map { Notice.reading(account, $0) }
        }
        let isOfAll = days.count > 1 && days.count == accountIDs.count
        return isOfAll || readings.count > Notice.accountsNamedMax ? [Notice("gaps.read_all")] : readings
    }

    private func named(_ ids: [String]) -> Notice { .accounts(ids, of: accountIDs.count) }

    private var accountIDs: Set<String> { Set(feeds.map(\.account)) }
}
