import Domain

/// The `--only` conditions: of different keys all must hold, of one key any.
struct CellFilter {
    /// Whether the cells' campaigns are needed.
    var usesCampaigns: Bool { askedCampaigns != nil }
    /// The numbers of the campaigns that are asked for; `nil` = all.
    private let askedCampaigns: Set<Int>?
    private let conditions: [Condition]

    private typealias Condition =
        @Sendable (_ cell: CreditCell, _ party: ReportParty, _ campaigns: [Int]) -> Bool

    /// The filter of a report; campaigns are known by their number.
    init(_ only: [ReportScope.Filter], campaignNumber: (String) -> Int?) {
        var values: [ReportKey: [String]] = [:]
        for filter in only {
            values[filter.key, default: []].append(filter.value)
        }
        askedCampaigns = values[.campaign].map { Set($0.compactMap(campaignNumber)) }
        conditions = values.map { Self.condition($0.key, $0.value, campaignNumber) }
    }

    /// Whether the cell stands in the report.
    func holds(_ cell: CreditCell, _ party: ReportParty, campaigns: [Int]) -> Bool {
        for condition in conditions where !condition(cell, party, campaigns) {
            return false
        }
        return true
    }

    /// Whether a campaign has a row: where campaigns are asked for by name, a line's other ones have none.
    func shows(campaign: Int) -> Bool {
        askedCampaigns?.contains(campaign) ?? true
    }

    private static func condition(
        _ key: ReportKey, _ values: [String], _ campaignNumber: (String) -> Int?
    ) -> Condition {
        let texts = Set(values)
        switch key {
        case .party: return { _, party, _ in texts.contains(party.id) }
        case .kind: return { _, party, _ in texts.contains(party.kind?.rawValue ?? "") }
        case .shop: return { cell, _, _ in texts.contains(cell.shopID) }
        case .source: return { cell, _, _ in texts.contains(cell.source) }
        case .category: return { cell, _, _ in texts.contains(cell.category) }
        case .session: return { cell, _, _ in texts.contains(cell.sessionID) }
        case .day:
            let days = Set(values.compactMap { BusinessDay($0) })
            return { cell, _, _ in days.contains(cell.day) }
        case .channel:
            let channels = Set(values.compactMap { Channel(key: $0) })
            return { cell, _, _ in channels.contains(cell.channel) }
        case .county: return { [places = Places(values)] cell, _, _ in places.contain(cell.county) }
        case .buyerCounty: return { [places = Places(values)] cell, _, _ in places.contain(cell.buyerCounty) }
        case .region, .partyCounty:
            return { [places = Places(values)] _, party, _ in places.contain(party.region) }
        case .campaign:
            let numbers = Set(values.compactMap(campaignNumber))
            let isNone = texts.contains("")
            return { _, _, campaigns in
                campaigns.isEmpty ? isNone : campaigns.contains(where: numbers.contains)
            }
        }
    }

    /// Divisions that are asked for, and whether unknown ones are.
    private struct Places {
        private let regions: [Region]
        private let isUnknownAsked: Bool

        init(_ values: [String]) {
            regions = values.compactMap { Region($0) }
            isUnknownAsked = values.contains("")
        }

        func contain(_ region: Region?) -> Bool {
            guard let region else { return isUnknownAsked }
            return regions.contains { region.isWithin($0) }
        }
    }
}
