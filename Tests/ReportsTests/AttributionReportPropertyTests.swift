import Domain
import Reports
import SeededRandomness
import Testing

@Suite("Attribution report: what always holds")
struct AttributionReportPropertyTests {
    @Test(
        "Rows and unassigned add up to the totals", arguments: ReportKey.allCases.filter { $0 != .campaign })
    func addsUp(key: ReportKey) {
        var seed = SeededRandom()
        for _ in 0..<20 {
            let report = Scenario.report(Scenario.scope(key), Scenario.randomCells(200, using: &seed))
            var sum = report.unassigned
            for row in report.rows {
                sum.add(row.sums)
            }
            var reasons = CreditSums()
            for share in report.reasons { reasons.add(share.sums) }
            reasons.orders = report.unassigned.orders
            #expect(reasons == report.unassigned, "seed \(seed.seed)")
            // An order may stand in several rows: distinct orders are no sum.
            #expect(sum.orders >= report.totals.orders, "seed \(seed.seed)")
            sum.orders = report.totals.orders
            #expect(sum == report.totals, "seed \(seed.seed)")
        }
    }

    @Test(
        "Orders are counted as sets of them would be",
        arguments: [ReportKey.party, .category, .day, .campaign])
    func distinctOrders(key: ReportKey) {
        var seed = SeededRandom()
        for _ in 0..<20 {
            let cells = Scenario.randomCells(200, using: &seed)
            let report = Scenario.report(Scenario.scope(key), cells)
            var naive = NaiveOrders()
            for cell in cells {
                naive.add(cell, keys: Self.keys(of: cell, by: key))
            }
            #expect(report.totals.orders == naive.count(in: "totals"), "seed \(seed.seed)")
            #expect(report.unassigned.orders == naive.count(in: "unassigned"), "seed \(seed.seed)")
            for share in report.reasons {
                #expect(
                    share.sums.orders == naive.count(in: share.reason.key),
                    "seed \(seed.seed) \(share.reason)")
            }
            #expect(report.rows.count == naive.rowCount, "seed \(seed.seed)")
            for row in report.rows {
                #expect(row.sums.orders == naive.count(in: "row \(row.key)"), "seed \(seed.seed) \(row.key)")
            }
        }
    }

    @Test(
        "Cells given once, with whole orders at their places, make the same report as cells one by one",
        arguments: ReportKey.allCases)
    func places(key: ReportKey) {
        var seed = SeededRandom()
        for _ in 0..<20 {
            let cells = Scenario.randomCells(200, using: &seed)
            let filters: [(ReportKey, String)] = Bool.random(using: &seed) ? [(.channel, "douyin")] : []
            let scope = Scenario.scope(key, only: filters)
            var builder = AttributionReportBuilder(scope: scope, directory: Scenario.directory)
            var orders: [Int64: [Int]] = [:]
            for cell in cells {
                let place = builder.place(of: cell)
                builder.add(cell.sums, at: place)
                if let order = cell.sharedOrder { orders[order, default: []].append(place) }
            }
            for (order, places) in orders { builder.addOrder(order, isWhole: true, at: places) }
            let report = builder.finish(
                notSales: NotSales(), proof: Proof(), coverage: Scenario.nothingPosted)
            #expect(report == Scenario.report(scope, cells), "seed \(seed.seed)")
        }
    }

    @Test("A filter splits a report: each value alone adds up to all of it")
    func filtersPartition() {
        var seed = SeededRandom()
        let cells = Scenario.randomCells(300, using: &seed)
        let whole = Scenario.report(Scenario.scope(.channel), cells).totals
        var parts = CreditSums()
        for channel in Channel.allCases {
            parts.add(Scenario.report(Scenario.scope(.party, only: [(.channel, channel.key)]), cells).totals)
        }
        // An order's key contains its channel, so even distinct orders add up here.
        #expect(parts == whole, "seed \(seed.seed)")
    }

    @Test("A campaign takes in what was sold in it, a day what is dated by it, alone or together")
    func daysAndCampaigns() {
        var seed = SeededRandom()
        for _ in 0..<20 {
            let cells = Scenario.randomCells(200, using: &seed)
            let id = Scenario.campaigns.randomElement(using: &seed)?.id ?? ""
            let day = Scenario.day(.random(in: 1...12, using: &seed)).description
            func paid(_ only: (ReportKey, String)...) -> Int64 {
                Scenario.report(Scenario.scope(.party, only: only), cells).totals.paidFen
            }
            func naive(_ holds: (CreditCell) -> Bool) -> Int64 {
                cells.filter(holds).reduce(0) { $0 + $1.sums.paidFen }
            }
            let (inCampaign, onDay) = (
                { (cell: CreditCell) in Self.keys(of: cell, by: .campaign).contains(id) },
                { (cell: CreditCell) in Self.keys(of: cell, by: .day) == [day] }
            )
            #expect(paid((.campaign, id)) == naive(inCampaign), "seed \(seed.seed) \(id)")
            #expect(paid((.day, day)) == naive(onDay), "seed \(seed.seed) \(day)")
            #expect(
                paid((.campaign, id), (.day, day)) == naive { inCampaign($0) && onDay($0) },
                "seed \(seed.seed) \(id) \(day)")
        }
    }

    private static func keys(of cell: CreditCell, by key: ReportKey) -> [String] {
        switch key {
        case .party: return [cell.partyID ?? ""]
        case .category: return [cell.category]
        case .day: return [cell.day.description]
        default:
            let party = Scenario.parties.first { $0.id == cell.partyID }
            let matching = Scenario.campaigns.filter { campaign in
                campaign.span.contains(cell.saleDay)
                    && (campaign.channel == nil || campaign.channel == cell.channel)
                    && (campaign.category.isEmpty || campaign.category == cell.category)
                    && (campaign.partyID.isEmpty || campaign.partyID == cell.partyID)
                    && campaign.region.map { region in party?.region?.isWithin(region) ?? false } ?? true
            }
            return matching.isEmpty ? [""] : Array(Set(matching.map(\.id)))
        }
    }

    /// Every order under a name of its own, in plain sets.
    private struct NaiveOrders {
        private var orders: [String: Set<String>] = [:]
        private var cells = 0

        var rowCount: Int { orders.keys.count { $0.hasPrefix("row ") } }

        func count(in place: String) -> Int64 { Int64(orders[place]?.count ?? 0) }

        mutating func add(_ cell: CreditCell, keys: [String]) {
            cells += 1
            let names =
                if let order = cell.sharedOrder {
                    ["\(order)"]
                } else {
                    (0..<cell.sums.orders).map { "own \(cells) \($0)" }
                }
            let places = cell.reason.map { ["unassigned", $0.key] } ?? keys.map { "row \($0)" }
            for place in places + ["totals"] {
                orders[place, default: []].formUnion(names)
            }
        }
    }
}
