import Domain
import JSON
import Platforms

/// Reads a page: every value as everything, then as an answer of each platform.
enum PageReading {
    private static let account = AccountAccess(
        shopID: "4463798", baseURL: "http://127.0.0.1:1", appKey: "ak", appSecret: "s3cret",
        accessToken: "token")
    /// Those of a shop's page, and a few that no page has.
    private static let keys: [JSONKey] = [
        "data", "list", "orders", "refunds", "id", "order_id", "amount", "paid", "lines", "code", "total",
        "page", "next", "time", "state", "k", "",
    ]
    private static let order = OrderKey(channel: .douyin, shopID: "4463798", orderID: "1")
    private static let platforms = PlatformList.platforms + Seeds.declaredPlatforms

    static func read(_ bytes: [UInt8]) -> FuzzedReader.Outcome {
        guard let document = try? JSONDocument(bytes) else { return .refused }
        document.read { root in
            visit(root)
            for platform in platforms { map(root, by: platform) }
        }
        return .read
    }

    /// Maps a page by each feed of a platform.
    static func map(_ root: JSONView, by platform: some Platform) {
        for feed in platform.feeds + [platform.orderLookup].compactMap(\.self) {
            let query = PageQuery(
                feed: feed, from: Instant(seconds: 1_667_232_000), to: Instant(seconds: 1_667_318_400),
                page: feed.name == Feed.lookupName ? .order(order) : .first)
            guard var page = try? platform.outline(root, query: query) else { continue }
            platform.records(root, query: query, account: account, into: &page)
        }
    }

    private static func visit(_ view: JSONView) {
        _ = try? view.text()
        _ = try? view.integer()
        _ = try? view.integerIfPresent()
        _ = try? view.fen()
        _ = try? view.fenIfPresent()
        _ = try? view.decimal(decimals: 3)
        _ = try? view.decimal(decimals: 6, roundsHalfEven: true)
        _ = try? view.bool()
        _ = try? view.beijingTime()
        _ = view.isAllDigits
        view.withRawBytes { precondition(!$0.isEmpty, "a value without bytes") }
        _ = view.withBytes { $0.count }
        _ = try? view.expectKeysOnce()
        _ = view.at(path: ["data", "0", ""])
        (try? view.array())?.forEach(visit)
        for key in keys { view[key].map(visit) }
    }
}
