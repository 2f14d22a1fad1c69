import Domain

/// A call of one of the plain endpoints, in terms that all of them share.
struct DeclaredCall {
    let account: Int
    let isRefunds: Bool
    /// Both ends included, epoch seconds.
    let from: Int64
    let to: Int64
    /// Rows before the page.
    let offset: Int
    let size: Int

    private static let windowSecondsMax: Int64 = 31 * 86_400
    private static let sizeMax = 200

    /// Gives one order of joint purchasing by its number.
    static let orderPath = "/joint/orders/get"

    /// The plain endpoint that a path belongs to, and whether it lists refunds.
    static func target(_ path: String) -> (endpoint: Endpoint, isRefunds: Bool)? {
        switch path {
        case "/openapi/v1/orders/list": (.p832, false)
        case "/openapi/v1/refunds/list": (.p832, true)
        case "/zz/api/deals": (.events, false)
        case "/cashier/v2/tickets": (.counters, false)
        case "/joint/orders/query", orderPath: (.canteen, false)
        case "/joint/returns/query": (.canteen, true)
        case "/media-help/records": (.media, false)
        default: nil
        }
    }

    /// Reads a request; `nil` where a parameter is missing or no window or page.
    init?(_ ask: Ask, endpoint: Endpoint, account: Int, isRefunds: Bool) {
        self.account = account
        self.isRefunds = isRefunds
        let fields = endpoint == .p832 || endpoint == .canteen ? ask.fields : ask.query
        let instants: (Instant?, Instant?) =
            switch endpoint {
            case .p832: (Self.beijing(fields["update_from"]), Self.beijing(fields["update_to"]))
            case .events, .media, .douyin: (Self.beijing(fields["from"]), Self.beijing(fields["to"]))
            case .counters: (Self.seconds(fields["since"]), Self.seconds(fields["until"]))
            case .canteen: (Self.milliseconds(fields["fromMs"]), Self.milliseconds(fields["toMs"]))
            }
        guard let first = instants.0, let last = instants.1, first <= last,
            last.seconds - first.seconds <= Self.windowSecondsMax
        else { return nil }
        (from, to) = (first.seconds, last.seconds)
        let sizeField = ["page_size", "pageSize", "limit", "size"].compactMap { fields[$0] }.first
        guard let size = Int(sizeField ?? ""), (1...Self.sizeMax).contains(size) else { return nil }
        self.size = size
        if endpoint == .counters {
            let cursor = fields["cursor"] ?? ""
            guard cursor.isEmpty || cursor.hasPrefix("after-"),
                let offset = Int(cursor.isEmpty ? "0" : cursor.dropFirst(6))
            else { return nil }
            self.offset = offset
        } else {
            let pageField = ["page_no", "pageNo", "page"].compactMap { fields[$0] }.first
            guard let page = Int(pageField ?? ""), page >= 1 else { return nil }
            offset = (page - 1) * size
        }
    }

    /// The cursor behind this page; empty where nothing follows.
    func nextCursor(total: Int) -> String {
        offset + size < total ? "after-\(offset + size)" : ""
    }

    private static func beijing(_ text: String?) -> Instant? {
        text.flatMap { Instant(iso: $0) }
    }

    private static func seconds(_ text: String?) -> Instant? {
        text.flatMap { Int64($0) }.map { Instant(seconds: $0) }
    }

    private static func milliseconds(_ text: String?) -> Instant? {
        text.flatMap { Int64($0) }.map { Instant(milliseconds: $0) }
    }
}
