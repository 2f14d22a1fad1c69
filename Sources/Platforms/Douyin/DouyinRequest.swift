internal import Domain

/// Builds the signed request for one page, or one order.
struct DouyinRequest {
    let account: AccountAccess
    let now: Instant

    /// The request for a page; the body's keys are sorted and nothing in it needs an escape.
    func page(_ page: Int, of query: PageQuery) throws(PlatformError) -> PlatformRequest {
        try call(query.feed.method, Self.body(page, of: query))
    }

    /// The request for one order.
    func order(_ lookup: DouyinLookup) throws(PlatformError) -> PlatformRequest {
        try call(DouyinLookup.feed.method, lookup.body)
    }

    /// The request for a token, which goes without one.
    func token(_ method: String, _ body: String) throws(PlatformError) -> PlatformRequest {
        try DouyinRequest(account: account.with(accessToken: ""), now: now)
            .call(method, body, needsToken: false)
    }

    private func call(
        _ method: String, _ body: String, needsToken: Bool = true
    ) throws(PlatformError) -> PlatformRequest {
        try checkAccess(needsToken: needsToken)
        let body = Array(body.utf8)
        let timestamp = String(now.seconds)
        let sign = DouyinSignature.sign(
            appKey: account.appKey, appSecret: account.appSecret, method: method, body: body,
            timestamp: timestamp)
        let parameters = [
            ("app_key", account.appKey), ("method", method), ("access_token", account.accessToken),
            ("timestamp", timestamp), ("v", DouyinSignature.version), ("sign_method", DouyinSignature.method),
            ("sign", sign),
        ]
        let path = String(
            decoding: method.utf8.map { $0 == UInt8(ascii: ".") ? UInt8(ascii: "/") : $0 }, as: UTF8.self)
        let text = parameters.filter { !$0.1.isEmpty }.map { "\($0.0)=\(PercentEncoding.encode($0.1))" }
            .joined(separator: "&")
        return PlatformRequest(
            method: "POST", url: "\(account.baseURL)/\(path)?\(text)",
            headers: [.init("Content-Type", "application/json"), .init("x-open-no-old-err-code", "1")],
            body: body)
    }

    private static func body(_ page: Int, of query: PageQuery) -> String {
        let (from, to, size) = (query.from.seconds, query.to.seconds, Douyin.pageSize)
        return switch query.feed {
        case Douyin.refunds:
            #"{"order_by":["update_time asc"],"page":\#(page),"size":\#(size),"#
                + #""update_end_time":\#(to),"update_start_time":\#(from)}"#
        default:
            #"{"order_asc":true,"order_by":"update_time","page":\#(page),"size":\#(size),"#
                + #""update_time_end":\#(to),"update_time_start":\#(from)}"#
        }
    }

    private func checkAccess(needsToken: Bool) throws(PlatformError) {
        let token = needsToken ? [("access_token", account.accessToken)] : []
        let fields = [("app_key", account.appKey), ("app_secret", account.appSecret)] + token
        if let missing = fields.first(where: { $0.1.isEmpty }) {
            throw PlatformError(
                .stopAccount, code: missing.0,
                advice: Notice("douyin.secret_missing", missing.0))
        }
    }
}
