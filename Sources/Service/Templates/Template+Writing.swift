import Domain
import Foundation
import Glibc
package import Reports
import Spreadsheet
import YAML

extension Template {
    /// The template of this name.
    package static func named(_ name: String) throws(ServiceError) -> Template {
        if let template = all.first(where: { $0.name == name }) { return template }
        let names = all.map(\.name)
        throw ServiceError(
            .usage, [Notice("template.unknown", name, names, NearestWord.hint(for: name, among: names))])
    }

    /// Writes it to a file, or by its own name into a folder; to where the process is where nothing is said.
    ///
    /// A file that is there is written over only where `isForced`.
    package func write(to place: String?, isForced: Bool) throws(ServiceError) -> TemplateReport {
        let path = Self.isFolder(place ?? ".") ? Self.path(fileName, in: place) : place ?? fileName
        let folder = (path as NSString).deletingLastPathComponent
        guard folder.isEmpty || Self.isFolder(folder) else {
            throw ServiceError(.usage, [Notice("template.no_folder", folder)])
        }
        if !isForced, FileManager.default.fileExists(atPath: path) {
            throw ServiceError(.usage, [Notice("template.exists", path)])
        }
        let bytes: [UInt8]
        do {
            bytes = try spreadsheet.xlsx()
        } catch {
            throw ServiceError(.usage, [Notice("template.not_made", path, Self.reason(error))])
        }
        guard WholeFile(path, permissions: 0o666).replace(by: bytes) else {
            throw ServiceError(.usage, [Notice("init.not_written", path)])
        }
        return TemplateReport(name: name, title: title, file: path, next: next(path))
    }

    /// What to do with it; the file of a form that is imported is named by its path.
    private func next(_ path: String) -> Notice {
        switch use {
        case .imported: Notice("template.next_import", path.shellWord)
        case .partOfRoster: Notice("template.next_roster", fileName)
        case .catalogue: Notice("template.next_catalogue", path)
        }
    }

    private static func path(_ file: String, in folder: String?) -> String {
        guard let folder else { return file }
        return folder.hasSuffix("/") ? folder + file : "\(folder)/\(file)"
    }

    private static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }

    private static func reason(_ flaw: SpreadsheetFlaw) -> String {
        switch flaw {
        case .noRoom(let code): String(cString: strerror(code))
        case .refused(let why): why
        }
    }
}
