/// One account of the scenario: what `daihuo.yaml` says of it, and what its endpoint checks, where it has one.
struct Account: Sendable {
    /// The id in `daihuo.yaml`.
    let id: String
    /// What staff read.
    let title: String
    let access: Access
    /// The platform's own shop id.
    let shopID: String
    let appKey: String
    let appSecret: String
    let accessToken: String

    /// How its orders can be had.
    enum Access: Sendable {
        case endpoint(Endpoint)
        /// There is no API: somebody saves files by hand.
        case files(FileKind)
    }

    /// What answers for it; `nil` where its orders come as files.
    var endpoint: Endpoint? {
        if case .endpoint(let endpoint) = access { endpoint } else { nil }
    }

    /// Which files its orders come as; `nil` where an endpoint answers for it.
    var files: FileKind? {
        if case .files(let files) = access { files } else { nil }
    }

    /// The refresh token that comes with the access token, and the code that gives other ones.
    var refreshToken: String { "refresh-" + accessToken }
    var code: String { "code-" + accessToken }

    /// The platform's name in `daihuo.yaml`.
    var platform: String {
        switch access {
        case .endpoint(let endpoint): endpoint.platform
        case .files(let files): files.platform
        }
    }

    /// Made-up secrets, different for each account.
    init(id: String, title: String, access: Access, shopID: String, random: inout SeededRandom) {
        self.id = id
        self.title = title
        self.access = access
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

/// What somebody saves by hand where there is no API.
enum FileKind: Sendable {
    /// The exports of 抖店: orders, and after-sales beside them.
    case douyinExports
    /// Our own form 销售清单, which somebody at a hall fills in.
    case salesList

    var platform: String {
        switch self {
        case .douyinExports: "douyin"
        case .salesList: "hall"
        }
    }

    /// What these files cannot tell of: how many pieces came back of a line does not stand in them.
    var untold: Set<Fate> { [.itemsReturned, .lateReturn] }
}
