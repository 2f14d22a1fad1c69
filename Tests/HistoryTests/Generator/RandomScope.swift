import Domain
import SeededRandomness

extension ReportScope {
    /// A question by chance; none for the headline of bookings, which the journal does not know.
    static func random(using random: inout SeededRandom) -> ReportScope {
        let dated = random.element(of: Dating.allCases)
        let legs: [ReportLeg] = dated == .booked ? [.sell, .buy] : [.sell, .sell, .buy, .any]
        let isAll = random.happens(percent: 50)
        // Bookings lie close together, after everything else.
        let first = random.day(in: dated == .booked ? 50...58 : 0...50)
        let from = isAll ? Words.firstDay : first
        let to = isAll ? Words.lastDay : from.advanced(by: random.next(in: 0...(dated == .booked ? 5 : 25)))
        let only = (0..<max(0, random.next(in: -2...2))).map { _ in Filter.random(using: &random) }
        return ReportScope(
            from: from, to: to, leg: random.element(of: legs),
            by: random.happens(percent: 15) ? .day : random.element(of: ReportKey.allCases), only: only,
            dated: dated)
    }
}

extension ReportScope.Filter {
    fileprivate static func random(using random: inout SeededRandom) -> ReportScope.Filter {
        let key = random.element(of: ReportKey.allCases)
        return ReportScope.Filter(key: key, value: random.element(of: values(of: key, using: &random)))
    }

    private static func values(of key: ReportKey, using random: inout SeededRandom) -> [String] {
        switch key {
        case .party: Words.parties
        case .kind: PartyKind.allCases.prefix(3).map(\.rawValue)
        case .day: ["\(random.day(in: 0...60))"]
        case .channel: Words.shops.map(\.channel.key)
        case .shop: Words.shops.map(\.shopID)
        case .source: Words.shops.map(\.id) + [Words.erpAccount, "\(Words.fileAccount)-a-1"]
        case .county, .region, .partyCounty, .buyerCounty: Words.divisions
        case .category: Words.categories
        case .session: Words.sessions + [""]
        case .campaign: Words.campaigns + [""]
        }
    }
}
