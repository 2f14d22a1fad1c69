/// How a file's text is encoded.
enum TextEncoding: Sendable {
    case utf8
    /// Also GBK and GB2312, which it contains.
    case gb18030
    /// The low byte of each unit first, as Excel writes its "Unicode text".
    case utf16LittleEndian
    case utf16BigEndian

    /// As staff and the C library call it.
    var name: String {
        switch self {
        case .utf8: "UTF-8"
        case .gb18030: "GB18030"
        case .utf16LittleEndian: "UTF-16LE"
        case .utf16BigEndian: "UTF-16BE"
        }
    }

    /// The bytes to pass over where they are no character.
    var unitBytes: Int {
        switch self {
        case .utf8, .gb18030: 1
        case .utf16LittleEndian, .utf16BigEndian: 2
        }
    }
}

extension TextEncoding {
    /// UTF-16, if the first bytes of a file are that: by their mark, or because every second byte is so often zero.
    ///
    /// At the beginning of a table at least each sixteenth character is a comma, a tab, a digit or a line end, whose high byte
    /// is zero; a low byte is zero in one Chinese character of a hundred. Nil for anything else.
    init?(wideTextIn head: [UInt8]) {
        let isWiderStill = head.count >= 4 && head[2] == 0 && head[3] == 0
        if head.starts(with: [0xFF, 0xFE]) && !isWiderStill {
            self = .utf16LittleEndian
        } else if head.starts(with: [0xFE, 0xFF]) {
            self = .utf16BigEndian
        } else {
            let bytes = head.prefix(Self.judgedBytes)
            let units = bytes.count / 2
            let zeros = (0..<units * 2).reduce(into: [0, 0]) { zeros, place in
                if bytes[place] == 0 { zeros[place % 2] += 1 }
            }
            guard zeros[0] != zeros[1], max(zeros[0], zeros[1]) * 16 >= units,
                min(zeros[0], zeros[1]) * 4 < max(zeros[0], zeros[1])
            else { return nil }
            self = zeros[0] < zeros[1] ? .utf16LittleEndian : .utf16BigEndian
        }
    }

    private static let judgedBytes = 4096
}
