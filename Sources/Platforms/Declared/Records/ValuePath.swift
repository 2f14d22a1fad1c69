internal import JSON

/// Where a path starts: a record, and the order record that it lies in (the same for an order itself).
struct RecordScope {
    let record: JSONView
    let order: JSONView

    init(_ record: JSONView, order: JSONView? = nil) {
        self.record = record
        self.order = order ?? record
    }
}

/// A dotted path of a description, split and prepared for lookup once.
struct ValuePath: Sendable {
    /// As written, for messages.
    let text: String
    /// The keys on the way, from where it starts.
    let names: [String]
    private let keys: [JSONKey]
    /// Written with a leading `/`.
    let startsAtOrder: Bool

    /// `.`: the record itself.
    static let itself = ValuePath(text: ".", names: [], startsAtOrder: false)

    /// Reads `buyer.county`, `/supplier.id` or `.`; `nil` for an empty component.
    init?(_ text: String) {
        if text == "." {
            self = .itself
            return
        }
        let components = text.drop { $0 == "/" }.split(separator: ".", omittingEmptySubsequences: false)
        guard !components.contains(where: \.isEmpty), !text.hasPrefix("//") else { return nil }
        self.init(text: text, names: components.map(String.init), startsAtOrder: text.hasPrefix("/"))
    }

    private init(text: String, names: [String], startsAtOrder: Bool) {
        self.text = text
        self.names = names
        keys = names.map { JSONKey($0) }
        self.startsAtOrder = startsAtOrder
    }

    /// The path, the same text wherever it is the same way.
    var keyText: String { (startsAtOrder ? "/" : "") + names.joined(separator: ".") }

    /// The same path, from the order record on.
    var fromOrder: ValuePath { ValuePath(text: text, names: names, startsAtOrder: true) }

    /// The value; `nil` where it is missing, null or an empty text.
    func find(_ scope: RecordScope) -> JSONView? {
        guard let view = value(scope), !view.isNothing else { return nil }
        return view
    }

    /// Whether the value is there and null.
    func isNull(_ scope: RecordScope) -> Bool { value(scope)?.isNull == true }

    /// Whether the value, or something that it would lie in, is there and null.
    func endsInNull(_ scope: RecordScope) -> Bool {
        var view = startsAtOrder ? scope.order : scope.record
        for key in keys {
            guard !view.isNull, let next = view[key] else { break }
            view = next
        }
        return view.isNull
    }

    private func value(_ scope: RecordScope) -> JSONView? {
        var view = startsAtOrder ? scope.order : scope.record
        for key in keys {
            guard let next = view[key] else { return nil }
            view = next
        }
        return view
    }

    /// The value; throws `missing` with its whole path where `find` answers nil.
    func require(_ scope: RecordScope) throws(JSONError) -> JSONView {
        if let view = find(scope) { return view }
        var view = startsAtOrder ? scope.order : scope.record
        for key in keys {
            guard let next = view[key] else {
                // Throws, and knows the way from the root.
                _ = try view.text(key)
                break
            }
            view = next
        }
        do {
            _ = try view.array()
        } catch {
            throw JSONError(path: error.path, reason: .missing)
        }
        return view
    }

    /// Text, a number's characters, or `true`/`false`; `nil` where it is none of these.
    func word(_ scope: RecordScope) -> String? {
        guard let view = find(scope) else { return nil }
        guard view.kind == .boolean else { return view.textIfPresent() }
        return (try? view.bool()) == true ? "true" : "false"
    }

    /// As `word`, empty where there is none.
    func text(_ scope: RecordScope) -> String { find(scope)?.textIfPresent() ?? "" }

    /// An id: text that is not empty, or a whole number.
    ///
    /// A number with a point, an exponent or a sign has been a float somewhere, and has lost digits there.
    func id(_ scope: RecordScope) throws(JSONError) -> String {
        let view = try require(scope)
        let id = try view.text()
        guard view.kind == .text ? id.utf8.count <= Self.idBytesMax : view.isAllDigits else {
            throw JSONError(path: text, reason: .notIdentifier)
        }
        return id
    }

    /// As `id`; empty where there is none.
    func idIfPresent(_ scope: RecordScope) throws(UnreadableRecord) -> String {
        guard find(scope) != nil else { return "" }
        return try UnreadableRecord.reading { () throws(JSONError) in try id(scope) }
    }

    /// No platform's id is longer; what is, is something else.
    private static let idBytesMax = 128
}

extension JSONView {
    /// Whether this is null or an empty text, which sources write for what they don't have.
    fileprivate var isNothing: Bool {
        switch kind {
        case .null: true
        case .text: withBytes { $0.isEmpty } ?? true
        default: false
        }
    }
}
