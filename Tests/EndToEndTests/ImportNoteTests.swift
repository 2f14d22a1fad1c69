import Foundation
import Testing

/// What `import` says of a file, and how it ends.
@Suite("What an import says of a file")
struct ImportNoteTests {
    private static func bureau(_ export: EditedExport, _ language: SpokenLanguage = .chinese) throws -> Bureau
    {
        let bureau = try Bureau()
        bureau.language = language
        try bureau.folder.write(export.text, to: "orders.csv")
        return bureau
    }

    @Test("what was recognised and why, what it holds, and what of it nobody reads")
    func recognised() throws {
        let bureau = try Bureau()
        let file = Cases.path("01-excel-resaved-douyin/orders-gbk.csv")
        let note = try Bureau.note(bureau.done("import", file, "--format", "json").output)
        let found = try #require(note["recognised"] as? [String: Any])
        #expect(found["encoding"] as? String == "GB18030" && found["kind"] as? String == "commas")
        #expect(found["format"] as? String == "douyin-orders" && found["header_line"] as? Int == 1)
        #expect(found["deciding_columns"] as? [String] == ["主订单编号", "子订单编号"])
        #expect((found["columns_not_read"] as? [String])?.contains("收件人") == true)
        #expect(found["account"] as? String == "a-douyin" && found["account_is_named"] as? Bool == false)
        #expect(note["rows"] as? Int == 3 && note["orders"] as? Int == 3)
        #expect(note["paid_fen"] as? Int == 113_430 && note["refunded_fen"] is NSNull)
        #expect(note["from"] as? String == "2022-11-01" && note["to"] as? String == "2022-12-01")
    }

    @Test(
        "the file's own total is compared with what was read, and the gap shown",
        arguments: SpokenLanguage.allCases)
    func totals(language: SpokenLanguage) throws {
        var export = try EditedExport()
        export.add(["主订单编号": "合计", "订单应付金额": "200.00", "运费": "0.00"])
        let bureau = try Self.bureau(export, language)
        let said = try DaihuoProcess.run(
            ["--now", bureau.now, "--lang", language.rawValue, "import", "orders.csv"], in: bureau.folder.url)
        #expect(said.status == 0)
        for part in ["200.00", "180.00", "20.00", language.text("差 20.00", "a gap of 20.00")] {
            #expect(said.output.contains(part), "\(said.output)")
        }
        let note = try Bureau.note(bureau.done("import", "orders.csv", "--format", "json").output)
        let totals = try #require(note["totals"] as? [[String: Any]])
        #expect(totals.map { $0["gap_hundredths"] as? Int } == [2_000, 0])
    }

    @Test("pages that each have a total fit the file where they come to it together")
    func pageTotals() throws {
        var export = try EditedExport()
        export.add(["主订单编号": "小计", "订单应付金额": "110.00"])
        export.rows.swapAt(2, 3)
        export.add(["主订单编号": "小计", "订单应付金额": "70.00"])
        let bureau = try Self.bureau(export)
        let note = try Bureau.note(bureau.done("import", "orders.csv", "--format", "json").output)
        let totals = try #require(note["totals"] as? [[String: Any]])
        #expect(totals.map { $0["gap_hundredths"] as? Int } == [0])
    }

    @Test("of many rows with one fault the reason is told once with their count, and each stands in the JSON")
    func equalReasons() throws {
        var export = try EditedExport()
        export.addOrders(40)
        for row in 0..<9 { export[row, "订单状态"] = "新状态" }
        let bureau = try Self.bureau(export)
        let said = try DaihuoProcess.run(
            ["--now", bureau.now, "import", "orders.csv"], in: bureau.folder.url)
        #expect(said.status == 0 && said.output.contains("9 行搁置（第 2、3、4、5、6 行 等）"), "\(said.output)")
        let note = try Bureau.note(bureau.done("import", "orders.csv", "--format", "json").output)
        let parked = try #require(note["parked"] as? [[String: Any]])
        #expect(parked.map { $0["line"] as? Int } == Array(2...10))
        #expect(parked.allSatisfy { $0["column"] as? String == "订单状态" && $0["remedy"] is String })
    }

    @Test(
        "a file without rows, one of which nothing lands, and one that parks more than lands end with 3 and the reason",
        arguments: SpokenLanguage.allCases)
    func notDone(language: SpokenLanguage) throws {
        let sentences = [
            (0, 0, language.text("没有一行数据", "no row below the header")),
            (3, 3, language.text("没有一行能用", "none can be used")),
            (3, 2, language.text("比读进的还多", "more than were read")),
        ]
        for (rows, broken, sentence) in sentences {
            var export = try EditedExport()
            export.rows = Array(export.rows.prefix(rows))
            for row in 0..<broken { export[row, "订单状态"] = "新状态" }
            let bureau = try Self.bureau(export, language)
            for format in ["text", "json"] {
                let result = try bureau.run(["import", "orders.csv", "--format", format])
                #expect(result.status == 3 && result.complaints.contains(sentence), "\(result.complaints)")
                let failure = format == "json" ? result.output : sentence
                #expect(failure.contains(sentence), "\(result.output)")
            }
        }
    }

    @Test("rows whose ids Excel has damaged never land; that the others do is enough only for who says so")
    func damagedIDs() throws {
        var export = try EditedExport()
        export[0, "主订单编号"] = "7.013E+18"
        let bureau = try Self.bureau(export)
        let refused = try bureau.run(["import", "orders.csv"])
        #expect(refused.status == 3 && refused.complaints.contains("--accept-damaged-ids"))
        #expect(try bureau.report().totals.paidFen == 13_000)
        let accepted = try bureau.done("import", "orders.csv", "--accept-damaged-ids", "--format", "json")
        #expect(try Bureau.note(accepted.output)["damaged_ids"] as? Int == 1)
        let after = try bureau.report()
        #expect(after.totals.paidFen == 13_000 && after.proof.parkedRecords == 1)
    }

    @Test("orders of another shop land only by --confirm-shop, which says how many and whose they are")
    func confirmedShop() throws {
        let other = Bureau.Account(id: "b-douyin", platform: "douyin", shop: "9002")
        let bureau = try Bureau([Bureau.douyin, other])
        try bureau.folder.write(EditedExport().text, to: "orders.csv")
        try bureau.done("import", "orders.csv", "--account", "a-douyin")
        for option in [[], ["--dry-run"]] {
            let refused = try bureau.run(["import", "orders.csv", "--account", "b-douyin"] + option)
            #expect(refused.status == 2 && refused.complaints.contains("有 3 个已在店铺 9001 名下"))
        }
        #expect(try bureau.report().totals.orders == 3)
        let confirmed = try bureau.done(
            "import", "orders.csv", "--account", "b-douyin", "--confirm-shop", "--format", "json")
        let others = try #require(try Bureau.note(confirmed.output)["other_shops"] as? [[String: Any]])
        #expect(others.map { $0["shop"] as? String } == ["9001"] && others[0]["orders"] as? Int == 3)
        #expect(try bureau.report().totals.orders == 6)
    }
}
