import Digest
import Domain

/// Answers for the endpoints that are described in YAML: the 832 platform, events, counters, canteens, media.
struct DeclaredEndpoint {
    let books: Books
    let endpoint: Endpoint
    let isRefunds: Bool

    func answer(_ ask: Ask) -> Reply {
        guard let account = books.scenario.accounts.firstIndex(where: { $0.endpoint == endpoint }),
            isAllowed(ask, books.scenario.accounts[account])
        else { return Self.failure(status: 401, "认证失败") }
        if ask.path == DeclaredCall.orderPath { return order(ask.fields["orderNo"] ?? "", of: account) }
        guard let call = DeclaredCall(ask, endpoint: endpoint, account: account, isRefunds: isRefunds) else {
            return Self.failure(status: 400, "参数不正确")
        }
        return isRefunds ? refunds(call) : orders(call)
    }

    static func failure(status: Int, _ message: String) -> Reply {
        var json = JSONBytes()
        json.raw(#"{"code":"#)
        json.number(status)
        json.raw(#","msg":"#)
        json.text(message)
        json.raw("}")
        return Reply(status: status, json: json)
    }

    private func isAllowed(_ ask: Ask, _ account: Account) -> Bool {
        switch endpoint {
        case .events:
            return ask.headers["x-api-key"] == account.appSecret
        case .counters, .media, .douyin:
            return ask.headers["authorization"] == "Bearer \(account.accessToken)"
        case .p832, .canteen:
            guard ask.headers["x-app-key"] == account.appKey, let timestamp = ask.headers["x-timestamp"],
                Int64(timestamp) != nil
            else { return false }
            let plain =
                Array("\(ask.method)\n\(ask.path)\n\(ask.rawQuery)\n".utf8) + ask.body
                + Array("\n\(timestamp)".utf8)
            let code = HMACSHA256.code(of: plain, key: Array(account.appSecret.utf8))
            return ask.headers["x-sign"] == code.hexadecimal
        }
    }

    /// The newest version of one order; an error where there is none with the number.
    private func order(_ number: String, of account: Int) -> Reply {
        guard let (order, version) = books.order(of: account, where: { "CY\($0.number)" == number }) else {
            return Self.failure(status: 404, "订单不存在")
        }
        var json = JSONBytes()
        json.raw(#"{"code":0,"msg":"ok","data":"#)
        CanteenOrderBytes(order: order, version: version).write(to: &json)
        json.raw("}")
        return Reply(json: json)
    }

    private func orders(_ call: DeclaredCall) -> Reply {
        let rows = books.shelves[call.account].orders.window(from: call.from, to: call.to, by: \.listedAt)
        return envelope(call, total: rows.count) { json in
            json.list(rows.dropFirst(call.offset).prefix(call.size)) { json, row in
                let order = books.scenario.orders[row.order]
                switch endpoint {
                case .p832, .douyin: PlatformOrderBytes(order: order, version: row.version).write(to: &json)
                case .events: EventDealBytes(order: order, version: row.version).write(to: &json)
                case .counters: CounterTicketBytes(order: order, version: row.version).write(to: &json)
                case .canteen: CanteenOrderBytes(order: order, version: row.version).write(to: &json)
                case .media: MediaRecordBytes(order: order, version: row.version).write(to: &json)
                }
            }
        }
    }

    private func refunds(_ call: DeclaredCall) -> Reply {
        let rows = books.shelves[call.account].refunds.window(from: call.from, to: call.to, by: \.listedAt)
        return envelope(call, total: rows.count) { json in
            json.list(rows.dropFirst(call.offset).prefix(call.size)) { json, row in
                let order = books.scenario.orders[row.order]
                if endpoint == .canteen {
                    CanteenReturnBytes(order: order, row: row).write(to: &json)
                } else {
                    PlatformRefundBytes(order: order, row: row).write(to: &json)
                }
            }
        }
    }

    private func envelope(_ call: DeclaredCall, total: Int, _ list: (inout JSONBytes) -> Void) -> Reply {
        var json = JSONBytes()
        if endpoint == .counters {
            json.raw(#"{"status":"ok","next_cursor":"#)
            json.text(call.nextCursor(total: total))
            json.raw(#","tickets":"#)
            list(&json)
            json.raw("}")
            return Reply(json: json)
        }
        json.raw(#"{"code":0,"msg":"ok","data":{"total":"#)
        json.number(total)
        json.raw(#","list":"#)
        list(&json)
        json.raw("}}")
        return Reply(json: json)
    }
}

extension OrderSpec {
    /// Refunds of a version, with whether each is settled in it.
    func refunds(in version: Version) -> [(refund: RefundSpec, isDone: Bool)] {
        refunds.filter { $0.appliedAt <= version.updatedAt }.map { ($0, $0.doneAt <= version.updatedAt) }
    }
}
