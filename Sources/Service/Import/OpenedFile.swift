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

    /// Opens a file: its table is the one whose header is a known format's, on whichever sheet or line it stands.
    ///
    /// Throws where it holds no such table or several, and where its password is not known.
    init(
        _ path: String, named name: String?, _ choice: FileChoice,
        among known: [any OrderFileFormat] = PlatformList.orderFiles
    ) throws(ServiceError) {
        let formats = known.filter { name == nil || $0.name == name }
        guard !formats.isEmpty else { throw Self.unknown(path, known) }
        do throws(TabularError) {
            let table = try TableFile(path: path, try choice.tables(in: path)) { columns in
                formats.contains { $0.matches(columns) }
            }
            guard
                let format = formats.first(where: { $0.matches(table.columns) })
                    ?? (name == nil ? nil : formats[0])
            else { throw Self.unrecognised }
            (self.table, self.format, isFormatNamed) = (table, format, name != nil)
        } catch {
            throw error == Self.unrecognised
                ? Self.unknown(path, known) : ServiceError(.usage, [error.noticeOfImport])
        }
    }

    private static let unrecognised = TabularError(
        file: "", what: Notice("import.unknown_format"), remedy: Notice("import.unknown_format"))

    private static func unknown(_ path: String, _ known: [any OrderFileFormat]) -> ServiceError {
        ServiceError(.usage, [Notice("import.unknown_format", path, known.map(\.name))])
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
    func sha256() throws(ServiceError) -> String {
        do {
            let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: table.path))
            defer { try? handle.close() }
            var hasher = SHA256()
            while let bytes = try handle.read(upToCount: 1 << 20), !bytes.isEmpty {
                hasher.update(Array(bytes))
            }
            return hasher.finalize().hexadecimal
        } catch {
            throw ServiceError(.source, [Notice("import.unreadable", table.path)])
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
