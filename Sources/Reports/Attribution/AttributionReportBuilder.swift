package import Domain

/// Adds cells up to an attribution report in one pass.
///
/// Keys are small integers; memory grows with rows, cells and shared orders only.
package struct AttributionReportBuilder: CellFold {
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
    /// Where the cells count that were given a place.
    private var slots: [Slot] = []
    private var unassigned = Tally()
    private var totals = CreditSums()
    /// The orders in the totals that may come again.
    private var totalOrders: Set<Int64> = []

    /// Sums, and the orders in them that may come again.
    private struct Tally {
        var sums = CreditSums()
        var orders: Set<Int64> = []

        mutating func count(_ order: Int64, isWhole: Bool) {
            if isWhole || orders.insert(order).inserted { sums.orders += 1 }
        }
    }

    /// Where a cell counts.
    private enum Slot: Equatable {
        /// The filters don't hold for it.
        case hidden
        case unassigned
        /// A place in `tallies`.
        case row(Int)
        /// Several rows: campaigns overlap.
        case rows([Int])
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

    package mutating func place(of cell: CreditCell) -> Int {
        slots.append(slot(of: cell))
        return slots.count - 1
    }

    package mutating func add(_ sums: CreditSums, at place: Int) {
        add(sums, in: slots[place])
    }

    package mutating func addOrder(_ number: Int64, isWhole: Bool, at places: [Int]) {
        count(number, isWhole: isWhole, in: places.map { slots[$0] })
    }

    package mutating func add(_ cell: CreditCell) {
        let slot = slot(of: cell)
        add(cell.sums, in: slot)
        if let order = cell.sharedOrder { count(order, isWhole: false, in: [slot]) }
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

    private mutating func slot(of cell: CreditCell) -> Slot {
        let code = cell.partyID.map { partyCode(of: $0) }
        let party = code.map { parties[Int($0)] } ?? nobody
        let campaigns = scope.by == .campaign || filter.usesCampaigns ? campaigns(of: cell, party) : []
        guard filter.holds(cell, party, campaigns: campaigns) else { return .hidden }
        guard let code else { return .unassigned }
        guard scope.by == .campaign, !campaigns.isEmpty else {
            return .row(tally(ofRow: row(of: cell, party, code: code)))
        }
        return .rows(campaigns.filter(filter.shows(campaign:)).map { tally(ofRow: Int64($0)) })
    }

    private mutating func tally(ofRow code: Int64) -> Int {
        if let place = rows[code] { return place }
        rows[code] = tallies.count
        tallies.append(Tally())
        return tallies.count - 1
    }

    private mutating func add(_ sums: CreditSums, in slot: Slot) {
        switch slot {
        case .hidden: return
        case .unassigned: unassigned.sums.add(sums)
        case .row(let place): tallies[place].sums.add(sums)
        case .rows(let places):
            for place in places { tallies[place].sums.add(sums) }
        }
        totals.add(sums)
    }

    /// Counts an order once in every row and once in the totals.
    private mutating func count(_ order: Int64, isWhole: Bool, in slots: [Slot]) {
        var counted: [Int] = []
        var (isShown, isUnassigned) = (false, false)
        for slot in slots where slot != .hidden {
            isShown = true
            switch slot {
            case .hidden: break
            case .unassigned: isUnassigned = true
            case .row(let place): if !counted.contains(place) { counted.append(place) }
            case .rows(let places): counted += places.filter { !counted.contains($0) }
            }
        }
        for place in counted { tallies[place].count(order, isWhole: isWhole) }
        if isUnassigned { unassigned.count(order, isWhole: isWhole) }
        if isShown, isWhole || totalOrders.insert(order).inserted { totals.orders += 1 }
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
