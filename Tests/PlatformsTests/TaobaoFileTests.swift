import Domain
import Platforms
import Reports
import Testing

@Suite("淘宝 exports")
struct TaobaoFileTests {
    @Test(
        "what was refunded was taken out of what was paid, and is added again",
        arguments: ["orders-2017", "orders-2020"])
    func orders(name: String) throws {
        let read = try ExportText.reading("taobao", name)

        #expect(read.format == "taobao-orders")
        #expect(
            read.states == ["sale", "unpaid", "closedUnpaid", "closed", "sale", "sale", "unpaid"])
        #expect(read.lines.map(\.paidFen.amount) == [5980, 0, 0, 4500, 9980, 0, 0])
        #expect(read.orders.map { $0.headerPaidFen?.amount } == read.lines.map(\.paidFen.amount))
        #expect(read.lines.map { $0.statedRefund?.refundedFen.amount } == [0, 0, 0, 4500, 2000, 0, 0])
        #expect([read.paidFen, read.refundedFen, read.freightFen] == [20_460, 6500, 1700])
        #expect(read.orders.first?.orderID == "351531310000000111")
        #expect(Set(read.lines.map(\.lineID)) == ["#0"])
        #expect(read.lines.map(\.quantity.milli) == [2000, 1000, 1000, 1000, 3000, 1000, 1000])
        #expect(read.parked.map(\.orderID) == ["351531310000000811"])
        #expect(read.notices.isEmpty)
    }

    @Test("千牛's file has no state and no quantity: who paid bought, one piece, and the import says so")
    func qianniu() throws {
        let read = try ExportText("taobao", "qianniu").read()

        #expect(read.format == "taobao-orders")
        #expect(read.states == ["sale", "unpaid", "unpaid", "sale", "sale", "sale", "unpaid"])
        #expect([read.paidFen, read.refundedFen, read.freightFen] == [20_460, 6500, 1700])
        #expect(read.lines.allSatisfy { $0.quantity.milli == 1000 })
        #expect(read.orders.allSatisfy { $0.unstated.contains(.status) })
        #expect(
            Set(read.notices.map { $0.text(in: .chinese) }) == [
                "文件没有“订单状态”这一列，每一行都按“未导出”计", "文件没有“宝贝总数量”这一列，每一行都按“1”计",
            ])
    }

    @Test(
        "items have their own amounts; a refund counts once it has succeeded",
        arguments: ["items", "items-later"])
    func items(name: String) throws {
        let read = try ExportText.reading("taobao", name)

        #expect(read.format == "taobao-items")
        #expect(read.states == ["sale", "sale", "unpaid", "closedUnpaid", "closed", "sale", "sale"])
        #expect(read.lines.map(\.paidFen.amount) == [5980, 4990, 0, 0, 4500, 2990, 0])
        #expect(
            read.lines.map { $0.statedRefund?.refundedFen.amount } == [nil, 1000, nil, nil, 4500, 0, nil])
        #expect([read.paidFen, read.refundedFen, read.freightFen] == [18_460, 5500, 0])
        #expect(read.lines.map(\.grossFen.amount) == [6780, 4990, 3390, 3390, 4500, 2990, 0])
        #expect(read.orders.prefix(2).map(\.orderID) == Array(repeating: "351531310000000111", count: 2))
        #expect(read.parked.isEmpty && read.words.isEmpty)
    }

    @Test("the items of 2017 say nothing of what was paid: the file is refused with what to import instead")
    func bareItems() throws {
        let file = ExportText(
            """
            "订单编号","标题","价格","购买数量","外部系统编号","商品属性","套餐信息","备注","订单状态","商家编码"
            ="351531310000000111","正宗河南铁棍山药 5斤装","33.90","2","SY-5","规格:5斤装","","","交易成功","SY-5",

            """)

        #expect(try file.refusal().contains("请改为导入订单报表"))
    }

    @Test(
        "a list of orders that lacks a column which money rests on is refused, naming it",
        arguments: ["买家实付金额", "退款金额", "订单付款时间", "订单创建时间", "商品标题"])
    func missingColumn(column: String) throws {
        #expect(try ExportText("taobao", "qianniu").without(column).refusal().contains("“\(column)”"))
    }

    @Test(
        "a list of items that lacks a column which money or state rest on is refused, naming it",
        arguments: ["买家实付金额", "退款金额", "退款状态", "订单状态", "订单付款时间", "商品价格"])
    func missingItemColumn(column: String) throws {
        #expect(try ExportText("taobao", "items-later").without(column).refusal().contains("“\(column)”"))
    }
}
