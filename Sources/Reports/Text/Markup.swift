/// A piece of an HTML or SVG page, whose texts and attributes are escaped as they are written.
package indirect enum Markup: Sendable {
    case element(String, [(name: String, value: String)], [Markup])
    case text(String)
    /// What was written by hand, without anything of a person's in it: a style sheet.
    case verbatim(StaticString)

    /// An element with attributes and content.
    static func element(
        _ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ content: [Markup] = []
    ) -> Markup {
        .element(name, attributes.map { ($0.key, $0.value) }, content)
    }

    /// An element that holds a text.
    static func element(
        _ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ text: String
    ) -> Markup {
        element(name, attributes, [.text(text)])
    }

    /// The page's text, an element on each line where it holds others.
    package var description: String {
        var bytes: [UInt8] = []
        write(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    private func write(to bytes: inout [UInt8]) {
        switch self {
        case .text(let text): bytes.append(escaping: text)
        case .verbatim(let text): bytes.append(contentsOf: "\(text)".utf8)
        case .element(let name, let attributes, let content):
            bytes.append(contentsOf: "<\(name)".utf8)
            for attribute in attributes {
                bytes.append(contentsOf: " \(attribute.name)=\"".utf8)
                bytes.append(escaping: attribute.value)
                bytes.append(UInt8(ascii: "\""))
            }
            bytes.append(UInt8(ascii: ">"))
            if Self.withoutEnd.contains(name) { return }
            for part in content {
                if part.isBlock { bytes.append(UInt8(ascii: "\n")) }
                part.write(to: &bytes)
            }
            if content.last?.isBlock == true { bytes.append(UInt8(ascii: "\n")) }
            bytes.append(contentsOf: "</\(name)>".utf8)
        }
    }

    /// Elements of HTML that hold nothing, and have no end.
    private static let withoutEnd: Set<String> = ["meta"]
    /// Elements that stand within a line of text, or of a table.
    private static let inline: Set<String> = ["b", "code", "span", "td", "th", "title"]

    private var isBlock: Bool {
        guard case .element(let name, _, _) = self else { return false }
        return !Self.inline.contains(name)
    }
}

extension [UInt8] {
    /// Appends a text so that it stays a text, between tags and within quotes.
    fileprivate mutating func append(escaping text: String) {
        for byte in text.forTerminal.utf8 {
            switch byte {
            case UInt8(ascii: "&"): append(contentsOf: "&amp;".utf8)
            case UInt8(ascii: "<"): append(contentsOf: "&lt;".utf8)
            case UInt8(ascii: ">"): append(contentsOf: "&gt;".utf8)
            case UInt8(ascii: "\""): append(contentsOf: "&quot;".utf8)
            case UInt8(ascii: "'"): append(contentsOf: "&#39;".utf8)
            default: append(byte)
            }
        }
    }
}
