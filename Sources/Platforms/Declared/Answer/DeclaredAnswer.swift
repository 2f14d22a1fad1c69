import Domain
internal import JSON

/// What an answer means: records, or an error with its consequence.
struct DeclaredAnswer: Sendable {
    let records: ValuePath
    private let verdict: AnswerVerdict
    /// What says that there is nothing, besides an empty list.
    private let empty: Set<EmptyAnswer>
    /// Whether one record may stand in the place of the list.
    private let mayBeSingle: Bool

    init(_ section: DescriptionSection) {
        records = section.required(path: "records")
        verdict = AnswerVerdict(section, others: .stopAccount)
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
        return verdict.isSuccess(root) ?? (verdict.failure(root) == nil)
            && empty.holdAbove(root, recordsAt: records)
    }

    /// Throws the error that an answer states.
    func refuseFailure(_ root: RecordScope) throws(PlatformError) {
        try verdict.refuseFailure(root, at: records.text)
    }

    /// How many records an answer holds: none for null and for a total of 0.
    func countRecords(_ root: RecordScope, rowsInWindow: Int?) throws(PlatformError) -> Int {
        guard let view = records.find(root) else {
            if rowsInWindow == 0 || records.isNull(root) { return 0 }
            // Where nothing says success, a code without records is an error.
            throw verdict.failureWithoutSuccess(root)
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
            throw verdict.failureWithoutSuccess(root)
                ?? nonsense(Notice("declared.answer_lacks", records.text), .stopAccount)
        }
        if let list = try? view.array() { return Array(list) }
        if (try? view.object()) != nil { return [view] }
        throw nonsense(Notice("declared.records_no_object", records.text), .stopAccount)
    }

    private func nonsense(
        _ what: Notice, _ consequence: PlatformError.Consequence = .retry
    ) -> PlatformError {
        PlatformError(consequence, code: records.text, advice: Notice("declared.answer_nonsense", what))
    }
}
