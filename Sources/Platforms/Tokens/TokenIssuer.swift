package import Domain
package import JSON

/// How a platform gives access tokens: what is asked for, what the answer holds, and how long what it gives lives.
///
/// Pure like `Platform`. Who asks when, and that nobody else does, is `Sync`'s (docs/decisions/0028).
package protocol TokenIssuer: Sendable {
    /// What its refresh tokens are good for.
    var rules: TokenRules { get }

    /// Whether it gives tokens for this.
    func gives(_ kind: TokenGrant.Kind) -> Bool

    /// The request for a token. Throws where the account's settings do not suffice, or the platform gives none for this.
    func request(
        _ grant: TokenGrant, account: AccountAccess, now: Instant
    ) throws(PlatformError) -> PlatformRequest

    /// The tokens of an answer to what was asked at that instant.
    ///
    /// Throws the error that the platform states. `.tokenExpired`: it does not take the refresh token, or code; only whoever
    /// may authorise helps. `.retry` and `.slowDown`, where it knows the code: it has not looked at it. `.stopAccount`:
    /// something else of the request is wrong.
    func answer(_ root: JSONView, askedAt: Instant) throws(PlatformError) -> IssuedToken
}

/// What the refresh tokens of a platform are good for.
package struct TokenRules: Hashable, Sendable {
    /// Whether a refresh token works once only: the answer that was lost is gone.
    package let isSingleUse: Bool
    /// How often the same single-use token may be sent once more, after no answer came.
    package let asksAfterLostAnswer: Int
    /// How long before an access token ends the platform gives another one, in seconds; `nil`: at any time.
    package let renewsWithinSeconds: Int64?

    /// Rules; units are in the names.
    package init(isSingleUse: Bool, asksAfterLostAnswer: Int, renewsWithinSeconds: Int64? = nil) {
        self.isSingleUse = isSingleUse
        self.asksAfterLostAnswer = asksAfterLostAnswer
        self.renewsWithinSeconds = renewsWithinSeconds
    }
}

/// What a token is asked for with.
package enum TokenGrant: Hashable, Sendable {
    /// A refresh token.
    case refresh(String)
    /// The code that the platform shows to whoever authorises the app.
    case code(String)
    /// Nothing: the app is the shop's own.
    case ownApp

    /// Which of them.
    package enum Kind: Hashable, Sendable { case refresh, code, ownApp }

    /// Which of them.
    package var kind: Kind {
        switch self {
        case .refresh: .refresh
        case .code: .code
        case .ownApp: .ownApp
        }
    }
}

/// What a platform gave.
package struct IssuedToken: Hashable, Sendable {
    package let accessToken: String
    /// `nil`: the one that was sent stays.
    package let refreshToken: String?
    /// When each ends; `nil` where nobody says.
    package let accessUntil: Instant?
    package let refreshUntil: Instant?

    /// What a platform gave.
    package init(
        accessToken: String, refreshToken: String?, accessUntil: Instant?, refreshUntil: Instant?
    ) {
        self.accessToken = accessToken
        self.refreshToken = refreshToken
        self.accessUntil = accessUntil
        self.refreshUntil = refreshUntil
    }
}

extension Platform {
    /// Its tokens are given by hand.
    package var tokens: (any TokenIssuer)? { nil }
}

extension Instant {
    /// When something ends of which an answer says a number of seconds: the end itself, or how long it lives from that instant.
    ///
    /// Both are found under the same name (抖店's official texts say either). No token lives for 30 years. `nil` for what is
    /// no length.
    static func end(after seconds: Int64, from start: Instant) -> Instant? {
        guard seconds > 0 else { return nil }
        return seconds > 1_000_000_000
            ? Instant(seconds: seconds) : start.advanced(byMilliseconds: seconds * 1000)
    }
}

extension TokenGrant: CustomStringConvertible, CustomReflectable {
    /// Never what is sent.
    package var description: String { "\(kind)" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}

extension IssuedToken: CustomStringConvertible, CustomReflectable {
    /// Never the tokens.
    package var description: String { "token until \(accessUntil.map(String.init) ?? "?")" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
