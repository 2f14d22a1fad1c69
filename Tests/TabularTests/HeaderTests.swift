import Domain
import Reports
import Testing

@testable import Tabular

/// Tables with something in front of them, behind them and among their rows.
@Suite struct HeaderTests {
    private static func fits(_ columns: [String]) -> Bool { Set(columns).isSuperset(of: ["订单号", "金额"]) }

    private static func read(_ text: String, _ body: (TableFile) throws -> Void) throws {
        let table = try TemporaryTable(text)
        try withExtendedLifetime(table) { try body(TableFile(path: table.path, headerMatching: fits)) }
    }

    @Test(
        "the header is found behind titles and explanations, by its own names",
        arguments: [
            ("", 1), ("订单导出\n", 2), ("#账号：[2088]\n#起始日期：[2022年11月01日 00:00:00],\n\n#----,明细;列表----\n", 5),
            ("店铺\t某某\n导出\t\"没有\n完\"\n", 4), (String(repeating: "x\n", count: 29), 30),
        ])
    func preamble(lines: String, headerLine: Int) throws {
        try Self.read(lines + "订单号,金额\n1,2\n") { file throws in
            #expect(file.columns == ["订单号", "金额"] && file.headerLine == headerLine)
            #expect(try file.rows().nextRow()?.get().line == headerLine + 1)
        }
    }

    @Test("beyond thirty lines no header is looked for: the first line is told")
    func farHeader() throws {
        try Self.read(String(repeating: "x\n", count: 30) + "订单号,金额\n1,2\n") { file throws in
            #expect(file.columns == ["x"])
        }
    }

    @Test("a title line may mislead about the separator, the header does not")
    func misleadingTitle() throws {
        try Self.read("甲店,乙店,丙店\n订单号\t金额\n1\t2,5\n") { file throws in
            #expect(file.columns == ["订单号", "金额"])
            #expect(try file.rows().nextRow()?.get()[1] == "2,5")
        }
    }

    @Test("of two header lines the upper one names groups, and both are joined")
    func twoLines() throws {
        try Self.read("标题\n订单号,收货,,金额,其他,\n,省,市,,,备注\n1,豫,郑,2,,a\n") { file throws in
            #expect(file.columns == ["订单号", "收货/省", "收货/市", "金额", "其他", "备注"])
            #expect(file.headerLine == 2)
            #expect(try file.rows().nextRow()?.get().line == 4)
        }
    }

    @Test("a header that fits alone is not joined with a row of data")
    func oneLine() throws {
        try Self.read("订单号,金额,备注\n1,2,3\n") { file throws in
            #expect(file.columns == ["订单号", "金额", "备注"])
        }
    }

    @Test("totals and notes are no rows: they are passed over, and told")
    func totals() throws {
        let rows = [
            "1,2,一", "小计,2,", "2,3,合计", "合 计：,5,", ",总计（元）,5", "#导出结束,,", "注：含运费", "合计金额,1,", "注：不是,1,",
            "本页合计,9,",
        ]
        try Self.read("订单号,金额,备注\n" + rows.joined(separator: "\n")) { file throws in
            let reading = try file.rows()
            var lines: [Int] = []
            while let row = try reading.nextRow()?.get() { lines.append(row.line) }

            #expect(lines == [2, 4, 9, 10])
            #expect(reading.totals.map(\.line) == [3, 5, 6, 11] && reading.totalCount == 4)
            #expect(try reading.totals.last?.fen(1) == 900)
            #expect(reading.noteLines == [7, 8])
        }
    }

    @Test("of any number of totals and notes the last are kept, and all are counted")
    func manyTotals() throws {
        try Self.read("订单号,金额\n" + String(repeating: "1,2\n小计,2\n#,\n", count: 100)) { file throws in
            let reading = try file.rows()
            var count = 0
            while try reading.nextRow()?.get() != nil { count += 1 }

            #expect(count == 100 && reading.totalCount == 100)
            #expect(reading.totals.count == TableRows.totalsMax && reading.totals.last?.line == 300)
            #expect(reading.noteLines.count == TableRows.totalsMax && reading.noteLines.last == 301)
        }
    }
}
