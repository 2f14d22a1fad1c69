import Domain
import Reports
import Testing

@testable import Tabular

/// What is wrong with a table, in English.
@Suite struct EnglishTests {
    private static let head = Array("id,paid,at\n".utf8)

    @Test(
        "what is wrong with a file, a row or a cell is said in English without a Chinese character",
        arguments: [
            [], Array("PK\u{3}\u{4}".utf8), [0xD0, 0xCF, 0x11, 0xE0], Array("<html>".utf8), Array("{}".utf8),
            [0x00, 0x00, 0x00, 0x69], Array("id,id,at\n".utf8), Array("id,at\n".utf8),
            head + Array("1,2,3,4".utf8), head + Array("1,\"2".utf8), head + Array("1,\"2\"3,".utf8),
            head + [0x31, 0x00, 0x31], head + Array("1,2,".utf8) + [0xC4, 0x0A, 0x31],
            head + Array("三".utf8) + [0xE4, 0xB8], head + Array("2E+18,1,".utf8),
            head + Array("2226100079123450,1,".utf8),
            head + Array("1,x,".utf8), head + Array("1,1.234,".utf8), head + Array("1,999999999999,".utf8),
            head + Array("1,1,x".utf8),
        ] as [[UInt8]])
    func english(bytes: [UInt8]) throws {
        let table = try TemporaryTable(bytes)

        let error = try #require(throws: TabularError.self) { try Self.readAll(table.path) }

        let text = error.notice.text(in: .english)
        #expect(text.hasPrefix(table.path) && text.hasSuffix("."))
        #expect(!text.contains(/[\u{2018}-\u{201D}\u{3000}-\u{9FFF}\u{FF00}-\u{FFEF}]/), "\(text)")
    }

    @Test("so is what is wrong with a path", arguments: ["/nowhere/orders.csv", "/tmp"])
    func paths(path: String) throws {
        let error = try #require(throws: TabularError.self) { try TableFile(path: path) }

        #expect(error.notice.text(in: .english).utf8.allSatisfy { $0 < 0x80 })
    }

    @Test("a column that is missing and one that stands there twice are told by their names")
    func columns() throws {
        let table = try TemporaryTable("id,paid,id\n")
        let file = try TableFile(path: table.path)

        let missing = try #require(throws: TabularError.self) { try file.requiredColumn("at", "on") }
        let twice = try #require(throws: TabularError.self) { try file.column("id") }

        #expect(
            missing.notice.text(in: .english)
                == "\(table.path) line 1: the header has no column \"at\" or \"on\"; "
                + "check the header, or export again with this column.")
        #expect(
            twice.notice.text(in: .english)
                == "\(table.path) line 1: the header has 2 columns \"id\" (column 1, column 3), "
                + "and which to read is not known; delete those that are too many, or export again.")
    }

    private static func readAll(_ path: String) throws {
        let file = try TableFile(path: path)
        let (id, paid) = (try file.requiredColumn("id"), try file.requiredColumn("paid"))
        let at = try file.requiredColumn("at")
        let rows = try file.rows()
        while let row = try rows.nextRow()?.get() {
            _ = try row.identifier(id)
            _ = try row.fen(paid)
            _ = try row.beijingTime(at)
        }
    }
}
