import Domain
import Platforms
import Testing

@Suite("快手 order exports")
struct KuaishouFileTests {
    @Test(
        "what was paid, what freight cost and which orders are sales is read",
        arguments: ["orders", "later-columns"])
    func figures(name: String) throws {
        let read = try ExportText("kuaishou", name).read()

        #expect(read.format == "kuaishou-orders")
        #expect(
            read.states == ["sale", "unpaid", "closedUnpaid", "closed", "sale", "sale", "unpaid", "sale"])
        #expect(read.lines.map(\.paidFen.amount) == [5980, 0, 0, 4500, 2990, 0, 0, 8500])
        #expect(read.paidFen == 21_970)
        #expect(read.orders.map { $0.headerPaidFen?.amount } == read.lines.map(\.paidFen.amount))
        #expect(read.freightFen == 1800)
        #expect(read.refundedFen == 0)
        #expect(read.notices.isEmpty)
    }

    @Test("what others bore is kept by who bore it")
    func subsidies() throws {
        let lines = try ExportText("kuaishou", "orders").read().lines
        try #require(lines.count == 8)

        #expect(lines[0].subsidies.shopFen.amount == 500)
        #expect(lines[0].subsidies.platformFen.amount == 200)
        #expect(lines[0].subsidies.talentFen.amount == 100)
        #expect(lines[7].subsidies.stateFen.amount == 1500)
    }

    @Test("who was on air is read; 0 and a dash are nobody")
    func hosts() throws {
        let hosts = try ExportText("kuaishou", "orders").read().lines.map(\.hostID)

        #expect(
            hosts == ["700000000001", "", "700000000001"] + Array(repeating: "700000000001", count: 4) + [""])
    }

    @Test("a word for a state that nobody knows parks its order")
    func unknownWord() throws {
        #expect(try ExportText("kuaishou", "orders").read().parked.map(\.orderID) == ["231100000000009"])
    }

    @Test(
        "a file that lacks a column which money or state rest on is refused, naming it",
        arguments: ["实付款", "快递费", "订单状态", "订单支付时间", "订单创建时间", "商品单价", "商品名称"])
    func missingColumn(column: String) throws {
        #expect(try ExportText("kuaishou", "orders").without(column).refusal().contains("“\(column)”"))
    }
}
