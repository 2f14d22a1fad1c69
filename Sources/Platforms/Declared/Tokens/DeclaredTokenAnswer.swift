internal import Domain
internal import JSON

/// Where an answer holds the tokens of a described platform, and what it states instead of them.
struct DeclaredTokenAnswer: Sendable {
    private let verdict: AnswerVerdict
    private let accessToken: ValuePath
    private let refreshToken: ValuePath?
    private let accessEnd: ValuePath?
    private let refreshEnd: ValuePath?
    /// How long each lives where the answer does not say.
    private let accessSeconds: Int64?
    private let refreshSeconds: Int64?

    /// What a description says of answers to requests for tokens.
    ///
    /// A code that it does not name says that the token is not taken: asked again and again, a platform may bar the app.
    init(_ section: DescriptionSection) {
        verdict = AnswerVerdict(section, others: .tokenExpired)
        accessToken = section.required(path: "access_token")
        refreshToken = section.path("refresh_token", keeping: .never)
        accessEnd = section.path("access_expires_in", keeping: .never)
        refreshEnd = section.path("refresh_expires_in", keeping: .never)
        accessSeconds = section.integer("access_seconds", in: 1...Self.longest).map(Int64.init)
        refreshSeconds = section.integer("refresh_seconds", in: 1...Self.longest).map(Int64.init)
        section.finish()
        section.problems.forgetWays()
    }

    /// Ten years.
    private static let longest = 315_360_000

    func token(_ root: JSONView, askedAt: Instant) throws(PlatformError) -> IssuedToken {
        let scope = RecordScope(root)
        try verdict.refuseFailure(scope, at: accessToken.text)
        let access = accessToken.text(scope)
        guard !access.isEmpty else {
            throw verdict.failureWithoutSuccess(scope)
                ?? PlatformError(
                    .retry, code: accessToken.text,
                    advice: Notice(
                        "declared.answer_nonsense", Notice("declared.answer_lacks", accessToken.text)))
        }
        let refresh = refreshToken?.text(scope) ?? ""
        return IssuedToken(
            accessToken: access, refreshToken: refresh.isEmpty ? nil : refresh,
            accessUntil: Self.end(accessEnd, scope, or: accessSeconds, askedAt),
            refreshUntil: Self.end(refreshEnd, scope, or: refreshSeconds, askedAt))
    }

    private static func end(
        _ path: ValuePath?, _ scope: RecordScope, or usual: Int64?, _ askedAt: Instant
    ) -> Instant? {
        let stated = (path?.text(scope)).flatMap { Int64($0) }
        return (stated ?? usual).flatMap { .end(after: $0, from: askedAt) }
    }
}
