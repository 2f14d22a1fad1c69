import Domain
internal import JSON
internal import YAML

/// What an answer states of itself by a code: success, or an error with its consequence.
struct AnswerVerdict: Sendable {
    private let success: (path: ValuePath, values: [String])?
    private let code: ValuePath?
    private let message: ValuePath?
    private let errors: [String: PlatformError.Consequence]
    private let otherErrors: PlatformError.Consequence

    /// `others`: what follows of a code that the description does not name.
    init(_ section: DescriptionSection, others: PlatformError.Consequence) {
        let success = section.section("success").map(Self.success)
        self.success = success
        code = section.path("code") ?? success?.path
        // Free text: read for what it mentions, and never kept.
        message = section.path("message", keeping: .never)
        var errors = Self.errors(section.section("errors"))
        otherErrors = errors.removeValue(forKey: "*") ?? others
        self.errors = errors
    }

    /// Whether it states success; `nil` where the description does not say what that is.
    func isSuccess(_ root: RecordScope) -> Bool? {
        success.map { $0.values.contains($0.path.word(root) ?? "") }
    }

    /// Throws the error that an answer states; `place` names what it should hold.
    func refuseFailure(_ root: RecordScope, at place: String) throws(PlatformError) {
        guard let success, isSuccess(root) == false else { return }
        throw failure(root)
            ?? PlatformError(
                .retry, code: place,
                advice: Notice("declared.answer_nonsense", Notice("declared.answer_lacks", success.path.text))
            )
    }

    /// The stated error where the description does not say what success is.
    func failureWithoutSuccess(_ root: RecordScope) -> PlatformError? { success == nil ? failure(root) : nil }

    /// The stated error; `nil` where the answer has no code.
    func failure(_ root: RecordScope) -> PlatformError? {
        guard let code = code?.word(root) else { return nil }
        let consequence = errors[code] ?? otherErrors
        let subjects = AnswerSubject.of(message?.word(root) ?? "")
        let advice =
            subjects.isEmpty
            ? consequence.advice : Notice("declared.answer_mentions", consequence.advice, subjects)
        return PlatformError(
            consequence, code: Self.harmless(code), advice: advice,
            basis: errors[code] == nil ? .otherCode : .knownCode)
    }

    /// A code as it is, unless it is free text.
    private static func harmless(_ code: String) -> String {
        let isCode = code.utf8.allSatisfy { PercentEncoding.isUnreserved($0) || $0 == UInt8(ascii: ":") }
        return isCode && code.utf8.count <= 80 && PersonalData.masked(code) == code ? code : "***"
    }

    private static func success(_ section: DescriptionSection) -> (path: ValuePath, values: [String]) {
        let path = section.required(path: "path")
        let values = section.texts("value")
        if values.isEmpty { section.missing("value") }
        section.finish()
        return (path, values)
    }

    private static let consequences: [(String, PlatformError.Consequence)] = [
        ("retry", .retry), ("slow_down", .slowDown), ("split_window", .splitWindow),
        ("token_expired", .tokenExpired), ("stop_account", .stopAccount),
    ]

    private static func errors(_ section: DescriptionSection?) -> [String: PlatformError.Consequence] {
        var errors: [String: PlatformError.Consequence] = [:]
        for entry in section?.freeEntries() ?? [] {
            errors[entry.key] = section?.meaning(
                of: entry.text, in: consequences, key: entry.key, line: entry.line)
        }
        return errors
    }
}

extension PlatformError.Consequence {
    /// What happens.
    fileprivate var advice: Notice {
        switch self {
        case .retry: Notice("declared.busy")
        case .slowDown: Notice("declared.rate_limited")
        case .splitWindow: Notice("declared.window_too_full")
        case .tokenExpired: Notice("declared.token_expired")
        case .stopAccount: Notice("declared.request_refused")
        }
    }
}
