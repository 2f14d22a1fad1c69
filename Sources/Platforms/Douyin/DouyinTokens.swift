import Domain
internal import JSON

/// 抖店's tokens: `token.create` and `token.refresh`, signed like every call, without an access token.
///
/// Sources: the official Go SDK as republished by zsmhub/doudian-sdk (`core/create_token_request.go`,
/// `core/refresh_token_request.go`), the texts of the official documentation in the classes that sevencat/ecommerce_sdk
/// generated from it, and the official Java SDK's. Nothing was checked against the live platform.
///
/// - An app that is the shop's own asks with `authorization_self` and the shop's id; any other with `authorization_code`
///   and the code that the shop's consent gave. (A)
/// - An access token lives 7 days, a refresh token 14. `expires_in` is a length in seconds in one text and an instant in
///   another: read as either. No answer says when the refresh token ends: 14 days from being asked for. (A)
/// - Asked more than an hour before the access token ends, the platform answers the same pair, which lives no longer; within
///   the hour a new one, and the old pair works for another hour; after the end a new one, and the old pair is void. (A)
///   So a refresh token whose answer was lost may be sent once more: within the hour it still works, and after the end the
///   platform refuses it. That it gives the new pair again is not known. (?)
/// - 50001 (`token-expired`, `token-invalid`, `code-expired`, `no-authorization`) and 50002 31009: authorise again; of 50001,
///   what begins with `app-` or is `grant-type-invalid` is the app's fault. 31012: two asked at once, ask again. (A, B)
struct DouyinTokens: TokenIssuer {
    /// Ten minutes less than the hour in which a new pair is given: clocks differ.
    let rules = TokenRules(isSingleUse: true, asksAfterLostAnswer: 1, renewsWithinSeconds: 3_000)

    private static let accessSeconds: Int64 = 7 * 86_400
    private static let refreshSeconds: Int64 = 14 * 86_400

    func gives(_ kind: TokenGrant.Kind) -> Bool { true }

    func request(
        _ grant: TokenGrant, account: AccountAccess, now: Instant
    ) throws(PlatformError) -> PlatformRequest {
        let request = DouyinRequest(account: account, now: now)
        return switch grant {
        case .refresh(let token):
            try request.token(
                "token.refresh",
                #"{"grant_type":"refresh_token","refresh_token":\#(BodyTemplate.quoted(token))}"#)
        case .code(let code):
            try request.token(
                "token.create", #"{"code":\#(BodyTemplate.quoted(code)),"grant_type":"authorization_code"}"#)
        case .ownApp:
            try request.token(
                "token.create",
                #"{"code":"","grant_type":"authorization_self","shop_id":\#(Self.shop(account))}"#)
        }
    }

    func answer(_ root: JSONView, askedAt: Instant) throws(PlatformError) -> IssuedToken {
        try Self.refuseFailure(root)
        guard let data = root["data"], let access = Self.text("access_token", of: data),
            let refresh = Self.text("refresh_token", of: data)
        else { throw DouyinAnswer.incomplete(Notice("douyin.list_missing", "data.access_token")) }
        let seconds = (data["expires_in"]).flatMap { try? $0.integerIfPresent() } ?? Self.accessSeconds
        return IssuedToken(
            accessToken: access, refreshToken: refresh, accessUntil: .end(after: seconds, from: askedAt),
            refreshUntil: .end(after: Self.refreshSeconds, from: askedAt))
    }

    /// A number, as the official SDK writes it.
    private static func shop(_ account: AccountAccess) -> String {
        Int64(account.shopID).map(String.init) ?? BodyTemplate.quoted(account.shopID)
    }

    /// Numbers of failed business are those of these two calls alone, so they do not stand in `DouyinAnswer`.
    private static func refuseFailure(_ root: JSONView) throws(PlatformError) {
        let code = try? root.integerIfPresent("code")
        let subCode = root["sub_code"]?.textIfPresent() ?? ""
        if subCode.hasPrefix("isv.business-failed:31012") {
            throw PlatformError(
                .retry, code: "50002 31012", advice: Notice("douyin.busy"), basis: .knownCode)
        }
        guard code == 50_001 || code == 50_002 else { return try DouyinAnswer.check(root) }
        let ofApp = ["app-", "grant-type-invalid"].map { "dop.token-generate-failed:" + $0 }
        let isOfApp = ofApp.contains(where: subCode.hasPrefix)
        throw PlatformError(
            isOfApp ? .stopAccount : .tokenExpired,
            code: "\(code ?? 0) \(DouyinAnswer.harmless(subCode) ?? "")",
            advice: Notice(isOfApp ? "douyin.app_refused" : "douyin.authorisation_expired"), basis: .knownCode
        )
    }

    private static func text(_ key: JSONKey, of data: JSONView) -> String? {
        data[key]?.textIfPresent().flatMap { $0.isEmpty ? nil : $0 }
    }
}
