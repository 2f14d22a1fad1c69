import Domain
import Reports
import Testing
import WrittenTables

@testable import Tabular

/// A bad row is reported with its line, and the rows around it are read.
@Suite struct MalformedRowTests {
    private static let head = "订单编号,标题,备注\n1,一,\n"

    @Test("an unclosed quote is reported at the line where it began, and the lines below are read")
    func unclosedQuote() throws {
        let read = try TemporaryTable(Self.head + "2,\"二\n两行\",\"没有完\n3,三,\n4,四,").read()

        #expect(read.errors.map(\.line) == [4])
        #expect(read.errors.first?.what.text(in: .chinese) == "引号没有闭合")
        #expect(read.rows.map(\.line) == [2, 5, 6])
        #expect(read.rows.last?.cells == ["4", "四", ""])
    }

    @Test("text behind a closing quote is reported", arguments: ["2,\"他说\"好\",", "2,x,=\"a\"&\"b\""])
    func textAfterQuote(row: String) throws {
        let read = try TemporaryTable(Self.head + row + "\n3,三,\n").read()

        #expect(read.errors.map { $0.what.text(in: .chinese) } == ["引号闭合之后还有文字"])
        #expect(read.errors.map(\.line) == [3])
        #expect(read.rows.map(\.line) == [2, 4])
    }

    @Test("padding behind a closing quote and quotes inside an unquoted cell are tolerated")
    func toleratedQuotes() throws {
        let read = try TemporaryTable(Self.head + "\"2\"\t,5\" 管,\"x\" \n").read()

        #expect(read.errors.isEmpty)
        #expect(read.rows.last?.cells == ["2", "5\" 管", "x"])
    }

    @Test("a row that is wider than its header is a bad row, even if the surplus is empty")
    func extraCells() throws {
        let read = try TemporaryTable(Self.head + "2,二,, \n3,三,,多\n4,四,x\n5\n").read()

        #expect(read.errors.map(\.line) == [3, 4])
        #expect(read.errors.first?.notice.text(in: .chinese).contains("有 4 格，与表头的 3 列对不上") == true)
        #expect(read.rows.map(\.line) == [2, 5, 6])
    }

    @Test("columns without a name at the header's end may be there and must be empty")
    func unnamedColumns() throws {
        let read = try TemporaryTable("订单编号,标题,,\n1,一,,\n2,二\n3,三,139,\n,,,\n4,,四,\n5,五,,,\n").read()

        #expect(read.errors.map(\.line) == [4, 6, 7])
        #expect(read.rows.map(\.line) == [2, 3])
    }

    @Test("a NUL byte makes a bad row")
    func nulByte() throws {
        let read = try TemporaryTable(Self.head + "2,\0,\n3,三,\n").read()

        #expect(read.errors.map(\.line) == [3])
        #expect(read.errors.first?.what.text(in: .chinese).contains("NUL") == true)
        #expect(read.rows.map(\.line) == [2, 4])
    }

    @Test("a wrong byte in a UTF-8 file makes a bad row and doesn't turn the file into GB18030")
    func wrongUTF8() throws {
        let bytes = Array(Self.head.utf8) + [0x32, 0x2C, 0xC4, 0x0A] + Array("3,三,\n".utf8)

        let read = try TemporaryTable(bytes).read()

        #expect(read.errors.map(\.line) == [3])
        #expect(read.errors.first?.what.text(in: .chinese) == "含有不是 UTF-8 编码的字节")
        #expect(read.rows.last == ReadRow(line: 4, cells: ["3", "三", ""]))
    }

    @Test("a character cut off before a quote spoils its own row only")
    func wrongGB18030() throws {
        let bytes =
            try encoded(Self.head, "GB18030") + [0x32, 0x2C, 0x22, 0xC4, 0x22, 0x0A]
            + encoded("3,三,", "GB18030")

        let read = try TemporaryTable(bytes).read()

        #expect(read.errors.map(\.line) == [3])
        #expect(read.errors.first?.what.text(in: .chinese) == "含有不是 GB18030 编码的字节")
        #expect(read.rows.last == ReadRow(line: 4, cells: ["3", "三", ""]))
    }

    @Test(
        "a file cut in the middle of a character is reported at its last row",
        arguments: [
            ("UTF-8", "三", 1), ("UTF-8", "三", 2), ("GB18030", "三", 1), ("GB18030", "𠮷", 1),
            ("GB18030", "𠮷", 3),
        ])
    func cutFile(encoding: String, last: String, missingBytes: Int) throws {
        let bytes = try encoded(Self.head + "2,二二二,\n3," + last, encoding).dropLast(missingBytes)

        let read = try TemporaryTable(Array(bytes)).read()

        #expect(read.errors.map(\.line) == [4])
        #expect(read.errors.first?.what.text(in: .chinese) == "在一个字的中间断了，文件不完整")
        #expect(read.rows.map(\.line) == [2, 3])
    }

    @Test(
        "a record beyond the cap is given up, and reading goes on at the next line",
        arguments: [("\"", "引号没有闭合"), ("", "长得不合理（超过 16 MB）")])
    func hugeRecord(opening: String, what: String) throws {
        let swallowed = String(repeating: "x", count: RecordReader.recordBytesMax + 1000)

        let read = try TemporaryTable(Self.head + "2,\(opening)\(swallowed)\r\n3,三,\r\n").read()

        #expect(read.errors.map { $0.what.text(in: .chinese) } == [what])
        #expect(read.errors.map(\.line) == [3])
        #expect(read.rows.map(\.line) == [2, 4])
    }

    @Test("an error names file, line and column in one sentence and hides the cell's text")
    func sentence() throws {
        let table = try TemporaryTable("订单编号,实付\n1,张三的电话\n2,1.234\n")
        let file = try TableFile(path: table.path)
        let rows = try file.rows()
        let paid = try file.requiredColumn("实付")
        let first = try #require(try rows.nextRow()?.get())
        let second = try #require(try rows.nextRow()?.get())

        let refused = try #require(throws: TabularError.self) { try first.fen(paid) }
        #expect(
            refused.notice.text(in: .chinese)
                == "\(table.path) 第 2 行“实付”列：不是金额；请改成以元为单位的数字，如 12.30。")
        #expect(
            second.problem(paid, .verbatim("错"), .verbatim("改")).notice.text(in: .chinese)
                == "\(table.path) 第 3 行“实付”列：错；改。")
        let error = try #require(throws: TabularError.self) { try second.fen(paid) }
        #expect(error.notice.text(in: .chinese) == "\(table.path) 第 3 行“实付”列：金额比分还细；请改成最多两位小数。")
    }
}
