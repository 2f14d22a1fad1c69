/// The characters that XML cannot hold, as Excel writes them into it: `_x000D_` is a carriage return.
enum EscapedText {
    private static let length = 7

    /// Replaces each `_xHHHH_` in the bytes from `start` on by its character; `_x005F_` is the low line itself.
    static func decode(_ bytes: inout [UInt8], from start: Int) {
        guard let first = (start..<bytes.count).first(where: { code(bytes, at: $0) != nil }) else { return }
        var kept = first
        var place = first
        while place < bytes.count {
            if let code = code(bytes, at: place), let scalar = Unicode.Scalar(code) {
                for byte in UTF8.encode(scalar) ?? .init() {
                    bytes[kept] = byte
                    kept += 1
                }
                place += length
            } else {
                bytes[kept] = bytes[place]
                kept += 1
                place += 1
            }
        }
        bytes.removeLast(bytes.count - kept)
    }

    private static func code(_ bytes: [UInt8], at place: Int) -> UInt16? {
        guard bytes[place] == UInt8(ascii: "_"), place + length <= bytes.count,
            bytes[place + 1] == UInt8(ascii: "x"), bytes[place + 6] == UInt8(ascii: "_")
        else { return nil }
        let digits = bytes[(place + 2)..<(place + 6)]
        guard digits.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }) else { return nil }
        return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    }
}
