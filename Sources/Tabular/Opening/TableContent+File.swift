internal import Archive
import Domain

extension TableContent {
    /// All tables in a file, in its order; refuses what holds none.
    ///
    /// Without a choice an archive is not looked into: one lies in another only to hide what is in it.
    static func all(in source: FileSource, _ choice: TableChoice? = nil) throws(TabularError)
        -> [TableContent]
    {
        let head = try head(of: source)
        switch FileKind(head: head) {
        case .delimitedText: return [try delimited(source, head)]
        case .zip: return try zipped(source, choice)
        case .compoundFile: throw try CompoundFile(source).refusal(of: source.name)
        case .webPage: return try SpreadsheetXML.isOne(head: head) ? sheetsAsXML(of: source) : page(source)
        case let kind: throw kind.refusal(of: source.name)
        }
    }

    private static func delimited(_ source: FileSource, _ head: [UInt8]) throws(TabularError) -> TableContent
    {
        let survey = try TextSurvey(source)
        let dialect = TableDialect(
            delimiter: TableDialect.delimiter(of: head[...]), encoding: survey.encoding,
            isClean: survey.isClean)
        return TableContent(name: source.name, shape: .delimited(survey.content, dialect))
    }

    private static func zipped(_ source: FileSource, _ choice: TableChoice?) throws(TabularError)
        -> [TableContent]
    {
        let entries: [ZipArchive.Entry]
        do {
            entries = try ZipArchive(path: source.path).entries()
        } catch {
            throw TabularError(file: source.name, error)
        }
        if let workbook = try Workbook(source, entries) { return sheets(of: workbook, source) }
        let names = Set(entries.map { ArchiveText.decoded($0.name).lowercased() })
        if names.contains("xl/workbook.bin") || names.isSuperset(of: ["mimetype", "content.xml"]) {
            throw TabularError(
                file: source.name, what: Notice("table.is_other_workbook"),
                remedy: Notice("table.save_as_workbook"))
        }
        guard let choice else { throw FileKind.zip.refusal(of: source.name) }
        return try ArchivedTables(source, entries, choice).contents()
    }

    private static func sheets(of workbook: Workbook, _ source: FileSource) -> [TableContent] {
        workbook.sheets.map { sheet in
            TableContent(
                name: name(sheet.name, of: workbook.sheets.count, in: source), sheet: sheet.name,
                isHidden: sheet.isHidden, shape: .sheet(workbook, sheet))
        }
    }

    private static func sheetsAsXML(of source: FileSource) throws(TabularError) -> [TableContent] {
        let survey = try TextSurvey(source)
        let names = try SpreadsheetXML.sheetNames(survey.content, encoding: survey.encoding)
        return names.enumerated().map { index, sheet in
            TableContent(
                name: name(sheet, of: names.count, in: source), sheet: sheet,
                shape: .sheetAsXML(survey.content, survey.encoding, index))
        }
    }

    /// A page without a row, or with something to fill in, is no export: most likely a login had run out.
    private static func page(_ source: FileSource) throws(TabularError) -> [TableContent] {
        let survey = try TextSurvey(source)
        let rows = try HTMLRows(survey.content, encoding: survey.encoding, file: source.name)
        guard try rows.next(into: RowCells()) != nil, !rows.hasForm else {
            throw FileKind.webPage.refusal(of: source.name)
        }
        return [TableContent(name: source.name, shape: .page(survey.content, survey.encoding))]
    }

    private static func name(_ sheet: String, of count: Int, in source: FileSource) -> String {
        count > 1 ? "\(source.name) › \(sheet)" : source.name
    }

    /// The first bytes of a file, of text without the mark of an encoding, and of UTF-16 as UTF-8.
    private static func head(of source: FileSource) throws(TabularError) -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        var count = try FileBytes(source).read(into: &buffer, from: 0)
        // What an archive holds may look like UTF-16.
        let kind = FileKind(head: Array(buffer[..<count]))
        if kind == .zip || kind == .compoundFile { return Array(buffer[..<count]) }
        if let wide = TextEncoding(wideTextIn: Array(buffer[..<count])) {
            count = try TextStream(source, encoding: wide).read(into: &buffer, from: 0)
        }
        let head = buffer[..<count]
        let mark = marks.first { head.starts(with: $0) }
        return Array(head.dropFirst(mark?.count ?? 0))
    }

    /// In UTF-8 and in GB18030.
    private static let marks: [[UInt8]] = [[0xEF, 0xBB, 0xBF], [0x84, 0x31, 0x95, 0x33]]
}
