/// The words that a reader looks for, in libFuzzer's format: one `"word"` a line, with `\xNN`, `\\` and `\"`.
package enum FuzzDictionary {
    /// Where it lies, from the project's folder on.
    package static func path(of reader: FuzzedReader) -> String {
        "Tests/Fuzz/dictionaries/\(reader.rawValue).dict"
    }

    /// The words of a reader.
    package static func words(of reader: FuzzedReader) -> [[UInt8]] {
        String(decoding: Seeds.bytes(path(of: reader)), as: UTF8.self).split(separator: "\n")
            .filter { $0.hasPrefix("\"") && $0.hasSuffix("\"") && $0.count > 2 }
            .map { word(Array($0.utf8.dropFirst().dropLast())) }
    }

    private static func word(_ text: [UInt8]) -> [UInt8] {
        var word: [UInt8] = []
        var rest = text[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "\\"), let escaped = rest.popFirst() else {
                word.append(byte)
                continue
            }
            if escaped == UInt8(ascii: "x"),
                let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                word.append(code)
                rest = rest.dropFirst(2)
            } else {
                word.append(escaped)
            }
        }
        return word
    }
}
