package import Domain
package import JSON

/// Everything daihuo knows about one platform: pure and synchronous, no clock, no network, no log, no database.
///
/// A platform answers three questions about a page: how to ask for it, what an answer means, and what follows.
/// `Sync` owns the loop, pacing, retries and what is to be read. See docs/adding-a-platform.md.
package protocol Platform: Sendable {
    /// The name in `daihuo.yaml`: `douyin`.
    var name: String { get }
    /// The platform's own host; `nil` where every account must state its `base_url`.
    var baseURL: String? { get }
    /// What kind of source its answers are: the platform itself unless it says otherwise; an ERP counts after files.
    ///
    /// `Books` puts an order together from what each kind said last.
    var kind: SourceKind { get }
    /// What makes the keys of the records of a feed: channel, shop, order, line and after-sale numbers.
    ///
    /// What was stored by a rule that no feed has any more would be stored once more under other keys. To be changed in code
    /// only where a key becomes another one.
    func keyRules(of feed: Feed) -> Set<KeyRule>
    /// All that decides what its records mean, and which are asked for: names of feeds, words, money, states, dates, lines,
    /// refunds.
    ///
    /// Where it is another one than when records were stored, they are read again. To be changed in code with every change
    /// of what a stored record would come to.
    var mapping: String { get }
    /// What the update times of its records are read from: those of two mappings compare where it is the same.
    var updateTimes: UpdateTimes { get }
    /// The channels that its records may be of.
    var channels: Set<Channel> { get }
    /// What is read from an account: of any time the first before the others (docs/decisions/0015).
    var feeds: [Feed] { get }
    /// How one order is asked for by its number, with a rate of its own; `nil` where the platform gives none.
    ///
    /// It is asked for with the cursor `.order`, outside of any window. What comes is an order like those of `feeds`.
    var orderLookup: Feed? { get }
    /// How it gives access tokens; `nil` where a person has to put in each.
    var tokens: (any TokenIssuer)? { get }

    /// The request for one page. Throws where the account's settings do not suffice.
    func request(
        _ query: PageQuery, account: AccountAccess, now: Instant
    ) throws(PlatformError) -> PlatformRequest

    /// What the envelope of an answer says: where the next page stands and how many rows there are; no records yet.
    ///
    /// Cheap, so that the next page can be asked for while this one is mapped. Throws the error that the platform
    /// states, with its consequence.
    func outline(_ root: JSONView, query: PageQuery) throws(PlatformError) -> Page

    /// Whether an answer that holds no page, by its HTTP status, says that there is nothing; what states an error by a code that is
    /// known does not.
    func isEmpty(status: Int, hasBody: Bool, query: PageQuery) -> Bool

    /// Maps the records of an answer whose outline was read; what cannot be decoded is parked.
    ///
    /// It tells the identity of every row: a window counts as read once they come to its total.
    func records(_ root: JSONView, query: PageQuery, account: AccountAccess, into page: inout Page)

    /// What may be kept of the pages of a feed, or of the answers for single orders; `nil` where none of them is kept.
    func pageKeys(of feed: Feed) -> PageKeys?
}

extension Platform {
    /// A platform's own API.
    package var kind: SourceKind { .api }

    /// Nobody has said what may be kept.
    package func pageKeys(of feed: Feed) -> PageKeys? { nil }

    /// Nothing but a page says that there is nothing.
    package func isEmpty(status: Int, hasBody: Bool, query: PageQuery) -> Bool { false }

    /// What makes the keys of all its records.
    package var keyRules: Set<KeyRule> { feeds.reduce(into: []) { $0.formUnion(keyRules(of: $1)) } }

    /// The whole page: outline and records.
    package func page(
        _ root: JSONView, query: PageQuery, account: AccountAccess
    ) throws(PlatformError) -> Page {
        var page = try outline(root, query: query)
        records(root, query: query, account: account, into: &page)
        return page
    }
}

/// One kind of record of a platform that is read window by window.
package struct Feed: Hashable, Sendable {
    /// The name in messages and in the store: `orders`, `refunds`.
    package let name: String
    /// The platform's name of the call, which rate limits belong to: `order.searchList`.
    package let method: String
    /// The longest window of one query, in seconds.
    package let windowSecondsMax: Int64
    /// How far back the platform answers, in seconds; `nil` = for ever.
    package let reachSeconds: Int64?
    /// How far a new window reaches back behind the last one, in seconds: late updates are read twice.
    package let overlapSeconds: Int64
    /// How long before now a window must end, in seconds.
    package let settleSeconds: Int64
    /// The most rows that one window may hold; a larger one is split.
    ///
    /// `nil` = any.
    package let rowsMax: Int?
    /// Requests per second on the platform's own host; an account with a `base_url` of its own is not paced
    /// unless it states a `rate`.
    package let requestsPerSecond: Int

    /// A feed.
    ///
    /// Units are in the names.
    package init(
        name: String, method: String, windowSecondsMax: Int64, reachSeconds: Int64?, overlapSeconds: Int64,
        settleSeconds: Int64, rowsMax: Int?, requestsPerSecond: Int
    ) {
        self.name = name
        self.method = method
        self.windowSecondsMax = windowSecondsMax
        self.reachSeconds = reachSeconds
        self.overlapSeconds = overlapSeconds
        self.settleSeconds = settleSeconds
        self.rowsMax = rowsMax
        self.requestsPerSecond = requestsPerSecond
    }

    /// The earliest update time that the platform still answers; `nil` = it answers for ever.
    package func reach(at now: Instant) -> Instant? {
        reachSeconds.map { now.advanced(byMilliseconds: -$0 * 1000) }
    }

    /// Where the last window ends: the platform needs a while to settle.
    package func end(at now: Instant) -> Instant { now.advanced(byMilliseconds: -settleSeconds * 1000) }
}

/// What an account contributes to a request.
package struct AccountAccess: Sendable {
    /// The platform's own shop id (or purchaser id).
    package let shopID: String
    /// Scheme, host and port, without a trailing slash.
    package let baseURL: String
    package let appKey: String
    package let appSecret: String
    package let accessToken: String

    /// Access of one account.
    ///
    /// Secrets live here and in requests only, never in an error.
    package init(shopID: String, baseURL: String, appKey: String, appSecret: String, accessToken: String) {
        self.shopID = shopID
        self.baseURL = baseURL
        self.appKey = appKey
        self.appSecret = appSecret
        self.accessToken = accessToken
    }

    /// The same with another access token.
    package func with(accessToken: String) -> AccountAccess {
        AccountAccess(
            shopID: shopID, baseURL: baseURL, appKey: appKey, appSecret: appSecret, accessToken: accessToken)
    }
}

extension AccountAccess: CustomStringConvertible, CustomReflectable {
    /// Never the secrets.
    package var description: String { "access of \(shopID)" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}

/// Which page of which window of a feed.
package struct PageQuery: Hashable, Sendable {
    package let feed: Feed
    /// The window, both ends included as the platform includes them.
    package let from: Instant
    package let to: Instant
    package let page: PageCursor

    /// A page of a window.
    package init(feed: Feed, from: Instant, to: Instant, page: PageCursor) {
        self.feed = feed
        self.from = from
        self.to = to
        self.page = page
    }
}

/// Where in a window a page stands.
package enum PageCursor: Hashable, Sendable {
    case first
    /// The page number or offset as the platform counts it.
    case number(Int)
    /// An opaque cursor that the platform gave.
    case text(String)
    /// This one order; for `orderLookup` alone.
    case order(OrderKey)
}

/// A request in the platform's own terms; `Sync` sends it.
package struct PlatformRequest: Hashable, Sendable {
    /// `GET` or `POST`.
    package let method: String
    /// The whole URL, query included.
    package let url: String
    package let headers: [Header]
    package let body: [UInt8]

    /// A header field.
    package struct Header: Hashable, Sendable {
        package let name: String
        package let value: String

        /// A header field.
        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// A request.
    package init(method: String, url: String, headers: [Header] = [], body: [UInt8] = []) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
    }
}

/// What one answer holds.
package struct Page: Sendable {
    package var orders: [Order]
    package var refunds: [Refund]
    /// Records that could not be decoded.
    package var parked: [ParkedRecord]
    /// Words that the description does not know, of the records that landed and of those that are parked for it.
    package var unknownWords: [UnknownWord]
    /// The rows of the answer, each once for every time that it stands there, whatever it was mapped to; `records` tells them.
    package var rows: [RowIdentity] = []
    /// Rows in the whole window, where the platform says so.
    package var rowsInWindow: Int?
    /// Where the next page stands; `nil` = none follows.
    package var next: PageCursor?
    /// Where the page after the next will stand, if the next answer confirms it: it may be asked for already.
    ///
    /// `nil` = nothing is known, or nothing follows.
    package var nextButOne: PageCursor?

    /// A page.
    package init(
        orders: [Order] = [], refunds: [Refund] = [], parked: [ParkedRecord] = [],
        unknownWords: [UnknownWord] = [], rowsInWindow: Int? = nil,
        next: PageCursor? = nil, nextButOne: PageCursor? = nil
    ) {
        self.orders = orders
        self.refunds = refunds
        self.parked = parked
        self.unknownWords = unknownWords
        self.rowsInWindow = rowsInWindow
        self.next = next
        self.nextButOne = nextButOne
    }
}
