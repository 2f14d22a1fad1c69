import Domain
import JSON
import Reports
import Testing

@testable import Platforms

@Suite("How platforms give tokens")
struct TokenTests {
    private static let now = Instant(seconds: 1_800_000_000)
    private static let account = AccountAccess(
        shopID: "4463798", baseURL: "http://127.0.0.1:18080", appKey: "appkey123", appSecret: "s3cret",
        accessToken: "never-sent")
    private static let day: Int64 = 86_400_000

    private func answer(_ json: String, of issuer: any TokenIssuer = DouyinTokens()) throws -> IssuedToken {
        try JSONDocument([UInt8](json.utf8)).read { root throws(PlatformError) in
            try issuer.answer(root, askedAt: Self.now)
        }
    }

    @Test(
        "抖店 is asked with a signed body of sorted keys, and without an access token",
        arguments: [
            (
                TokenGrant.refresh("r\"1"), "token/refresh",
                #"{"grant_type":"refresh_token","refresh_token":"r\"1"}"#
            ),
            (.code("c1"), "token/create", #"{"code":"c1","grant_type":"authorization_code"}"#),
            (.ownApp, "token/create", #"{"code":"","grant_type":"authorization_self","shop_id":4463798}"#),
        ])
    func request(grant: TokenGrant, path: String, body: String) throws {
        let request = try DouyinTokens().request(grant, account: Self.account, now: Self.now)
        #expect(String(decoding: request.body, as: UTF8.self) == body)
        #expect(request.url.hasPrefix("http://127.0.0.1:18080/\(path)?app_key=appkey123&method="))
        let sign = DouyinSignature.sign(
            appKey: "appkey123", appSecret: "s3cret", method: path.replacing("/", with: "."),
            body: request.body,
            timestamp: "1800000000")
        #expect(request.url.hasSuffix("&timestamp=1800000000&v=2&sign_method=hmac-sha256&sign=\(sign)"))
        #expect(!request.url.contains("access_token") && !request.url.contains("never-sent"))
    }

    @Test(
        "抖店's expires_in is a length or an end; its refresh token lives 14 days",
        arguments: [("604800", 7 * day), ("1800000600", 600_000), ("\"3600\"", 3_600_000)])
    func lives(written: String, life: Int64) throws {
        let token = try answer(
            #"{"code":10000,"data":{"access_token":"a","expires_in":\#(written),"refresh_token":"r"}}"#)
        #expect(token.accessToken == "a" && token.refreshToken == "r")
        #expect(token.accessUntil == Self.now.advanced(byMilliseconds: life))
        #expect(token.refreshUntil == Self.now.advanced(byMilliseconds: 14 * Self.day))
    }

    @Test(
        "what 抖店 says instead of a token, and what follows",
        arguments: [
            (#"{"code":50001,"sub_code":"dop.token-generate-failed:token-expired"}"#, .tokenExpired, true),
            (#"{"code":50001,"sub_code":"dop.token-generate-failed:token-invalid"}"#, .tokenExpired, true),
            (#"{"code":50001,"sub_code":"dop.token-generate-failed:no-authorization"}"#, .tokenExpired, true),
            (
                #"{"code":50001,"sub_code":"dop.token-generate-failed:app-secret-invalid"}"#, .stopAccount,
                true
            ),
            (
                #"{"code":50001,"sub_code":"dop.token-generate-failed:grant-type-invalid"}"#, .stopAccount,
                true
            ),
            (#"{"code":50002,"sub_code":"isv.business-failed:31009"}"#, .tokenExpired, true),
            (#"{"code":50002,"sub_code":"isv.business-failed:31012"}"#, .retry, true),
            (#"{"code":40003,"sub_code":"isv.signature-invalid"}"#, .stopAccount, true),
            (#"{"code":60000}"#, .slowDown, true), (#"{"code":20000}"#, .retry, true),
            (#"{"code":12345}"#, .retry, false),
            (#"{"code":10000,"data":{"access_token":""}}"#, .retry, false),
            (#"{}"#, .retry, false),
        ] as [(String, PlatformError.Consequence, Bool)])
    func errors(json: String, consequence: PlatformError.Consequence, isKnown: Bool) throws {
        let error = try #require(throws: PlatformError.self) { try answer(json) }
        #expect(error.consequence == consequence && (error.basis == .knownCode) == isKnown, "\(error)")
    }

    // MARK: Described platforms

    private static let description = """
        name: p
        title: 测试
        channel: other
        token:
          asks_after_lost_answer: 0
          headers: {X-App: "{app_key}"}
          auth: {kind: hmac-sha256, header: X-Sign, template: "{path}"}
          refresh: {method: POST, path: /refresh, body: {token: "{refresh_token}", secret: "{app_secret}"}}
          create: {path: /create, query: {code: "{code}", shop: "{shop}"}}
          answer:
            success: {path: result, value: 1}
            errors: {7: retry, 8: stop_account}
            access_token: data.access
            refresh_token: data.refresh
            access_expires_in: data.lives
            refresh_seconds: 86400
        feeds:
          - name: f
            time: beijing
            request: {path: /r}
            paging: {kind: none}
            answer: {records: rows}
            order: {id: i, paid_at: p, updated_at: u, money: fen, lines: {title: t, quantity: q, paid: m}}

        """

    private func described(_ edit: (inout String) -> Void = { _ in }) throws -> any TokenIssuer {
        var text = Self.description
        edit(&text)
        return try #require(try DeclaredPlatform(yaml: text, file: "p.yaml").tokens)
    }

    @Test("a described platform is asked as its description says")
    func describedRequests() throws {
        let issuer = try described()
        let refresh = try issuer.request(.refresh("r&1"), account: Self.account, now: Self.now)
        #expect(refresh.method == "POST" && refresh.url == "http://127.0.0.1:18080/refresh")
        #expect(String(decoding: refresh.body, as: UTF8.self) == #"{"token":"r&1","secret":"s3cret"}"#)
        #expect(refresh.headers.map(\.name) == ["Accept", "Content-Type", "X-App", "X-Sign"])
        let create = try issuer.request(.code("c&1"), account: Self.account, now: Self.now)
        #expect(create.url == "http://127.0.0.1:18080/create?code=c%261&shop=4463798")
        #expect(issuer.rules == TokenRules(isSingleUse: true, asksAfterLostAnswer: 0))
        #expect(issuer.gives(.code) && !issuer.gives(.ownApp))
    }

    @Test(
        "its answers are read as it says, and a code that it does not name says that the token is not taken")
    func describedAnswers() throws {
        let issuer = try described()
        let token = try answer(#"{"result":"1","data":{"access":"a","refresh":"r","lives":60}}"#, of: issuer)
        #expect(token.accessToken == "a" && token.refreshToken == "r")
        #expect(token.accessUntil == Self.now.advanced(byMilliseconds: 60_000))
        #expect(token.refreshUntil == Self.now.advanced(byMilliseconds: Self.day))
        let silent = try answer(#"{"result":1,"data":{"access":"a"}}"#, of: issuer)
        #expect(silent.refreshToken == nil && silent.accessUntil == nil)
        for (json, consequence) in [
            (#"{"result":7}"#, PlatformError.Consequence.retry), (#"{"result":8}"#, .stopAccount),
            (#"{"result":100200102}"#, .tokenExpired), (#"{"result":1,"data":{}}"#, .retry), ("{}", .retry),
        ] {
            let error = try #require(throws: PlatformError.self) { try answer(json, of: issuer) }
            #expect(error.consequence == consequence, "\(json)")
        }
    }

    @Test(
        "what is missing in a description of tokens is told with its line",
        arguments: [
            ("\"{refresh_token}\"", "\"x\"", "declared.refresh_without_token"),
            ("\"{code}\"", "\"x\"", "declared.create_without_code"),
            ("    access_token: data.access\n", "", "declared.key_missing"),
            ("  refresh: {", "  renew: {", "declared.key_missing"),
            ("{shop}\"}", "{access_token}\"}", "declared.unknown_field"),
        ])
    func problems(text: String, other: String, code: String) throws {
        let error = try #require(throws: DeclaredError.self) {
            try described { $0 = $0.replacing(text, with: other) }
        }
        #expect(error.problems.contains { $0.what.code == code && $0.line > 3 }, "\(error.problems)")
    }

    @Test("how tokens are got changes nothing of what is stored")
    func mapping() throws {
        let without = Self.description.replacing(/token:\n(  .*\n)+feeds/, with: "feeds")
        let platforms = try [Self.description, without].map { try DeclaredPlatform(yaml: $0, file: "p.yaml") }
        #expect(platforms[0].mapping == platforms[1].mapping && platforms[1].tokens == nil)
    }
}
