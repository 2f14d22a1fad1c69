internal import Domain

/// A JSON text with its fields in the order in which they were given: what other programs parse, people diff.
package indirect enum JSONTree: Sendable {
    case object([(name: String, value: JSONTree)])
    case array([JSONTree])
    case text(String)
    case integer(Int64)
    case flag(Bool)
    case null

    /// The text where there is one, else `null`.
    package static func optional(_ text: String?) -> JSONTree {
        text.map(JSONTree.text) ?? .null
    }

    /// The number where it is known, else `null`: never 0 for what is unknown.
    package static func optional(_ number: Int64?) -> JSONTree {
        number.map(JSONTree.integer) ?? .null
    }

    /// UTF-8 text ended by a line feed.
    ///
    /// An object or list of plain values stands on one line; `/` is not escaped.
    package var description: String {
        var bytes: [UInt8] = []
        write(to: &bytes, depth: 0)
        bytes.append(UInt8(ascii: "\n"))
        return String(decoding: bytes, as: UTF8.self)
    }

    private var isPlain: Bool {
        switch self {
        case .object(let members): members.isEmpty
        case .array(let items): items.isEmpty
        default: true
        }
    }

    private func write(to bytes: inout [UInt8], depth: Int) {
        switch self {
        case .object(let members):
            let isInline = members.allSatisfy(\.value.isPlain)
            Self.writeList(members, between: "{}", isInline: isInline, to: &bytes, depth: depth) {
                member, bytes in
                bytes.append(jsonText: member.name)
                bytes.append(contentsOf: ": ".utf8)
                member.value.write(to: &bytes, depth: depth + 1)
            }
        case .array(let items):
            let isInline = items.allSatisfy(\.isPlain)
            Self.writeList(items, between: "[]", isInline: isInline, to: &bytes, depth: depth) {
                item, bytes in
                item.write(to: &bytes, depth: depth + 1)
            }
        case .text(let text): bytes.append(jsonText: text)
        case .integer(let number): bytes.append(contentsOf: String(number).utf8)
        case .flag(let flag): bytes.append(contentsOf: (flag ? "true" : "false").utf8)
        case .null: bytes.append(contentsOf: "null".utf8)
        }
    }

    private static func writeList<Element>(
        _ elements: [Element], between brackets: String, isInline: Bool, to bytes: inout [UInt8], depth: Int,
        writing write: (Element, inout [UInt8]) -> Void
    ) {
        guard !elements.isEmpty else { return bytes.append(contentsOf: brackets.utf8) }
        let gap = isInline ? " " : "\n" + String(repeating: "  ", count: depth + 1)
        bytes.append(contentsOf: brackets.utf8.prefix(1))
        for (index, element) in elements.enumerated() {
            bytes.append(contentsOf: ((index == 0 ? "" : ",") + gap).utf8)
            write(element, &bytes)
        }
        bytes.append(contentsOf: (isInline ? " " : "\n" + String(repeating: "  ", count: depth)).utf8)
        bytes.append(contentsOf: brackets.utf8.suffix(1))
    }
}
