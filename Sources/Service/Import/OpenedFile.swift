import Digest
import Domain
import Foundation
import Platforms
import Tabular

/// A file that is to be imported: opened once, its table found, its format recognised.
package struct OpenedFile: Sendable {
    let table: TableFile
    let format: any OrderFileFormat
    /// Whether a person named the format.
    let isFormatNamed: Bool

    /// A table that is of this format, or is to be read as if it were.
    init(_ table: TableFile, _ format: any OrderFileFormat, isFormatNamed: Bool) {
        (self.table, self.format, self.isFormatNamed) = (table, format, isFormatNamed)
    }

    /// Opens a file of orders; throws as `FoundFile` does, and where it is one of something else.
    init(
        _ path: String, named name: String?, _ choice: FileChoice,
        among known: [any OrderFileFormat] = PlatformList.orderFiles
    ) throws(ServiceError) {
        guard case .orders(let opened) = try FoundFile(path, named: name, choice, among: known) else {
            throw ServiceError(.usage, [Notice("import.unknown_format", path, known.map(\.name))])
        }
        self = opened
    }

    /// The columns without which nobody would know the format by its header.
    var decidingColumns: [String] {
        let columns = table.columns
        guard format.matches(columns) else { return [] }
        return columns.enumerated().filter { place, name in
            !name.isEmpty
                && !format.matches(columns.enumerated().filter { $0.offset != place }.map(\.element))
        }.map(\.element)
    }

    /// Throws where a column is missing, or there twice, that the format can't do without.
    func expectColumns() throws(ServiceError) {
        do throws(TabularError) {
            _ = try format.mapping(of: table)
        } catch {
            throw ServiceError(.usage, [error.noticeOfImport])
        }
    }

    /// Starts a reading of its rows; throws as `expectColumns` does.
    func reader(_ input: ImportStage.Input) throws(ServiceError) -> OrderFileReader {
        do throws(TabularError) {
            return try OrderFileReader(table, as: format, shopID: input.shopID, shops: input.shops)
        } catch {
            throw ServiceError(.usage, [error.noticeOfImport])
        }
    }

    /// The SHA-256 of the whole file.
    func sha256() throws(ServiceError) -> String { try table.sha256() }
}

extension TableFile {
    /// The SHA-256 of the whole file.
    func sha256() throws(ServiceError) -> String {
        do {
            let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
            defer { try? handle.close() }
            var hasher = SHA256()
            while let bytes = try handle.read(upToCount: 1 << 20), !bytes.isEmpty {
                hasher.update(Array(bytes))
            }
            return hasher.finalize().hexadecimal
        } catch {
            throw ServiceError(.source, [Notice("import.unreadable", path)])
        }
    }
}

extension TabularError {
    /// The sentence, with the option of `import` that helps where one does.
    var noticeOfImport: Notice {
        let remedy: Notice? =
            switch what.code {
            case "table.several_sheets", "table.many_members", "table.no_such_sheet", "table.no_such_member":
                Notice("import.name_table")
            case "table.zip_has_password", "table.password_wrong": Notice("import.give_password")
            default: nil
            }
        guard let remedy else { return notice }
        return TabularError(file: file, line: line, column: column, what: what, remedy: remedy).notice
    }
}
