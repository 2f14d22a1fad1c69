/// One account of the scenario: what `daihuo.yaml` says of it, and what its endpoint checks.
struct Account: Sendable {
    /// The id in `daihuo.yaml`.
    let id: String
    /// What staff read.
    let title: String
    let endpoint: Endpoint
    /// The platform's own shop id.
    let shopID: String
    let appKey: String
    let appSecret: String
    let accessToken: String

    /// The refresh token that comes with the access token, and the code that gives other ones.
    var refreshToken: String { "refresh-" + accessToken }
    var code: String { "code-" + accessToken }

    /// The platform's name in `daihuo.yaml`.
    var platform: String { endpoint.platform }

    /// Made-up access, different for each account.
    init(id: String, title: String, endpoint: Endpoint, shopID: String, random: inout SeededRandom) {
        self.id = id
        self.title = title
        self.endpoint = endpoint
        self.shopID = shopID
        appKey = "sim-\(id)"
        appSecret = Self.hexadecimal(random.next()) + Self.hexadecimal(random.next())
        accessToken = "token-" + Self.hexadecimal(random.next())
    }

    private static func hexadecimal(_ number: UInt64) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

/// What the simulator answers for.
enum Endpoint: String, CaseIterable, Sendable {
    case douyin, p832, events, counters, canteen, media

    var platform: String {
        switch self {
        case .douyin, .p832: rawValue
        case .events: "zz-events"
        case .counters: "sq-counters"
        case .canteen: "xh-canteen"
        case .media: "media-zhunong"
        }
    }
}
