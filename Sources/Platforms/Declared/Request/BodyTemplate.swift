internal import Domain
internal import YAML

/// The JSON body of a request, with fields in its texts.
enum BodyTemplate: Sendable {
    case object([Member])
    case array([BodyTemplate])
    case text(RequestTemplate)
    /// A number, `true`, `false` or `null`, as written.
    case literal(String)

    /// A member, its key already written as JSON.
    struct Member: Sendable {
        let key: String
        let value: BodyTemplate
    }

    /// Reads a body whose texts may hold these fields.
    init(_ node: YAMLNode, allowed: [RequestField], problems: DescriptionProblems) {
        if let entries = node.entries {
            self = .object(
                entries.map {
                    Member(
                        key: Self.quoted($0.key),
                        value: BodyTemplate($0.value, allowed: allowed, problems: problems))
                })
        } else if let items = node.items {
            self = .array(items.map { BodyTemplate($0, allowed: allowed, problems: problems) })
        } else {
            let text = node.text ?? ""
            if node.isPlain, ["true", "false", "null"].contains(text) || Self.isNumber(text) {
                self = .literal(text)
            } else {
                self = .text(
                    RequestTemplate(text, allowed: allowed, line: node.line, problems: problems))
            }
        }
    }

    /// Whether the field stands in one of its texts.
    func holds(_ field: RequestField) -> Bool {
        switch self {
        case .literal: false
        case .text(let template): template.holds(field)
        case .array(let items): items.contains { $0.holds(field) }
        case .object(let members): members.contains { $0.value.holds(field) }
        }
    }

    /// Writes the body.
    ///
    /// A value that is one field stands as a number where it is one, but for a cursor.
    func write(_ values: RequestValues, pageIsText: Bool, into json: inout String) throws(PlatformError) {
        switch self {
        case .literal(let literal): json += literal
        case .text(let template):
            let text = try template.filled(values)
            let field = template.onlyField
            let isBare = field?.isNumber == true && !(field == .page && pageIsText) && Self.isNumber(text)
            json += isBare ? text : Self.quoted(text)
        case .array(let items):
            json += "["
            for (index, item) in items.enumerated() {
                if index > 0 { json += "," }
                try item.write(values, pageIsText: pageIsText, into: &json)
            }
            json += "]"
        case .object(let members):
            json += "{"
            for (index, member) in members.enumerated() {
                json += "\(index > 0 ? "," : "")\(member.key):"
                try member.value.write(values, pageIsText: pageIsText, into: &json)
            }
            json += "}"
        }
    }

    /// Whether the text is a number in JSON's grammar, without an exponent.
    private static func isNumber(_ text: String) -> Bool {
        let digits = text.drop { $0 == "-" }
        let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
        let isPlain = parts.allSatisfy { part in !part.isEmpty && part.allSatisfy { ("0"..."9").contains($0) }
        }
        let hasLeadingZero = parts.first.map { $0.count > 1 && $0.first == "0" } ?? true
        return isPlain && !hasLeadingZero && parts.count <= 2 && text.utf8.count - digits.utf8.count <= 1
    }

    /// The text as JSON has it.
    static func quoted(_ text: String) -> String {
        var json: [UInt8] = []
        json.append(jsonText: text)
        return String(decoding: json, as: UTF8.self)
    }
}
