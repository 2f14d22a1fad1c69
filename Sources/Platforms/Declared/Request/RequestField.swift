/// What may stand in braces in a description.
///
/// The raw value is the word there.
enum RequestField: String, CaseIterable, Sendable {
    case from, to, page, size, order, shop, timestamp, method, path, query, body, code
    case appKey = "app_key"
    case appSecret = "app_secret"
    case accessToken = "access_token"
    case refreshToken = "refresh_token"
    case timestampMilliseconds = "timestamp_ms"

    /// In path, query and body of a request.
    static let ofRequest: [RequestField] = [
        .from, .to, .page, .size, .shop, .appKey, .accessToken, .timestamp, .timestampMilliseconds,
    ]
    /// In path, query and body of a request for one order.
    static let ofLookup: [RequestField] =
        [.order, .shop, .appKey, .accessToken, .timestamp, .timestampMilliseconds]
    /// In path, query and body of a request for a token.
    static let ofToken: [RequestField] = [
        .refreshToken, .code, .shop, .appKey, .appSecret, .timestamp, .timestampMilliseconds,
    ]
    /// In headers of every request.
    static let ofHeader: [RequestField] = [.shop, .appKey, .accessToken, .timestamp, .timestampMilliseconds]
    /// In the header that authorises.
    static let ofAuthorisation: [RequestField] = [.shop, .appKey, .appSecret, .accessToken]
    /// In the text that is signed.
    static let ofSignature: [RequestField] = ofHeader + [.method, .path, .query, .body]

    /// Written as a number in a body where the value is one.
    var isNumber: Bool {
        switch self {
        case .from, .to, .page, .size, .timestamp, .timestampMilliseconds: true
        default: false
        }
    }
}
