import Domain
import Testing

@testable import Store

@Suite("Names are kept byte by byte")
struct NameTests {
    /// A NUL within, two spellings of one letter, what displays as nothing, what is no character.
    private static let names = [
        "a\u{0}b", "a", "\u{e9}", "e\u{301}", "\u{200b}", "\u{fffe}", "'; DROP TABLE orders; --",
    ]

    @Test("every name that an order carries comes back, and two that look alike stay two")
    func ofOrders() async throws {
        let temporary = try TemporaryStore()
        let orders = Self.names.map { name in
            var line = OrderLine(name, host: name, product: name)
            line.title = name
            line.category = name
            var order = Order(
                name, shopID: name, buyer: .organisation(purchaserID: name, name: name), lines: [line])
            order.buyerPlace = Place(province: name, city: name, county: name)
            return order
        }
        for _ in 0..<2 { try await temporary.land(Delivery(orders: orders.map { [$0] })) }
        for order in orders {
            let stored = try await temporary.stored(order.key)?.statements.all.first?.order
            let texts = stored.map(Self.texts)
            #expect(texts?.map { Array($0.utf8) } == Self.texts(of: order).map { Array($0.utf8) })
        }
        for table in ["shop", "goods", "place", "purchaser", "category"] {
            #expect(
                try await temporary.ask("SELECT count(*) FROM \(table)") == [["\(Self.names.count)"]],
                "\(table)")
        }
    }

    @Test("parties are told apart by their bytes, and keep their numbers in the next transaction")
    func ofParties() async throws {
        let temporary = try TemporaryStore()
        var crediting = HostCrediting.standard
        for (number, name) in Self.names.enumerated() {
            crediting.hosts["\(number)"] = [HostCrediting.Share(name)]
        }
        for (number, name) in Self.names.enumerated() {
            let order = Order("o\(number)", lines: [OrderLine(host: "\(number)")])
            try await temporary.land(Delivery(orders: [[order]], crediting: crediting))
            let party = try await temporary.stored(order.key)?.state.standing?.credits.first?.partyID
            #expect(party.map { Array($0.utf8) } == Array(name.utf8))
        }
        #expect(
            try await temporary.ask("SELECT count(DISTINCT party) FROM credit") == [["\(Self.names.count)"]])
    }

    private static func texts(of order: Order) -> [String] {
        var texts = [order.orderID, order.shopID, order.buyerPlace.province, order.buyerPlace.county]
        if case .organisation(let purchaserID, let name) = order.buyer { texts += [purchaserID, name] }
        for line in order.lines {
            texts += [line.lineID, line.hostID, line.productID, line.title, line.category]
        }
        return texts
    }
}
