import Domain
import Foundation
import Tabular

extension RosterReading {
    /// Notes the tables of the folder that hold rows although nothing reads them: those of the contract that nothing uses
    /// yet, and those whose names are none of the roster's.
    func noteTablesNotRead(catalogue: String?) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        let catalogue = catalogue.map { URL(filePath: $0).lastPathComponent }
        let files = names.sorted().filter {
            RosterFolder.isTable($0) && !RosterFolder.fileNames.contains($0) && $0 != catalogue
        }
        for name in files {
            let isUnused = RosterForm.notUsed.contains { RosterFolder.fileNames(of: $0).contains(name) }
            note(RosterPlace(path: folder.file(name)), isUnused: isUnused)
        }
        for place in folder.sheetsNotRead {
            let sheet = place.sheet ?? ""
            let isCatalogue =
                RosterForm.catalogue.isNamed(sheet)
                && URL(filePath: place.path).lastPathComponent == catalogue
            // What explains the tables is none.
            if isCatalogue || sheet.contains("说明") { continue }
            note(place, isUnused: RosterForm.notUsed.contains { $0.isNamed(sheet) })
        }
    }

    private func note(_ place: RosterPlace, isUnused: Bool) {
        guard let rows = try? TableFile(path: place.path, TableChoice(sheet: place.sheet)).rows(),
            (try? rows.nextRow()) != nil
        else { return }
        problems.noteUnused(
            TabularError(
                file: place.pathAndSheet,
                what: isUnused ? Notice("roster.file_unused") : Notice("roster.file_not_read"),
                remedy: isUnused
                    ? Notice("roster.changes_nothing")
                    : Notice("roster.check_name", RosterForm.read.map { $0.name + ".csv" })))
    }
}
