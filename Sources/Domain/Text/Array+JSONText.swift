extension [UInt8] {
    /// Appends a text as JSON has it: in quotes, with quotes, backslashes and control characters escaped, nothing else.
    package mutating func append(jsonText text: String) {
        append(UInt8(ascii: "\""))
        text.withBytes { bytes in
            // Ids and names hold nothing that JSON escapes, nearly always.
            guard bytes.contains(where: Self.isEscaped) else { return append(contentsOf: bytes) }
            for byte in bytes {
                if byte < 0x20 {
                    append(contentsOf: "\\u00\(CollectionOfOne(byte).hexadecimal)".utf8)
                } else {
                    if Self.isEscaped(byte) { append(UInt8(ascii: "\\")) }
                    append(byte)
                }
            }
        }
        append(UInt8(ascii: "\""))
    }

    private static func isEscaped(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }
}
