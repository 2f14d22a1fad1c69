/// How a file of delimited text is to be read.
struct TableDialect: Sendable {
    let delimiter: UInt8
    let encoding: TextEncoding
    /// Nothing in the file can be wrongly encoded.
    let isClean: Bool

    /// The same with another delimiter.
    func with(delimiter: UInt8) -> TableDialect {
        TableDialect(delimiter: delimiter, encoding: encoding, isClean: isClean)
    }

    /// Those that are looked for, the usual one first.
    static let delimiters = [UInt8(ascii: ","), UInt8(ascii: "\t"), UInt8(ascii: ";")]

    /// The delimiter that the first line has most of outside quotes; of a title line without any, the next line's.
    static func delimiter(of head: ArraySlice<UInt8>) -> UInt8 {
        var counts = delimiters.map { _ in 0 }
        var isQuoted = false
        for byte in head.drop(while: { [0x0A, 0x0D, 0x20, 0x09].contains($0) }) {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if isQuoted { continue }
            if (byte == 0x0A || byte == 0x0D) && counts.contains(where: { $0 > 0 }) { break }
            if let candidate = delimiters.firstIndex(of: byte) { counts[candidate] += 1 }
        }
        var best = 0
        for candidate in counts.indices where counts[candidate] > counts[best] { best = candidate }
        return delimiters[best]
    }
}
