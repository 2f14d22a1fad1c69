import Domain
import JSON
import Platforms
import Reports
import Testing

@Suite("Declared platforms: requests")
struct DeclaredRequestTests {
    private let now = Instant(seconds: 1_667_433_600)

    private func request(
        _ platform: DeclaredPlatform, _ feed: String = "orders", _ page: PageCursor = .first,
        account: AccountAccess = DeclaredFixture.account
    ) throws -> PlatformRequest {
        let query = Fixture.query(try DeclaredFixture.feed(platform, feed), page)
        return try platform.request(query, account: account, now: now)
    }

    private func fields(_ request: PlatformRequest) -> [String] {
        request.headers.map { "\($0.name): \($0.value)" }
    }

    @Test("HMAC-SHA256 signs method, path, query, body and time")
    func hmac() throws {
        let request = try request(try Platform832.platform(), "orders", .number(2))

        #expect(request.method == "POST")
        #expect(request.url == "http://127.0.0.1:18080/openapi/v1/orders/list")
        #expect(
            String(decoding: request.body, as: UTF8.self)
                == #"{"account":"PUR-1","update_from":"2022-11-01 00:00:00","#
                + #""update_to":"2022-11-02 00:00:00","page_no":2,"page_size":100}"#)
        // Computed with Python's hmac over the five parts, joined by line feeds.
        #expect(
            fields(request) == [
                "Accept: application/json", "Content-Type: application/json", "X-App-Key: ak-1",
                "X-Timestamp: 1667433600",
                "X-Sign: 058535fc65315495cb4fc377c55bfa53e1cc9aaaa139c53427e75d183bd19367",
            ])
    }

    @Test("a query is percent-encoded in the order of the file and leaves empty parameters out")
    func query() throws {
        let request = try request(try DeclaredFixture.platform("events"))

        #expect(
            request.url
                == "http://127.0.0.1:18080/api/v1/shops/PUR-1/orders?from=1667232000&to=1667318400&page=1&size=2"
                + "&%E7%B1%BB%E5%88%AB=%E8%94%AC%E8%8F%9C%20%26%20%E6%B0%B4%E6%9E%9C&token=token-1")
        #expect(request.body.isEmpty)
        #expect(
            fields(request) == [
                "Accept: application/json", "X-App-Key: ak-1", "X-Api-Key: key s3cret-of-test",
            ])
    }

    @Test("an offset counts rows, and milliseconds are milliseconds")
    func offset() throws {
        let request = try request(try DeclaredFixture.platform("events"), "refunds", .number(50))

        #expect(
            request.url
                == "http://127.0.0.1:18080/api/v1/refunds?from=1667232000000&to=1667318400000&skip=50&size=50"
        )
    }

    @Test("an ISO time names Beijing's zone, and is read back as the same instant")
    func iso() throws {
        let platform = try DeclaredPlatform(
            yaml: """
                name: iso
                title: 测试
                channel: other
                feeds:
                  - name: orders
                    time: iso
                    request: {path: /orders, query: {from: "{from}", to: "{to}"}}
                    paging: {kind: none}
                    answer: {records: list}
                    refund: {id: id, order: id, money: fen, amount: id, updated_at: at}
                """, file: "iso.yaml")

        let url = try request(platform).url
        #expect(
            url.hasSuffix("?from=2022-11-01T00%3A00%3A00%2B08%3A00&to=2022-11-02T00%3A00%3A00%2B08%3A00"))
        #expect(Instant(iso: "2022-11-01T00:00:00+08:00") == Instant(seconds: 1_667_232_000))
    }

    @Test("a body keeps its literals, escapes its texts and writes a cursor as text")
    func body() throws {
        let platform = try DeclaredFixture.platform("halls")
        let account = AccountAccess(
            shopID: "店\"\n", baseURL: "http://h", appKey: "", appSecret: "", accessToken: "token-1")

        let first = try request(platform, "orders", .first, account: account)
        let second = try request(platform, "orders", .text("123"), account: account)

        #expect(
            String(decoding: first.body, as: UTF8.self)
                == #"{"from":"2022-11-01 00:00:00","to":"2022-11-02 00:00:00","cursor":"","limit":100,"#
                + #""flags":[true,1,"1",null],"note":"a\"b\\店\"\u000a"}"#)
        #expect(String(decoding: second.body, as: UTF8.self).contains(#""cursor":"123""#))
        #expect(fields(first).last == "Authorization: Bearer token-1")
    }

    @Test("without authorisation nothing is added")
    func none() throws {
        let request = try request(try DeclaredFixture.platform("relay"))

        #expect(request.url == "http://127.0.0.1:18080/orders")
        #expect(fields(request) == ["Accept: application/json"])
    }

    @Test(
        "an account without a secret that is needed stops, and is told which", arguments: ["events", "halls"])
    func missingSecret(name: String) throws {
        let account = AccountAccess(
            shopID: "PUR-1", baseURL: "http://h", appKey: "ak", appSecret: "", accessToken: "")
        let platform = try DeclaredFixture.platform(name)

        let error = #expect(throws: PlatformError.self) { try request(platform, account: account) }

        #expect(error?.consequence == .stopAccount)
        #expect(error?.code == "access_token")
    }

    @Test("a secret with a line break is refused, not sent as a header of its own")
    func lineBreak() throws {
        let account = AccountAccess(
            shopID: "PUR-1", baseURL: "http://h", appKey: "ak", appSecret: "s3cret\r\nX: y", accessToken: "t")
        let platform = try DeclaredFixture.platform("events")

        let error = #expect(throws: PlatformError.self) { try request(platform, account: account) }

        #expect(error?.code == "X-Api-Key")
        #expect(error?.notice.text(in: .chinese).contains("s3cret") == false)
    }
}
