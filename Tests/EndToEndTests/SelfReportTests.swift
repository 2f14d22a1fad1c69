import Foundation
import Testing

/// Daily reports through the program: without an account, and without an order.
@Suite("Daily reports", .timeLimit(.minutes(10)))
struct SelfReportTests {
    private static let daily = "39-daily-report-units/daily.csv"

    /// A bureau without any account.
    private static func bureau() throws -> Bureau {
        let bureau = try Bureau()
        try bureau.folder.write(
            "store: daihuo.sqlite\nroster: roster\ninbox: inbox\naccounts: []\n", to: "daihuo.yaml")
        try bureau.folder.write(try Cases.text(daily), to: "daily.csv")
        return bureau
    }

    private static func answer(_ bureau: Bureau, _ arguments: String...) throws -> [String: Any] {
        let output = try bureau.done(arguments + ["--format", "json"]).output
        return try #require(try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
    }

    private static func totals(_ bureau: Bureau) throws -> [String: Int] {
        let answer = try answer(
            bureau, "report", "self-reports", "--from", "2022-11-01", "--to", "2022-11-30")
        return try #require(answer["totals"] as? [String: Any]).compactMapValues { $0 as? Int }
    }

    @Test("case 39 lands as it is, tells what it holds, and twice is once")
    func lands() throws {
        let bureau = try Self.bureau()
        let tried = try Bureau.note(
            bureau.done("import", "daily.csv", "--dry-run", "--format", "json").output)
        #expect(!FileManager.default.fileExists(atPath: bureau.folder.url.path + "/daihuo.sqlite"))
        for _ in 1...2 {
            let done = try bureau.done("import", "daily.csv", "--as", "daily", "--format", "json")
            let note = try Bureau.note(done.output)
            let held = try #require(note["self_reports"] as? [String: Any])
            #expect(held["stated_fen"] as? Int == 1_101_310_000 && held["rows_without_fen"] as? Int == 1)
            #expect(held["grams"] as? Int == 30_500_000 && held["rows_without_grams"] as? Int == 0)
            #expect(note["rows"] as? Int == 7 && note["parked_rows"] as? Int == 2)
            #expect(note["parked_rows"] as? Int == tried["parked_rows"] as? Int)
            #expect(note["paid_fen"] is NSNull && note["orders"] as? Int == 0)
        }
        let totals = try Self.totals(bureau)
        #expect(totals["stated_fen"] == 1_101_310_000 && totals["rows"] == 5)
        #expect(totals["grams"] == 30_500_000 && totals["rows_without_fen"] == 1)
        let report = try bureau.report()
        #expect(report.totals.paidFen == 0 && report.proof.parkedRecords == 0)
    }

    @Test("what could not be read is listed with a way out, and leaves when it is mended or dismissed")
    func parked() throws {
        let bureau = try Self.bureau()
        try bureau.done("import", "daily.csv")
        let table = try bureau.done("parked").output
        for part in ["2022-11-04 鲁山县 乙村书记", "daily.csv 第 5 行", "只是个大概的数", "dismiss"] {
            #expect(table.contains(part), "\(table)")
        }
        try bureau.edit("daily.unreadable.csv") {
            $0.replacing("约5万", with: "5万").replacing("5吨左右", with: "5吨")
        }
        let mended = try bureau.run(["import", "daily.unreadable.csv", "--as", "daily", "--year", "2022"])
        #expect(mended.status == 0, "\(mended.complaints)")
        #expect(try Self.totals(bureau)["stated_fen"] == 1_101_310_000 + 5_000_000)
        let left = try #require(
            try Self.answer(bureau, "parked", "--only", "account=daily-reports")["records"]
                as? [[String: Any]])
        #expect(left.map { $0["place"] as? String } == ["line 3"] || left.count == 1)
        try bureau.done("parked", "dismiss", try #require(left.first?["id"] as? String), "--why", "问过，作废")
        let again = try Self.answer(
            bureau, "report", "self-reports", "--from", "2022-11-01", "--to", "2022-11-30")
        #expect(again["parked_rows"] as? Int == 0)
    }

    @Test(
        "reports tell who said what, in a table, as CSV and as JSON", arguments: SpokenLanguage.allCases)
    func reports(language: SpokenLanguage) throws {
        let bureau = try Self.bureau()
        bureau.language = language
        try bureau.done("import", "daily.csv")
        let asked = ["report", "self-reports", "--from", "2022-11-01", "--to", "2022-11-30"]
        for options in [[], ["--by", "day"], ["--format", "csv"], ["--by", "day", "--format", "csv"]] {
            let result = try bureau.done(asked + options)
            #expect(result.output.contains(options.contains("csv") ? "11013100.00" : "11,013,100.00"))
            #expect(result.output.contains(language.text("不是销售", "no sales")), "\(result.output)")
            #expect(result.output.contains(options.contains("day") ? "2022-11-03" : "乙村书记"))
        }
        #expect(try bureau.run(asked + ["--by", "week"]).status == 2)
        #expect(try bureau.run(asked, strict: true).status == 1, "two rows could not be read")
        let none = try bureau.done(
            "report", "self-reports", "--from", "2023-01-01", "--to", "2023-01-02")
        #expect(none.output.contains(language.text("没有填报", "nothing was reported")))
    }

    @Test("the inbox takes it, and check finds nothing wrong with the store")
    func inbox() throws {
        let bureau = try Self.bureau()
        try bureau.folder.write(try Cases.text(Self.daily), to: "inbox/日报.csv")
        try bureau.done("inbox")
        let done = bureau.folder.url.appendingPathComponent("inbox/done")
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: done.path).sorted() == [
                "日报.csv", "日报.csv.txt",
            ])
        let note = try String(contentsOf: done.appendingPathComponent("日报.csv.txt"), encoding: .utf8)
        #expect(note.contains("11,013,100.00"), "\(note)")
        #expect(try Self.totals(bureau)["stated_fen"] == 1_101_310_000)
    }

    @Test("dates without a year wait for --year, and the year is said")
    func year() throws {
        let bureau = try Self.bureau()
        try bureau.folder.write("日期,责任人,销售额\n11月1日,甲村书记,1.2万\n", to: "short.csv")
        let refused = try bureau.run(["import", "short.csv"])
        #expect(refused.status == 3)
        #expect(try bureau.done("parked").output.contains("--year 2022"))
        let landed = try DaihuoProcess.run(
            ["--now", bureau.now, "import", "short.csv", "--year", "2022"], in: bureau.folder.url)
        #expect(landed.status == 0 && landed.output.contains("--year 2022"), "\(landed.output)")
        let totals = try Self.totals(bureau)
        #expect(totals["stated_fen"] == 1_200_000)
        #expect(totals["grams"] == nil && totals["rows_without_grams"] == 1, "what nobody states is not 0")
        #expect(try bureau.done("parked").output.contains("没有待处理"))
        #expect(try bureau.run(["import", "short.csv", "--year", "22"]).status == 2)
    }

    @Test("the form of daily reports says that it is imported")
    func form() throws {
        let bureau = try Self.bureau()
        let written = try DaihuoProcess.run(["template", "daily-report"], in: bureau.folder.url)
        #expect(written.output.contains("daihuo import daily-report-日报.xlsx"), "\(written.output)")
        let empty = try bureau.run(["import", "daily-report-日报.xlsx"])
        #expect(empty.status == 3 && empty.complaints.contains("没有一行数据"), "\(empty.complaints)")
    }
}
