package import Domain
package import JSON

/// 抖店, Douyin's shop platform, through its open API.
///
/// Sources: the official Go SDK as republished by zsmhub/doudian-sdk and the classes that
/// sevencat/ecommerce_sdk generated from the official documentation. A = official text, B = independent
/// implementations agree, C = one third party, ? = inferred here. Nothing was checked against the live
/// platform.
///
/// - **Host** `https://openapi-fxg.jinritemai.com`, `POST /order/searchList`, `/afterSale/List` and, for one
///   order, `/order/orderDetail`. (A)
/// - **Authorisation**: `app_key`, signature (`DouyinSignature`) and the shop's access token in the query;
///   the body is the signed `param_json`. Header `x-open-no-old-err-code: 1` asks for the new envelope; both
///   are read. Tokens and how they are refreshed: `DouyinTokens`. (A)
/// - **Time**: epoch seconds, in requests and answers; 0 and an empty text mean "not happened". (A)
/// - **Money**: fen. `promotion_amount` = shop + platform + talent, red packets within. (A)
///   - *gross* = `origin_amount` (present price) × `item_num`. (A)
///   - *paid* = `pay_amount` − `post_amount` − `tax_amount` − `promotion_pay_amount`. That `pay_amount` holds
///     freight and no discount but the payment channel's: a presale phase states order = goods + freight =
///     paid + promotion (A for phases, ? for orders; C: a client names `pay_amount − promotion_pay_amount`
///     the buyer's payment). Freight insurance is not in that sum, so it is not taken out. (?) Where the
///     order alone states freight, see `Order.reconcile`.
///   - An unpaid order's `pay_amount` is what is due: its paid is 0, of the lines and of the header.
///   - No figure may be below 0, and none less than what is inside it: such a record is parked.
///   - *subsidies* by who bears them (`shop_cost_amount`, `only_platform_cost_amount`, `author_cost_amount`).
///     (A)
///   - *refunded* = `aftersale_pay_amount` of the line. Refunded freight and tax stand beside it (the export
///     of after-sales has 退商品金额, 退运费金额, 退税费金额 as columns), so they are not taken out of it. (?)
/// - **A sale**: paid by `pay_time`; cash on delivery (`pay_type` 0) by receipt; pay later (12) by receipt
///   where it has no `pay_time`; a presale by its last phase. No sales: status 1, status 4 without payment,
///   `given_product_type` FREE and `trade_type` 102 (gifts), 10 and 12 (samples), 11 (lottery). (A) Status 4
///   with a payment: a sale that was closed. A code that is unknown (`DouyinCodes`) or missing parks its record, and
///   so do a status that says paid where nothing says when, and a line that contradicts its header in whether money
///   came. A success of 0 is no refund: parked, but for a line beside others that come to the record's total.
/// - **Numbers** of orders, lines and after-sales are 10 to 20 digits. (B)
/// - **Paging**: by page from 0, 100 rows, ascending by update; both ends of a window belong to it, so that it ends
///   three minutes before now; see `DouyinPaging`. At most 50,000 rows per window (20013), 90 days back (20022). (A)
/// - **Host and room** of a line: `author_id` (0 = none), `room_id_str`. (A)
/// - **Known gaps**: rate limits aren't published (10 requests per second is a guess). `afterSale.List` has
///   no instant of the refund, so its last update stands in. Nothing marks an order as an exchange's
///   re-shipment; exchanges are after-sales here. Packing fees, trade-in credit and state subsidies aren't
///   told apart from what the buyer paid.
///   An exchange or repair that says money was paid back contradicts itself and is parked; 价保 (6) refunds money only.
package struct Douyin: Platform {
    package let name = "douyin"
    package let baseURL: String? = "https://openapi-fxg.jinritemai.com"
    package let feeds = [Self.orders, Self.refunds]
    package let orderLookup: Feed? = DouyinLookup.feed
    package let tokens: (any TokenIssuer)? = DouyinTokens()
    /// Raised where a key becomes another one: stores of before are refused then.
    package let updateTimes = UpdateTimes(orders: "douyin-1", refunds: "douyin-1")
    package let channels: Set<Channel> = [.douyin]
    /// Raised with every change of what a record comes to (amounts, states, dates, refunds): all is read again then.
    package let mapping = "douyin-2"

    /// The most that both calls give.
    static let pageSize = 100
    private static let kept = DouyinKeptKeys()
    private static let pageKeys = DouyinPageKeys()
    private static let daySeconds: Int64 = 86_400

    /// Orders by update time.
    static let orders = feed("orders", method: "order.searchList")
    /// After-sales by update time.
    static let refunds = feed("refunds", method: "afterSale.List")

    /// The platform.
    package init() {}

    private static func feed(_ name: String, method: String) -> Feed {
        // An hour less than 90 days, because the window's start ages while pages are read. Three minutes before now, so
        // that the window is closed whatever the clocks say: an order updated in its last second would move to its end,
        // and the rows behind it up, without changing the total.
        Feed(
            name: name, method: method, windowSecondsMax: 7 * daySeconds,
            reachSeconds: 90 * daySeconds - 3600,
            overlapSeconds: 600, settleSeconds: 180, rowsMax: 50_000, requestsPerSecond: 10)
    }

    package func keyRules(of feed: Feed) -> Set<KeyRule> {
        [KeyRule(feed == Self.refunds ? .refund : .order, "douyin-1")]
    }

    package func pageKeys(of feed: Feed) -> PageKeys? {
        if feed == Self.refunds { return Self.pageKeys.ofRefunds }
        return feed == Self.orders ? Self.pageKeys.ofOrders : Self.pageKeys.ofLookups
    }

    package func request(
        _ query: PageQuery, account: AccountAccess, now: Instant
    ) throws(PlatformError) -> PlatformRequest {
        let request = DouyinRequest(account: account, now: now)
        if let orderID = query.orderID { return try request.order(DouyinLookup(orderID: orderID)) }
        return try request.page(try Self.page(query), of: query)
    }

    package func outline(_ root: JSONView, query: PageQuery) throws(PlatformError) -> Page {
        try DouyinAnswer.check(root)
        if let orderID = query.orderID { return try DouyinLookup(orderID: orderID).outline(root) }
        let data = root["data"]
        let total = (data?["total"]).flatMap { try? $0.integerIfPresent() }.map { Int(clamping: $0) }
        guard let rows = Self.rows(root, of: query) else {
            // Where nothing was found the list may be null.
            if total == 0 { return Page(rowsInWindow: 0) }
            throw DouyinAnswer.incomplete(Notice("douyin.list_missing", "data.\(Self.listName(query))"))
        }
        let hasMore = (data?["has_more"]).flatMap { try? $0.boolIfPresent() }
        let paging = DouyinPaging(
            page: try Self.page(query), size: Self.pageSize(statedIn: data), rows: rows.count, total: total,
            hasMore: hasMore)
        try paging.check()
        return Page(
            rowsInWindow: total, next: paging.next.map(PageCursor.number),
            nextButOne: paging.nextButOne.map(PageCursor.number))
    }

    package func records(_ root: JSONView, query: PageQuery, account: AccountAccess, into page: inout Page) {
        if query.orderID != nil {
            guard let order = DouyinLookup.order(root) else { return }
            return Self.map(order, at: DouyinLookup.place, isRefund: false, account, into: &page)
        }
        guard let rows = Self.rows(root, of: query) else { return }
        let isRefund = query.feed == Self.refunds
        if !isRefund { page.orders.reserveCapacity(rows.count) }
        for (index, row) in rows.enumerated() {
            Self.map(
                row, at: "data.\(Self.listName(query))[\(index)]", isRefund: isRefund, account, into: &page)
        }
    }

    private static func map(
        _ row: JSONView, at place: @autoclosure () -> String, isRefund: Bool, _ account: AccountAccess,
        into page: inout Page
    ) {
        do throws(JSONError) {
            try row.expectKeysOnce()
            if isRefund {
                let refunds = try DouyinRefund(shopID: account.shopID).refunds(row)
                page.refunds += refunds
                // The after-sale is the row, whatever the number of its lines.
                if let first = refunds.first { page.rows.append(RowIdentity(first)) }
            } else {
                let order = try DouyinOrder(shopID: account.shopID).order(row)
                page.orders.append(order)
                page.rows.append(RowIdentity(orderID: order.orderID, ofShop: account.shopID))
            }
        } catch {
            let body = (isRefund ? kept.ofRefunds : kept.ofOrders).copy(row)
            // Of a number that stands twice nobody knows which one is meant.
            let parked =
                row.repeatsKeys
                ? ParkedRecord(path: place(), reason: error.notice, isAfterSale: isRefund, body: body)
                : ParkedRecord(
                    path: place(), reason: error.notice, orderID: orderID(of: row, isRefund: isRefund),
                    refundID: isRefund ? id("aftersale_id", of: row["aftersale_info"]) : "",
                    isAfterSale: isRefund, updatedAt: updatedAt(of: row, isRefund: isRefund), body: body)
            page.parked.append(parked)
            page.rows.append(RowIdentity(parked, row, ofShop: account.shopID))
        }
    }

    private static func rows(_ root: JSONView, of query: PageQuery) -> JSONArray? {
        guard let data = root["data"] else { return nil }
        return try? query.feed == refunds ? data.array("items") : data.array("shop_order_list")
    }

    private static func listName(_ query: PageQuery) -> String {
        query.feed == refunds ? "items" : "shop_order_list"
    }

    private static func orderID(of row: JSONView, isRefund: Bool) -> String {
        isRefund ? id("shop_order_id", of: row["order_info"]) : id("order_id", of: row)
    }

    /// As far as it can be read.
    private static func updatedAt(of row: JSONView, isRefund: Bool) -> Instant? {
        if !isRefund { return try? row.instant("update_time") }
        return try? row["aftersale_info"]?.instant("update_time", or: "apply_time")
    }

    private static func id(_ key: StaticString, of view: JSONView?) -> String {
        (try? view?.identifier(key)) ?? ""
    }

    /// The page that is asked for, from 0.
    private static func page(_ query: PageQuery) throws(PlatformError) -> Int {
        switch query.page {
        case .first: return 0
        case .number(let page) where page >= 0: return page
        default:
            throw PlatformError(.stopAccount, code: "cursor", advice: Notice("douyin.cursor_foreign"))
        }
    }

    /// The page size that an answer admits to, where it is less than what was asked for.
    private static func pageSize(statedIn data: JSONView?) -> Int {
        guard let size = (data?["size"]).flatMap({ try? $0.integerIfPresent() }),
            1..<pageSize ~= Int(clamping: size)
        else { return pageSize }
        return Int(size)
    }
}
