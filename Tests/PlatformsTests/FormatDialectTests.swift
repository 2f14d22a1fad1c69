import Domain
import Foundation
import Platforms
import Tabular
import Testing
import WrittenTables

/// Every export in every way in which a back end, Excel or WPS may have written it: always the same orders.
@Suite("Formats in all dialects")
struct FormatDialectTests {
    // In some dialects an id is marked as text: then nobody can tell that Excel has damaged it.
    static let exports = OrderFileTests.files.filter { $0.name != "damaged" }

    private static func expect(_ items: [String], _ expected: [String], _ how: String) {
        let differing = zip(items, expected).first { $0.0 != $0.1 }
        let isSame = items.count == expected.count && differing == nil
        #expect(
            isSame,
            "\(how): \(items.count) of \(expected.count), \(differing?.0 ?? "") instead of \(differing?.1 ?? "")"
        )
    }

    /// What a file of these bytes states, one text for each item; parked rows by their number and what is known of them.
    private static func items(_ bytes: [UInt8], as format: any OrderFileFormat) throws -> [String] {
        let path = NSTemporaryDirectory() + "daihuo-\(UUID().uuidString).xls"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        let file = try TableFile(path: path) { columns in
            PlatformList.orderFiles.contains { $0.matches(columns) }
        }
        let known = try #require(PlatformList.orderFiles.first { $0.matches(file.columns) })
        #expect(known.name == format.name)
        var reader = try OrderFileReader(file, as: known, shopID: "S1", shops: OrderFileText.shops)
        var items: [String] = []
        while let item = try reader.next() {
            switch item {
            case .records(let records):
                items.append(
                    "\(String(describing: records.order)) \(records.refunds) \(records.unknownWords)")
            case .parked(let record): items.append("parked \(record.orderID) \(record.lineID)")
            }
        }
        return items
    }

    @Test("an export states the same in every dialect", arguments: exports)
    func everyDialect(_ fixture: Fixture) throws {
        let table = try WrittenExport(fixture)
        let expected = try Self.items(table.text(in: WrittenDialect(encoding: "UTF-8")), as: table.format)
        #expect(!expected.isEmpty)
        for dialect in WrittenDialect.all {
            let items = try Self.items(table.text(in: dialect), as: table.format)
            Self.expect(items, expected, "\(fixture.name) in \(dialect)")
        }
        for (name, bytes) in table.otherKinds {
            let items = try Self.items(bytes, as: table.format)
            Self.expect(items, expected, "\(fixture.name) as \(name)")
        }
    }

    @Test("amounts and times are the same in every spelling of staff's", arguments: exports)
    func everySpelling(_ fixture: Fixture) throws {
        let table = try WrittenExport(fixture)
        let plain = WrittenDialect(encoding: "UTF-8")
        let expected = try Self.items(table.text(in: plain), as: table.format)
        for spelling in WrittenExport.Spelling.allCases {
            let items = try Self.items(table.spelt(spelling).text(in: plain), as: table.format)
            Self.expect(items, expected, "\(fixture.name) with \(spelling)")
        }
    }
}

/// The cells of an export, to be written in other ways.
struct WrittenExport {
    let format: any OrderFileFormat
    private var rows: [[String]]

    /// Reads a fixture; its rows are those of a plain CSV.
    init(_ fixture: Fixture) throws {
        let file = try TableFile(path: fixture.url.path) { columns in
            PlatformList.orderFiles.contains { $0.matches(columns) }
        }
        format = try #require(PlatformList.orderFiles.first { $0.matches(file.columns) })
        rows = [file.columns]
        let reading = try file.rows()
        // A row that is broken itself is another test's.
        while let next = try reading.nextRow() {
            guard case .success(let row) = next else { continue }
            rows.append(file.columns.indices.map { row[$0] })
        }
    }

    /// How staff and Excel spell what an export writes plainly.
    enum Spelling: CaseIterable {
        case yuanSign, yuanWord, thousands, fullWidth, slashes, yearMonthDay, dashesForNothing, apostrophes,
            preamble
    }

    /// A file of text.
    func text(in dialect: WrittenDialect) throws -> [UInt8] {
        try dialect.bytes(rows.map { dialect.line($0) + dialect.lineEnd }.joined())
    }

    /// Workbooks, pages and archives with the same cells, by their names.
    var otherKinds: [(String, [UInt8])] {
        let workbooks = WrittenWorkbook.Strings.allCases.map { strings in
            var workbook = WrittenWorkbook(strings)
            workbook.add("订单", rows: rows)
            return ("workbook, \(strings)", workbook.bytes())
        }
        var zip = WrittenZip()
        let csv = rows.map { WrittenDialect(encoding: "UTF-8").line($0) + "\n" }.joined()
        zip.add(Array("订单.csv".utf8), Array(csv.utf8), isUTF8: true, isDeflated: true)
        return workbooks + [
            ("archive", zip.bytes), ("web page", Array(markup("table", "tr", "td").utf8)),
            ("XML of Excel 2003", Array(spreadsheetXML.utf8)),
        ]
    }

    /// The same with cells spelt otherwise.
    func spelt(_ spelling: Spelling) -> WrittenExport {
        var other = self
        for place in rows.indices.dropFirst() {
            other.rows[place] = rows[place].map { Self.spelt($0, spelling) }
        }
        if spelling == .preamble {
            other.rows =
                [["订单导出"], ["导出时间：2022-12-30 08:00:00"], []] + other.rows
                + [["合计"] + [String](repeating: "", count: rows[0].count - 1)]
        }
        return other
    }

    private static func spelt(_ cell: String, _ spelling: Spelling) -> String {
        let isAmount = cell.wholeMatch(of: #/\d+\.\d\d/#) != nil
        let time = cell.wholeMatch(of: #/(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)/#)
        let isNumber = cell.utf8.count > 8 && cell.utf8.allSatisfy { (0x30...0x39).contains($0) }
        switch spelling {
        case .yuanSign where isAmount: return "¥\(cell)"
        case .yuanWord where isAmount: return "\(cell)元"
        case .thousands where isAmount && cell.utf8.count == 7: return "\(cell.prefix(1)),\(cell.dropFirst())"
        case .fullWidth where isAmount:
            return String(
                String.UnicodeScalarView(cell.unicodeScalars.compactMap { Unicode.Scalar($0.value + 0xFEE0) })
            )
        case .slashes:
            guard let time, let month = Int(time.2), let day = Int(time.3), let hour = Int(time.4) else {
                return cell
            }
            return "\(time.1)/\(month)/\(day) \(hour):\(time.5)" + (time.6 == "00" ? "" : ":\(time.6)")
        case .yearMonthDay:
            guard let time, let month = Int(time.2), let day = Int(time.3) else { return cell }
            return "\(time.1)年\(month)月\(day)日 \(time.4):\(time.5):\(time.6)"
        case .dashesForNothing where cell.isEmpty: return "—"
        case .apostrophes where isNumber: return "'\(cell)\t"
        default: return cell
        }
    }

    private func markup(_ table: String, _ row: String, _ cell: String) -> String {
        let lines = rows.map { cells in
            "<\(row)>" + cells.map { "<\(cell)>\(Self.escaped($0))</\(cell)>" }.joined() + "</\(row)>"
        }
        return
            "<html><head><meta charset=\"utf-8\"></head><body><\(table)>\(lines.joined())</\(table)></body></html>"
    }

    private var spreadsheetXML: String {
        let lines = rows.map { cells in
            "<Row>"
                + cells.map { "<Cell><Data ss:Type=\"String\">\(Self.escaped($0))</Data></Cell>" }.joined()
                + "</Row>"
        }
        return """
            <?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Excel.Sheet"?>
            <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" \
            xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="订单"><Table>\
            \(lines.joined())</Table></Worksheet></Workbook>
            """
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }
}
