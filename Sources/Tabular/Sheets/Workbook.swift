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

    /// Each may have to be opened and looked at; Excel's own workbooks with a sheet a day have 366.
    static let sheetsMax = 1000

    /// Nil where the archive holds no workbook.
    init?(_ source: FileSource, _ entries: [ZipArchive.Entry]) throws(TabularError) {
        let package = WorkbookPackage(source, entries)
        guard let main = try package.main() else { return nil }
        self.package = package
        let parts = try package.relations(of: main)
        let listed = try package.list(main)
        guard listed.sheets.count <= Self.sheetsMax else {
            throw TabularError(file: source.name, sheets: listed.sheets.count)
        }
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
                try CellFormats(package.part(entry, bytesMax: 1 << 26), file: source.name)
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

extension TabularError {
    /// That a file has too many sheets.
    init(file: String, sheets: Int) {
        self.init(
            file: file, what: Notice("table.many_sheets", sheets), remedy: Notice("table.save_sheet_alone"))
    }
}
