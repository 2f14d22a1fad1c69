import Domain
import Foundation
import JSON
import Platforms
import Reports
import Tabular
import Testing

/// Small inputs with known answers.
@Suite("Edges: cases")
struct EdgeCaseTests {
    /// The text of a case, of the shop that the fixtures' account is of.
    private static func text(_ path: String) throws -> String {
        try String(contentsOf: Fixture.root.appendingPathComponent("cases/\(path)"), encoding: .utf8)
            .ofFixtureShop
    }

    @Test("an order that says it is of another shop is parked, whichever account has read it")
    func otherShop() throws {
        let records = try Self.text("11-exchange-with-price-difference/orders.json")
        let other = records.replacing("\"shop_id\": \(Fixture.access.shopID)", with: "\"shop_id\": 9002")
        #expect(other != records)
        let page = try Self.douyin("orders", other)
        #expect(page.orders.isEmpty && !page.parked.isEmpty)
        #expect(page.parked.allSatisfy { $0.reason.text(in: .chinese).contains("不是这个账号的店铺") })
        #expect(try !Self.douyin("orders", records).orders.isEmpty)
    }

    private static func douyin(_ feed: String, _ records: String) throws -> Page {
        let list = feed == "orders" ? "shop_order_list" : "items"
        let count = (try JSONSerialization.jsonObject(with: Data(records.utf8)) as? [Any])?.count ?? 0
        let body = #"{"code":10000,"data":{"total":\#(count),"\#(list)":\#(records)}}"#
        return try Fixture(platform: "douyin", path: "pages/\(feed)/case.json").page(Array(body.utf8))
    }

    private static func declared(_ folder: String, _ feed: String) throws -> Page {
        let platform = try DeclaredPlatform(yaml: try text("\(folder)/t-decl.yaml"), file: "t-decl.yaml")
        let records = try text("\(folder)/\(feed).json")
        return try DeclaredFixture.page(
            platform, feed, Array(#"{"code":0,"data":{"total":2,"list":\#(records)}}"#.utf8))
    }

    @Test("an exchange that says money was paid back is parked; 价保 refunds money and no goods")
    func exchange() throws {
        let page = try Self.douyin("refunds", Self.text("11-exchange-with-price-difference/refunds.json"))

        #expect(page.refunds.map(\.refundedFen) == [Fen(500)])
        #expect(page.refunds.map(\.state) == [.succeeded] && page.refunds.map(\.returnedMilli) == [0])
        #expect(page.parked.map(\.refundID) == ["8011000000000000001"])
        #expect(page.parked.allSatisfy { $0.reason.text(in: .chinese).contains("自相矛盾") })
    }

    @Test(
        "an amount below 0, or below what is inside it, parks its record",
        arguments: [
            (#""pay_amount": 8000"#, #""pay_amount": -1000"#),
            (#""post_amount": 0"#, #""post_amount": 9000"#),
            (#""pay_amount": 8000"#, #""pay_amount": 8000, "tax_amount": 8001"#),
            (#""pay_amount": 8000"#, #""pay_amount": 8000, "shop_cost_amount": -1"#),
        ])
    func amounts(old: String, new: String) throws {
        let records = try Self.text("11-exchange-with-price-difference/orders.json")
        #expect(try Self.douyin("orders", records).orders.map(\.headerPaidFen) == [Fen(25_000), Fen(8_000)])

        let page = try Self.douyin("orders", records.replacing(old, with: new))

        #expect(page.parked.contains { $0.orderID == "7011000000000020011" })
        #expect(page.orders.allSatisfy { $0.lines.allSatisfy { $0.paidFen > .zero } })
    }

    @Test("header and line that contradict each other in whether money came park their order")
    func headerAndLine() throws {
        let paid = [2, 3, 5, 101, 105]
        var cases: [(header: Int, line: Int, isParked: Bool)] = []
        for line in paid {
            cases += [(1, line, true), (4, line, true)] + paid.map { ($0, line, false) }
        }
        for header in paid { cases += [(header, 1, true), (header, 4, false)] }
        cases += [(1, 4, true), (4, 4, false), (1, 1, false), (4, 1, false)]
        for (header, line, isParked) in cases {
            let page = try Self.douyin("orders", Self.order(header, line))
            #expect(page.parked.isEmpty == !isParked, "header \(header), line \(line)")
            #expect(page.orders.isEmpty == isParked, "header \(header), line \(line)")
            let reason = page.parked.first?.reason
            #expect(!isParked || reason?.text(in: .chinese).contains("与订单头说的不一样") == true)
            #expect(
                !isParked || reason?.text(in: .english).contains("contradicts the order's header") == true)
        }
    }

    @Test(
        "so do kinds of payment and trade that make a sale of what is none; gifts and samples are no sale either way",
        arguments: [
            (#""pay_type":0,"trade_type":0"#, #""pay_type":1"#, true),
            (#""pay_type":1,"trade_type":0"#, #""pay_type":0"#, true),
            (#""pay_type":1,"trade_type":10"#, #""trade_type":0"#, true),
            (#""pay_type":1,"trade_type":0"#, #""trade_type":1"#, false),
            (#""pay_type":1,"trade_type":0"#, #""trade_type":10"#, false),
            (#""pay_type":1,"trade_type":0,"order_status":1"#, #""trade_type":10"#, false),
            (#""pay_type":1,"trade_type":0,"order_status":1"#, #""given_product_type":"FREE""#, false),
        ])
    func headerAndLineKinds(header: String, line: String, isParked: Bool) throws {
        let status = header.contains("order_status") ? "" : #","order_status":5"#
        let page = try Self.douyin("orders", Self.order(header + status, line + #","order_status":5"#))
        #expect(page.parked.isEmpty == !isParked && page.orders.isEmpty == isParked)
    }

    private static func order(_ header: Int, _ line: Int) -> String {
        order(#""pay_type":1,"trade_type":0,"order_status":\#(header)"#, #""order_status":\#(line)"#)
    }

    /// An order of one line, paid by 10.00.
    private static func order(_ header: String, _ line: String) -> String {
        #"""
        [{"order_id":"7011000000000010011","create_time":1667300000,"update_time":1667400000,"pay_time":1667300500,
          "finish_time":1667390000,"pay_amount":1000,\#(header),"sku_order_list":[{"order_id":"7011000000000010012",
          "item_num":1,"origin_amount":1000,"pay_amount":1000,\#(line)}]}]
        """#
    }

    @Test(
        "of a refund of 3.00 whose lines lack something, none of them may be 0",
        arguments: [
            ([300], 0), ([0], 1), ([200, 100], 0), ([300, 0], 0), ([200, 0], 1), ([200, 50], 0), ([0, 0], 1),
        ])
    func linesOfRefund(fen: [Int], parkedCount: Int) throws {
        let lines = fen.enumerated().map { place, fen in
            #"{"sku_order_id":"701100000000002001\#(place)","aftersale_pay_amount":\#(fen),"aftersale_item_num":1}"#
        }
        let page = try Self.douyin(
            "refunds",
            #"""
            [{"aftersale_info":{"aftersale_id":"8011000000000000002","aftersale_type":0,"aftersale_status":12,
              "refund_status":3,"refund_amount":300,"update_time":1667962800},"order_info":{"shop_order_id":
              "7011000000000020011","related_order_info":[\#(lines.joined(separator: ","))]}}]
            """#)
        #expect(page.refunds.allSatisfy { $0.listsAllLines })
        #expect(page.parked.count == parkedCount && page.refunds.isEmpty == (parkedCount == 1))
        #expect(page.parked.allSatisfy { $0.reason.text(in: .chinese).contains("合计与退款总额不一致") })
    }

    @Test("a refund of -500 is parked")
    func negativeRefund() throws {
        let records = try Self.text("11-exchange-with-price-difference/refunds.json")
        let page = try Self.douyin(
            "refunds",
            records.replacing(#""aftersale_pay_amount": 500"#, with: #""aftersale_pay_amount": -500"#))

        #expect(page.refunds.isEmpty && page.parked.count == 2)
    }

    @Test(
        "an id that is none of the platform's parks its record",
        arguments: [
            #""6920000000000000000.0""#, #""0""#, "0", #""4,000,000""#, #""4E18""#, "4E18", #""４０００""#,
            "6920000000000000000.0",
            #""692""#, #""0692000000000000000""#, #""692000000000000000000""#, #""""#, "null", "true",
        ])
    func ids(id: String) throws {
        let records = try Self.text("11-exchange-with-price-difference/orders.json")
        for old in [#""7011000000000020011""#, #""7011000000000020012""#] {
            let page = try Self.douyin(
                "orders", records.replacing(#""order_id": \#(old)"#, with: #""order_id": \#(id)"#))
            #expect(page.orders.map(\.orderID) == ["7011000000000010011"], "\(old)")
            #expect(page.parked.count == 1, "\(old)")
        }
        var cells = try OrderFileText.cells(of: "variant-a").prefix(2).map { $0 }
        for column in 0...1 where !id.contains(",") {
            let sound = cells[1][column]
            cells[1][column] = id.filter { $0 != "\"" }
            let items = try OrderFileText.items(of: cells)
            #expect(OrderFileText.orders(items).isEmpty && items.count == 1, "column \(column)")
            cells[1][column] = sound
        }
    }

    @Test(
        "words that a description does not know are told, with their order and amount, and the default counts"
    )
    func unknownWords() throws {
        let page = try Self.declared("23-unknown-refund-word", "refunds")

        #expect(page.refunds.map(\.state) == [.open, .open])
        #expect(
            page.unknownWords == [
                UnknownWord(
                    key: "refund.status", word: "退款成功（原路退回）", shopID: "Z1", orderID: "G1",
                    lineID: "G1-1", refundID: "RG1", paidFen: Fen(5_000))
            ])
        #expect(try Self.declared("23-unknown-refund-word", "orders").unknownWords.isEmpty)
    }

    @Test("orders that each list the items of all are parked, and say why")
    func itemsOfAll() throws {
        let folder = "27-items-of-all-shops-in-each-order"
        let page = try Self.declared(folder, "orders")

        #expect(page.orders.isEmpty && page.parked.map(\.orderID) == ["K1", "K2"])
        #expect(page.parked.allSatisfy { $0.reason.text(in: .chinese).contains("lines 的 path") })
    }

    @Test("times of twelve hours, in Chinese, of ISO 8601 and Excel's serials are read as what they are")
    func times() throws {
        let orders = OrderFileText.orders(
            try OrderFileText.items(of: Self.text("02-twelve-hour-times/orders.csv")))

        #expect(
            orders.compactMap(\.paidAt).map(\.description.dropFirst11) == [
                "12:20:00", "00:05:00", "20:05:00", "20:05:00", "20:05:09", "20:05:09", "20:05:00",
            ])
        #expect(orders.allSatisfy { $0.paidAt?.day.description == "2022-11-01" })
        #expect(orders.reduce(0) { $0 + $1.lines[0].paidFen.amount } == 7_000)
    }

    @Test("a header with a counting column twice is refused, naming both places")
    func twice() throws {
        let error = #expect(throws: TabularError.self) {
            try OrderFileText.items(of: Self.text("04-duplicate-header/orders.csv"))
        }
        #expect(error?.line == 1 && error?.notice.text(in: .chinese).contains("第 8 列、第 34 列") == true)
    }

    @Test("of a file with raw quotes the sound rows land and each other row is parked with its line")
    func rawQuotes() throws {
        let broken = try OrderFileText.items(of: Self.text("08-malformed-rows-counted/broken.csv"))
        let mended = try OrderFileText.items(of: Self.text("08-malformed-rows-counted/mended.csv"))

        #expect(OrderFileText.orders(broken).count == 12 && OrderFileText.orders(mended).count == 20)
        #expect(Set(OrderFileText.parked(broken).map(\.path)).count == 8)
        #expect(
            OrderFileText.parked(broken).allSatisfy {
                $0.body == "{}" && !$0.reason.text(in: .chinese).contains("甜")
            })
    }
}

extension String {
    /// The time of day of `2022-11-01 20:05:00`.
    fileprivate var dropFirst11: String { String(dropFirst(11)) }
}
