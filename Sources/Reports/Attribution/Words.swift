/// Numbers texts as they come, so that a report compares integers.
struct Words {
    private var codes: [Bytes: Int64] = [:]
    private var texts: [String] = []
    /// Cells come sorted more often than not: the text that was asked for last, and its code.
    private var last: (text: String, code: Int64) = ("", -1)

    /// Hashed and compared by its bytes: a plain `String` is normalised first, which is slow for Chinese.
    private struct Bytes: Hashable {
        let text: String

        static func == (left: Bytes, right: Bytes) -> Bool {
            left.text.utf8.elementsEqual(right.text.utf8)
        }

        func hash(into hasher: inout Hasher) {
            var copy = text
            copy.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        }
    }

    /// The text with this code.
    subscript(code: Int64) -> String { texts[Int(code)] }

    /// How many texts have a code; codes run from 0.
    var count: Int { texts.count }

    /// The code of a text that was numbered before.
    func known(_ text: String) -> Int64? { codes[Bytes(text: text)] }

    /// The code of the text, a new one for a new text.
    mutating func code(of text: String) -> Int64 {
        if last.code >= 0, last.text.utf8.elementsEqual(text.utf8) { return last.code }
        let key = Bytes(text: text)
        let code = codes[key] ?? Int64(texts.count)
        if code == texts.count {
            codes[key] = code
            texts.append(text)
        }
        last = (text, code)
        return code
    }
}
