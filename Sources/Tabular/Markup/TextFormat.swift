/// The style by which a web page tells Excel to keep a cell as text: `mso-number-format:"\@"`.
///
/// Looked for byte by byte: a pattern that tries each place again takes hours for a style sheet that was made for it.
enum TextFormat {
    private static let property = Array("mso-number-format:".utf8)
    private static let text = Array("\\@".utf8)

    /// Whether a style says so.
    static func stands(in style: String) -> Bool { place(in: Array(style.utf8)[...]) != nil }

    /// The classes of a style sheet that say so: `.t{mso-number-format:"\@"}`.
    static func classes(in sheet: String) -> Set<String> {
        var classes: Set<String> = []
        for rule in Array(sheet.utf8).split(separator: UInt8(ascii: "}")) {
            guard let place = place(in: rule), let brace = rule[..<place].lastIndex(of: UInt8(ascii: "{"))
            else { continue }
            let selector = Array(rule[..<brace].reversed().drop { $0 <= 0x20 }.reversed())
            let name = selector.suffix(while: isOfName)
            if !name.isEmpty, selector.dropLast(name.count).last == UInt8(ascii: ".") {
                classes.insert(String(decoding: name, as: UTF8.self))
            }
        }
        return classes
    }

    /// Where the property begins that says so.
    private static func place(in style: ArraySlice<UInt8>) -> Int? {
        var rest = style
        while let start = rest.indices.first(where: { begins(rest[$0...]) }) {
            var value = rest[(start + property.count)...].drop { $0 <= 0x20 }
            if let quote = value.first, quote == 0x22 || quote == 0x27 { value = value.dropFirst() }
            if value.starts(with: text) { return start }
            rest = rest[(start + property.count)...]
        }
        return nil
    }

    private static func begins(_ style: ArraySlice<UInt8>) -> Bool {
        guard style.first.map({ $0 | 0x20 }) == property[0], style.count >= property.count else {
            return false
        }
        return zip(style, property).allSatisfy { $0 == $1 || $0 | 0x20 == $1 }
    }

    private static func isOfName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), 0x80...:
            true
        default: false
        }
    }
}

extension Array where Element == UInt8 {
    /// The last bytes that are all of a kind.
    fileprivate func suffix(while isOfKind: (UInt8) -> Bool) -> ArraySlice<UInt8> {
        self[(lastIndex { !isOfKind($0) }.map { $0 + 1 } ?? startIndex)...]
    }
}
