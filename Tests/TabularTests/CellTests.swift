import Testing

@testable import Tabular

@Suite struct CellTests {
    @Test(
        "cleaning takes off what marks a cell as text and leaves the rest",
        arguments: [
            ("=\"35153131\"", "35153131"), ("=\"\"", ""), ("'139", "139"), ("`139", "139"),
            ("\t139\t", "139"),
            (" 张三　", "张三"), ("\u{FEFF}a\u{A0}", "a"), ("=\"'7\"", "7"), ("--", "--"), ("-", "-"),
            ("=1", "=1"),
            ("=\"a\"\"b\"", "a\"b"), ("a'b`", "a'b`"), ("\"", "\""), ("=\"", "=\""), ("", ""),
        ])
    func cleaning(raw: String, cleaned: String) {
        #expect(Cell.cleaned(raw) == cleaned)
        #expect(Cell.cleaned(cleaned) == cleaned)
    }

    @Test(
        "an id is text",
        arguments: [
            ("6920458012345678901", "6920458012345678901"), ("=\"351531312345600000\"", "351531312345600000"),
            ("'2226100079123450", "2226100079123450"), ("351531312345600000\t", "351531312345600000"),
            ("123456789012000", "123456789012000"), ("2E12", "2E12"), ("ab1e+5", "ab1e+5"), ("", ""),
            ("--", "--"),
        ])
    func identifiers(raw: String, id: String) throws {
        #expect(try Cell.identifier(raw) == id)
    }

    @Test(
        "an id that Excel damaged is refused",
        arguments: [
            "2.02E+18", "2.02606041134381e+27", "2E+18", "2.02606E18", "'2.02E+18", "=\"2.02E+18\"",
            "2226100079123450", "351531312345678000", "6920458012345670000",
        ])
    func damagedIdentifiers(raw: String) throws {
        let refusal = try #require(throws: Cell.Refusal.self) { try Cell.identifier(raw) }
        #expect(refusal.remedy.contains("重新导出"))
    }

    @Test("a 16-digit id may end in zero once its column has shown one that Excel would have changed")
    func intactNeighbours() throws {
        let table = try TemporaryTable(
            "订单号,子单号\n2226100079123450,1\n2226100079123456,1\n2226100079123450,2226100079123450\n"
                + "6920458012345670000,1\n")
        let rows = try TableFile(path: table.path).rows()
        var ids: [String?] = []
        while let row = try rows.nextRow()?.get() {
            ids.append(try? row.identifier(0))
            ids.append(try? row.identifier(1))
        }
        #expect(ids == [nil, "1", "2226100079123456", "1", "2226100079123450", nil, nil, "1"])
    }

    @Test(
        "yuan text is fen",
        arguments: [
            ("12.30", 1230), ("12.3", 1230), ("12", 1200), ("0", 0), ("-0.01", -1), ("+5", 500),
            ("¥12.30", 1230),
            ("￥-12.30", -1230), ("-¥ 12.30", -1230), ("12.30元", 1230), ("0 元", 0),
            ("1,234,567.89", 123_456_789),
            ("12.3000", 1230), ("'7", 700), ("100000000000.00", 10_000_000_000_000), ("", nil), (" ", nil),
            ("=\"\"", nil),
        ] as [(String, Int64?)])
    func amounts(raw: String, fen: Int64?) throws {
        #expect(try Cell.fen(raw) == fen)
    }

    @Test(
        "what is no amount is refused",
        arguments: [
            "12.301", "1,23", "12,34.5", "1234,567", "1.", ".5", "1.2.3", "--", "-", "元", "5角", "1e3", "--5",
            "- ", "１２", "100000000000.01", "92233720368547758.08", "99999999999999999999",
        ])
    func noAmounts(raw: String) {
        #expect(throws: Cell.Refusal.self) { try Cell.fen(raw) }
    }

    @Test(
        "Beijing time is epoch milliseconds",
        arguments: [
            ("2022-11-01 20:15:00", 1_667_304_900_000), ("2022/11/01 20:15:00", 1_667_304_900_000),
            ("2022/11/1 20:15", 1_667_304_900_000), ("2022-11-01 20:15", 1_667_304_900_000),
            ("2022/1/2 9:05", 1_641_085_500_000), ("2024-02-29 00:00:00", 1_709_136_000_000),
            ("2000-01-01 00:00:00", 946_656_000_000), ("2099-12-31 23:59:59", 4_102_415_999_000),
            ("2022-12-31 23:59:59\t", 1_672_502_399_000), ("", nil), ("-", nil), ("--", nil),
        ] as [(String, Int64?)])
    func times(raw: String, milliseconds: Int64?) throws {
        #expect(try Cell.beijingTime(raw) == milliseconds)
    }

    @Test(
        "what is no time is refused",
        arguments: [
            "2022-11-01", "2022-13-01 00:00:00", "2022-02-29 00:00:00", "2022-11-31 00:00",
            "2022-11-01 24:00:00",
            "2022-11/01 00:00", "22-11-01 00:00", "2022-11-01 20:15:00.0", "2022-11-01T20:15:00", "44866.84",
            "0000-00-00 00:00:00", "1970-01-01 08:00:00", "2022-11-01 20:60", "2022-11-00 20:10", "明天",
        ])
    func noTimes(raw: String) {
        #expect(throws: Cell.Refusal.self) { try Cell.beijingTime(raw) }
    }
}
