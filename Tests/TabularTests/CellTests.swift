import Domain
import Reports
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
        #expect(refusal.remedy.text(in: .chinese).contains("重新导出"))
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
            ("=\"\"", nil), ("-", nil), ("--", nil), ("–", nil), ("—", nil), ("——", nil), ("/", nil),
            ("无", nil),
            ("- ", nil), ("(12.30)", -1230), ("（1,234.5）", -123_450), ("(¥5)", -500), ("１２．５０", 1250),
            ("￥１，２３４．５０元", 123_450), ("−3", -300), ("－3.5", -350),
        ] as [(String, Int64?)])
    func amounts(raw: String, fen: Int64?) throws {
        #expect(try Cell.fen(raw) == fen)
    }

    @Test(
        "what is no amount is refused",
        arguments: [
            "12.301", "1,23", "12,34.5", "1234,567", "1.", ".5", "1.2.3", "元", "5角", "1e3", "--5",
            "100000000000.01", "92233720368547758.08", "99999999999999999999", "(-5)", "(5", "5)", "()",
            "1.5万",
            "#N/A", "#REF!", "－－5", "无货", "1/2",
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
            ("2022/11/1 下午 12:20:00", 1_667_276_400_000), ("2022/11/1 上午 12:05:00", 1_667_232_300_000),
            ("2022-11-01 下午8:05", 1_667_304_300_000), ("2022/11/1 8:05:00 PM", 1_667_304_300_000),
            ("2022/11/1 8:05:00am", 1_667_261_100_000), ("2022年11月1日 20:05:09", 1_667_304_309_000),
            ("2022年11月1日20:05", 1_667_304_300_000), ("2022年1月2日下午9:05", 1_641_128_700_000),
            ("2022-11-01T20:05:09+08:00", 1_667_304_309_000), ("2022-11-01T12:05:09.123Z", 1_667_304_309_000),
            ("2022-11-01T04:05:09-0800", 1_667_304_309_000), ("44866.8368055556", 1_667_304_300_000),
            ("44866.83681", 1_667_304_300_000), ("44866.00000", 1_667_232_000_000),
            ("2022年11月1日 20时05分09秒", 1_667_304_309_000), ("2022年11月1日下午8时5分", 1_667_304_300_000),
            ("２０２２／１１／１　２０：０５", 1_667_304_300_000), ("–", nil), ("—", nil), ("/", nil), ("无", nil),
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
            "2022-11-01 下午 13:05", "2022-11-01 上午 0:05", "2022-11-01 下午 8:05 PM", "2022-11-01 晚上 8:05",
            "2022-11-01下午", "2022-11-0120:05", "2022年11月1 20:05", "2022-11-01T20:05:09+8",
            "2022-11-01T20:05:09.Z",
            "2022-11-01T20:05:09 PM", "44866", "44866.8368", "14866.83681", "99866.83681", "44866.83681.0",
            "2022-11-01 -8:05", "#N/A", "2022年11月1日 20时", "2022年11月1日 25时05分",
        ])
    func noTimes(raw: String) {
        #expect(throws: Cell.Refusal.self) { try Cell.beijingTime(raw) }
    }

    @Test(
        "ten thousands are an amount only where they are allowed",
        arguments: [
            ("1.5万", 1_500_000), ("1.5万元", 1_500_000), ("¥ 2 万", 2_000_000), ("0.000001万", 1),
            ("-3万", -3_000_000),
            ("1,000万", 1_000_000_000), ("１．２３４５６７万", 1_234_567), ("12.3", 1230),
        ])
    func tenThousands(raw: String, fen: Int64) throws {
        #expect(try Cell.fen(raw, allowsWan: true) == fen)
        #expect(raw == "12.3" || (try? Cell.fen(raw)) == nil)
    }

    @Test(
        "a day is a date with its year",
        arguments: [
            ("2022-11-01", 20_221_101), ("2022/11/1", 20_221_101), ("2022.1.2", 20_220_102),
            ("2022年11月1日", 20_221_101), ("20221101", 20_221_101), ("2022-11-01 00:00:00", 20_221_101),
            ("2022/11/1 0:00", 20_221_101), ("'2022-11-01", 20_221_101), ("２０２２－１１－０１", 20_221_101),
            ("-", nil),
            ("", nil), ("无", nil),
        ] as [(String, Int64?)])
    func days(raw: String, stored: Int64?) throws {
        #expect(try Cell.day(raw)?.stored == stored)
    }

    @Test(
        "what is no day is refused",
        arguments: [
            "11-01", "11月1日", "2022-11", "2022-02-29", "2022-11-01 08:00", "44866", "2022/11-1", "2022年11-1",
            "2022-11-01日", "22-11-01", "#N/A", "明天", "2200-01-01", "2022年11月1",
        ])
    func noDays(raw: String) {
        #expect(throws: Cell.Refusal.self) { try Cell.day(raw) }
    }

    @Test(
        "an error of Excel's is told as such by whatever reads it",
        arguments: ["#N/A", "#REF!", "#VALUE!", "#DIV/0!"])
    func errors(raw: String) throws {
        for read in [
            { _ = try Cell.fen(raw) }, { _ = try Cell.day(raw) }, { _ = try Cell.beijingTime(raw) },
            { _ = try Cell.identifier(raw) },
        ] as [() throws -> Void] {
            let refusal = try #require(throws: Cell.Refusal.self) { try read() }
            #expect(refusal.what.text(in: .chinese).contains("Excel 的错误值"))
        }
    }
}
