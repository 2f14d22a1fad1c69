internal import Domain

/// What the fields of one request stand for.
struct RequestValues {
    let query: PageQuery
    let account: AccountAccess
    let now: Instant
    let time: TimeFormat
    /// The page as the source counts it; empty for the first page of a cursor.
    let page: String
    let size: Int
    /// What a token is asked for with; `nil` for pages and orders.
    var grant: TokenGrant?
    // Known when the request is built, for the text that is signed.
    var method = ""
    var path = ""
    var queryText = ""
    var body = ""

    /// A field's value.
    ///
    /// Throws where the account has none.
    func value(_ field: RequestField) throws(PlatformError) -> String {
        switch field {
        case .from: time.text(query.from)
        case .to: time.text(query.to)
        case .page: page
        case .size: String(size)
        case .order: query.orderID ?? ""
        case .shop: try stated(account.shopID, as: "shop")
        case .appKey: try stated(account.appKey, as: "app_key")
        case .appSecret: try stated(account.appSecret, as: "app_secret")
        case .accessToken: try stated(account.accessToken, as: "access_token")
        case .refreshToken: if case .refresh(let token)? = grant { token } else { "" }
        case .code: if case .code(let code)? = grant { code } else { "" }
        case .timestamp: String(now.seconds)
        case .timestampMilliseconds: String(now.milliseconds)
        case .method: method
        case .path: path
        case .query: queryText
        case .body: body
        }
    }

    private func stated(_ value: String, as key: String) throws(PlatformError) -> String {
        guard !value.isEmpty else {
            throw PlatformError(.stopAccount, code: key, advice: Notice("declared.secret_missing", key))
        }
        return value
    }
}
