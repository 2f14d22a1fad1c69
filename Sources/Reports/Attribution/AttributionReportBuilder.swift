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
    /// What is unassigned for no known reason, then for each reason by its number.
    private var reasons = Array(repeating: Tally(), count: UnassignedReason.allCases.count + 1)
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

    /// Where a cell counts: a place in `tallies`, or one of the negative codes.
    private typealias Slot = Int
    /// The filters don't hold for the cell.
    private static let hidden: Slot = -1
    /// From here down, places in `reasons`.
    private static let firstUnassigned: Slot = -2
    /// From here down, places in `overlaps`.
    private static let firstOverlap: Slot = firstUnassigned - UnassignedReason.allCases.count - 1
    /// The rows of cells that stand in several: campaigns overlap.
    private var overlaps: [[Int]] = []

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
        // Rows of overlapping campaigns are told apart by the sets alone.
        let isWhole = isWhole && places.allSatisfy { slots[$0] > Self.firstOverlap }
        var (isShown, isUnassigned) = (false, false)
        for (index, place) in places.enumerated() where slots[place] != Self.hidden {
            isShown = true
            isUnassigned = isUnassigned || Self.reason(slots[place]) != nil
            if !places[..<index].contains(where: { slots[$0] == slots[place] }) {
                countOrder(number, isWhole: isWhole, inRowsOf: slots[place])
            }
        }
        if isUnassigned { unassigned.count(number, isWhole: isWhole) }
        if isShown { countInTotals(number, isWhole: isWhole) }
    }

    package mutating func add(_ cell: CreditCell) {
        let slot = slot(of: cell)
        add(cell.sums, in: slot)
        guard let order = cell.sharedOrder, slot != Self.hidden else { return }
        if Self.reason(slot) != nil { unassigned.count(order, isWhole: false) }
        countOrder(order, isWhole: false, inRowsOf: slot)
        countInTotals(order, isWhole: false)
    }

    /// The report of the cells that were added.
    package consuming func finish(
        notSales: NotSales, proof: Proof, coverage: Coverage
    ) -> AttributionReport {
        let isByDay = scope.by == .day
        let sorted = rows.map { code, index in
            let (key, name) = label(ofRow: code)
            return AttributionReport.Row(key: key, name: name, sums: tallies[index].sums)
        }.sorted { left, right in
            guard !isByDay, left.sums.netFen != right.sums.netFen else {
                return (left.key, left.name) < (right.key, right.name)
            }
            return left.sums.netFen > right.sums.netFen
        }
        return AttributionReport(
            scope: scope, rows: sorted, unassigned: unassigned.sums, totals: totals, notSales: notSales,
            proof: proof, coverage: coverage, reasons: reasonSums)
    }

    private var reasonSums: [AttributionReport.ReasonSums] {
        UnassignedReason.allCases.compactMap { reason in
            let sums = reasons[reason.rawValue].sums
            return sums == CreditSums() ? nil : AttributionReport.ReasonSums(reason: reason, sums: sums)
        }
    }

    private mutating func slot(of cell: CreditCell) -> Slot {
        let code = cell.partyID.map { partyCode(of: $0) }
        let party = code.map { parties[Int($0)] } ?? nobody
        let campaigns = scope.by == .campaign || filter.usesCampaigns ? campaigns(of: cell, party) : []
        guard filter.holds(cell, party, campaigns: campaigns) else { return Self.hidden }
        guard let code else { return Self.firstUnassigned - (cell.reason?.rawValue ?? 0) }
        guard scope.by == .campaign, !campaigns.isEmpty else {
            return tally(ofRow: row(of: cell, party, code: code))
        }
        let rows = campaigns.filter(filter.shows(campaign:)).map { tally(ofRow: Int64($0)) }
        if rows.count == 1 { return rows[0] }
        let known = overlaps.firstIndex(of: rows)
        if known == nil { overlaps.append(rows) }
        return Self.firstOverlap - (known ?? overlaps.count - 1)
    }

    /// The place in `reasons` of a slot for what is unassigned.
    private static func reason(_ slot: Slot) -> Int? {
        slot <= firstUnassigned && slot > firstOverlap ? firstUnassigned - slot : nil
    }

    private mutating func tally(ofRow code: Int64) -> Int {
        if let place = rows[code] { return place }
        rows[code] = tallies.count
        tallies.append(Tally())
        return tallies.count - 1
    }

    private mutating func add(_ sums: CreditSums, in slot: Slot) {
        if slot == Self.hidden { return }
        totals.add(sums)
        if slot >= 0 {
            tallies[slot].sums.add(sums)
        } else if let reason = Self.reason(slot) {
            unassigned.sums.add(sums)
            reasons[reason].sums.add(sums)
        } else {
            for row in overlaps[Self.firstOverlap - slot] { tallies[row].sums.add(sums) }
        }
    }

    private mutating func countOrder(_ order: Int64, isWhole: Bool, inRowsOf slot: Slot) {
        if slot >= 0 { return tallies[slot].count(order, isWhole: isWhole) }
        if let reason = Self.reason(slot) { return reasons[reason].count(order, isWhole: isWhole) }
        for row in overlaps[Self.firstOverlap - slot] { tallies[row].count(order, isWhole: isWhole) }
    }

    private mutating func countInTotals(_ order: Int64, isWhole: Bool) {
        if isWhole || totalOrders.insert(order).inserted { totals.orders += 1 }
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
        case .shop: words.code(of: cell.channel.key + " " + cell.shopID)
        case .source: words.code(of: cell.source)
        case .category: words.code(of: cell.category)
        case .session: words.code(of: cell.sessionID)
        case .campaign: -1
        }
    }

    private func label(ofRow code: Int64) -> (key: String, name: String) {
        switch scope.by {
        case .party: return (parties[Int(code)].id, parties[Int(code)].name)
        case .kind: return (words[code], PartyKind(rawValue: words[code])?.name(in: .chinese) ?? "")
        case .day: return (BusinessDay(number: Int(code)).description, "")
        case .channel:
            let channel = Channel(rawValue: Int(code))
            return (channel?.key ?? "", channel?.name(in: .chinese) ?? "")
        case .county, .buyerCounty, .region, .partyCounty: return (code == 0 ? "" : String(code), "")
        case .shop:
            // One id on two channels is two shops.
            let parts = words[code].split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
            return (String(parts[1]), String(parts[0]))
        case .source, .category, .session: return (words[code], "")
        case .campaign:
            guard code >= 0 else { return ("", "") }
            let id = campaignIDs[code]
            return (id, directory.campaigns.first { $0.id == id }?.name ?? "")
        }
    }
}
