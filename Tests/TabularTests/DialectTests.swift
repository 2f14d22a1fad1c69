import SeededRandomness
import Testing
import WrittenTables

@testable import Tabular

@Suite struct DialectTests {
    @Test("a table reads the same in every dialect", arguments: WrittenDialect.all)
    func everyDialect(dialect: WrittenDialect) throws {
        let text = [
            dialect.line(["订单编号", "标题", "金额"]),
            dialect.line(["3515313100000001", "湘西腊肉，\"精选\"", "12.30"]),
            "",
            dialect.line(["2", "第一行\n第二行, 𠮷㐀; 完", ""]),
            dialect.line(["3"]),
        ].joined(separator: dialect.lineEnd)

        let read = try TemporaryTable(dialect.bytes(text)).read()

        #expect(read.columns == ["订单编号", "标题", "金额"])
        #expect(read.errors.isEmpty)
        #expect(
            read.rows == [
                ReadRow(line: 2, cells: ["3515313100000001", "湘西腊肉，\"精选\"", "12.30"]),
                ReadRow(line: 4, cells: ["2", "第一行\n第二行, 𠮷㐀; 完", ""]),
                ReadRow(line: 6, cells: ["3", "", ""]),
            ])
    }

    @Test("random tables written in a dialect read back equal", arguments: WrittenDialect.all)
    func randomTables(dialect: WrittenDialect) throws {
        var random = SeededRandom()
        for _ in 0..<6 {
            let table = RandomTable(dialect, &random)

            let read = try TemporaryTable(dialect.bytes(table.text)).read()

            #expect(read.errors.isEmpty, "seed \(random.seed)")
            #expect(read.columns == table.columns, "seed \(random.seed)")
            #expect(read.rows == table.rows, "seed \(random.seed)")
        }
    }

    @Test(
        "it makes no difference where the reader's chunks end",
        arguments: ["UTF-8", "GB18030", "UTF-16LE", "UTF-16BE"])
    func chunkBoundaries(encoding: String) throws {
        let (head, tail) = (
            "id,标题\r\n1,", "\r\n\"a\"\"b\",=\"c\"\r\n\r\n=\"d\",\r\n\"错\"e,\r\n\"f\r\ng\",三𠮷\r\n\"h\",i\r"
        )
        let (headBytes, tailBytes) = (try encoded(head, encoding), try encoded(tail, encoding))
        let letters = try encoded(String(repeating: "x", count: RecordReader.chunkBytes), encoding)
        for offset in 0...tail.utf8.count {
            // Behind so many letters the reader's first chunk ends somewhere in the tail.
            let letterCount = RecordReader.chunkBytes - head.utf8.count - offset
            let filling = letters.prefix(letterCount * letters.count / RecordReader.chunkBytes)
            let read = try TemporaryTable(headBytes + filling + tailBytes).read()

            #expect(read.errors.map(\.line) == [6], "offset \(offset)")
            #expect(
                read.rows.dropFirst() == [
                    ReadRow(line: 3, cells: ["a\"b", "c"]), ReadRow(line: 5, cells: ["d", ""]),
                    ReadRow(line: 7, cells: ["f\r\ng", "三𠮷"]), ReadRow(line: 9, cells: ["h", "i"]),
                ], "offset \(offset)")
        }
    }
}
