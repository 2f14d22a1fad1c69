import Domain
import Reports
import Testing

@testable import Tabular

/// Web pages and XML that call themselves a workbook.
@Suite struct MarkupTests {
    private static func page(_ rows: String, head: String = "") -> String {
        "<!DOCTYPE html><html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><head>\(head)<script>if (a<b) \"</td>\"</script>"
            + "</head><body><table>\(rows)</table></body></html>"
    }

    @Test(
        "a page is read as loosely as browsers do",
        arguments: [
            "<tr><td>1</td><td>一</td></tr>", "<TR><TD>1<TD>一",
            "<tr ><td class=\"a>b\" >1</td>\n <td\nalign=right>一</td>\n</tr>",
            "<tbody><tr><td><b>1</b></td><td><a href='x>y'>一</a></td></tr></tbody>",
            "<tr><!-- <td>0</td> --><td>1</td><td>&#19968;</td></tr>",
            "<tr><td>1</td><td>&#x4E00;</td></tr><tr></tr>", "<tr><td>1<td>一<tr><td>&nbsp;</td>",
        ])
    func looseness(row: String) throws {
        let read = try TemporaryTable(Self.page("<tr><th>订单号</th><th>名</th></tr>" + row)).read()

        #expect(read.columns == ["订单号", "名"])
        #expect(read.rows == [ReadRow(line: 2, cells: ["1", "一"])])
        #expect(read.errors.isEmpty)
    }

    @Test("line breaks, entities and brackets in cells are text")
    func cellText() throws {
        let read = try TemporaryTable(
            Self.page(
                "<tr><td>订单号<td>名</tr><tr><td>1<td>a  b\n c<br/>d &lt;e&gt; &amp;amp; &yen;5 &unknown; 3 < 4</td></tr>"
            )
        ).read()

        #expect(read.rows.first?.cells == ["1", "a b c\nd <e> &amp; ¥5 &unknown; 3 < 4"])
    }

    @Test("merged cells leave their places empty")
    func mergedCells() throws {
        let rows =
            "<tr><td>甲<td>乙<td>丙</tr><tr><td rowspan=2>1<td colspan=2>2</tr><tr><td>3<td>4</tr><tr><td>5<td>6<td>7</tr>"
        let read = try TemporaryTable(Self.page(rows)).read()

        #expect(read.rows.map(\.cells) == [["1", "2", ""], ["", "3", "4"], ["5", "6", "7"]])
    }

    @Test(
        "a cell that Excel is told to keep as text keeps its id",
        arguments: [
            ("<style>.t{mso-number-format:\"\\@\";}</style>", "class=t", true),
            ("<STYLE>td .x1, .t { color:red; MSO-number-format:'\\@' }</STYLE>", "class=\"a t\"", true),
            ("", "style='mso-number-format:\"\\@\"'", true), ("", "", false),
            ("<style>.t{color:red}</style>", "class=t", false),
        ])
    func textCells(style: String, attribute: String, isText: Bool) throws {
        let rows = "<tr><td>订单号<td>名</tr><tr><td \(attribute)>7034000000000100000</td><td>a</tr>"
        let table = try TemporaryTable(Self.page(rows, head: style))
        let row = try #require(try TableFile(path: table.path).rows().nextRow()?.get())

        #expect(((try? row.identifier(0)) != nil) == isText)
    }

    @Test(
        "a page that is no export is refused as one",
        arguments: [
            "<html><body>请登录</body></html>", "<form><table><tr><td>账号<td><input></tr></table></form>",
            "<?xml version=\"1.0\"?><error>40001</error>",
        ])
    func otherPages(page: String) throws {
        let table = try TemporaryTable(page)

        let error = try #require(throws: TabularError.self) { try TableFile(path: table.path) }
        #expect(error.what.text(in: .chinese).contains("网页"))
    }

    @Test("a long page reads the same wherever the reader's buffer ends")
    func longPage() throws {
        let cells = (0..<9000).map { "<tr><td>\($0)</td><td class='x'>a&amp;\($0 % 7)&#19968;</td></tr>" }
        let read = try TemporaryTable(Self.page("<tr><td>id<td>名</tr>" + cells.joined())).read()

        #expect(read.errors.isEmpty)
        #expect(read.rows.map(\.cells) == (0..<9000).map { ["\($0)", "a&\($0 % 7)一"] })
    }

    @Test("XML of Excel 2003 says where its rows and cells stand, and what they are")
    func spreadsheetXML() throws {
        let rows = """
            <Column ss:Index="2" ss:Hidden="1"/><Row><Cell><Data ss:Type="String">一</Data></Cell>\
            <Cell><Data ss:Type="String">二</Data></Cell><Cell><Data ss:Type="String">三</Data></Cell></Row>\
            <Row ss:Index="4" ss:Hidden="1"><Cell><Data ss:Type="Number">7.1000000000000005</Data></Cell>\
            <Cell ss:Index="3"><Data ss:Type="DateTime">2022-11-01T23:59:59.999</Data></Cell></Row>\
            <Row><Cell ss:MergeAcross="1"><Data ss:Type="Boolean">1</Data><Comment><Data>注</Data></Comment></Cell>\
            <Cell><ss:Data ss:Type="String"><B>粗</B>细</ss:Data></Cell></Row>\
            <Row><Cell ss:Formula="=1"/><Cell><Data ss:Type="Error">#REF!</Data></Cell>\
            <Cell><Data ss:Type="DateTime">1899-12-31T08:05:00.000</Data></Cell></Row>
            """
        let table = try TemporaryTable(Self.workbook([("订单", rows)]))
        let file = try TableFile(path: table.path)
        let read = try table.read()

        #expect(file.columns == ["一", "二", "三"] && file.hiddenColumns == ["二"] && file.sheet == "订单")
        #expect(
            read.rows == [
                ReadRow(line: 4, cells: ["7.1", "", "2022-11-02 00:00:00"]),
                ReadRow(line: 5, cells: ["TRUE", "", "粗细"]),
                ReadRow(line: 6, cells: ["#N/A", "#REF!", "08:05:00"]),
            ])
    }

    @Test("of several sheets in XML the one that fits is read to its own end")
    func sheetsAsXML() throws {
        func sheet(_ name: String) -> String {
            "<Row><Cell><Data ss:Type=\"String\">\(name)</Data></Cell></Row><Row><Cell><Data ss:Type=\"Number\">1</Data></Cell></Row>"
        }
        let table = try TemporaryTable(
            Self.workbook([("甲", sheet("a")), ("乙", sheet("b")), ("丙", sheet("c"))]))
        let file = try TableFile(path: table.path, headerMatching: { $0 == ["b"] })
        let rows = try file.rows()

        #expect(file.sheet == "乙")
        #expect(try rows.nextRow()?.get()[0] == "1")
        #expect(try rows.nextRow() == nil)
    }

    static func workbook(_ sheets: [(name: String, rows: String)]) -> String {
        let all = sheets.map { "<Worksheet ss:Name=\"\($0.name)\"><Table>\($0.rows)</Table></Worksheet>" }
        return "<?xml version=\"1.0\" encoding=\"GB2312\"?><?mso-application progid=\"Excel.Sheet\"?>"
            + "<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" "
            + "xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">\(all.joined())</Workbook>"
    }
}
