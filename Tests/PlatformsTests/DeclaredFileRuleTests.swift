import Domain
import Foundation
import Platforms
import Reports
import Tabular
import Testing

/// What a description of a file can say beside its columns.
@Suite("Rules of described files")
struct DeclaredFileRuleTests {
    /// Of after-sales.
    private static let afterSales = """
        kind: file
        name: returns
        title: 售后
        channel: hall
        recognised_by: [售后单号]
        unless: [商品]
        rows: line
        columns: {ids: [售后单号, 订单号], amounts: [退款], times: [时间]}
        refund:
          id: 售后单号
          order: 订单号
          status: {path: 状态, map: {成功: succeeded, 关闭: without_refund, 换货: exchange}, default: park}
          amount: 退款
          updated_at: latest
        """
    /// Of an ERP: parcels with lines of the orders of several shops.
    private static let parcels = """
        kind: file
        name: parcels
        title: 包裹
        channel: by_shop
        recognised_by: [包裹]
        rows: line
        same_line: park
        columns: {ids: [订单号, 子单号], amounts: [金额], times: [付款时间], quantities: [数量]}
        order:
          id: 订单号
          shop: 店铺
          paid_at: 付款时间
          updated_at: latest
          lines: {path: rows, id: 子单号, title: 商品, quantity: 数量, paid: 金额}
        """
    private static let shops = NamedShops([
        "鲁山馆": [.init(channel: .douyin, shopID: "S7", platform: "douyin")]
    ])

    private static func read(_ text: String, as description: String) throws -> [OrderFileItem] {
        let format = try DeclaredFile(yaml: description, file: "zz.yaml")
        let path = NSTemporaryDirectory() + "daihuo-\(UUID().uuidString).csv"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        var reader = try OrderFileReader(TableFile(path: path), as: format, shopID: "S1", shops: shops)
        var items: [OrderFileItem] = []
        while let item = try reader.next() { items.append(item) }
        return items
    }

    private static func refunds(_ items: [OrderFileItem]) -> [Refund] {
        items.flatMap { item -> [Refund] in
            if case .records(let records) = item { records.refunds } else { [] }
        }
    }

    @Test("a file may tell of after-sales alone; an exchange with money is parked, one without is none")
    func afterSales() throws {
        let items = try Self.read(
            """
            售后单号,订单号,状态,退款,时间
            A1,O1,成功,12.50,2022-11-02 10:00:00
            A2,O2,关闭,-,2022-11-02 10:00:00
            A3,O3,换货,-,2022-11-02 10:00:00
            A4,O4,换货,100.00,2022-11-02 10:00:00
            A5,O5,成功,0.00,2022-11-02 10:00:00
            A6,O6,成功,-,2022-11-02 10:00:00
            """, as: Self.afterSales)

        let refunds = Self.refunds(items)
        #expect(refunds.map(\.refundID) == ["A1", "A2", "A3", "A5"])
        #expect(refunds.map(\.state) == [.succeeded, .withoutRefund, .withoutRefund, .withoutRefund])
        #expect(refunds.map(\.refundedFen.amount) == [1250, 0, 0, 0])
        #expect(OrderFileText.parked(items).map(\.path) == ["line 5", "line 7"])
        #expect(try !DeclaredFile(yaml: Self.afterSales, file: "zz.yaml").holdsOrders)
    }

    @Test("a header is not a format's where it has a column of another one")
    func unless() throws {
        let format = try DeclaredFile(yaml: Self.afterSales, file: "zz.yaml")
        #expect(format.matches(["售后单号", "订单号"]))
        #expect(!format.matches(["售后单号", "订单号", "商品"]))
    }

    @Test("an ERP's orders go to the account that knows the shop's name, those of other shops wait")
    func byShop() throws {
        let items = try Self.read(
            """
            包裹,店铺,订单号,子单号,商品,数量,金额,付款时间
            P1,鲁山馆,O1,L1,红薯,1,10.00,2022-11-02 10:00:00
            P1,洛阳馆,O2,L2,牡丹,1,20.00,2022-11-02 10:00:00
            P1,,O3,L3,牡丹,1,20.00,2022-11-02 10:00:00
            """, as: Self.parcels)

        #expect(
            OrderFileText.orders(items).map { "\($0.channel.key) \($0.shopID) \($0.orderID)" } == [
                "douyin S7 O1"
            ])
        let parked = OrderFileText.parked(items)
        #expect(parked.map(\.path) == ["line 3", "line 4"])
        #expect(parked.first?.reason.text(in: .chinese).contains("洛阳馆") == true)
    }

    @Test("a part of a line that another row has a part of is parked, not taken in its place")
    func sameLine() throws {
        let items = try Self.read(
            """
            包裹,店铺,订单号,子单号,商品,数量,金额,付款时间
            P1,鲁山馆,O1,L1,红薯,1,10.00,2022-11-02 10:00:00
            P2,鲁山馆,O1,L2,粉条,1,5.00,2022-11-02 10:00:00
            P2,鲁山馆,O1,L1,红薯,2,20.00,2022-11-02 10:00:00
            """, as: Self.parcels)

        #expect(OrderFileText.orders(items).flatMap { $0.lines.map(\.paidFen.amount) } == [1000, 500])
        #expect(OrderFileText.parked(items).map(\.path) == ["line 4"])
    }

    @Test("a word that nobody knows is told, though its row is parked")
    func unknownWord() throws {
        let items = try Self.read(
            """
            售后单号,订单号,状态,退款,时间
            A1,O1,待定,12.50,2022-11-02 10:00:00
            """, as: Self.afterSales)

        #expect(OrderFileText.parked(items).map(\.path) == ["line 2"])
        let words = items.flatMap { item -> [UnknownWord] in
            if case .records(let records) = item { records.unknownWords } else { [] }
        }
        #expect(words.map { "\($0.key) \($0.word) \($0.orderID)" } == ["refund.status 待定 O1"])
        #expect(words.first?.paidFen?.amount == 1250)
    }

    @Test("the numbers of two orders in one cell are none")
    func severalNumbers() throws {
        let items = try Self.read(
            """
            包裹,店铺,订单号,子单号,商品,数量,金额,付款时间
            P1,鲁山馆,"O1,O2",L1,红薯,1,10.00,2022-11-02 10:00:00
            """, as: Self.parcels)

        #expect(OrderFileText.parked(items).map(\.path) == ["line 2"])
    }

    @Test("a description by shop names the column of the shop")
    func byShopWithoutColumn() throws {
        let text = Self.parcels.replacing("  shop: 店铺\n", with: "")
        let error = try #require(throws: DeclaredError.self) { try DeclaredFile(yaml: text, file: "zz.yaml") }
        #expect(error.sentences.contains("order.shop"))
    }
}
