import Domain
import Platforms

extension Platform {
    /// The keys of secrets without which the platform cannot write a request: `app_key`, `access_token`.
    ///
    /// Found by asking for requests that nobody sends.
    var secretKeysNeeded: [String] {
        ["app_key", "app_secret", "access_token"].filter { key in
            let start = Instant(seconds: 0)
            let pages = feeds.map { PageQuery(feed: $0, from: start, to: start, page: .first) }
            let order = orderLookup.map {
                PageQuery(order: OrderKey(channel: .other, shopID: "1", orderID: "1"), by: $0)
            }
            return (pages + [order].compactMap(\.self)).contains { query in
                writesRequest(query, without: nil) && !writesRequest(query, without: key)
            }
        }
    }

    private func writesRequest(_ query: PageQuery, without key: String?) -> Bool {
        let account = AccountAccess(
            shopID: "1", baseURL: baseURL ?? "http://127.0.0.1", appKey: key == "app_key" ? "" : "1",
            appSecret: key == "app_secret" ? "" : "1", accessToken: key == "access_token" ? "" : "1")
        return (try? request(query, account: account, now: Instant(seconds: 0))) != nil
    }
}
