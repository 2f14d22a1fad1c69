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
            TabularError(file: file, what: "是 XLSX 或 ZIP 文件，不是 CSV", remedy: "请解压，或重新导出为 CSV")
        case .compoundFile:
            TabularError(file: file, what: "是旧版或加密的 Excel 文件，不是 CSV", remedy: "请去掉密码，重新导出为 CSV")
        case .webPage:
            TabularError(file: file, what: "是网页或 XML，不是 CSV（多半是登录已过期）", remedy: "请重新登录后台再导出")
        case .json:
            TabularError(file: file, what: "是 JSON，不是 CSV（多半是下载时平台报错）", remedy: "请重新导出")
        case .utf16:
            TabularError(file: file, what: "是 UTF-16 编码的文本", remedy: "请另存为“CSV UTF-8”")
        case .binary:
            TabularError(file: file, what: "不是文本文件", remedy: "请重新导出为 CSV")
        }
    }
}
