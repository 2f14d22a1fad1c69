import Attribution
import Domain

extension Instant {
    /// 2022-11-01 08:00:00.123 in Beijing.
    static let sold = Instant(milliseconds: 1_667_260_800_123)

    fileprivate static func minutes(_ minutes: Int64) -> Instant {
        sold.advanced(byMilliseconds: minutes * 60_000)
    }
}

/// The orders, after-sales and rosters of the store.
extension EveryTable {
    static let first = roster(grams: 2_500, "fs-01", buying: "unit-1")
    /// By it everything weighs otherwise, and belongs to others.
    static let second = roster(grams: 2_600, "fs-02", buying: "unit-2")

    private static func roster(grams: Int64, _ selling: String, buying: String) -> Roster {
        func party(_ id: String, _ kind: PartyKind) -> Party {
            Party(id: id, name: "示例\(id)", kind: kind, region: Region("411422"), organisation: "")
        }
        func identity(_ partyID: String, _ kind: Identity.Kind, _ value: String) -> Identity {
            Identity(partyID: partyID, platform: "douyin", kind: kind, value: value, span: DaySpan())
        }
        return Roster(
            parties: [
                party("fs-01", .other), party("fs-02", .other), party("unit-1", .unit),
                party("unit-2", .unit),
            ],
            identities: [
                identity(selling, .host, "h1"), identity("fs-01", .host, "two"),
                identity("fs-02", .host, "two"), identity(buying, .purchaser, "u1"),
            ],
            catalogue: ["p1", "p2"].map { product in
                CatalogueItem(
                    platform: "douyin", productID: product, skuID: "", title: "", netGrams: Grams(grams),
                    category: product == "p1" ? "粮油" : "蔬菜", region: Region("411422100200"), supplier: "")
            })
    }

    static func order(_ orderID: String, version: Int64, lines: [OrderLine]) -> Order {
        Order(
            channel: .douyin, shopID: "s1", orderID: orderID, status: "2", createdAt: .minutes(-5),
            paidAt: .sold, updatedAt: .minutes(version), headerPaidFen: nil,
            buyerPlace: Place(region: Region("410100"), province: "河南省", city: "郑州市"), lines: lines)
    }

    static func line(
        _ lineID: String, paidFen: Int64 = 1_000, host: String = "h1", product: String = "p1",
        sale: SaleState = .sale(.sold)
    ) -> OrderLine {
        OrderLine(
            lineID: lineID, productID: product, title: "示例大米", quantity: Quantity(milli: 2_000),
            grossFen: Fen(paidFen + 200), grossOrigin: .stated, paidFen: Fen(paidFen), paidOrigin: .stated,
            sale: sale, hostID: host)
    }

    static var firstOrders: [Order] {
        var unit = order("o1", version: 1, lines: [line("l1"), line("l2", host: "h9", product: "p2")])
        unit.buyer = .organisation(purchaserID: "u1", name: "示例大学")
        unit.headerPaidFen = Fen(2_100)
        unit.freightFen = Fen(600)
        unit.fundSource = .canteen
        unit.lines[1].subsidies.platformFen = Fen(30)
        unit.lines[1].originRegion = Region("411425")
        let both = order(
            "o2", version: 1,
            lines: [
                line("l1", host: "two"), line("l2", product: "p2", sale: .sale(.minutes(3_000))),
                line("l3", paidFen: 70, sale: .notSale(.sample)),
            ])
        var closed = order("o3", version: 1, lines: [line("l1", host: "two")])
        closed.lines[0].closedAt = .minutes(1)
        var stated = order("o4", version: 1, lines: [line("l1"), line("l2", product: "p2")])
        stated.lines[1].statedRefund = StatedRefund(
            refundedFen: Fen(200), returnedMilli: 500, refundedAt: .minutes(-1))
        return [unit, both, closed, stated, order("o5", version: 1, lines: [line("l1")])]
    }

    static var refunds: [Refund] {
        [
            refund("r1", "o1", "l1", fen: 400, milli: 500), refund("r2", "o2", "l3", fen: 20),
            refund("r3", "o9", "l1", fen: 33), refund("r4", "o1", "l9", fen: 44),
            // All that was paid, and more than one line's share of it: the goods go back wholly.
            refund("r5", "o4", "l1", fen: 1_900, milli: 1_000),
            refund("r6", "o5", "l1", fen: 10, state: .open),
        ]
    }

    private static func refund(
        _ refundID: String, _ orderID: String, _ lineID: String, fen: Int64, milli: Int64 = 0,
        state: Refund.State = .succeeded
    ) -> Refund {
        Refund(
            channel: .douyin, shopID: "s1", orderID: orderID, lineID: lineID, refundID: refundID,
            state: state,
            refundedFen: Fen(fen), returnedMilli: milli, refundedAt: .minutes(6_000),
            updatedAt: .minutes(6_001))
    }
}
