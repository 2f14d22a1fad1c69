import Domain
import Reports
import Testing
import WrittenTables

@testable import Tabular

/// Which sheet is read, and what is told of it.
@Suite struct SheetTests {
    private static let orders = [["说明"], ["订单号", "金额"], ["1", "2"]] as [[String]?]
    private static func fits(_ columns: [String]) -> Bool { columns.contains("订单号") }

    @Test("the sheet whose header fits is read, wherever it stands")
    func fittingSheet() throws {
        var workbook = WrittenWorkbook()
        workbook.add("说明", rows: [["怎样填写"], ["每行一单"]])
        workbook.add("空", rows: [])
        workbook.add("订单", rows: Self.orders)
        let table = try TemporaryTable(workbook.bytes())

        let file = try TableFile(path: table.path, headerMatching: Self.fits)

        #expect(file.sheet == "订单" && file.columns == ["订单号", "金额"] && file.headerLine == 2)
        let row = try #require(try file.rows().nextRow()?.get())
        #expect(row.line == 3 && row[0] == "1" && row.file == "\(table.path) › 订单")
    }

    @Test("of several sheets that fit none is guessed: their names are told, and one can be chosen")
    func severalSheets() throws {
        var workbook = WrittenWorkbook()
        workbook.add("十一月", rows: Self.orders)
        workbook.add("十二月", rows: Self.orders)
        let table = try TemporaryTable(workbook.bytes())

        for fits in [nil, Self.fits] as [(([String]) -> Bool)?] {
            let error = try #require(throws: TabularError.self) {
                try TableFile(path: table.path, headerMatching: fits)
            }
            #expect(error.notice.text(in: .chinese).contains("2 个表都可能是要读的（十一月、十二月）"))
        }
        let chosen = try TableFile(
            path: table.path, TableChoice(sheet: "十二月"), headerMatching: Self.fits)
        #expect(chosen.sheet == "十二月")
        let error = try #require(throws: TabularError.self) {
            try TableFile(path: table.path, TableChoice(sheet: "一月"))
        }
        #expect(error.what.text(in: .chinese) == "没有名为“一月”的工作表（有：十一月、十二月）")
    }

    @Test("a hidden sheet is read only where no other fits, or where it is chosen")
    func hiddenSheets() throws {
        var workbook = WrittenWorkbook()
        workbook.add("旧", rows: Self.orders, attributes: "state=\"hidden\"")
        workbook.add("新", rows: Self.orders)
        let table = try TemporaryTable(workbook.bytes())

        #expect(try TableFile(path: table.path, headerMatching: Self.fits).sheet == "新")
        #expect(try TableFile(path: table.path, TableChoice(sheet: "旧")).sheet == "旧")
    }

    @Test("hidden rows and columns are read, and told")
    func hiddenCells() throws {
        var workbook = WrittenWorkbook(.inline)
        let rows = [("", ["甲", "乙", "丙"]), ("hidden=\"1\"", ["1", "2", "3"]), ("", ["4", "5", "6"])]
        let xml = rows.enumerated().map { index, row in
            let cells = zip("ABC", row.1).map { workbook.cell($1, at: "\($0)\(index + 1)") }
            return "<row r=\"\(index + 1)\" \(row.0)>\(cells.joined())</row>"
        }
        workbook.add(
            "订单", xml: xml.joined(), before: "<cols><col min=\"2\" max=\"16384\" hidden=\"1\"/></cols>")
        let table = try TemporaryTable(workbook.bytes())

        let file = try TableFile(path: table.path)
        let rowsRead = try file.rows()
        var lines: [Int] = []
        while let row = try rowsRead.nextRow()?.get() { lines.append(row.line) }

        #expect(file.hiddenColumns == ["乙", "丙"])
        #expect(lines == [2, 3] && rowsRead.hiddenRowCount == 1)
    }

    @Test("what stands beside the table moves nothing and is not read")
    func besideTheTable() throws {
        var workbook = WrittenWorkbook()
        workbook.add("订单", rows: [["订单号", "金额"], ["1", "2", "记得问"], ["", "", "", "合计 2"], ["3"]])

        let read = try TemporaryTable(workbook.bytes()).read()

        #expect(read.errors.isEmpty)
        #expect(read.rows == [ReadRow(line: 2, cells: ["1", "2"]), ReadRow(line: 4, cells: ["3", ""])])
    }

    @Test(
        "a row whose cells contradict each other is refused alone",
        arguments: [
            "<c r=\"B3\"><v>1</v></c><c r=\"A3\"><v>2</v></c>", "<c r=\"A3\" t=\"s\"><v>99</v></c>",
            "<c r=\"ZZZZ3\"><v>1</v></c>",
        ])
    func brokenRows(cells: String) throws {
        var workbook = WrittenWorkbook()
        workbook.add(
            "订单",
            xml:
                "<row r=\"1\">\(WorkbookTests.header)</row><row r=\"2\"><c><v>1</v></c></row><row r=\"3\">\(cells)</row>"
                + "<row r=\"4\"><c><v>4</v></c></row>")

        let read = try TemporaryTable(workbook.bytes()).read()

        #expect(read.errors.map(\.line) == [3])
        #expect(read.rows.map(\.line) == [2, 4])
    }

    @Test("a document type in a sheet is refused before any of its entities is")
    func documentType() throws {
        var zip = WrittenZip()
        zip.add("[Content_Types].xml", "<Types/>")
        let laughs = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]><workbook>&b;</workbook>"
        zip.add("xl/workbook.xml", laughs)
        let table = try TemporaryTable(zip.bytes)

        let error = try #require(throws: TabularError.self) { try TableFile(path: table.path) }
        #expect(error.what.text(in: .chinese).contains("XML 声明"))
    }

    @Test("a sheet that is cut off gives its rows and then an error, never the end")
    func cutOff() throws {
        var workbook = WrittenWorkbook()
        workbook.add(
            "订单",
            xml:
                "<row r=\"1\">\(WorkbookTests.header)</row><row r=\"2\"><c><v>1</v></c></row><row r=\"3\"><c><v>"
        )
        let table = try TemporaryTable(workbook.bytes())
        let rows = try TableFile(path: table.path).rows()

        #expect(try rows.nextRow()?.get().line == 2)
        #expect(throws: TabularError.self) { try rows.nextRow() }
    }
}
