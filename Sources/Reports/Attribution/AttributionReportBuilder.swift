package import Domain

/// Adds cells up to an attribution report in one pass.
///
/// Keys are small integers; memory grows with rows and shared orders only.
package struct AttributionReportBuilder {
    private let scope: ReportScope
    private let directory: PartyDirectory
    private let filter: CellFilter
    private let campaignIDs: Words
    private let campaignConditions: [CampaignCondition]
    /// The categories that campaigns ask for.
    private var categories: Words
    private var partyIDs = Words()
    /// What was looked up, by party code; nobody apart.
    private var parties: [ReportParty] = []
    private let nobody: ReportParty
    private var words = Words()
    private var rows: [Int64: Int] = [:]
    private var tallies: [Tally] = []
    private var unassigned = Tally()
    private var totals = CreditSums()
    /// Orders that lie in several cells, numbered as they come.
    private var sharedOrders: [Int64: Int] = [:]

    /// Sums and the shared orders that are in them already.
    private struct Tally {
        var sums = CreditSums()
        var sharedOrders: Set<Int> = []

        mutating func add(_ added: CreditSums, sharedOrder: Int?) {
            sums.add(added)
            guard let sharedOrder, sharedOrders.insert(sharedOrder).inserted else { return }
            sums.orders += 1
        }
    }

    /// A report without cells.
    package init(scope: ReportScope, directory: PartyDirectory) {
        self.scope = scope
        self.directory = directory
        var (ids, categories) = (Words(), Words())
        campaignConditions = directory.campaigns.map { campaign in
            CampaignCondition(
                number: Int(ids.code(of: campaign.id)), days: campaign.span, channel: campaign.channel,
                category: campaign.category.isEmpty ? nil : categories.code(of: campaign.category))
        }
        (campaignIDs, self.categories) = (ids, categories)
        filter = CellFilter(scope.only) { ids.known($0).map(Int.init) }
        nobody = ReportParty(id: nil, directory: directory, campaigns: campaignConditions)
    }

    /// Adds a cell, if the report's filters hold for it.
    package mutating func add(_ cell: CreditCell) {
        let code = cell.partyID.map { partyCode(of: $0) }
        let party = code.map { parties[Int($0)] } ?? nobody
        let campaigns = scope.by == .campaign || filter.usesCampaigns ? campaigns(of: cell, party) : []
        guard filter.holds(cell, party, campaigns: campaigns) else { return }
        let (shared, isNew) = cell.sharedOrder.map { number(ofOrder: $0) } ?? (nil, false)
        totals.add(cell.sums)
        totals.orders += isNew ? 1 : 0
        guard let code else { return unassigned.add(cell.sums, sharedOrder: shared) }
        guard scope.by == .campaign, !campaigns.isEmpty else {
            return add(cell.sums, sharedOrder: shared, toRow: row(of: cell, party, code: code))
        }
        for campaign in campaigns where filter.shows(campaign: campaign) {
            add(cell.sums, sharedOrder: shared, toRow: Int64(campaign))
        }
    }

    /// The report of the cells that were added.
    package consuming func finish(
        notSales: NotSales, proof: Proof, reasons: [AttributionReport.ReasonSums] = []
    ) -> AttributionReport {
        let isByDay = scope.by == .day
        let sorted = rows.map { code, index in
            let (key, name) = label(ofRow: code)
            return AttributionReport.Row(key: key, name: name, sums: tallies[index].sums)
        }.sorted { left, right in
            guard !isByDay, left.sums.netFen != right.sums.netFen else { return left.key < right.key }
            return left.sums.netFen > right.sums.netFen
        }
        return AttributionReport(
            scope: scope, rows: sorted, unassigned: unassigned.sums, totals: totals, notSales: notSales,
            proof: proof, reasons: reasons)
    }

    private mutating func add(_ sums: CreditSums, sharedOrder: Int?, toRow code: Int64) {
        if let index = rows[code] {
            tallies[index].add(sums, sharedOrder: sharedOrder)
        } else {
            rows[code] = tallies.count
            tallies.append(Tally())
            tallies[tallies.count - 1].add(sums, sharedOrder: sharedOrder)
        }
    }

    private mutating func number(ofOrder order: Int64) -> (number: Int?, isNew: Bool) {
        /// Passing the entry `inout` stores the default: one search instead of two.
        func stored(_ number: inout Int) -> Int { number }
        let next = sharedOrders.count
        let number = stored(&sharedOrders[order, default: next])
        return (number, number == next)
    }

    private mutating func partyCode(of id: String) -> Int64 {
        let code = partyIDs.code(of: id)
        if code == parties.count {
            parties.append(ReportParty(id: id, directory: directory, campaigns: campaignConditions))
        }
        return code
    }

    /// The numbers of the campaigns that the cell stands in, each once.
    private func campaigns(of cell: CreditCell, _ party: ReportParty) -> [Int] {
        let category = categories.count == 0 ? nil : categories.known(cell.category)
        var numbers: [Int] = []
        for campaign in party.campaigns where campaign.holds(cell, category: category) {
            if !numbers.contains(campaign.number) { numbers.append(campaign.number) }
        }
        return numbers
    }

    /// The code of the one row that the cell belongs to.
    private mutating func row(of cell: CreditCell, _ party: ReportParty, code: Int64) -> Int64 {
        switch scope.by {
        case .party: code
        case .kind: words.code(of: party.kind?.rawValue ?? "")
        case .region: party.region?.code ?? 0
        case .partyCounty: party.region?.county.code ?? 0
        case .day: Int64(cell.day.number)
        case .channel: Int64(cell.channel.rawValue)
        case .county: cell.county?.county.code ?? 0
        case .buyerCounty: cell.buyerCounty?.county.code ?? 0
        case .shop: words.code(of: cell.shopID)
        case .source: words.code(of: cell.source)
        case .category: words.code(of: cell.category)
        case .session: words.code(of: cell.sessionID)
        case .campaign: -1
        }
    }

    private func label(ofRow code: Int64) -> (key: String, name: String) {
        switch scope.by {
        case .party: return (parties[Int(code)].id, parties[Int(code)].name)
        case .kind: return (words[code], PartyKind(rawValue: words[code])?.name ?? "")
        case .day: return (BusinessDay(number: Int(code)).description, "")
        case .channel:
            let channel = Channel(rawValue: Int(code))
            return (channel?.key ?? "", channel?.name(in: .chinese) ?? "")
        case .county, .buyerCounty, .region, .partyCounty: return (code == 0 ? "" : String(code), "")
        case .shop, .source, .category, .session: return (words[code], "")
        case .campaign:
            guard code >= 0 else { return ("", "") }
            let id = campaignIDs[code]
            return (id, directory.campaigns.first { $0.id == id }?.name ?? "")
        }
    }
}
