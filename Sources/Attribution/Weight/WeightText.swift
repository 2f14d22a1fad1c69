/// A cursor over the UTF-8 bytes of a text, with full-width forms read as ASCII.
struct WeightText {
    private let bytes: UnsafeBufferPointer<UInt8>
    private(set) var position = 0

    /// Stands for the end of the text; no title contains it.
    static let end: Unicode.Scalar = "\0"

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    var isAtEnd: Bool { position >= bytes.count }

    /// The character here, or `end`.
    var current: Unicode.Scalar { decoded(at: position).scalar }

    /// The character after this one, or `end`.
    var following: Unicode.Scalar {
        decoded(at: position + decoded(at: position).length).scalar
    }

    /// The character here, stepped over.
    mutating func take() -> Unicode.Scalar {
        let (scalar, length) = decoded(at: position)
        position += length
        return scalar
    }

    /// Steps over this character.
    mutating func skip() {
        position += decoded(at: position).length
    }

    /// Steps over the character if it is here.
    mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
        guard current == scalar else { return false }
        skip()
        return true
    }

    mutating func skipSpaces() {
        while current == " " { skip() }
    }

    /// Steps over characters at which nothing that matters can start: most of a title.
    mutating func skipInsignificant() {
        while position < bytes.count {
            let (scalar, length) = decoded(at: position)
            if scalar.isSignificant { return }
            position += length
        }
    }

    /// Goes back to an earlier position.
    mutating func go(to position: Int) {
        self.position = position
    }

    /// Steps over letters (of ASCII) and digits.
    mutating func skipWord() {
        while current.isASCIIDigit || current.isASCIILetter { skip() }
    }

    /// Whether a comma of a thousand stands here: an ASCII comma, three digits, no fourth.
    var isAtThousandsComma: Bool {
        guard position + 3 < bytes.count, bytes[position] == UInt8(ascii: ",") else { return false }
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        let isFourth = position + 4 < bytes.count && digits.contains(bytes[position + 4])
        return !isFourth && (1...3).allSatisfy { digits.contains(bytes[position + $0]) }
    }

    /// Strings are valid UTF-8, so a lead byte's continuation bytes are there.
    private func decoded(at place: Int) -> (scalar: Unicode.Scalar, length: Int) {
        guard place < bytes.count else { return (Self.end, 0) }
        let lead = bytes[place]
        if lead < 0x80 { return (Unicode.Scalar(lead == 0x09 ? 0x20 : lead), 1) }
        let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        var value = UInt32(lead) & (0x7F >> UInt32(length))
        for offset in 1..<length { value = value << 6 | UInt32(bytes[place + offset] & 0x3F) }
        switch value {
        case 0xFF01...0xFF5E: value -= 0xFEE0
        case 0x3000, 0xA0: value = 0x20
        default: break
        }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
    }
}

extension Unicode.Scalar {
    var isASCIIDigit: Bool { ("0"..."9").contains(self) }

    var isASCIILetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }
}
