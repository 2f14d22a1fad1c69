/// Characters that a web page writes by name or number: `&amp;`, `&#165;`, `&#xA5;`.
enum HTMLEntity {
    private static let named: [String: Unicode.Scalar] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "ensp": " ", "emsp": " ",
        "yen": "¥", "middot": "·", "times": "×", "mdash": "—", "ndash": "–", "hellip": "…", "ldquo": "“",
        "rdquo": "”",
        "lsquo": "‘", "rsquo": "’", "deg": "°", "copy": "©", "reg": "®", "frac12": "½", "bull": "•",
    ]
    private static let lengthMax = 12

    /// The text with each of them as the character itself; one that is not known stays as it is written.
    static func decoded(_ text: ArraySlice<UInt8>) -> [UInt8] {
        guard text.contains(UInt8(ascii: "&")) else { return Array(text) }
        var result: [UInt8] = []
        var place = text.startIndex
        while place < text.endIndex {
            let rest = text[place...].prefix(lengthMax)
            if text[place] == UInt8(ascii: "&"), let close = rest.firstIndex(of: UInt8(ascii: ";")),
                let scalar = scalar(String(decoding: text[(place + 1)..<close], as: UTF8.self))
            {
                result.append(contentsOf: UTF8.encode(scalar) ?? .init())
                place = close + 1
            } else {
                result.append(text[place])
                place += 1
            }
        }
        return result
    }

    private static func scalar(_ name: String) -> Unicode.Scalar? {
        guard name.hasPrefix("#") else { return named[name] }
        let digits = name.dropFirst()
        let code =
            digits.first == "x" || digits.first == "X"
            ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        return code.flatMap { $0 == 0 ? nil : Unicode.Scalar($0) }
    }
}
