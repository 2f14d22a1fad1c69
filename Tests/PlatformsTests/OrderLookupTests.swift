import Domain
import Foundation
import JSON
import Platforms
import Reports
import Testing

/// One order, asked for by its number.
///
/// `lookups/<number>.json` is what is answered to who asks for that number; what becomes of it stands beside it.
@Suite("Asking for one order")
struct OrderLookupTests {
    static let answers =
        PlatformList.platforms.flatMap { Fixture.all($0.name, in: "lookups", ending: "json") }
        + Fixture.all("declared", in: "lookups", ending: "json")

    @Test("an answer becomes what its golden text says: the order, nothing, or a refusal", arguments: answers)
    func answer(_ fixture: Fixture) throws {
        let platform = try Self.platform(of: fixture)
        let text = Self.text(of: fixture, try Self.read(try fixture.bytes(), fixture.name, platform))

        #expect(!text.contains("13900001234") && !text.contains("华小满"))
        try fixture.expect(text, named: "\(fixture.name).txt")
    }

    @Test("an order comes to the same whether it is asked for or listed")
    func sameAsListed() throws {
        let listed = Fixture(platform: "douyin", path: "pages/orders/ordinary.json")
        let asked = Fixture(platform: "douyin", path: "lookups/6900000000000010010.json")
        let order = try Self.read(try asked.bytes(), asked.name, try asked.builtIn()).get().orders

        #expect(order.count == 1)
        #expect(try listed.page(listed.bytes()).orders.first == order.first)
    }

    @Test("the answer for one number is no answer for another", arguments: answers)
    func otherNumber(_ fixture: Fixture) throws {
        let page = try? Self.read(
            try fixture.bytes(), "6900000000000088010", try Self.platform(of: fixture)
        ).get()

        #expect(page?.orders.isEmpty != false && page?.refunds.isEmpty != false)
        #expect(page?.parked.isEmpty != false && page?.rowsInWindow ?? 0 == 0)
    }

    @Test("nor is it for the same number of another shop, where the description names a shop")
    func otherShop() throws {
        let yaml = try DeclaredFixture.text("events.yaml")
            .replacing(
                "      id: order_no\n      status:",
                with: "      id: order_no\n      shop: seller\n      status:")
        let platform = try DeclaredPlatform(yaml: yaml, file: "p.yaml")
        let body = String(decoding: try DeclaredFixture.bytes("lookups/E1.json"), as: UTF8.self)
        for (shop, isAskedFor) in [(Fixture.access.shopID, true), ("Z9", false)] {
            let record = body.replacing("\"order_no\"", with: "\"seller\":\"\(shop)\",\"order_no\"")
            switch try Self.read(Array(record.utf8), "E1", platform) {
            case .success(let page): #expect(isAskedFor && page.orders.map(\.shopID) == [shop])
            case .failure(let error):
                #expect(!isAskedFor && error.advice == Notice("platform.other_order"))
            }
        }
    }

    @Test("the request is as recorded", arguments: ["douyin", "declared"])
    func request(_ folder: String) throws {
        let fixture = Fixture(platform: folder, path: "lookups/request.txt")
        let platform = try Self.platform(of: fixture)
        var text = ""
        // The second number is none; whatever stands there must not become a part of path, query or JSON.
        for number in ["6900000000000010010", #"1/../"2&x=李"#] {
            let request = try platform.request(
                try Self.query(number, platform), account: Fixture.access,
                now: Instant(seconds: 1_800_000_000))
            text += "\(request.method) \(request.url)\n"
            text += request.headers.map { "  \($0.name): \($0.value)\n" }.joined()
            text += "  \(String(decoding: request.body, as: UTF8.self))\n"
        }
        try fixture.expect(text, named: "request.txt")
    }

    @Test("each error has the consequence that it has for a page")
    func errors() throws {
        let fixture = Fixture(platform: "douyin", path: "errors.txt")
        for line in try fixture.lines() {
            let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
            let result = try Self.read(Array(parts[1].utf8), "6900000000000010010", try fixture.builtIn())
            // Without a list a page lacks something; without an order there is none.
            if case .success(let page) = result {
                #expect(parts[0] == "retry" && page.rowsInWindow == 0, "\(line)")
            } else if case .failure(let error) = result {
                #expect("\(error.consequence)" == parts[0], "\(line)")
            }
        }
    }

    @Test("what asks for single orders is a call of its own and no part of what records mean")
    func meaning() throws {
        let yaml = try DeclaredFixture.text("events.yaml")
        let range = try #require(yaml.range(of: "    lookup:\n"))
        let end = try #require(yaml.range(of: "  - name: refunds"))
        var without = yaml
        without.removeSubrange(range.lowerBound..<end.lowerBound)
        let (asks, asksNot) = (
            try DeclaredPlatform(yaml: yaml, file: "p.yaml"),
            try DeclaredPlatform(yaml: without, file: "p.yaml")
        )

        #expect(asks.orderLookup == Feed(lookup: "orders.get", requestsPerSecond: 2))
        #expect(asksNot.orderLookup == nil)
        #expect(asks.feeds == asksNot.feeds)
        #expect(asks.keyRules == asksNot.keyRules && asks.mapping == asksNot.mapping)
        #expect(asks.updateTimes == asksNot.updateTimes)
        // What lands by it has the keys of the orders beside it.
        for platform in [asks, Douyin()] as [any Platform] {
            let (lookup, orders) = (try #require(platform.orderLookup), try #require(platform.feeds.first))
            #expect(platform.keyRules(of: lookup) == platform.keyRules(of: orders))
            #expect(platform.keyRules(of: lookup).map(\.kind).contains(.order))
        }
        // Nor of what is kept of a parked record.
        let body = Array(#"{"code":0,"data":{"total":1,"list":[{"order_no":"E1","code":3,"msg":"x"}]}}"#.utf8)
        let bodies = try [asks, asksNot].map {
            try DeclaredFixture.page($0, "orders", body).parked.map(\.body)
        }
        #expect(bodies[0] == bodies[1] && bodies[0] == [#"{"order_no":"E1"}"#])
    }

    @Test("without a method and a rate of its own it is paced as its feed")
    func defaults() throws {
        let yaml = try DeclaredFixture.text("events.yaml")
            .replacing("      method: orders.get\n", with: "").replacing("      rate: 2\n", with: "")
        let platform = try DeclaredPlatform(yaml: yaml, file: "p.yaml")

        #expect(platform.orderLookup == Feed(lookup: "order_lookup", requestsPerSecond: 10))
    }

    private static func platform(of fixture: Fixture) throws -> any Platform {
        fixture.platform == "declared" ? try DeclaredFixture.platform("events") : try fixture.builtIn()
    }

    private static func query(_ number: String, _ platform: any Platform) throws -> PageQuery {
        PageQuery(
            order: OrderKey(channel: .event, shopID: Fixture.access.shopID, orderID: number),
            by: try #require(platform.orderLookup))
    }

    private static func read(
        _ body: [UInt8], _ number: String, _ platform: any Platform
    ) throws -> Result<Page, PlatformError> {
        let query = try query(number, platform)
        return try JSONDocument(body).read { root in
            do throws(PlatformError) {
                return .success(try platform.page(root, query: query, account: Fixture.access))
            } catch {
                return .failure(error)
            }
        }
    }

    private static func text(of fixture: Fixture, _ result: Result<Page, PlatformError>) -> String {
        switch result {
        case .success(let page): GoldenText.of(page)
        case .failure(let error): "\(error.consequence) \(error.code): \(error.advice.text(in: .chinese))\n"
        }
    }
}
