import Domain
import SeededRandomness

extension Delivery {
    /// A few orders and after-sales out of few names, so that they meet; of any kind of source, version and roster.
    static func random(using random: inout SeededRandom) -> Delivery {
        var delivery = Delivery()
        delivery.kind = random.element(of: [.api, .api, .file, .erp])
        delivery.source = random.element(of: ["shop-1", "\(delivery.kind.key)-source"])
        delivery.crediting = random.element(of: [.standard, .standard, .other])
        delivery.fetchedAt = .version(Int64(random.next(in: 60_000...60_009)))
        for _ in 0..<random.next(in: 0...3) {
            let order = Order.random(using: &random)
            let isFile = delivery.kind == .file
            delivery.orders.append(isFile ? order.rows(using: &random) : [order])
        }
        for _ in 0..<random.next(in: 0...2) { delivery.refunds.append(.random(using: &random)) }
        return delivery
    }
}

/// Names by chance, some of which only their bytes tell apart.
private enum Names {
    static let orders = ["o1", "o2", "o\u{0}3"]
    static let shops = ["s1", "e\u{301}", "\u{e9}"]
    static let lines = ["l1", "l2", "#0", "l\u{0}3"]
    static let hosts = ["h1", "h3", "h4", "h5", "two", ""]
    static let texts = ["", "大米", "5斤\u{0}装", "e\u{301}", "\u{e9}", "👩🏽‍🌾", "\u{fffe}\u{202e}'\"\n"]
    static let counties: [Region?] = [nil, Region("411422"), Region("411422100200")]
}

extension Order {
    fileprivate static func random(using random: inout SeededRandom) -> Order {
        var order = Order(
            random.element(of: Names.orders), shopID: random.element(of: Names.shops),
            version: Int64(random.next(in: 1...4)), lines: [])
        for lineID in Names.lines where random.next(in: 0...2) > 0 {
            order.lines.append(.random(lineID, using: &random))
        }
        order.status = random.element(of: Names.texts)
        order.createdAt = random.element(of: [.created, nil])
        order.paidAt = random.element(of: [.sale, nil])
        order.headerPaidFen = random.element(of: [nil, Fen(1_000), Fen(2_345)])
        order.freightFen = Fen(Int64(random.next(in: 0...3)) * 100)
        order.buyer = random.element(of: [
            .person, .organisation(purchaserID: "u1", name: random.element(of: Names.texts)),
            .organisation(purchaserID: random.element(of: Names.texts), name: ""),
        ])
        order.buyerPlace = Place(
            region: random.element(of: Names.counties), province: random.element(of: Names.texts), city: "",
            county: random.element(of: Names.texts))
        order.fundSource = random.element(of: FundSource.allCases + [nil])
        order.sellerRemark = random.element(of: Names.texts)
        return order
    }

    /// The rows that a file has of the order; they may lack columns.
    fileprivate func rows(using random: inout SeededRandom) -> [Order] {
        lines.map { line in
            var row = self
            row.lines = [line]
            row.unstated = random.element(of: [[], [.hostID, .gross], [.buyer, .freight]])
            return row
        } + (lines.isEmpty ? [self] : [])
    }
}

extension OrderLine {
    fileprivate static func random(_ lineID: String, using random: inout SeededRandom) -> OrderLine {
        var line = OrderLine(
            lineID, paidFen: Int64(random.next(in: 0...2_000)), host: random.element(of: Names.hosts),
            product: random.element(of: ["p1", "p2", ""]),
            sale: random.element(of: [
                .sale(.sale), .sale(.version(2_000)), .notSale(.gift), .notSale(.unpaid),
            ]),
            closedAt: random.element(of: [nil, nil, .version(9), .version(7)]))
        line.skuID = random.element(of: Names.texts)
        line.title = random.element(of: Names.texts)
        line.spec = random.element(of: Names.texts)
        // Of categories that only their bytes tell apart, `Books` makes one cell.
        line.category = random.element(of: ["", "粮油", "e\u{301}"])
        line.roomID = random.element(of: Names.texts)
        line.originRegion = random.element(of: Names.counties)
        line.quantity = Quantity(
            milli: Int64(random.next(in: 0...3_000)), unit: random.element(of: Quantity.Unit.allCases))
        line.grossOrigin = random.element(of: AmountOrigin.allCases)
        line.paidOrigin = random.element(of: AmountOrigin.allCases)
        line.freightFen = random.element(of: [.zero, .zero, Fen(30)])
        line.subsidies = Subsidies(
            shopFen: Fen(Int64(random.next(in: 0...1)) * 11),
            talentFen: Fen(Int64(random.next(in: 0...1)) * -7))
        if random.next(in: 0...3) == 0 {
            line.statedRefund = StatedRefund(
                refundedFen: Fen(Int64(random.next(in: 0...3)) * 100), returnedMilli: 500,
                refundedAt: .version(99))
        }
        return line
    }
}

extension Refund {
    fileprivate static func random(using random: inout SeededRandom) -> Refund {
        var refund = Refund(
            random.element(of: ["r1", "r\u{0}2"]), order: random.element(of: Names.orders),
            line: random.element(of: Names.lines), state: random.element(of: State.allCases),
            fen: Int64(random.next(in: 1...900)), returnedMilli: Int64(random.next(in: 0...2)) * 500,
            version: Int64(random.next(in: 1...3)))
        refund.shopID = random.element(of: Names.shops)
        return refund
    }
}
