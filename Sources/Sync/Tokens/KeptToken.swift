package import Domain
package import Platforms

/// The tokens of an account as they stand on disk, and what is known of the refresh token.
///
/// Pure: what follows of it is told by `step`, and each change is a value that whoever keeps it writes before it acts.
package struct KeptToken: Hashable, Sendable {
    package var accessToken: String
    /// Empty where there is none.
    package var refreshToken: String
    /// When each ends; `nil` where nobody says.
    package var accessUntil: Instant?
    package var refreshUntil: Instant?
    /// When the pair was asked for; `nil` for one that a person put in.
    package var obtainedAt: Instant?
    /// How often the refresh token was sent without an answer, and when last.
    package var asks = 0
    package var askedAt: Instant?
    /// Whether the platform has said that it does not take the refresh token.
    package var isRefused = false
    /// What tells the pair that a person put in from another one: a hash, never the pair.
    package var begunWith: String

    /// A pair that a person put in, of which nothing is known.
    package init(accessToken: String, refreshToken: String, begunWith: String) {
        (self.accessToken, self.refreshToken, self.begunWith) = (accessToken, refreshToken, begunWith)
    }

    /// What a platform gave at that instant, in place of whatever was kept.
    package init(_ issued: IssuedToken, at instant: Instant, begunWith: String) {
        self.init(
            accessToken: issued.accessToken, refreshToken: issued.refreshToken ?? "", begunWith: begunWith)
        (accessUntil, refreshUntil, obtainedAt) = (issued.accessUntil, issued.refreshUntil, instant)
    }
}

// MARK: What follows

extension KeptToken {
    /// What is done before a request.
    package enum Step: Hashable, Sendable {
        case use
        /// Ask for another pair; not `isNeeded`: the access token works for a while yet, whatever comes of it.
        case ask(isNeeded: Bool)
        /// Nothing but a person helps.
        case authorise(Ending)
    }

    /// Why a refresh token is of no use any more.
    package enum Ending: Hashable, Sendable {
        case none, refused, expired
        /// It was sent as often as the platform allows, and no answer came.
        case unanswered
    }

    /// What is done now; `rejected`: the access token that the platform has just not taken.
    package func step(at now: Instant, _ rules: TokenRules, rejected: String? = nil) -> Step {
        let isOver =
            accessToken.isEmpty || accessToken == rejected || (accessUntil.map { $0 <= now } ?? false)
        guard isOver || isNearEnd(now, rules) else { return .use }
        if let ending = ending(at: now, rules) { return isOver ? .authorise(ending) : .use }
        return .ask(isNeeded: isOver)
    }

    /// Why the refresh token is of no use; `nil` where it may be sent.
    package func ending(at now: Instant, _ rules: TokenRules) -> Ending? {
        if refreshToken.isEmpty { return Ending.none }
        if isRefused { return .refused }
        if let refreshUntil, refreshUntil <= now { return .expired }
        return rules.isSingleUse && asks > rules.asksAfterLostAnswer ? .unanswered : nil
    }

    /// Whether less than a tenth of its life is left, or than 5 minutes; of a short life never more than a quarter.
    ///
    /// A platform that gives another one only shortly before the end is not asked earlier.
    private func isNearEnd(_ now: Instant, _ rules: TokenRules) -> Bool {
        guard let accessUntil else { return false }
        let life = max(accessUntil.milliseconds - (obtainedAt ?? now).milliseconds, 0)
        let margin = min(
            max(life / 10, 300_000), life / 4, (rules.renewsWithinSeconds ?? 1 << 40) * 1000)
        return accessUntil.milliseconds - now.milliseconds <= margin
    }

    /// When nothing but a person will help: the end of the refresh token, else of the access token; `nil` where nobody says.
    package var authorisedUntil: Instant? { refreshToken.isEmpty ? accessUntil : refreshUntil }
}

// MARK: What is written

extension KeptToken {
    /// Before it is sent: once more without an answer, until one comes.
    func asking(at now: Instant) -> KeptToken {
        var kept = self
        kept.asks += 1
        kept.askedAt = now
        return kept
    }

    /// The platform has not looked at it: it counts as not sent.
    func notAsked() -> KeptToken {
        var kept = self
        kept.asks = max(asks - 1, 0)
        return kept
    }

    /// The platform does not take it.
    func refused() -> KeptToken {
        var kept = self
        kept.isRefused = true
        return kept
    }

    /// The pair that came.
    func renewed(by issued: IssuedToken, at instant: Instant) -> KeptToken {
        var kept = KeptToken(issued, at: instant, begunWith: begunWith)
        if issued.refreshToken == nil {
            kept.refreshToken = refreshToken
            kept.refreshUntil = issued.refreshUntil ?? refreshUntil
        }
        return kept
    }
}

extension KeptToken: Codable {
    private enum CodingKeys: String, CodingKey {
        case accessToken = "access_token"
        case refreshToken = "refresh_token"
        case accessUntil = "access_until_ms"
        case refreshUntil = "refresh_until_ms"
        case obtainedAt = "obtained_at_ms"
        case asks
        case askedAt = "asked_at_ms"
        case isRefused = "is_refused"
        case begunWith = "begun_with"
    }
}

extension KeptToken: CustomStringConvertible, CustomReflectable {
    /// Never the tokens.
    package var description: String { "token until \(accessUntil.map(String.init) ?? "?")" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
