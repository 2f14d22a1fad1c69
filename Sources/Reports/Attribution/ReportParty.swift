import Domain

/// What a report looks up once for each credited party, and once for nobody.
final class ReportParty: Sendable {
    /// Empty for nobody.
    let id: String
    let name: String
    let kind: PartyKind?
    let region: Region?
    /// The campaigns whose conditions on the party hold.
    let campaigns: [CampaignCondition]

    /// Looks a party up; `nil` is nobody.
    init(id: String?, directory: PartyDirectory, campaigns: [CampaignCondition]) {
        let party = id.flatMap(directory.party)
        self.id = id ?? ""
        name = party?.name ?? ""
        kind = party?.kind
        region = party?.region
        self.campaigns = zip(directory.campaigns, campaigns).filter { campaign, _ in
            guard campaign.partyID.isEmpty || campaign.partyID == id else { return false }
            guard let within = campaign.region else { return true }
            return party?.region?.isWithin(within) ?? false
        }.map(\.1)
    }
}

/// What a campaign asks of a cell besides its party.
struct CampaignCondition {
    /// The campaign's number; the same for the same id.
    let number: Int
    let days: DaySpan
    let channel: Channel?
    /// The code of the category, or `nil` for any.
    let category: Int64?

    /// Whether a cell of the category stands in the campaign.
    ///
    /// A campaign is a tag of the sale, so a refund or a booking on a later day stands in it too.
    func holds(_ cell: CreditCell, category code: Int64?) -> Bool {
        guard days.contains(cell.saleDay) else { return false }
        if let channel, channel != cell.channel { return false }
        if let category, category != code { return false }
        return true
    }
}
