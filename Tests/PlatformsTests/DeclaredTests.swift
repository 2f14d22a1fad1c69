import Domain
import JSON
import Platforms
import Testing

@Suite("Declared platforms: pages")
struct DeclaredTests {
    @Test(
        "a page becomes the orders, refunds and parked records of its golden file",
        arguments: [
            ("events", "orders"), ("events", "refunds"), ("halls", "orders"), ("relay", "orders"),
        ])
    func pages(name: String, feed: String) throws {
        let platform = try DeclaredFixture.platform(name)

        let page = try DeclaredFixture.page(
            platform, feed, try DeclaredFixture.bytes("\(name).\(feed).json"))

        let text = GoldenText.of(page)
        #expect(!text.contains("13900001234") && !text.contains("华小满"))
        try Fixture(platform: "declared", path: "\(name).\(feed).json").expect(
            text, named: "\(name).\(feed).txt")
    }

    @Test("the window and the rate of a feed are those of the description")
    func feeds() throws {
        let platform = try DeclaredFixture.platform("events")

        #expect(platform.name == "zz-events")
        #expect(platform.title == "郑州产销对接")
        #expect(platform.baseURL == "https://api.example.com")
        #expect(
            platform.feeds.first
                == Feed(
                    name: "orders", method: "orders.list", windowSecondsMax: 604_800,
                    reachSeconds: 90 * 86_400, overlapSeconds: 300, settleSeconds: 60, rowsMax: 50_000,
                    requestsPerSecond: 10))
        #expect(
            platform.feeds.last
                == Feed(
                    name: "refunds", method: "refunds", windowSecondsMax: 86_400, reachSeconds: nil,
                    overlapSeconds: 600, settleSeconds: 0, rowsMax: nil, requestsPerSecond: 5))
    }

    @Test("the 832 platform has no host of its own and reads orders before refunds")
    func hostOf832() throws {
        let platform = try Platform832.platform()

        #expect(platform.name == "p832")
        #expect(platform.baseURL == nil)
        #expect(platform.feeds.map(\.name) == ["orders", "refunds"])
    }
}
