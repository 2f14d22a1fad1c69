import Domain
import SeededRandomness

@testable import Books

/// What a source says at one time: a version of the order, or (of a file) a row of it.
struct Saying {
    let kind: SourceKind
    let order: Order
    let fetchedAt: Instant
    let origin: Origin
}

extension KeptOrder {
    @discardableResult
    mutating func land(_ saying: Saying) -> Change? {
        land([saying.order], by: saying.kind, fetched: saying.fetchedAt, at: saying.origin).change
    }
}

/// Random statements about one order.
///
/// No two have one rank: nobody could say which of them counts.
struct RandomSayings {
    var random: SeededRandom
    /// A line that closes, or is refunded, is in all versions: what one without the line says of it is nothing.
    private let closes: Bool
    private let statesRefunds: Bool
    private let shapes: [OrderFields]
    private var number = 0

    init(seed: UInt64, statesRefunds: Bool = false) {
        random = SeededRandom(seed: seed)
        let closesAtAll = random.next(in: 0...1) == 0
        closes = statesRefunds || closesAtAll
        self.statesRefunds = statesRefunds
        // Who states refunds has one mapping: of two contents of one time, one was never said.
        shapes = (0..<(statesRefunds ? 1 : random.next(in: 1...3))).map { [random] place in
            var own = SeededRandom(seed: random.seed &+ UInt64(place))
            return OrderFields(rawValue: Int64(own.next(in: 0...0xFFFFF)) & Int64(own.next(in: 0...0xFFFFF)))
        }
    }

    mutating func next() -> Saying {
        number += 1
        let kind = random.element(of: [SourceKind.api, .api, .file, .file, .file, .erp])
        var order = Order.sample(
            updated: random.next(in: 6...10), remark: random.element(of: ["", "x", "y"]))
        order.status = random.element(of: ["", "2", "3"])
        order.createdAt = random.element(of: [nil, .november(4), .november(5)])
        order.paidAt = random.element(of: [nil, .november(5)])
        order.buyer = random.element(of: [.person, .organisation(purchaserID: "unit", name: "示例大学")])
        order.buyerPlace = Place(region: random.element(of: [nil, Region("411422")]))
        order.fundSource = random.element(of: [nil, .canteen, .union])
        order.freightFen = Fen(Int64(random.next(in: 0...2)) * 100)
        var ids = ["L1", "L2", "L3"]
        if kind == .file {
            ids = [random.element(of: ["#0"] + ids + ids)]
        } else if !closes {
            ids = Array(ids.prefix(random.next(in: 0...3)))
        }
        order.lines = ids.map { line($0, updatedAt: order.updatedAt) }
        if random.next(in: 0...3) == 0 {
            order.headerPaidFen = Fen(Int64(random.next(in: 0...4000)))
        }
        // Unlike the update time, this tells all of them apart; it does not go by the order in which they are made.
        let minutes = Int64(number * 37 % 101)
        return Saying(
            kind: kind, order: kind == .file || closes ? order.lacking(random.element(of: shapes)) : order,
            fetchedAt: Instant.november(20).advanced(byMilliseconds: minutes * 60_000),
            origin: Origin(source: Int64(random.next(in: 1...2)), page: Int64(number)))
    }

    private mutating func line(_ lineID: String, updatedAt: Instant) -> OrderLine {
        var line = OrderLine.sample(
            lineID, paidFen: random.element(of: [0, 1, 2, 667, 1000]),
            hostID: random.element(of: [
                "", "host-a", "host-b", "host-ab", "host-abc", "host-part", "host-either",
            ]),
            freightFen: Int64(random.next(in: 0...3)) * 100)
        line.grossFen = Fen(line.paidFen.amount + Int64(random.next(in: 0...100)))
        line.productID = random.element(of: ["", "p-1", "p-2"])
        line.skuID = random.element(of: ["", "s-1", "s-2"])
        line.spec = random.element(of: ["", "5斤"])
        line.roomID = random.element(of: ["", "room-1", "room-2"])
        line.category = random.element(of: ["", "粮油"])
        line.originRegion = random.element(of: [nil, Region("411422")])
        line.subsidies = Subsidies(shopFen: Fen(Int64(random.next(in: 0...1))))
        // Makes each content another one.
        line.quantity = Quantity(
            milli: 1000 + Int64(number), unit: random.element(of: [.kilogram, .kilogram, .piece]))
        switch random.next(in: 0...7) {
        case 0:
            (line.sale, line.paidFen) = (.notSale(.gift), .zero)
        case 1:
            line.sale = .sale(.november(4))
        case 2, 3:
            if closes { line.closedAt = updatedAt }
        default: break
        }
        if statesRefunds, line.sale.isSale, random.next(in: 0...3) > 0 {
            // It grows, and falls at the end: of an amount that was the same as the one before it no row is kept.
            let day = updatedAt.day
            let soFar: (fen: Int64, milli: Int64) =
                day < .november(7)
                ? (0, 0) : day < .november(9) ? (100, 0) : day < .november(10) ? (300, 500) : (0, 0)
            line.statedRefund = StatedRefund(
                refundedFen: Fen(soFar.fen), returnedMilli: soFar.milli, refundedAt: updatedAt)
        }
        return line
    }
}
