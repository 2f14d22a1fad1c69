internal import Domain
internal import YAML

/// A text with fields in braces, split once.
struct RequestTemplate: Sendable {
    private enum Part: Sendable {
        case text(String)
        case field(RequestField)
    }

    private let parts: [Part]

    /// Splits `Bearer {access_token}`.
    ///
    /// Braces that hold no allowed field are reported.
    init(_ text: String, allowed: [RequestField], line: Int, problems: DescriptionProblems) {
        var parts: [Part] = []
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            if open > rest.startIndex { parts.append(.text(String(rest[..<open]))) }
            let word = String(rest[rest.index(after: open)..<close])
            if let field = RequestField(rawValue: word), allowed.contains(field) {
                parts.append(.field(field))
            } else {
                let names = allowed.map(\.rawValue)
                let choice = names.map { "{\($0)}" }.joined(separator: " ")
                problems.add(
                    line,
                    NearestWord.of(word, among: names).map {
                        Notice("declared.unknown_field_near", word, $0, choice)
                    }
                        ?? Notice("declared.unknown_field", word, choice))
            }
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { parts.append(.text(String(rest))) }
        self.parts = parts
    }

    /// The field, where the template is one field and nothing else.
    var onlyField: RequestField? {
        guard parts.count == 1, case .field(let field)? = parts.first else { return nil }
        return field
    }

    /// Whether the field stands in it.
    func holds(_ field: RequestField) -> Bool {
        parts.contains { if case .field(field) = $0 { true } else { false } }
    }

    /// The text with its fields filled.
    func filled(_ values: RequestValues) throws(PlatformError) -> String {
        try filled(values) { $0 }
    }

    /// The text with its fields filled, each value written by `encoded`.
    func filled(_ values: RequestValues, encoded: (String) -> String) throws(PlatformError) -> String {
        var text = ""
        for part in parts {
            switch part {
            case .text(let literal): text += literal
            case .field(let field): text += encoded(try values.value(field))
            }
        }
        return text
    }
}
