import Domain
import SeededRandomness

extension History {
    /// A history by chance; the seed alone says which.
    static func random(seed: UInt64) -> History {
        var maker = HistoryMaker(seed: seed)
        return maker.make()
    }
}

/// Puts the steps of a history together.
private struct HistoryMaker {
    private var random: SeededRandom
    private let plans: [OrderPlan]
    private let rosters: [RosterFacts]
    private var steps: [Step] = []
    private var now = Words.firstFetch
    /// Some orders may be decided by another roster than the one on disk, and nobody knows which: `attribute` comes before
    /// anybody looks.
    private var isUnsettled = false
    private var parkedLines: Set<String> = []

    init(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        plans = (0..<random.next(in: 1...6)).map { OrderPlan.random(number: $0, using: &random) }
        let roster = RosterFacts.random(for: plans, using: &random)
        rosters = [roster, roster.changed(using: &random), .random(for: plans, using: &random)]
        self.random = random
    }

    mutating func make() -> History {
        steps.append(.replaceRoster(rosters[0]))
        for _ in 0..<random.next(in: 6...18) { addStep() }
        if random.happens(percent: 70) { attribute() }
        if random.happens(percent: 50) { post() }
        for _ in 0..<6 { ask() }
        return History(seed: random.seed, steps: steps)
    }

    private mutating func addStep() {
        switch random.next(in: 1...100) {
        case ...36: land()
        case ...56: importRows()
        case ...68: steps.append(.replaceRoster(random.element(of: rosters)))
        case ...76: attribute()
        case ...86: post()
        case ...92: disturb()
        default: ask()
        }
    }

    private mutating func land() {
        let isStale = random.happens(percent: 10)
        steps.append(.land(page(), isStale: isStale))
        if isStale { isUnsettled = true }
    }

    private mutating func attribute() {
        steps.append(.attribute)
        isUnsettled = false
    }

    private mutating func post() {
        settle()
        steps.append(.post(bookedAt: tick()))
    }

    private mutating func ask() {
        settle()
        steps.append(.ask(.random(using: &random)))
    }

    private mutating func settle() {
        if isUnsettled { attribute() }
    }

    private mutating func disturb() {
        switch random.next(in: 0...3) {
        case 0: steps.append(.disturb(.killedLanding(page())))
        case 1:
            steps.append(.disturb(.killedAttribution(afterOrders: random.next(in: 0...3))))
            isUnsettled = true
        case 2:
            settle()
            steps.append(.disturb(.killedPost(bookedAt: tick())))
        default: steps.append(.disturb(.refusedLanding(page())))
        }
    }

    private mutating func page() -> Page {
        let kind: SourceKind = random.happens(percent: 80) ? .api : .erp
        var shop = random.element(of: plans).shop
        let plans = plans.filter { $0.shop == shop }
        var orders: [Order] = []
        for _ in 0..<random.next(in: 1...4) {
            let plan = random.element(of: plans)
            guard let versions = plan.versions[kind] else { continue }
            if plan.statesRefunds, orders.contains(where: { $0.orderID == plan.orderID }) { continue }
            orders.append(random.element(of: versions))
        }
        var afterSales: [[Refund]] = []
        for _ in 0..<random.next(in: 0...3) {
            let known = random.element(of: plans).afterSales
            if !known.isEmpty {
                afterSales += random.happens(percent: 40) ? known : [random.element(of: known)]
            }
        }
        if kind == .erp {
            shop = Account(
                id: Words.erpAccount, platform: Words.erpPlatform, channel: shop.channel, shopID: shop.shopID)
        }
        return Page(
            account: shop, kind: kind, fetchedAt: fetchInstant(), orders: orders, afterSales: afterSales)
    }

    private mutating func importRows() {
        var shop = random.element(of: plans).shop
        let plans = plans.filter { $0.shop == shop && $0.versions[.file] != nil }
        guard !plans.isEmpty else { return }
        var rows: [Order] = []
        for _ in 0..<random.next(in: 1...6) {
            let plan = random.element(of: plans)
            let row = random.element(of: plan.versions[.file] ?? [])
            if plan.statesRefunds, rows.contains(where: { $0.hasSameLine(as: row) }) { continue }
            rows.append(row)
        }
        let parked = random.happens(percent: 15) ? parkedRow(besides: rows, of: plans) : []
        if random.happens(percent: 40) {
            shop = Account(
                id: "\(Words.fileAccount)-\(shop.id)", platform: shop.platform, channel: shop.channel,
                shopID: shop.shopID)
        }
        steps.append(
            .importRows(RowsFile(account: shop, fetchedAt: fetchInstant(), rows: rows, parked: parked)))
    }

    /// A row of an order of files alone: only a sound row of its line lets it go, whatever that means for a whole order.
    private mutating func parkedRow(besides rows: [Order], of plans: [OrderPlan]) -> [ParkedRecord] {
        guard let plan = plans.first(where: { $0.versions.count == 1 }) else { return [] }
        let others = (plan.versions[.file] ?? []).filter { row in !rows.contains { $0.hasSameLine(as: row) } }
        guard !others.isEmpty else { return [] }
        let row = random.element(of: others)
        guard
            parkedLines.insert(row.orderID + row.lines[0].lineID).inserted
        else { return [] }
        return [
            ParkedRecord(
                path: "line 2", reason: Notice("record.quantity_out_of_range"), orderID: row.orderID,
                lineID: row.lines[0].lineID,
                updatedAt: random.happens(percent: 70) ? row.updatedAt : nil, body: "")
        ]
    }

    private mutating func tick() -> Instant {
        now = now.advanced(byMilliseconds: 60_000 + random.minutes(upTo: 1000))
        return now
    }

    /// The clock of the machine goes back now and then.
    private mutating func fetchInstant() -> Instant {
        let instant = tick()
        guard random.happens(percent: 12) else { return instant }
        return max(Words.firstFetch, instant.advanced(byMilliseconds: -random.minutes(upTo: 2000)))
    }
}

extension Order {
    fileprivate func hasSameLine(as row: Order) -> Bool {
        orderID == row.orderID && lines[0].lineID == row.lines[0].lineID
    }
}
