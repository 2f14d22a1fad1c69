import Domain
import SeededRandomness

/// An order of a history: all that its sources will ever say of it, in whatever order that is read.
struct OrderPlan {
    let shop: Account
    private(set) var soldAt = Words.firstDay.start
    let orderID: String
    /// Whole orders by API and ERP; rows by files.
    private(set) var versions: [SourceKind: [Order]] = [:]
    /// Versions of after-sales, each with all its lines.
    private(set) var afterSales: [[Refund]] = []
    /// Whether its lines state what was refunded of them.
    ///
    /// Such an order never loses a line, and one page holds one version of it: what else should happen is nowhere said.
    /// What it states only grows, but for its last version: how an amount that was stated in between fell is not kept.
    let statesRefunds: Bool

    /// An order, everything about it by chance.
    static func random(number: Int, using random: inout SeededRandom) -> OrderPlan {
        let shop = random.element(of: [Words.shops[0], Words.shops[0], Words.shops[1], Words.shops[2]])
        var plan = OrderPlan(
            shop: shop, orderID: "692000000000000000\(number)", statesRefunds: random.happens(percent: 25))
        let isSpread = !plan.statesRefunds && random.happens(percent: 25)
        let base = Order.base(of: plan, isSpread: isSpread, using: &random)
        plan.soldAt = base.paidAt ?? plan.soldAt
        let kinds: [SourceKind]
        if shop.channel == .hall {
            kinds = [.file]
        } else {
            kinds = random.element(of: [
                [.api], [.api, .file], [.api, .file], [.file], [.api, .file, .erp], [.api, .erp],
            ])
        }
        for kind in kinds { plan.addVersions(of: base, kind, using: &random) }
        plan.addRefunds(of: base, isSpread: isSpread, using: &random)
        return plan
    }

    private mutating func addVersions(of base: Order, _ kind: SourceKind, using random: inout SeededRandom) {
        var course = Course(base: base, kind: kind, mayLoseLines: !statesRefunds)
        var versions: [Order] = []
        if kind == .api, random.happens(percent: 6) { versions.append(course.withoutLines) }
        let count = random.next(in: 1...4)
        for number in 1...count {
            versions.append(
                course.next(statesRefunds: statesRefunds, isLast: number == count, using: &random))
        }
        self.versions[kind] = kind == .file ? versions.flatMap(\.rows) : versions
        guard kind == .file, !statesRefunds, random.happens(percent: 15) else { return }
        self.versions[.file]?.append(contentsOf: versions.prefix(1).map(\.sumOfItems))
    }

    private mutating func addRefunds(of base: Order, isSpread: Bool, using random: inout SeededRandom) {
        if isSpread {
            // Each line's fen is another one than that of the spreading.
            for (line, fen) in zip(base.lines, base.lines.map(\.paidFen.amount).reversed()) where fen > 0 {
                addRefund("r-\(line.lineID)", of: line, fen: fen, base, isSpread: true, using: &random)
            }
            return
        }
        for number in 0..<max(0, random.next(in: -2...3)) {
            var line = random.element(of: base.lines)
            if random.happens(percent: 5) { line.lineID = "L9" }
            let all = max(1, line.paidFen.amount)
            let fen = random.happens(percent: 50) ? all : Int64(random.next(in: 1...Int(all) + 20))
            addRefund("r-\(number)", of: line, fen: fen, base, using: &random)
        }
    }

    private mutating func addRefund(
        _ refundID: String, of line: OrderLine, fen: Int64, _ base: Order, isSpread: Bool = false,
        using random: inout SeededRandom
    ) {
        var at = base.updatedAt.advanced(byMilliseconds: random.minutes(upTo: 20 * 1440))
        var courses: [[Refund.State]] = [
            [.open, .succeeded], [.succeeded, .succeeded], [.succeeded], [.open, .succeeded, .succeeded],
        ]
        if !isSpread {
            courses += [
                [.open, .withoutRefund], [.succeeded, .withoutRefund], [.succeeded, .open, .succeeded],
            ]
        }
        let returned = random.element(of: [0, 0, min(1000, line.quantity.milli), line.quantity.milli])
        var lineIDs = [line.lineID]
        for state in random.element(of: courses) {
            // An after-sale may come to name another line, or one more.
            if !isSpread, random.happens(percent: 15) { lineIDs[0] = random.element(of: base.lines).lineID }
            if !isSpread, random.happens(percent: 10) {
                lineIDs.append(random.element(of: base.lines).lineID)
            }
            afterSales.append(
                Set(lineIDs).sorted().map { lineID in
                    Refund(
                        channel: shop.channel, shopID: shop.shopID, orderID: orderID, lineID: lineID,
                        refundID: refundID, state: state, refundedFen: Fen(fen), returnedMilli: returned,
                        refundedAt: at, updatedAt: at, listsAllLines: true)
                })
            if random.happens(percent: 92) {
                at = at.advanced(byMilliseconds: random.minutes(upTo: 4 * 1440))
            }
        }
    }
}

extension Order {
    /// The rows that a file would have of the order.
    fileprivate var rows: [Order] {
        lines.map { line in
            var row = self
            row.lines = [line]
            return row
        }
    }

    /// The order in a file of orders, whose items another file gives.
    fileprivate var sumOfItems: Order {
        var order = self
        order.lines[0].lineID = "#0"
        order.lines[0].paidFen = Fen(lines.reduce(0) { $0 + $1.paidFen.amount })
        order.lines = [order.lines[0]]
        return order
    }
}
