import Domain

/// A file in the container of old Office: what it is by the names of the streams in it.
enum CompoundFile {
    /// A workbook of Excel 97 to 2003 (.xls).
    case oldWorkbook
    /// A workbook of today behind a password.
    case encryptedWorkbook
    case other

    /// Looks through the whole file for the entries of its directory, which are 128 bytes long and lie anywhere.
    init(_ source: FileSource) throws(TabularError) {
        self = .other
        let file = try FileBytes(source)
        var buffer = [UInt8](repeating: 0, count: 1 << 18)
        var filled = 0
        while case let count = try file.read(into: &buffer, from: filled), count > 0 {
            filled += count
            let whole = filled - filled % Self.entryBytes
            for place in stride(from: 0, to: whole, by: Self.entryBytes) {
                if buffer[place...].starts(with: Self.encrypted) {
                    self = .encryptedWorkbook
                    return
                }
                if Self.old.contains(where: buffer[place...].starts(with:)) { self = .oldWorkbook }
            }
            buffer.replaceSubrange(0..<(filled - whole), with: Array(buffer[whole..<filled]))
            filled -= whole
        }
    }

    /// Why it is not read.
    func refusal(of file: String) -> TabularError {
        let (what, remedy) =
            switch self {
            case .oldWorkbook: ("table.is_old_workbook", "table.save_as_workbook")
            case .encryptedWorkbook: ("table.is_encrypted_workbook", "table.remove_password")
            case .other: ("table.is_excel", "table.save_as_workbook")
            }
        return TabularError(file: file, what: Notice(what), remedy: Notice(remedy))
    }

    private static let entryBytes = 128
    private static let encrypted = entryName("EncryptedPackage")
    private static let old = [entryName("Workbook"), entryName("Book")]

    /// A name as it stands in the directory, in UTF-16 and closed by a zero.
    private static func entryName(_ name: String) -> [UInt8] {
        (Array(name.utf16) + [0]).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    }
}
