internal import Archive
import Domain
internal import XML

/// A workbook of Excel 2007 and later (XLSX): its sheets, and what their cells refer to.
final class Workbook: Sendable {
    /// One sheet of it.
    struct Sheet: Sendable {
        let name: String
        /// Hidden by whoever made it.
        let isHidden: Bool
        fileprivate let part: ZipArchive.Entry
    }

    let sheets: [Sheet]
    let dates: SheetDate
    let strings: SharedStrings
    let formats: CellFormats
    private let package: WorkbookPackage

    /// Nil where the archive holds no workbook.
    init?(_ source: FileSource, _ entries: [ZipArchive.Entry]) throws(TabularError) {
        let package = WorkbookPackage(source, entries)
        guard let main = try package.main() else { return nil }
        self.package = package
        let parts = try package.relations(of: main)
        let listed = try package.list(main)
        dates = listed.dates
        sheets = listed.sheets.compactMap { sheet in
            guard let relation = parts[sheet.relation], relation.kind == "worksheet",
                let part = package.entry(relation.path)
            else { return nil }
            return Sheet(name: sheet.name, isHidden: sheet.isHidden, part: part)
        }
        let others = Dictionary(parts.values.map { ($0.kind, $0.path) }) { first, _ in first }
        formats =
            try others["styles"].flatMap(package.entry).map { entry throws(TabularError) in
                try CellFormats(package.part(entry), file: source.name)
            } ?? CellFormats()
        strings =
            try others["sharedStrings"].flatMap(package.entry).map { entry throws(TabularError) in
                try SharedStrings(package.part(entry), file: source.name)
            } ?? SharedStrings()
    }

    /// Starts reading a sheet; `file` is what errors call it.
    func rows(of sheet: Sheet, file: String) throws(TabularError) -> SheetRows {
        try SheetRows(package.part(sheet.part), of: self, file: file)
    }
}
