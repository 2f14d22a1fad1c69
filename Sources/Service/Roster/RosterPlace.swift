import Foundation

/// Where a table of the roster lies: a file, or one sheet of it.
struct RosterPlace: Hashable, Sendable {
    let path: String
    /// The sheet, where the file has one for each table.
    var sheet: String?

    /// The file's name in its folder, and the sheet's.
    var name: String { Self.joined(URL(filePath: path).lastPathComponent, sheet) }

    /// What errors call it.
    var pathAndSheet: String { Self.joined(path, sheet) }

    private static func joined(_ file: String, _ sheet: String?) -> String {
        sheet.map { "\(file) › \($0)" } ?? file
    }
}
