import Domain
import SeededRandomness

/// What one kind of source says of an order as time goes on.
struct Course {
    let base: Order
    let kind: SourceKind
    let mayLoseLines: Bool
    private var updatedAt: Instant
    /// What an API or ERP has no field for.
    private var lacking: OrderFields?
    private var isPaid = false
    private var isClosed = false
    /// What each line stated as refunded so far.
    private var refundedFen: [String: Int64] = [:]

    init(base: Order, kind: SourceKind, mayLoseLines: Bool) {
        (self.base, self.kind, self.mayLoseLines) = (base, kind, mayLoseLines)
        updatedAt = base.updatedAt
    }

    /// What a source says that does not have the items yet.
    var withoutLines: Order {
        var order = Order(
            channel: base.channel, shopID: base.shopID, orderID: base.orderID, status: "",
            createdAt: base.createdAt,
            paidAt: nil, updatedAt: base.updatedAt, headerPaidFen: nil, lines: [])
        order.updatedAt = base.updatedAt.advanced(byMilliseconds: -60_000)
        return order
    }

    /// The next version; now and then it has the update time of the one before.
    mutating func next(statesRefunds: Bool, isLast: Bool, using random: inout SeededRandom) -> Order {
        // Of two amounts of one time that come behind a newer version without any, nobody keeps which was fetched later.
        if statesRefunds || random.happens(percent: 88) {
            updatedAt = updatedAt.advanced(byMilliseconds: random.minutes(upTo: 3 * 1440))
        }
        if statesRefunds { updatedAt = updatedAt.advanced(byMilliseconds: 60_000) }
        isPaid = isPaid || random.happens(percent: 80)
        isClosed = isClosed ? random.happens(percent: 90) : random.happens(percent: 25)
        var order = base
        order.updatedAt = updatedAt
        // No export has a column of what was refunded so far; who states it states every field.
        let statesRefunds = statesRefunds && kind != .file
        if random.happens(percent: 10) { order.createdAt = nil }
        if mayLoseLines, kind != .file, order.lines.count > 1, random.happens(percent: 5) {
            order.lines.removeLast()
        }
        for place in order.lines.indices {
            tell(&order.lines[place], using: &random)
            if statesRefunds { stateRefund(of: &order.lines[place], isLast: isLast, using: &random) }
        }
        if kind != .file, random.happens(percent: 60) {
            let linesFen = order.lines.reduce(0) { $0 + $1.paidFen.amount }
            order.headerPaidFen = Fen(
                linesFen + (random.happens(percent: 25) ? Int64(random.next(in: 0...50)) : 0))
        }
        if kind != .file { order.freightFen = Fen(Int64(random.next(in: 0...9)) * 100) }
        if random.happens(percent: 30) { order.buyerPlace = Place() }
        if !statesRefunds { order.omit(columns(using: &random)) }
        return order
    }

    /// Files come with these columns or those; an API or ERP has one mapping.
    private mutating func columns(using random: inout SeededRandom) -> OrderFields {
        if kind == .file { return random.columns(missingPercent: 60) }
        let own = lacking ?? random.columns(missingPercent: kind == .api ? 15 : 60)
        lacking = own
        return own
    }

    private mutating func tell(_ line: inout OrderLine, using random: inout SeededRandom) {
        switch line.sale {
        case .notSale: break
        case .sale where !isPaid:
            line.sale = .notSale(isClosed ? .closedUnpaid : .unpaid)
            line.paidFen = .zero
        case .sale(let soldAt):
            if kind == .api, random.happens(percent: 4) {
                line.sale = .sale(soldAt.advanced(byMilliseconds: 86_400_000))
            }
            if random.happens(percent: 8) { line.paidFen = Fen(line.paidFen.amount + 10) }
            if isClosed { line.closedAt = updatedAt }
        }
        if kind == .file { line.freightFen = Fen(Int64(random.next(in: 0...5)) * 100) }
        if random.happens(percent: 35) { line.hostID = "" }
        if random.happens(percent: 35) { line.category = "" }
        if random.happens(percent: 35) { line.productID = "" }
    }

    /// The returned quantity goes with the amount.
    private mutating func stateRefund(
        of line: inout OrderLine, isLast: Bool, using random: inout SeededRandom
    ) {
        guard random.happens(percent: 70) else { return }
        let known = refundedFen[line.lineID] ?? 0
        if random.happens(percent: 60) {
            refundedFen[line.lineID] = isLast ? Int64(random.next(in: 0...4)) * 200 : min(known + 200, 800)
        }
        let fen = refundedFen[line.lineID] ?? 0
        line.statedRefund = StatedRefund(
            refundedFen: Fen(fen), returnedMilli: fen >= 600 ? 500 : 0, refundedAt: updatedAt)
    }
}

extension Order {
    /// Leaves out what the source has no column for.
    fileprivate mutating func omit(_ fields: OrderFields) {
        unstated = fields
        if fields.contains(.buyer) { buyer = .person }
        if fields.contains(.buyerPlace) { buyerPlace = Place() }
        if fields.contains(.freight) { freightFen = .zero }
        if fields.contains(.status) { status = "" }
        if fields.contains(.createdAt) { createdAt = nil }
        if fields.contains(.headerPaid) { headerPaidFen = nil }
        for place in lines.indices {
            if fields.contains(.productID) { lines[place].productID = "" }
            if fields.contains(.skuID) { lines[place].skuID = "" }
            if fields.contains(.hostID) { lines[place].hostID = "" }
            if fields.contains(.roomID) { lines[place].roomID = "" }
            if fields.contains(.category) { lines[place].category = "" }
            if fields.contains(.originRegion) { lines[place].originRegion = nil }
            if fields.contains(.closedAt) { lines[place].closedAt = nil }
            if fields.contains(.gross) { lines[place].grossFen = lines[place].paidFen }
            if fields.contains(.freight) { lines[place].freightFen = .zero }
        }
    }
}

extension SeededRandom {
    /// Columns that a source lacks, if it lacks any.
    fileprivate mutating func columns(missingPercent: Int) -> OrderFields {
        guard happens(percent: missingPercent) else { return [] }
        let all: [OrderFields] = [
            .buyer, .buyerPlace, .freight, .productID, .skuID, .hostID, .roomID, .category, .originRegion,
            .gross, .status, .createdAt, .headerPaid, .closedAt, .paid, .sale,
        ]
        return all.reduce(into: []) { missing, field in if happens(percent: 30) { missing.insert(field) } }
    }
}
