import SeededRandomness
import Testing
import WrittenTables

@testable import Tabular

/// One table, written as every kind of file that there is.
@Suite struct EveryKindTests {
    /// A way of writing a table, its header first.
    enum Kind: CaseIterable {
        case text, quotedText, wideText, chineseText, shared, rich, phonetic, inline, formula, prefixed, page,
            loosePage, xml

        func bytes(_ rows: [[String]]) throws -> [UInt8] {
            switch self {
            case .text: Self.delimited(rows, .needed, "\n")
            case .quotedText: Self.delimited(rows, .always, "\r\n")
            case .wideText:
                try encoded(String(decoding: Self.delimited(rows, .formula, "\r"), as: UTF8.self), "UTF-16LE")
            case .chineseText:
                try encoded(String(decoding: Self.delimited(rows, .needed, "\r"), as: UTF8.self), "GB18030")
            case .shared: Self.workbook(rows, WrittenWorkbook(.shared))
            case .rich: Self.workbook(rows, WrittenWorkbook(.rich))
            case .phonetic: Self.workbook(rows, WrittenWorkbook(.phonetic))
            case .inline: Self.workbook(rows, WrittenWorkbook(.inline, hasPlaces: false))
            case .formula: Self.workbook(rows, WrittenWorkbook(.formula))
            case .prefixed: Self.workbook(rows, WrittenWorkbook(.rich, prefix: "x:"))
            case .page: Self.page(rows, cellEnd: "</td>", rowEnd: "</tr>\n")
            case .loosePage:
                try encoded(
                    String(decoding: Self.page(rows, cellEnd: "\n", rowEnd: "\n"), as: UTF8.self), "GB18030")
            case .xml: Self.xml(rows)
            }
        }

        private static func delimited(
            _ rows: [[String]], _ quoting: WrittenDialect.Quoting, _ lineEnd: String
        ) -> [UInt8] {
            let dialect = WrittenDialect(
                encoding: "UTF-8", hasMark: false, delimiter: ",", lineEnd: lineEnd, quoting: quoting)
            return Array(rows.map(dialect.line).joined(separator: lineEnd).utf8)
        }

        private static func workbook(_ rows: [[String]], _ workbook: WrittenWorkbook) -> [UInt8] {
            var workbook = workbook
            workbook.add("订单", rows: rows)
            return workbook.bytes()
        }

        private static func page(_ rows: [[String]], cellEnd: String, rowEnd: String) -> [UInt8] {
            let lines = rows.map { row in
                "<tr>" + row.map { "<td>\(escaped($0).replacing("\n", with: "<br>"))\(cellEnd)" }.joined()
                    + rowEnd
            }
            return Array("<html><table>\(lines.joined())</table></html>".utf8)
        }

        private static func xml(_ rows: [[String]]) -> [UInt8] {
            let lines = rows.map { row in
                "<Row>" + row.map { "<Cell><Data ss:Type=\"String\">\(escaped($0))</Data></Cell>" }.joined()
                    + "</Row>"
            }
            return Array(MarkupTests.workbook([("订单", lines.joined())]).utf8)
        }

        private static func escaped(_ text: String) -> String {
            text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
        }
    }

    @Test(
        "a random table reads the same as whatever it is written, alone and in an archive",
        arguments: Kind.allCases)
    func sameRows(kind: Kind) throws {
        var random = SeededRandom()
        for _ in 0..<8 {
            let rows = Self.table(&random)
            let bytes = try kind.bytes(rows)
            var zip = WrittenZip()
            zip.add(Array("a.xls".utf8), bytes, isDeflated: true)

            for file in [bytes, zip.bytes] {
                let read = try TemporaryTable(file).read()

                #expect(read.columns == rows[0], "seed \(random.seed)")
                #expect(read.errors.isEmpty, "seed \(random.seed)")
                #expect(read.rows.map(\.cells) == Array(rows.dropFirst()), "seed \(random.seed)")
            }
        }
    }

    private static func table(_ random: inout SeededRandom) -> [[String]] {
        let width = random.next(in: 2...6)
        let header = (0..<width).map { "列\($0)" }
        let rows = (0..<random.next(in: 1...30)).map { row in
            ["\(row)"] + (1..<width).map { _ in cell(&random) }
        }
        return [header] + rows
    }

    /// Text that no kind of file has to change: no space at its edges, none behind another.
    private static func cell(_ random: inout SeededRandom) -> String {
        let length = random.next(in: 0...10)
        var text = ""
        for place in 0..<length {
            let isInside = place > 0 && place < length - 1
            let followsSpace = text.last == " " || text.last == "\n"
            let letters = isInside && !followsSpace ? inner : outer
            text.append(random.element(of: letters))
        }
        return text
    }

    private static let outer: [Character] = Array("aZ07订单编号腊肉盒é€㐀𠮷🍊①℃&<>_x;,")
    private static let inner: [Character] = outer + Array(" \n\"'=-")
}
