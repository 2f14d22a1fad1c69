import Domain
import Platforms
import Testing

@Suite("小红书 order exports")
struct XiaohongshuFileTests {
    @Test("what the platform bore is taken out of what the shop is due, row by row")
    func figures() throws {
        let read = try ExportText("xiaohongshu", "orders").read()

        #expect(read.format == "xiaohongshu-orders")
        #expect(
            read.states == ["sale", "sale", "gift", "unpaid", "closedUnpaid", "closed", "sale", "sale"])
        #expect(read.lines.map(\.paidFen.amount) == [5980, 4990, 0, 0, 0, 4990, 3390, 12_800])
        #expect([read.paidFen, read.refundedFen, read.freightFen] == [32_150, 0, 600])
        #expect(read.lines.first?.subsidies.platformFen.amount == 500)
        #expect(read.lines.first?.subsidies.shopFen.amount == 300)
        #expect(read.orders.allSatisfy { $0.channel == .other })
        #expect(read.lines.first?.hostID == "kol-700000000001")
        #expect(read.lines.dropFirst(5).first?.hostID == "")
    }

    @Test("a word for a state that nobody knows parks its order")
    func unknownWord() throws {
        #expect(
            try ExportText("xiaohongshu", "orders").read().parked.map(\.orderID) == ["P700000000000000007"])
    }

    @Test(
        "a file that lacks a column which money or state rest on is refused, naming it",
        arguments: ["商家应收金额(元)（支付金额）", "平台优惠(元)", "商品总价(元)", "订单状态", "支付时间", "SKU名称"])
    func missingColumn(column: String) throws {
        #expect(try ExportText("xiaohongshu", "orders").without(column).refusal().contains("“\(column)”"))
    }
}
