internal import Domain
internal import JSON

/// How the tokens of a described platform are asked for, and where an answer holds them.
///
/// It is no part of what the description's records mean: edited, nothing is read again.
struct DeclaredTokens: TokenIssuer {
    let rules: TokenRules
    private let refresh: DeclaredRequest
    private let create: DeclaredRequest?
    private let headers: [(name: String, value: RequestTemplate)]
    private let authorisation: DeclaredAuthorisation
    private let answer: DeclaredTokenAnswer

    /// `nil`, with problems, where a part is missing.
    init?(_ section: DescriptionSection) {
        rules = TokenRules(
            isSingleUse: section.word("single_use", [("true", true), ("false", false)]) ?? true,
            asksAfterLostAnswer: section.integer("asks_after_lost_answer", in: 0...10) ?? 1,
            renewsWithinSeconds: section.integer("renews_within_seconds", in: 1...31_622_400).map(Int64.init))
        let refresh = section.required(section: "refresh")
        let request = refresh.map { DeclaredRequest($0, allowed: RequestField.ofToken) }
        if let refresh, request?.holds(.refreshToken) == false {
            refresh.problems.add(refresh.line, Notice("declared.refresh_without_token", refresh.place))
        }
        create = section.section("create").map { create in
            let request = DeclaredRequest(create, allowed: RequestField.ofToken)
            if !request.holds(.code) {
                create.problems.add(create.line, Notice("declared.create_without_code", create.place))
            }
            return request
        }
        headers = DeclaredRequest.headers(section.section("headers"))
        authorisation = DeclaredAuthorisation(section.section("auth"))
        let answer = section.required(section: "answer").map(DeclaredTokenAnswer.init)
        section.finish()
        guard let request, let answer else { return nil }
        (self.refresh, self.answer) = (request, answer)
    }

    func gives(_ kind: TokenGrant.Kind) -> Bool {
        switch kind {
        case .refresh: true
        case .code: create != nil
        case .ownApp: false
        }
    }

    func request(
        _ grant: TokenGrant, account: AccountAccess, now: Instant
    ) throws(PlatformError) -> PlatformRequest {
        guard gives(grant.kind), let request = grant.kind == .refresh ? refresh : create else {
            throw PlatformError(.stopAccount, code: "token", advice: Notice("declared.no_token_by_code"))
        }
        var values = RequestValues(
            query: Self.nothing, account: account, now: now, time: .seconds, page: "", size: 0)
        values.grant = grant
        return try request.request(
            &values, headers: headers, pageIsText: true, authorisation: authorisation)
    }

    func answer(_ root: JSONView, askedAt: Instant) throws(PlatformError) -> IssuedToken {
        try answer.token(root, askedAt: askedAt)
    }

    /// A token is asked for outside of any window.
    private static let nothing = PageQuery(
        feed: Feed(lookup: "token", requestsPerSecond: 1), from: Instant(seconds: 0), to: Instant(seconds: 0),
        page: .first)
}
