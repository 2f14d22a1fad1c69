import Archive
import Domain
import Foundation
import Tabular
import Testing

@testable import Spreadsheet

@Suite("A workbook that is written")
struct SpreadsheetTests {
    private static let book = Spreadsheet(
        title: "清单",
        sheets: [
            SpreadsheetSheet(
                name: "清单",
                columns: [
                    SpreadsheetColumn(width: 20, format: .text),
                    SpreadsheetColumn(
                        width: 8, rule: .init(.word(["件", "斤"]), isAdvice: false, complaint: "请从列表中选择")),
                    SpreadsheetColumn(
                        width: 12, format: .twoDecimals,
                        rule: .init(.amount, isAdvice: true, complaint: "写数字")),
                    SpreadsheetColumn(
                        width: 12, format: .day, rule: .init(.day, isAdvice: true, complaint: "写日期")),
                ],
                rows: [
                    [
                        SpreadsheetCell("单号", .requiredHeader, comment: "照抄"), SpreadsheetCell("单位", .header),
                        SpreadsheetCell("金额", .header, comment: "以元为单位"), SpreadsheetCell("日期", .header),
                    ], ["007", "", "=1+1"].map { SpreadsheetCell($0, .bordered) },
                ], frozenRows: 1),
            SpreadsheetSheet(
                name: "说明", columns: [SpreadsheetColumn(width: 60)],
                rows: [[SpreadsheetCell("填写说明", .title)], [SpreadsheetCell("一行", .line)]]),
        ])

    /// A part of the workbook's package.
    private func part(_ name: String, of bytes: [UInt8]) throws -> String {
        let path = FileManager.default.temporaryDirectory.path + "/spreadsheet-\(UUID()).xlsx"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data(bytes).write(to: URL(filePath: path))
        let archive = ZipArchive(path: path)
        let entry = try #require(try archive.entries().first { $0.name == Array(name.utf8) })
        let reader = try archive.reader(of: entry)
        var content = [UInt8](repeating: 0, count: 1 << 20)
        let count = try content.withUnsafeMutableBytes { try reader.read(into: $0) }
        return String(decoding: content[..<count], as: UTF8.self)
    }

    @Test("holds its rows, all of them text, and each sheet by its name")
    func rows() throws {
        let path = FileManager.default.temporaryDirectory.path + "/spreadsheet-\(UUID()).xlsx"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data(try Self.book.xlsx()).write(to: URL(filePath: path))

        #expect(try TableFile.tables(in: path).compactMap(\.sheet) == ["清单", "说明"])
        let table = try TableFile(path: path, TableChoice(sheet: "清单"))
        #expect(table.columns == ["单号", "单位", "金额", "日期"] && table.headerLine == 1)
        let rows = try table.rows()
        let row = try #require(try rows.nextRow()?.get())
        #expect(row[0] == "007" && row[1] == "" && row[2] == "=1+1")
        #expect(try rows.nextRow() == nil)
    }

    @Test("a number is kept as one, in its column's format; what is none stays text, and nothing is nothing")
    func numbers() throws {
        let cells = ["2.50", "两件", "", "44866"].map { SpreadsheetCell(number: $0) }
        let book = Spreadsheet(
            title: "清单",
            sheets: [
                SpreadsheetSheet(
                    name: "清单",
                    columns: [.twoDecimals, .general, .text, .day].map {
                        SpreadsheetColumn(width: 10, format: $0)
                    }, rows: [["甲", "乙", "丙", "丁"].map { SpreadsheetCell($0, .header) }, cells])
            ])
        let sheet = try part("xl/worksheets/sheet1.xml", of: try book.xlsx())
        let row = try #require(sheet.firstMatch(of: /<row r="2".*?<\/row>/)).0
        #expect(row.contains("<v>2.5</v>") && row.contains("<v>44866</v>") && !row.contains("r=\"C2\""))
        #expect(row.contains(/r="A2" s="\d+"><v>/) && row.contains(/r="B2" t="s"/))
    }

    @Test("its columns have formats, widths and rules down to the last row, its header comments")
    func columns() throws {
        let bytes = try Self.book.xlsx()
        let sheet = try part("xl/worksheets/sheet1.xml", of: bytes)
        for expected in [
            "<pane ySplit=\"1\" topLeftCell=\"A2\"", "state=\"frozen\"", "sqref=\"B2:B1048576\"",
            "type=\"list\" allowBlank=\"1\"", "<formula1>\"件,斤\"</formula1>", "error=\"请从列表中选择\"",
            "type=\"decimal\" operator=\"greaterThanOrEqual\" errorStyle=\"warning\"",
            "sqref=\"C2:C1048576\"",
            "type=\"date\" operator=\"greaterThanOrEqual\" errorStyle=\"warning\"",
            "<formula1>36526</formula1>",
        ] {
            #expect(sheet.contains(expected), "\(expected) in \(sheet)")
        }
        let styles = try part("xl/styles.xml", of: bytes)
        #expect(styles.contains("yyyy-mm-dd") && styles.contains("numFmtId=\"49\""))
        #expect(styles.contains("FFDDEBF7") && styles.contains("FFFFD966"))
        let comments = try part("xl/comments1.xml", of: bytes)
        #expect(
            comments.contains("照抄") && comments.contains("ref=\"C1\"") && !comments.contains("ref=\"B1\""))
    }

    @Test("is the same bytes each time")
    func reproducible() throws {
        let first = try Self.book.xlsx()
        // The times of a ZIP's parts have two seconds.
        usleep(2_100_000)
        #expect(try Self.book.xlsx() == first)
        #expect(try part("docProps/core.xml", of: first).contains("2022-11-01T12:00:00Z"))
    }

    @Test(
        "what Excel would not open is refused",
        arguments: [
            Spreadsheet(title: "", sheets: [SpreadsheetSheet(name: "a/b", columns: [], rows: [])]),
            Spreadsheet(
                title: "",
                sheets: Array(repeating: SpreadsheetSheet(name: "a", columns: [], rows: []), count: 2)),
            Spreadsheet(
                title: "",
                sheets: [
                    SpreadsheetSheet(
                        name: "a",
                        columns: [
                            SpreadsheetColumn(
                                width: 1,
                                rule: .init(
                                    .word(Array(repeating: "一二三四五六七八九", count: 26)), isAdvice: false,
                                    complaint: ""))
                        ], rows: [])
                ]),
            Spreadsheet(
                title: "",
                sheets: [
                    SpreadsheetSheet(
                        name: "a", columns: [],
                        rows: [[SpreadsheetCell(String(repeating: "长", count: 32_768), .line)]])
                ]),
        ])
    func refused(book: Spreadsheet) throws {
        let flaw = try #require(throws: SpreadsheetFlaw.self) { try book.xlsx() }
        guard case .refused(let why) = flaw else {
            Issue.record("\(flaw)")
            return
        }
        #expect(!why.isEmpty)
    }
}
