/// Answers as the shop platform does: its checks, limits and shapes.
struct DouyinEndpoint {
    let books: Books

    /// Gives one order by its number.
    static let orderPath = "/order/orderDetail"
    private static let pageSizeMax = 100
    private static let rowsMax = 50_000
    private static let reachSeconds: Int64 = 90 * 86_400

    func answer(_ ask: Ask) -> Reply {
        guard
            let account = books.scenario.accounts.firstIndex(where: {
                $0.endpoint == .douyin && $0.appKey == ask.query["app_key"]
            })
        else {
            return Self.failure(40003, "isv.app-key-invalid", "app_key 不存在")
        }
        if let refusal = refusal(ask, books.scenario.accounts[account])
            ?? refusal(token: ask.query["access_token"] ?? "", books.scenario.accounts[account])
        {
            return refusal
        }
        let fields = ask.fields
        if ask.path == Self.orderPath { return order(fields["shop_order_id"] ?? "", of: account) }
        let page = Int(fields["page"] ?? "0") ?? -1
        let size = Int(fields["size"] ?? "10") ?? -1
        guard page >= 0, (1...Self.pageSizeMax).contains(size) else {
            return Self.failure(40004, "isv.parameter-invalid:20012", "page 从 0 开始，size 不能超过 100")
        }
        if ask.path == "/order/searchList" { return orders(of: account, fields, page: page, size: size) }
        return afterSales(of: account, fields, page: page, size: size)
    }

    static func failure(_ code: Int, _ subCode: String, _ message: String) -> Reply {
        var json = JSONBytes()
        json.raw(#"{"code":"#)
        json.number(code)
        json.raw(#","msg":"#)
        json.text(message)
        json.raw(#","sub_code":"#)
        json.text(subCode)
        json.raw(#","sub_msg":"#)
        json.text(message)
        json.raw(#","log_id":"sim"}"#)
        return Reply(json: json)
    }

    /// The refusal of a request that is not signed as it should be, or nothing.
    func refusal(_ ask: Ask, _ account: Account) -> Reply? {
        let query = ask.query
        guard let sign = query["sign"], !sign.isEmpty else {
            return Self.failure(40001, "isv.signature-missing", "缺少签名")
        }
        guard let timestamp = query["timestamp"], Int64(timestamp) != nil else {
            return Self.failure(40003, "isv.timestamp-invalid", "时间戳不正确")
        }
        let method = String(ask.path.dropFirst()).replacing("/", with: ".")
        let signed = DouyinSignature.Signed(
            appKey: account.appKey, method: query["method"] ?? "", body: ask.body, timestamp: timestamp,
            version: query["v"] ?? "")
        guard query["method"] == method, signed.version == "2",
            DouyinSignature.isRight(
                sign, for: signed, secret: account.appSecret, signMethod: query["sign_method"] ?? "")
        else { return Self.failure(40003, "isv.signature-invalid", "签名校验失败") }
        return nil
    }

    private func refusal(token: String, _ account: Account) -> Reply? {
        if token.isEmpty { return Self.failure(40001, "isv.access-token-missing", "缺少 access_token") }
        return switch books.tokens.standing(of: token, account, at: books.now) {
        case .good: nil
        case .expired: Self.failure(40003, "isv.access-token-expired", "access_token 已过期")
        case .unknown: Self.failure(40003, "isv.access-token-no-existed", "access_token 不存在")
        case .withdrawn: Self.failure(30001, "dop.authorization-closed", "店铺已取消授权")
        }
    }

    /// The refusal of a window, or nothing.
    private func refusal(start: Int64?, page: Int, size: Int) -> Reply? {
        guard let start, start > 0 else {
            return Self.failure(40004, "isv.parameter-invalid:20011", "开始时间必填")
        }
        if start < books.now - Self.reachSeconds {
            return Self.failure(40004, "isv.parameter-invalid:20022", "只能查询近 90 天的数据")
        }
        if (page + 1) * size > Self.rowsMax {
            return Self.failure(40004, "isv.parameter-invalid:20013", "超过 50000 条，请缩小时间范围")
        }
        return nil
    }

    private func orders(of account: Int, _ fields: [String: String], page: Int, size: Int) -> Reply {
        let updates = window(fields, "update_time_start", "update_time_end")
        let creations = window(fields, "create_time_start", "create_time_end")
        if let refusal = refusal(start: updates?.lowerBound ?? creations?.lowerBound, page: page, size: size)
        {
            return refusal
        }
        var rows = books.shelves[account].orders.window(
            from: updates?.lowerBound ?? 0, to: updates?.upperBound ?? Int64.max, by: \.listedAt)
        if let creations {
            rows = rows.filter { creations.contains(books.scenario.orders[$0.order].createdAt) }[...]
        }
        if fields["order_by"] != "update_time" {
            let orders = books.scenario.orders
            rows = rows.sorted { orders[$0.order].createdAt < orders[$1.order].createdAt }[...]
        }
        let isAscending = fields["order_asc"] == "true" || fields["order_asc"] == "1"
        return envelope("shop_order_list", total: rows.count, page: page, size: size) { json in
            json.list(Self.page(of: rows, page: page, size: size, isAscending: isAscending)) { json, row in
                DouyinOrderBytes(
                    order: books.scenario.orders[row.order], version: row.version,
                    account: books.scenario.accounts[account], writesTexts: account % 2 == 1
                ).write(to: &json)
            }
        }
    }

    /// The newest version of one order, however old it is; `null` where the shop has none with the number.
    private func order(_ number: String, of account: Int) -> Reply {
        var json = JSONBytes()
        json.raw(#"{"code":10000,"msg":"success","sub_code":"","sub_msg":"","log_id":"sim","data":{"#)
        json.raw(#""shop_order_detail":"#)
        if let (order, version) = books.order(of: account, where: { String($0.number) == number }) {
            DouyinOrderBytes(
                order: order, version: version, account: books.scenario.accounts[account],
                writesTexts: account % 2 == 1
            ).write(to: &json)
        } else {
            json.raw("null")
        }
        json.raw("}}")
        return Reply(json: json)
    }

    private func afterSales(of account: Int, _ fields: [String: String], page: Int, size: Int) -> Reply {
        let updates = window(fields, "update_start_time", "update_end_time")
        let applications = window(fields, "start_time", "end_time")
        if let refusal = refusal(
            start: updates?.lowerBound ?? applications?.lowerBound, page: page, size: size)
        {
            return refusal
        }
        var rows = books.shelves[account].refunds.window(
            from: updates?.lowerBound ?? 0, to: updates?.upperBound ?? Int64.max, by: \.listedAt)
        if let applications {
            rows =
                rows.filter {
                    applications.contains(books.scenario.orders[$0.order].refunds[$0.refund].appliedAt)
                }[...]
        }
        let isAscending = fields["order_by"]?.hasSuffix("asc") ?? false
        return envelope("items", total: rows.count, page: page, size: size) { json in
            json.list(Self.page(of: rows, page: page, size: size, isAscending: isAscending)) { json, row in
                DouyinAfterSaleBytes(
                    order: books.scenario.orders[row.order], row: row, writesTexts: account % 2 == 1
                ).write(to: &json)
            }
        }
    }

    /// A window of the request, both ends included; the end may be left out.
    private func window(_ fields: [String: String], _ start: String, _ end: String) -> ClosedRange<Int64>? {
        guard let from = fields[start].flatMap({ Int64($0) }), from > 0 else { return nil }
        let to = fields[end].flatMap { Int64($0) } ?? books.now
        return from...max(from, to)
    }

    private static func page<Row>(
        of rows: ArraySlice<Row>, page: Int, size: Int, isAscending: Bool
    ) -> [Row] {
        let first = min(page * size, rows.count)
        let last = min(first + size, rows.count)
        if isAscending { return Array(rows[(rows.startIndex + first)..<(rows.startIndex + last)]) }
        return rows[(rows.endIndex - last)..<(rows.endIndex - first)].reversed()
    }

    private func envelope(
        _ listKey: StaticString, total: Int, page: Int, size: Int, _ list: (inout JSONBytes) -> Void
    ) -> Reply {
        var json = JSONBytes()
        json.raw(#"{"code":10000,"msg":"success","sub_code":"","sub_msg":"","log_id":"sim","data":{"page":"#)
        json.number(page)
        json.raw(#","size":"#)
        json.number(size)
        json.raw(#","total":"#)
        json.number(total)
        json.raw(#","has_more":"#)
        json.raw((page + 1) * size < total ? "true" : "false")
        json.raw(#",""#)
        json.raw(listKey)
        json.raw(#"":"#)
        list(&json)
        json.raw("}}")
        return Reply(json: json)
    }
}
