import Domain

/// In which rows a cell stands, and whether the report shows it.
struct NaiveFilter {
    let scope: ReportScope
    let roster: RosterFacts
    let mistake: Mistake?

    /// Of different keys all conditions hold, of one key any.
    func holds(_ cell: CreditCell) -> Bool {
        Set(scope.only.map(\.key)).allSatisfy { key in
            scope.only.contains { $0.key == key && holds($0, cell) }
        }
    }

    /// The keys of the rows that a credited cell stands in: one, but for campaigns.
    func rowKeys(of cell: CreditCell) -> [String] {
        guard scope.by == .campaign else { return [key(of: cell, by: scope.by)] }
        let campaigns = campaigns(of: cell)
        if campaigns.isEmpty { return [""] }
        let asked = scope.only.filter { $0.key == .campaign }.map(\.value)
        return asked.isEmpty ? campaigns : campaigns.filter { asked.contains($0) }
    }

    private func holds(_ condition: ReportScope.Filter, _ cell: CreditCell) -> Bool {
        switch condition.key {
        // The county of origin, not its village.
        case .county: isWithin(condition.value, cell.county?.county)
        case .buyerCounty: isWithin(condition.value, cell.buyerCounty)
        case .region, .partyCounty: isWithin(condition.value, party(of: cell)?.region)
        case .campaign:
            condition.value.isEmpty
                ? campaigns(of: cell).isEmpty : campaigns(of: cell).contains(condition.value)
        default: key(of: cell, by: condition.key) == condition.value
        }
    }

    /// A division that is asked for holds all within it; nothing holds what is unknown.
    private func isWithin(_ asked: String, _ region: Region?) -> Bool {
        guard let region else { return asked.isEmpty }
        return Region(asked).map(region.isWithin) ?? false
    }

    private func key(of cell: CreditCell, by key: ReportKey) -> String {
        switch key {
        case .party: cell.partyID ?? ""
        case .kind: party(of: cell)?.kind.rawValue ?? ""
        case .day: "\(cell.day)"
        case .channel: cell.channel.key
        case .shop: cell.shopID
        case .source: cell.source
        case .county: Self.code(cell.county?.county)
        case .region: Self.code(party(of: cell)?.region)
        case .partyCounty: Self.code(party(of: cell)?.region?.county)
        case .buyerCounty: Self.code(cell.buyerCounty?.county)
        case .category: cell.category
        case .session: cell.sessionID
        case .campaign: ""
        }
    }

    private static func code(_ region: Region?) -> String { region.map { "\($0)" } ?? "" }

    private func party(of cell: CreditCell) -> Party? {
        roster.parties.first { $0.id == cell.partyID }
    }

    /// The ids of the campaigns that the cell stands in: by the sale's day, whatever day counts.
    private func campaigns(of cell: CreditCell) -> [String] {
        let matching = roster.campaigns.filter { campaign in
            campaign.span.contains(mistake == .movesCampaigns ? cell.day : cell.saleDay)
                && (campaign.channel == nil || campaign.channel == cell.channel)
                && (campaign.category.isEmpty || campaign.category == cell.category)
                && (campaign.partyID.isEmpty || campaign.partyID == cell.partyID)
                && (campaign.region.map { party(of: cell)?.region?.isWithin($0) ?? false } ?? true)
        }
        return Set(matching.map(\.id)).sorted()
    }
}
