import Domain

/// What a file is, by its first bytes, whatever its name says.
enum FileKind {
    case delimitedText
    case zip
    case compoundFile
    case webPage
    case json
    case utf16
    case binary

    /// Judges the first bytes of a file (a few hundred are plenty).
    init(head: [UInt8]) {
        let text = head.drop { [0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0) }
        if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) || head.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
            self = .zip
        } else if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            self = .compoundFile
        } else if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) {
            self = .utf16
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

    /// Why this kind of file is not read as a table; nil for delimited text.
    func refusal(of file: String) -> TabularError? {
        switch self {
        case .delimitedText:
            nil
        case .zip:
            TabularError(file: file, what: Notice("table.is_zip"), remedy: Notice("table.unzip"))
        case .compoundFile:
            TabularError(file: file, what: Notice("table.is_excel"), remedy: Notice("table.remove_password"))
        case .webPage:
            TabularError(file: file, what: Notice("table.is_web_page"), remedy: Notice("table.log_in_again"))
        case .json:
            TabularError(file: file, what: Notice("table.is_json"), remedy: Notice("table.export_again"))
        case .utf16:
            TabularError(
                file: file, what: Notice("table.is_wide_unicode"), remedy: Notice("table.save_as_unicode"))
        case .binary:
            TabularError(file: file, what: Notice("table.is_binary"), remedy: Notice("table.export_as_csv"))
        }
    }
}
