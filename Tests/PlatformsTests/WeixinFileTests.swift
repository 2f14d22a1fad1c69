import Domain
import Platforms
import Testing

@Suite("微信小店 order exports")
struct WeixinFileTests {
    @Test(
        "what an order paid counts once, and is spread by what each product cost",
        arguments: ["orders", "later-columns"])
    func figures(name: String) throws {
        let read = try ExportText("weixin", name).read()

        #expect(read.format == "weixin-orders")
        #expect(
            read.states == [
                "sale", "sale", "unpaid", "closedUnpaid", "closed", "sale", "sale", "lottery", "sale",
            ])
        // 99.70 by 59.80 and 49.90: what points paid for is neither's alone.
        #expect(read.lines.map(\.paidFen.amount) == [5435, 4535, 0, 0, 4990, 2990, 0, 0, 4990])
        #expect(read.paidFen == 22_940)
        #expect(read.orders.map { $0.headerPaidFen?.amount } == [9970, 0, 0, 4990, 2990, 0, 4990])
        #expect(read.freightFen == 1500)
        #expect(read.notices.isEmpty)
    }

    @Test("what was refunded of a row so far is its own")
    func refunds() throws {
        let read = try ExportText("weixin", "orders").read()

        #expect(read.refundedFen == 6990)
        #expect(
            read.lines.map { $0.statedRefund?.refundedFen.amount } == [2000, 0, 0, 0, 4990, 0, 0, 0, 0])
    }

    @Test("who was on air is read where the file says so")
    func hosts() throws {
        #expect(try ExportText("weixin", "orders").read().lines.allSatisfy { $0.hostID.isEmpty })
        let hosts = try ExportText("weixin", "later-columns").read().lines.map(\.hostID)
        #expect(hosts.first == "finder-700000000001")
        #expect(hosts.dropFirst(5).first == "")
    }

    @Test("a word for a state that nobody knows parks its order")
    func unknownWord() throws {
        #expect(try ExportText("weixin", "orders").read().parked.map(\.orderID) == ["3720000000000000008"])
    }

    @Test(
        "a file that lacks a column which money or state rest on is refused, naming it",
        arguments: [
            "订单实际支付金额", "订单运费", "商品实际价格(总共)", "商品已退款金额", "订单状态", "支付时间", "商品数量",
        ])
    func missingColumn(column: String) throws {
        #expect(try ExportText("weixin", "orders").without(column).refusal().contains("“\(column)”"))
    }
}
