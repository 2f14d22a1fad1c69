import Domain
import Platforms

extension Platform {
    /// The keys of secrets without which the platform cannot write a request: `app_key`, `access_token`.
    ///
    /// Found by asking for requests that nobody sends.
    var secretKeysNeeded: [String] {
        ["app_key", "app_secret", "access_token"].filter { key in
            feeds.contains { feed in
                writesRequest(feed, without: nil) && !writesRequest(feed, without: key)
            }
        }
    }

    private func writesRequest(_ feed: Feed, without key: String?) -> Bool {
        let account = AccountAccess(
            shopID: "1", baseURL: baseURL ?? "http://127.0.0.1", appKey: key == "app_key" ? "" : "1",
            appSecret: key == "app_secret" ? "" : "1", accessToken: key == "access_token" ? "" : "1")
        let start = Instant(seconds: 0)
        let query = PageQuery(feed: feed, from: start, to: start, page: .first)
        return (try? request(query, account: account, now: start)) != nil
    }
}
