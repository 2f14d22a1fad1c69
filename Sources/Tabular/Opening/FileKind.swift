import Domain

/// What a file is, by its first bytes, whatever its name says.
enum FileKind {
    case delimitedText
    case zip
    case compoundFile
    case webPage
    case json
    case binary

    /// Judges the first bytes of a file, of text in UTF-8 (a few hundred are plenty).
    init(head: [UInt8]) {
        let text = head.drop { [0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0) }
        if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) || head.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
            self = .zip
        } else if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            self = .compoundFile
        } else if head.prefix(4).contains(0) {
            self = .binary
        } else if text.first == UInt8(ascii: "<") {
            self = .webPage
        } else if text.first == UInt8(ascii: "{") || text.first == UInt8(ascii: "[") {
            self = .json
        } else {
            self = .delimitedText
        }
    }

    /// Why this kind of file is not read as a table.
    func refusal(of file: String) -> TabularError {
        let (what, remedy) =
            switch self {
            case .delimitedText, .binary: ("table.is_binary", "table.export_as_csv")
            case .zip: ("table.is_zip", "table.unzip")
            case .compoundFile: ("table.is_excel", "table.remove_password")
            case .webPage: ("table.is_web_page", "table.log_in_again")
            case .json: ("table.is_json", "table.export_again")
            }
        return TabularError(file: file, what: Notice(what), remedy: Notice(remedy))
    }
}
