import Domain
internal import JSON
internal import YAML

/// What an answer means: records, or an error with its consequence.
struct DeclaredAnswer: Sendable {
    let records: ValuePath
    private let success: (path: ValuePath, values: [String])?
    private let code: ValuePath?
    private let message: ValuePath?
    private let errors: [String: PlatformError.Consequence]
    private let otherErrors: PlatformError.Consequence
    /// What says that there is nothing, besides an empty list.
    private let empty: Set<EmptyAnswer>
    /// Whether one record may stand in the place of the list.
    private let mayBeSingle: Bool

    init(_ section: DescriptionSection) {
        records = section.required(path: "records")
        let success = section.section("success").map(Self.success)
        self.success = success
        code = section.path("code") ?? success?.path
        // Free text: read for what it mentions, and never kept.
        message = section.path("message", keeping: .never)
        var errors = Self.errors(section.section("errors"))
        otherErrors = errors.removeValue(forKey: "*") ?? .stopAccount
        self.errors = errors
        let words = section.texts("empty")
        empty = Set(
            words.compactMap {
                section.meaning(
                    of: $0, in: EmptyAnswer.words, key: "empty", line: section.lineOfValue("empty"))
            })
        mayBeSingle = section.word("single", [("object", true)]) ?? false
        section.finish()
    }

    /// Whether an answer that holds no page says by its status that there is nothing.
    func isEmpty(status: Int, hasBody: Bool) -> Bool { empty.holdStatus(status, hasBody: hasBody) }

    /// Whether an answer says that there is nothing otherwise than by an empty list; one that states an error does not.
    func isEmpty(_ root: RecordScope) -> Bool {
        if empty.holdWhole(root, recordsAt: records) { return true }
        let states = success.map { $0.values.contains($0.path.word(root) ?? "") }
        return states ?? (failure(root) == nil) && empty.holdAbove(root, recordsAt: records)
    }

    /// Throws the error that an answer states.
    func refuseFailure(_ root: RecordScope) throws(PlatformError) {
        guard let success, !success.values.contains(success.path.word(root) ?? "") else { return }
        throw failure(root) ?? nonsense(Notice("declared.answer_lacks", success.path.text))
    }

    /// How many records an answer holds: none for null and for a total of 0.
    func countRecords(_ root: RecordScope, rowsInWindow: Int?) throws(PlatformError) -> Int {
        guard let view = records.find(root) else {
            if rowsInWindow == 0 || records.isNull(root) { return 0 }
            // Where nothing says success, a code without records is an error.
            throw (success == nil ? failure(root) : nil)
                ?? nonsense(Notice("declared.answer_lacks", records.text))
        }
        if let list = try? view.array() { return list.count }
        if mayBeSingle, (try? view.object()) != nil { return 1 }
        throw nonsense(Notice("declared.records_no_list", records.text))
    }

    /// The one record that an answer holds in the place of a list.
    func single(_ root: RecordScope) -> JSONView? {
        mayBeSingle ? records.find(root).flatMap { try? $0.object() } : nil
    }

    /// The records of an answer that holds one record, or a list; none where it is null, or what it would lie in.
    func recordOrList(_ root: RecordScope) throws(PlatformError) -> [JSONView] {
        if isEmpty(root) { return [] }
        try refuseFailure(root)
        if records.endsInNull(root) { return [] }
        guard let view = records.find(root) else {
            throw (success == nil ? failure(root) : nil)
                ?? nonsense(Notice("declared.answer_lacks", records.text), .stopAccount)
        }
        if let list = try? view.array() { return Array(list) }
        if (try? view.object()) != nil { return [view] }
        throw nonsense(Notice("declared.records_no_object", records.text), .stopAccount)
    }

    /// The stated error; `nil` where the answer has no code.
    private func failure(_ root: RecordScope) -> PlatformError? {
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

    private func nonsense(
        _ what: Notice, _ consequence: PlatformError.Consequence = .retry
    ) -> PlatformError {
        PlatformError(consequence, code: records.text, advice: Notice("declared.answer_nonsense", what))
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
