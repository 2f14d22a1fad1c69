import Glibc

/// GB18030 (and GBK, which it contains) to UTF-8, by tables taken once from the C library's iconv.
///
/// No byte of a multi-byte character is a quote, a comma, a semicolon, a tab or a line end, so rows are cut
/// into cells before they are decoded, and only the cells that are read are decoded.
struct GB18030: Sendable {
    /// The tables; nil where the C library doesn't know the encoding.
    static let shared = GB18030()

    private static let leads: ClosedRange<UInt8> = 0x81...0xFE
    private static let trails: ClosedRange<UInt8> = 0x40...0xFE
    private static let digits: ClosedRange<UInt8> = 0x30...0x39
    /// Four-byte characters from here on (90 30 81 30) are U+10000 and its successors.
    private static let supplementaryIndex = 189_000
    /// Four-byte characters of the basic plane lie below this index (84 31 A4 39 is the last).
    private static let basicPlaneCount = 39_420

    /// Code points by lead and trail byte; 0 = unassigned.
    private let twoByte: [UInt32]
    /// Code points of the basic plane by four-byte index; 0 = unassigned.
    private let fourByte: [UInt32]

    private init?() {
        guard let converter = iconv_open("UTF-32LE", "GB18030"), converter != iconv_t(bitPattern: -1) else {
            return nil
        }
        defer { iconv_close(converter) }
        twoByte = Self.leads.flatMap { lead in
            Self.trails.map { Self.codePoint(of: [lead, $0], converter) }
        }
        fourByte = (0..<Self.basicPlaneCount).map { index in
            let bytes = [
                UInt8(0x81 + index / 12_600), UInt8(0x30 + index / 1260 % 10),
                UInt8(0x81 + index / 10 % 126), UInt8(0x30 + index % 10),
            ]
            return Self.codePoint(of: bytes, converter)
        }
    }

    private static func codePoint(of character: [UInt8], _ converter: iconv_t) -> UInt32 {
        var input = character.map { CChar(bitPattern: $0) }
        var output: UInt32 = 0
        let status = input.withUnsafeMutableBufferPointer { input in
            withUnsafeMutableBytes(of: &output) { output in
                var inputBytes = input.baseAddress
                var outputBytes = output.baseAddress?.assumingMemoryBound(to: CChar.self)
                var inputLeft = input.count
                var outputLeft = output.count
                return iconv(converter, &inputBytes, &inputLeft, &outputBytes, &outputLeft)
            }
        }
        if status == 0 { return UInt32(littleEndian: output) }
        iconv(converter, nil, nil, nil, nil)
        return 0
    }

    /// One character of a text.
    private enum Step {
        case character(UInt32, bytes: Int)
        case invalid
        case incomplete
    }

    private func step(_ text: UnsafeBufferPointer<UInt8>, at start: Int) -> Step {
        let lead = text[start]
        if lead < 0x80 { return .character(UInt32(lead), bytes: 1) }
        guard Self.leads.contains(lead) else { return .invalid }
        guard start + 1 < text.count else { return .incomplete }
        let second = text[start + 1]
        if Self.trails.contains(second) {
            let row = Int(lead - Self.leads.lowerBound) * Self.trails.count
            let point = twoByte[row + Int(second - Self.trails.lowerBound)]
            return point == 0 ? .invalid : .character(point, bytes: 2)
        }
        guard Self.digits.contains(second) else { return .invalid }
        guard start + 3 < text.count else {
            let isPossible = start + 2 == text.count || Self.leads.contains(text[start + 2])
            return isPossible ? .incomplete : .invalid
        }
        let (third, fourth) = (text[start + 2], text[start + 3])
        guard Self.leads.contains(third), Self.digits.contains(fourth) else { return .invalid }
        let pairs = (Int(lead) - 0x81) * 10 + Int(second) - 0x30
        let index = (pairs * 126 + Int(third) - 0x81) * 10 + Int(fourth) - 0x30
        let point = index < Self.basicPlaneCount ? fourByte[index] : supplementaryPoint(index)
        return point == 0 ? .invalid : .character(point, bytes: 4)
    }

    private func supplementaryPoint(_ index: Int) -> UInt32 {
        let point = index - Self.supplementaryIndex + 0x10000
        return (0x10000...0x10FFFF).contains(point) ? UInt32(point) : 0
    }

    /// What is wrong with a text, nil if nothing is.
    func fault(in text: UnsafeBufferPointer<UInt8>) -> EncodingFault? {
        var position = 0
        while position < text.count {
            if text[position] < 0x80 {
                position += 1
                continue
            }
            switch step(text, at: position) {
            case .character(_, let bytes): position += bytes
            case .invalid: return .invalid
            case .incomplete: return .incomplete
            }
        }
        return nil
    }

    /// A continuation byte of UTF-8 with the last six bits of `bits`.
    private static func continuation(_ bits: UInt32) -> UInt8 {
        UInt8(0x80 | bits & 0x3F)
    }

    /// Replaces `output` by the text in UTF-8; what `fault(in:)` would find becomes U+FFFD.
    func decode(_ text: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) {
        output.removeAll(keepingCapacity: true)
        var position = 0
        while position < text.count {
            guard case .character(let point, let bytes) = step(text, at: position) else {
                output.append(contentsOf: "\u{FFFD}".utf8)
                position += 1
                continue
            }
            position += bytes
            switch point {
            case ..<0x80: output.append(UInt8(point))
            case ..<0x800: output.append(UInt8(0xC0 | point >> 6))
            case ..<0x10000: output.append(UInt8(0xE0 | point >> 12))
            default: output.append(UInt8(0xF0 | point >> 18))
            }
            if point >= 0x10000 { output.append(Self.continuation(point >> 12)) }
            if point >= 0x800 { output.append(Self.continuation(point >> 6)) }
            if point >= 0x80 { output.append(Self.continuation(point)) }
        }
    }
}

/// What is wrong with a text's encoding.
enum EncodingFault {
    /// Bytes that are no character.
    case invalid
    /// The text ends in the middle of a character.
    case incomplete
}
