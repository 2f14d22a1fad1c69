internal import JSON

/// An answer by which a platform says that there is nothing, otherwise than by an empty list.
enum EmptyAnswer: String, CaseIterable, Sendable {
    /// HTTP 204, or another success without a body.
    case noContent = "no_content"
    /// HTTP 404.
    case notFound = "not_found"
    /// `[]` in the place of the object that the records would lie in.
    case emptyList = "empty_list"
    /// `null` in the place of that object.
    case nullAbove = "null_above"

    static let words = allCases.map { ($0.rawValue, $0) }
}

extension Set<EmptyAnswer> {
    /// Whether an answer that holds no page says by its status that there is nothing.
    func holdStatus(_ status: Int, hasBody: Bool) -> Bool {
        switch status {
        case 200..<300: !hasBody && contains(.noContent)
        case 404: contains(.notFound)
        default: false
        }
    }

    /// Whether the answer itself is an empty list where records would lie deeper.
    func holdWhole(_ root: RecordScope, recordsAt records: ValuePath) -> Bool {
        contains(.emptyList) && !records.names.isEmpty && root.record.isEmptyList
    }

    /// Whether something that the records would lie in says that there is nothing.
    func holdAbove(_ root: RecordScope, recordsAt records: ValuePath) -> Bool {
        var view = root.record
        for name in records.names.dropLast() {
            guard let next = view[JSONKey(name)] else { return false }
            if next.isNull { return contains(.nullAbove) }
            if next.isEmptyList { return contains(.emptyList) }
            view = next
        }
        return false
    }
}

extension JSONView {
    fileprivate var isEmptyList: Bool { (try? array())?.isEmpty == true }
}
