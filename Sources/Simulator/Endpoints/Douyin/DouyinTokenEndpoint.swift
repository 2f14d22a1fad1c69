/// Gives tokens as the shop platform does: `/token/create` and `/token/refresh`, signed, without an access token.
struct DouyinTokenEndpoint {
    let books: Books

    /// The answer; `nil` where something else is asked for.
    func answer(_ ask: Ask, _ desk: inout TokenDesk) -> Reply? {
        guard ["/token/create", "/token/refresh"].contains(ask.path) else { return nil }
        guard
            let account = books.scenario.accounts.first(where: {
                $0.endpoint == .douyin && $0.appKey == ask.query["app_key"]
            })
        else {
            return DouyinEndpoint.failure(50001, "dop.token-generate-failed:app-id-invalid", "app_key 不存在")
        }
        if let refusal = DouyinEndpoint(books: books).refusal(ask, account) { return refusal }
        let fields = ask.fields
        if ask.path == "/token/refresh" {
            guard fields["grant_type"] == "refresh_token" else { return Self.wrongGrant }
            return desk.refresh(fields["refresh_token"] ?? "", account, at: books.now).map {
                given($0, account)
            }
                ?? DouyinEndpoint.failure(50002, "isv.business-failed:31009", "token 不存在")
        }
        switch fields["grant_type"] {
        case "authorization_code":
            return desk.create(fields["code"] ?? "", account, at: books.now).map { given($0, account) }
                ?? DouyinEndpoint.failure(50001, "dop.token-generate-failed:code-expired", "授权码已失效")
        case "authorization_self" where fields["shop_id"] == account.shopID:
            return desk.create(nil, account, at: books.now).map { given($0, account) }
                ?? DouyinEndpoint.failure(50001, "dop.token-generate-failed:no-authorization", "店铺没有授权")
        default: return Self.wrongGrant
        }
    }

    private static var wrongGrant: Reply {
        DouyinEndpoint.failure(50001, "dop.token-generate-failed:grant-type-invalid", "grant_type 不正确")
    }

    /// How long it lives stands there as seconds for one half of the shops, as its end for the others: both are documented.
    private func given(_ pair: TokenDesk.Pair, _ account: Account) -> Reply {
        let statesEnd = account.shopID.utf8.last.map { $0 % 2 == 0 } ?? false
        var json = JSONBytes()
        json.raw(
            #"{"code":10000,"msg":"success","sub_code":"","sub_msg":"","log_id":"sim","data":{"access_token":"#
        )
        json.text(pair.access)
        json.raw(#","expires_in":"#)
        json.number(Int(statesEnd ? pair.accessEnd : pair.accessEnd - books.now))
        json.raw(#","refresh_token":"#)
        json.text(pair.refresh)
        json.raw(#","shop_id":"#)
        json.text(account.shopID)
        json.raw("}}")
        return Reply(json: json)
    }
}
