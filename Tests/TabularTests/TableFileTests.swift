import Domain
import Reports
import Testing
import WrittenTables

@testable import Tabular

@Suite struct TableFileTests {
    @Test(
        "header names lose spaces, tabs, mark and quotes"
    )
    func header() throws {
        let table = try TemporaryTable("\u{FEFF}\r\n\"订单编号\t\", '联系电话 ' ,实付,=\"店铺\",\n1,2,3,4,5\n")
        let file = try TableFile(path: table.path)

        #expect(file.columns == ["订单编号", "联系电话", "实付", "店铺", ""])
        #expect(file.headerLine == 2)
        #expect(try file.column("实付") == 2)
        #expect(try file.column("没有", "店铺", "实付") == 3)
        #expect(try file.column("没有", "") == nil)
        let error = try #require(throws: TabularError.self) { try file.requiredColumn("没有", "子订单") }
        #expect(error.line == 2)
        #expect(error.what.text(in: .chinese) == "表头缺少“没有”或“子订单”列")
    }

    @Test(
        "a name that counts and stands there twice is refused with both places; one that nobody asks for isn't"
    )
    func twice() throws {
        let table = try TemporaryTable("\n订单号,实付,备注,备注, 实付\n1,2,3,4,5\n")
        let file = try TableFile(path: table.path)

        for read in [{ try file.column("实付") }, { try file.requiredColumn("没有", "实付") }]
            as [() throws -> Int?]
        {
            let error = try #require(throws: TabularError.self) { try read() }
            #expect(error.line == 2)
            #expect(error.notice.text(in: .chinese).contains("2 个“实付”列（第 2 列、第 5 列）"))
        }
        #expect(try file.column("订单号") == 0)
    }

    @Test("a file can be read twice, and a kept row outlives the next")
    func readingTwice() throws {
        let file = try TemporaryTable("id,名\n1,甲\n2,乙\n")
        let table = try TableFile(path: file.path)
        for _ in 0..<2 {
            let rows = try table.rows()
            let first = try #require(try rows.nextRow()?.get())
            let second = try #require(try rows.nextRow()?.get())
            #expect(first[1] == "甲")
            #expect(second[1] == "乙")
            #expect(second[nil] == "" && second[7] == "")
            #expect(second.count == 2)
            #expect(try rows.nextRow() == nil)
        }
    }

    @Test("a header alone is a table without rows", arguments: ["id,名", "id,名\n", "id,名\r\n\r\n , \n"])
    func headerOnly(text: String) throws {
        let read = try TemporaryTable(text).read()

        #expect(read.columns == ["id", "名"])
        #expect(read.rows.isEmpty && read.errors.isEmpty)
    }

    @Test("a file without a header is refused", arguments: ["", "\u{FEFF}", "\n\n", " ,, \n"])
    func empty(text: String) throws {
        let table = try TemporaryTable(text)

        let error = try #require(throws: TabularError.self) { try TableFile(path: table.path) }
        #expect(error.what.text(in: .chinese) == "是空文件，没有表头")
    }

    @Test(
        "what is no delimited text is refused by what it is",
        arguments: [
            (Array("PK\u{3}\u{4}rest".utf8), "压缩包"), ([0xD0, 0xCF, 0x11, 0xE0, 0xA1], "Excel"),
            (Array("\u{FEFF}\n <!DOCTYPE html><html>".utf8), "网页"), (Array("{\"code\":40001}".utf8), "JSON"),
            ([0x00, 0x00, 0x00, 0x69, 0x64], "不是文本"), ([0xFF, 0xFE, 0x00, 0x00, 0x69], "不是文本"),
        ] as [([UInt8], String)])
    func otherKinds(bytes: [UInt8], name: String) throws {
        let table = try TemporaryTable(bytes)

        let error = try #require(throws: TabularError.self) { try TableFile(path: table.path) }
        #expect(error.file == table.path)
        #expect(error.what.text(in: .chinese).contains(name))
    }

    @Test(
        "a missing file and a folder are refused",
        arguments: [("/nowhere/orders.csv", "不存在"), ("/tmp", "普通文件")])
    func unreadable(path: String, reason: String) throws {
        let error = try #require(throws: TabularError.self) { try TableFile(path: path) }
        #expect(error.what.text(in: .chinese).contains(reason))
    }

    @Test(
        "every GB18030 character, and what is none, reads the same wherever a reading stops",
        arguments: [5, 4096])
    func everyCharacter(bufferBytes: Int) throws {
        // Left out are private-use points that newer editions of the standard moved elsewhere.
        let blocks: [ClosedRange<UInt32>] = [
            0x80...0xD7FF, 0xE865...0xFFFF, 0x1F300...0x1F6FF, 0x20000...0x200FF,
        ]
        let text = String(String.UnicodeScalarView(blocks.joined().compactMap(Unicode.Scalar.init)))
        let noCharacter: [UInt8] = [0xC4, 0x22, 0x80, 0xFF, 0x81, 0x30, 0x20]
        let cutOff: [UInt8] = [0x81, 0x30]
        let file = try TemporaryTable(encoded(text, "GB18030") + noCharacter + cutOff)

        let stream = try TextStream(FileSource(path: file.path), encoding: .gb18030)
        var buffer = [UInt8](repeating: 0, count: bufferBytes)
        var read: [UInt8] = []
        while case let count = try stream.read(into: &buffer, from: 0), count > 0 { read += buffer[..<count] }

        #expect(read == Array(text.utf8) + [0xFF, 0x22, 0xFF, 0xFF, 0xFF, 0x30, 0x20, 0xF0])
    }
}
