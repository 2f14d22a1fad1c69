/// What the values of a key of a kept page look like.
enum KeptValues: Sendable {
    /// None: the key holds other keys.
    case none
    /// A number of the platform's own, bare or as text: an id, an amount, an instant, a code.
    case figures
    /// Words, which may hold digits but neither a phone number nor an address.
    case words
    /// Words, or a number, with letters in it or without, that is not a phone's.
    case any
    /// Number or name of an organisation, which may hold where it is: 城关街道3号楼采购部.
    case organisation
    /// Words of the seller, which lose what looks like personal data as they do in the mapping.
    case remark

    /// Whether a text may be kept as it is.
    func mayHold(_ text: String) -> Bool {
        if text.isEmpty { return true }
        return switch self {
        case .none, .remark: false
        case .figures: Self.isNumber(text)
        case .words: !PersonalData.isIn(text)
        case .organisation: !PersonalData.isNumberIn(text) || Self.isCode(text)
        case .any: DescribedKeys.isFigure(text) || Self.isCode(text) || !PersonalData.isIn(text)
        }
    }

    /// A text as it is kept; `nil` where it may not be.
    func kept(_ text: String) -> String? {
        if case .remark = self { return PersonalData.masked(text) }
        return mayHold(text) ? text : nil
    }

    /// Whether it is a number, which some platforms write with quotes of its own: `"\"69\""`.
    private static func isNumber(_ text: String) -> Bool {
        let isQuoted = text.utf8.first == UInt8(ascii: "\"") && text.utf8.last == UInt8(ascii: "\"")
        let number = isQuoted ? text.dropFirst().dropLast() : text[...]
        return text.utf8.count <= 40 && Double(number) != nil
    }

    /// Whether it is a number with letters, `P832-20221101-000017`, that holds neither a phone number nor a citizen's id.
    private static func isCode(_ text: String) -> Bool {
        guard text.utf8.count <= 64, text.utf8.allSatisfy(isOfCode), text.utf8.contains(where: isLetter)
        else { return false }
        // A phone number may be written in groups, an id is not.
        let separators = Set("-._".utf8)
        let joined = text.utf8.filter { !separators.contains($0) }
        return !joined.split(whereSeparator: { !isDigit($0) }).contains { PersonalData.isPersonalNumber($0) }
            && !text.utf8.split(whereSeparator: { !isDigit($0) }).contains { 17...18 ~= $0.count }
    }

    private static func isOfCode(_ byte: UInt8) -> Bool {
        isDigit(byte) || isLetter(byte) || "-._:=+/".utf8.contains(byte)
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
}
