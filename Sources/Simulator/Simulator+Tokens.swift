package import Domain

extension Simulator {
    /// From now on every access token of a shop platform ends then, by this clock; one that is refreshed lives 7 days.
    package func endTokens(at end: Instant) {
        for account in scenario.accounts where account.endpoint == .douyin {
            tokens.end(of: account, at: end.seconds)
        }
    }

    /// A shop withdraws its consent: its tokens are void, and only a code gives others.
    package func withdraw(shop: String) {
        for account in scenario.accounts where account.shopID == shop { tokens.withdraw(account) }
    }

    /// The next answers with tokens, so many, are lost on the way: the platform has switched, and nobody learns to what.
    package func loseTokens(_ count: Int) { tokens.answersToLose = count }

    /// What the shop platform was asked for tokens.
    package var tokenCounts: TokenCounts { tokens.counts }

    /// The answer to a request for a token, and whether it is lost; `nil` where it is for something else.
    func giveToken(_ ask: Ask) -> (reply: Reply, isLost: Bool)? {
        let before = tokens.counts
        guard let reply = DouyinTokenEndpoint(books: books).answer(ask, &tokens) else { return nil }
        let isGiven = tokens.counts.refused == before.refused
        guard isGiven, tokens.answersToLose > 0 else { return (reply, false) }
        tokens.answersToLose -= 1
        return (reply, true)
    }

    /// What a rehearsal has the platforms do; answers the clock and how often tokens were asked for.
    ///
    /// `POST /simulator?now=…&tokens_end=…&withdraw=SHOP&lose_tokens=1`. `nil` where something else is asked for.
    func control(_ ask: Ask) -> Reply? {
        guard ask.path == "/simulator" else { return nil }
        for (key, value) in ask.query.sorted(by: { $0.key < $1.key }) {
            // A plus stands for a space in a query.
            let instant = Instant(iso: value.replacing(" ", with: "+"))
            switch (key, instant) {
            case ("now", let now?): setNow(now)
            case ("tokens_end", let end?): endTokens(at: end)
            case ("withdraw", _): withdraw(shop: value)
            case ("lose_tokens", _): loseTokens(Int(value) ?? 0)
            default: return Reply(status: 400, contentType: "text/plain", text: "\(key)?\n")
            }
        }
        var json = JSONBytes()
        json.raw(#"{"now":"#)
        json.number(books.now)
        json.raw(#","refreshed":"#)
        json.number(tokens.counts.refreshed)
        json.raw(#","refused":"#)
        json.number(tokens.counts.refused)
        json.raw(#","created":"#)
        json.number(tokens.counts.created)
        json.raw("}")
        return Reply(json: json)
    }
}
