internal import Domain

extension StableHash {
    /// The hash of some texts, whatever their order; empty where there are none.
    static func digits(of texts: Set<String>) -> String {
        texts.isEmpty ? "" : digits(of: texts.sorted().joined(separator: "\n"))
    }

    /// The hash of a text as 16 hexadecimal digits.
    static func digits(of text: String) -> String {
        var hash = StableHash()
        hash.combine(text)
        let digits = String(UInt64(bitPattern: hash.value), radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
