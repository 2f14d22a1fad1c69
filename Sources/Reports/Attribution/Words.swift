import Domain

/// Numbers texts as they come, so that a report compares integers.
struct Words {
    private var codes: [ByteKey: Int64] = [:]
    private var texts: [String] = []
    /// Cells come sorted more often than not: the text that was asked for last, and its code.
    private var last: (text: String, code: Int64) = ("", -1)

    /// The text with this code.
    subscript(code: Int64) -> String { texts[Int(code)] }

    /// How many texts have a code; codes run from 0.
    var count: Int { texts.count }

    /// The code of a text that was numbered before.
    func known(_ text: String) -> Int64? { codes[ByteKey(text)] }

    /// The code of the text, a new one for a new text.
    mutating func code(of text: String) -> Int64 {
        if last.code >= 0, last.text.hasBytes(of: text) { return last.code }
        let key = ByteKey(text)
        let code = codes[key] ?? Int64(texts.count)
        if code == texts.count {
            codes[key] = code
            texts.append(text)
        }
        last = (text, code)
        return code
    }
}
