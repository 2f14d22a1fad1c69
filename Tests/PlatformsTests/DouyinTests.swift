import Domain
import Foundation
import JSON
import Reports
import SeededRandomness
import Testing

@testable import Platforms

@Suite struct DouyinSignatureTests {
    @Test(
        "The signature is that of the published vectors",
        arguments: [
            (
                #"{"page":0,"size":100}"#,
                "8a5350b8fdacaa753c0885ab9859d382a31de4add09c6943c1d34298bd2165f1"
            ),
            (
                #"{"a":"<苹果&>","page":"0"}"#,
                "27aa6552204f2914941caa57c9857ae535821343afaadb746b9114d61bfdc55f"
            ),
        ])
    func signs(_ body: String, _ expected: String) {
        let sign = DouyinSignature.sign(
            appKey: "appkey123", appSecret: "secret123", method: "order.searchList", body: Array(body.utf8),
            timestamp: "1800000000")
        #expect(sign == expected)
    }

    @Test("An account without a key, secret or token is told which one is missing")
    func needsAccess() {
        let access = AccountAccess(
            shopID: "1", baseURL: "http://x", appKey: "k", appSecret: "", accessToken: "t")
        let error = #expect(throws: PlatformError.self) {
            try Douyin().request(
                Fixture.query(Douyin.orders), account: access, now: Instant(seconds: 1_800_000_000))
        }
        #expect(error?.consequence == .stopAccount)
        #expect(error?.advice.text(in: .chinese).contains("app_secret") == true)
    }
}

@Suite struct DouyinOrderTests {
    @Test("An order that names a line twice is parked: credits and refunds are per line")
    func repeatedLine() throws {
        let lines = ["6900000000000000071", "6900000000000000072", "6900000000000000071"].map { id in
            #"{"order_id":"\#(id)","item_num":1,"product_name":"大米","order_amount":100,"pay_amount":100}"#
        }.joined(separator: ",")
        let body = #"""
            {"code":10000,"data":{"total":1,"page":0,"shop_order_list":[{"order_id":"6900000000000000007","order_status":5,"pay_type":2,"trade_type":0,
            "create_time":1667264000,"pay_time":1667264400,"update_time":1667264400,"pay_amount":300,
            "sku_order_list":[\#(lines)]}]}}
            """#
        let page = try Self.page(body, of: Douyin.orders)
        #expect(page.orders.isEmpty)
        #expect(page.parked.map(\.orderID) == ["6900000000000000007"])
        #expect(page.parked.first?.reason.text(in: .chinese).contains("同一个编号出现了两次") == true)
    }

    @Test(
        "A time that nobody can have meant parks its order",
        arguments: ["create_time", "pay_time", "update_time"],
        ["1667264400000", "9223372036854775807", "12", "\"253402272000\""])
    func implausibleTime(key: String, time: String) throws {
        var times = ["create_time": "1667264000", "pay_time": "1667264400", "update_time": "1667264400"]
        times[key] = time
        let members = times.map { "\"\($0)\":\($1)" }.joined(separator: ",")
        let body = #"""
            {"code":10000,"data":{"total":1,"page":0,"shop_order_list":[{"order_id":"6900000000000000007","order_status":5,"pay_type":2,"trade_type":0,
            \#(members),"pay_amount":1,
            "sku_order_list":[{"order_id":"6900000000000000071","item_num":1,"order_amount":1,"pay_amount":1}]}]}}
            """#
        let page = try Self.page(body, of: Douyin.orders)
        #expect(page.orders.isEmpty && page.parked.map(\.orderID) == ["6900000000000000007"])
        #expect(page.parked.first?.reason.text(in: .chinese).contains("数字超出范围") == true)
    }

    @Test(
        "A number of returned items that no line has parks its after-sale",
        arguments: ["-1", "1000000001", "9223372036854775807"])
    func impossibleReturn(items: String) throws {
        let body = #"""
            {"code":10000,"data":{"total":1,"page":0,"items":[{"aftersale_info":{"aftersale_id":"8000000000000000009","aftersale_type":0,
            "aftersale_status":12,"refund_status":3,"update_time":1667264400},
            "order_info":{"shop_order_id":"6900000000000000007","related_order_info":[
            {"sku_order_id":"6900000000000000071","aftersale_pay_amount":100,"aftersale_item_num":\#(items)}]}}]}}
            """#
        let page = try Self.page(body, of: Douyin.refunds)
        #expect(page.refunds.isEmpty)
        #expect(
            page.parked.map(\.orderID) == ["6900000000000000007"]
                && page.parked.map(\.refundID) == ["8000000000000000009"])
        #expect(page.parked.first?.reason.text(in: .chinese).contains("数字超出范围") == true)
    }

    @Test("A total that is smaller than the rows that came ends no window", arguments: [-1, 0, 1])
    func totalTooSmall(total: Int) throws {
        let record = #"{"order_id":"1"}"#
        let body = #"{"code":10000,"data":{"total":\#(total),"shop_order_list":[\#(record),\#(record)]}}"#
        let error = #expect(throws: PlatformError.self) { try Self.page(body, of: Douyin.orders) }
        #expect(error?.consequence == .retry)
    }

    private static func page(_ body: String, of feed: Feed) throws -> Page {
        try JSONDocument(Array(body.utf8)).read { root throws(PlatformError) in
            try Douyin().page(root, query: Fixture.query(feed), account: Fixture.access)
        }
    }
}

@Suite struct DouyinPagingTests {
    private func paging(
        page: Int = 0, size: Int = 100, rows: Int, total: Int?, hasMore: Bool? = nil
    ) -> DouyinPaging {
        DouyinPaging(page: page, size: size, rows: rows, total: total, hasMore: hasMore)
    }

    @Test("The last page is that where (page + 1) × size reaches the total")
    func ends() {
        #expect(paging(rows: 100, total: 100).next == nil)
        #expect(paging(rows: 100, total: 101).next == 1)
        #expect(paging(rows: 3, total: 101).next == 1)
        #expect(paging(rows: 0, total: 0).next == nil)
        #expect(paging(page: 1, size: 50, rows: 50, total: 120).next == 2)
    }

    @Test("The page after the next is told where the total reaches it")
    func tellsPageAfterNext() {
        #expect(paging(rows: 100, total: 201).nextButOne == 2)
        #expect(paging(rows: 100, total: 200).nextButOne == nil)
        #expect(paging(rows: 100, total: nil, hasMore: true).nextButOne == nil)
    }

    @Test("Without a total, has_more decides, else a page that isn't full")
    func endsWithoutTotal() {
        #expect(paging(rows: 3, total: nil, hasMore: true).next == 1)
        #expect(paging(rows: 100, total: nil, hasMore: false).next == nil)
        #expect(paging(rows: 100, total: nil).next == 1)
        #expect(paging(rows: 99, total: nil).next == nil)
    }

    @Test("A page that what another platform wrote leads to is refused")
    func foreignCursor() throws {
        for cursor in [PageCursor.text("abc"), .number(-1)] {
            let query = Fixture.query(Douyin.orders, cursor)
            #expect(throws: PlatformError.self) {
                try Douyin().request(query, account: Fixture.access, now: Instant(seconds: 1_672_329_600))
            }
        }
    }

    @Test("A page that contradicts its window says so, and the page size that an answer admits to counts")
    func contradictions() throws {
        #expect(throws: Never.self) { try paging(page: 2, size: 50, rows: 20, total: 120).check() }
        for paging in [paging(page: 1, rows: 50, total: 120), paging(page: 3, rows: 0, total: 350)] {
            let error = #expect(throws: PlatformError.self) { try paging.check() }
            #expect(error?.contradictsWindow == true && error?.consequence == .retry)
        }
    }
}

@Suite struct DouyinShapeTests {
    /// Answers that nobody here wrote, beside the project's folder; without them the fixtures have to do.
    private static let samples = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().appendingPathComponent("../../../shared/data/api/douyin").standardized
        .path
    private static var isPresent: Bool { FileManager.default.fileExists(atPath: samples) }

    @Test(
        "The platform's own sample answers decode",
        .enabled(if: isPresent, "the shared samples are not on this machine"),
        arguments: [("OrderSearchListResponse", "orders"), ("AftersaleListResponse", "refunds")])
    func decodesSamples(_ name: String, _ feed: String) throws {
        let body = try String(contentsOfFile: "\(Self.samples)/\(name).json", encoding: .utf8).ofFixtureShop
        let page = try Fixture(platform: "douyin", path: "pages/\(feed)/sample.json").page(Array(body.utf8))
        #expect(page.parked.isEmpty)
        #expect(page.orders.count + page.refunds.count == 1)
        #expect(page.orders.allSatisfy { $0.orderID == "4781320682406083640" })
        #expect(page.refunds.allSatisfy { $0.lineID == "4821780700279174718" && $0.state == .open })
        #expect(page.next != nil)
    }
}
