import Domain
import Foundation
import Reports
import Store
import Testing

@Suite("A transaction that fails")
struct TransactionTests {
    let temporary: TemporaryStore

    init() throws { temporary = try TemporaryStore() }

    private struct Ended: Error {}

    /// Lands and dies before the commit.
    private func fail(_ delivery: Delivery) async {
        await #expect(throws: StoreError.self) {
            try await temporary.store.write { session in
                try delivery.land(session)
                throw Ended()
            }
        }
    }

    @Test("leaves no row in any table")
    func nothing() async throws {
        let tables = try await temporary.ask(
            "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
        let delivery = Delivery(
            orders: [[Order(lines: [OrderLine()])]], refunds: [Refund(), Refund(order: "o9")],
            parked: [ParkedRecord()], read: ReadSpan(from: .sale, to: .version(1)))
        func counts() async throws -> [String] {
            var counts: [String] = []
            for table in tables { counts += try await temporary.ask("SELECT count(*) FROM \(table[0])")[0] }
            return counts
        }
        let before = try await counts()
        await fail(delivery)
        #expect(try await counts() == before)
        try await temporary.land(delivery)
        #expect(try await counts() != before)
    }

    @Test("forgets the keys of names that it gave: others take their numbers")
    func keys() async throws {
        try await temporary.land(Order(lines: [OrderLine(product: "")]))
        var first = Order("o2", shopID: "s-new", lines: [OrderLine(host: "h5")])
        first.buyerPlace = Place(county: "睢县")
        await fail(Delivery(orders: [[first]], source: "shop-new"))

        var second = Order("o3", shopID: "s-other", lines: [OrderLine(host: "h2", product: "p2")])
        second.buyerPlace = Place(county: "虞城县")
        try await temporary.land(Delivery(orders: [[second]], source: "shop-other"))
        try await temporary.land(Delivery(orders: [[first]], source: "shop-new"))
        let rows = try await temporary.ask(
            "SELECT order_id, shop, source, buyer_county FROM v_order WHERE order_id <> 'o1'")
        #expect(Set(rows) == [["o2", "s-new", "shop-new", "睢县"], ["o3", "s-other", "shop-other", "虞城县"]])
        let parties = try await temporary.ask("SELECT party, paid_fen FROM v_credit WHERE order_id = 'o3'")
        #expect(parties == [["b", "1000"]])
        #expect(try await temporary.store.disagreements().isEmpty)
    }

    @Test("says in a sentence where it was, without the record")
    func sentence() async throws {
        try temporary.damage(
            """
            CREATE TRIGGER unfit BEFORE INSERT ON orders WHEN NEW.order_id = 'bad'
            BEGIN SELECT RAISE(ABORT, 'no more of it'); END
            """)
        let error = await #expect(throws: StoreError.self) {
            try await temporary.land(Order("bad", lines: [OrderLine(host: "长长")]))
        }
        #expect(error?.notice.text(in: .chinese).contains(temporary.path) == true)
        #expect(
            error?.notice.text(in: .chinese).contains("长长") == false
                && error?.notice.text(in: .chinese).contains("bad") == false)
        try await temporary.land(Order(lines: [OrderLine()]))
    }

    @Test("beside others that do not, keeps every name with its own number")
    func concurrent() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<40 {
                group.addTask {
                    let delivery = Delivery(orders: [
                        [Order("n\(number)", shopID: "s\(number)", lines: [OrderLine()])]
                    ])
                    if number % 2 == 0 { try await temporary.land(delivery) } else { await fail(delivery) }
                }
            }
            try await group.waitForAll()
        }
        let rows = try await temporary.ask("SELECT order_id, shop FROM v_order")
        #expect(Set(rows) == Set((0..<20).map { ["n\($0 * 2)", "s\($0 * 2)"] }))
        #expect(try await temporary.store.disagreements().isEmpty)
    }

    @Test("is not even begun in a store that was opened for reading")
    func readOnly() async throws {
        let reader = try OrderStore(reading: temporary.path)
        await #expect(throws: StoreError.self) {
            try await reader.write { try Delivery(orders: [[Order(lines: [OrderLine()])]]).land($0) }
        }
        #expect(try await temporary.ask("SELECT count(*) FROM orders") == [["0"]])
    }
}
