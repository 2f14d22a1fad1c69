import Domain
import Reports
import Testing
import WrittenTables

@testable import Tabular

/// What encodings do at a file's edges.
@Suite struct EncodingTests {
    private static let text = "订单编号,标题\r\n1,一①℃\r\n2,𠮷\r\n"

    @Test(
        "zeros that fill up the file's end are no row",
        arguments: ["UTF-8", "GB18030", "UTF-16LE", "UTF-16BE"], [1, 2, 511, 300_000])
    func zerosAtTheEnd(encoding: String, zeros: Int) throws {
        let bytes = try encoded(Self.text, encoding) + [UInt8](repeating: 0, count: zeros)

        let read = try TemporaryTable(bytes).read()

        #expect(read.errors.isEmpty)
        #expect(
            read.rows == [ReadRow(line: 2, cells: ["1", "一①℃"]), ReadRow(line: 3, cells: ["2", "𠮷"])])
    }

    @Test("half a character of UTF-16 spoils its own row only", arguments: ["UTF-16LE", "UTF-16BE"])
    func halfSurrogate(encoding: String) throws {
        let low: [UInt8] = encoding == "UTF-16LE" ? [0x42, 0xD8] : [0xD8, 0x42]
        let bytes = try encoded("id,名\n1,", encoding) + low + encoded("\n2,乙\n", encoding)

        let read = try TemporaryTable(bytes).read()

        #expect(read.errors.map(\.line) == [2])
        #expect(read.errors.first?.what.text(in: .chinese) == "含有不是 \(encoding) 编码的字节")
        #expect(read.rows == [ReadRow(line: 3, cells: ["2", "乙"])])
    }

    @Test("UTF-16 that is cut in the middle of a unit is told at its last row")
    func cutUnit() throws {
        let bytes = try encoded("id,名\n1,甲\n2,乙", "UTF-16LE").dropLast()

        let read = try TemporaryTable(Array(bytes)).read()

        #expect(read.errors.map(\.line) == [3])
        #expect(read.errors.first?.what.text(in: .chinese) == "在一个字的中间断了，文件不完整")
        #expect(read.rows.map(\.line) == [2])
    }

    @Test(
        "a table of English words in UTF-16 without a mark is no UTF-8 full of zeros",
        arguments: ["UTF-16LE", "UTF-16BE"])
    func englishWords(encoding: String) throws {
        let read = try TemporaryTable(encoded("id\tname\n1\tLi\n", encoding)).read()

        #expect(read.columns == ["id", "name"])
        #expect(read.rows == [ReadRow(line: 2, cells: ["1", "Li"])])
    }

    @Test("a title line without a separator does not hide the table's separator")
    func titleLine() throws {
        let read = try TemporaryTable("\"订单,导出\"\nid\t名\n1\t甲,乙,丙\n").read()

        #expect(read.errors.map(\.line) == [2, 3])
        #expect(TableDialect.delimiter(of: Array("订单\nid\t名\n1\t甲,乙,丙\n".utf8)[...]) == UInt8(ascii: "\t"))
    }
}
