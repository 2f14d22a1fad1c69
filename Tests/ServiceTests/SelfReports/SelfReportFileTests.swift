import Domain
import Foundation
import Reports
import Testing

@testable import Service
@testable import Spreadsheet
@testable import Store

@Suite("Files of daily reports")
struct SelfReportFileTests {
    @Test(
        "a date without a year is of the file's one year, else of the year that is said, else of none",
        arguments: [
            ("11月1日", "2022-11-02", nil, "2022-11-01"), ("11/1", "2022.11.2", 2021, "2022-11-01"),
            ("11-1", "11/2", 2022, "2022-11-01"), ("１１月１日", "2021年1月2日", nil, "2021-11-01"),
            ("11月1日", "11月2日", nil, nil), ("2/29", "2022-11-02", nil, nil),
            ("2/29", "2024-11-02", nil, "2024-02-29"),
        ] as [(String, String, Int?, String?)])
    func year(date: String, other: String, said: Int?, day: String?) async throws {
        let folder = try ReportedFolder()
        let text = "日期,责任人,销售额\n\(date),甲村书记,1\n\(other),乙村书记,2\n2,丙村书记,4\n"
        try await folder.imports(try folder.file(text), year: said)
        let first = try await folder.groups(by: .day).filter { $0.sums.fen == 100 }
        #expect(first.map { $0.day?.description } == (day.map { [$0] } ?? []))
        #expect(try await folder.held().contains { $0.hasPrefix("line 2 ") } == (day == nil))
    }

    @Test(
        "where the file's years differ none is taken from it, and what was parked lands once the year is said"
    )
    func years() async throws {
        let folder = try ReportedFolder()
        let text = "日期,责任人,销售额\n11/1,甲,1\n2022-11-02,乙,2\n2021-11-02,丙,4\n"
        let file = try folder.file(text)
        let first = try await folder.imports(file)
        #expect(try await folder.held() == ["line 2 reported.several_years"])
        #expect(first.note?.parked.rows.first?.reason.remedy?.code == "reported.say_year")
        let second = try await folder.imports(file, year: 2022)
        #expect(try await folder.held() == [])
        #expect(second.note?.selfReports?.new == 1 && second.note?.selfReports?.unchanged == 2)
        #expect(second.note?.selfReports?.year?.code == "reported.year_said")
    }

    @Test("a year that the file contradicts is said not to count", arguments: [(2022, false), (2023, true)])
    func contradicted(said: Int, isTold: Bool) async throws {
        let folder = try ReportedFolder()
        let file = try folder.file("日期,责任人,销售额\n11/1,甲,1\n2022-11-02,乙,2\n")
        let code = try await folder.imports(file, year: said).note?.selfReports?.year?.code
        #expect(code == (isTold ? "reported.year_of_file_not_said" : "reported.year_of_file"))
    }

    @Test(
        "what is reported later takes the place of what was reported before, which is kept with when and where"
    )
    func replaced() async throws {
        var folder = try ReportedFolder()
        let header = "日期,责任人,销售额,重量（斤）\n"
        try await folder.imports(try folder.file(header + "2022-11-01,甲,1,10\n2022-11-02,甲,2,\n", "a.csv"))
        folder.now = ReportedFolder.morning("2031-05-02")
        let read = try await folder.imports(
            try folder.file(header + "2022-11-01,甲,3,\n2022-11-02,甲,2,\n", "b.csv"))
        #expect(read.note?.selfReports?.changed == 1 && read.note?.selfReports?.unchanged == 1)
        let sums = try await folder.sums()
        #expect(sums.rows == 2 && sums.fen == 500 && sums.grams == 0 && sums.rowsWithoutGrams == 2)
        let now = try await folder.ask(
            "SELECT day, fen, grams, file, line, times_changed FROM v_self_report ORDER BY day")
        #expect(now == ["2022-11-01|300||b.csv|2|1", "2022-11-02|200||a.csv|3|0"])
        let was = try await folder.ask(
            """
            SELECT version, fen, grams, file, line, datetime(reported_at_ms / 1000, 'unixepoch', '+8 hours')
            FROM v_self_report_was
            """)
        #expect(was == ["1|100|5000|a.csv|2|2031-05-01 08:00:00"])
        #expect(try await folder.store.disagreements().isEmpty)
    }

    @Test("a mended row takes away what was parked of it, and leaves what others were")
    func mended() async throws {
        let folder = try ReportedFolder()
        let header = "日期,责任人,销售额\n"
        let first = try await folder.imports(
            try folder.file(header + "11/1,甲,约5万\n11/2,甲,约6万\n2022-11-03,甲,7\n2022-11-04,甲,7\n", "a.csv"))
        #expect(try await folder.held().count == 2)
        let path = try #require(first.note?.unreadable?.path)
        let rows = try String(contentsOfFile: path, encoding: .utf8)
        #expect(rows.contains("11/1") && rows.contains("约5万") && !rows.contains("2022-11-03"))
        // Without the rows beside them nobody knows their year.
        try await folder.imports(try folder.file(rows.replacing("约5万", with: "5万"), "b.csv"), year: 2022)
        #expect(try await folder.held() == ["line 3 table.only_about"])
        #expect(try await folder.sums().fen == 5_001_400)
    }

    @Test(
        "a header that says too little or one thing twice is refused with the columns",
        arguments: [
            ("责任人,销售额", "table.column_missing"), ("日期,销售额", "table.column_missing"),
            ("日期,责任人", "table.column_missing"), ("日期,责任人,销售额,金额", "reported.columns_twice"),
            ("日期,责任人,线上/销售额,线下/销售额", "reported.columns_twice"), ("日期,责任人,销售额,销售额", "table.column_twice"),
            ("日期,责任人,销售额（千元）", "reported.unit_unknown"), ("日期,责任人,重量（车）", "reported.unit_unknown"),
        ])
    func headers(header: String, code: String) async throws {
        let folder = try ReportedFolder()
        let file = try folder.file(header + "\n")
        let error = try #require(throws: ServiceError.self) {
            try ImportStage.inputs([file], account: nil, named: "daily", in: folder.workplace)
        }
        #expect(error.exitCode == .usage)
        guard case .notice(let what) = error.notices.first?.arguments.dropFirst().first else {
            Issue.record("\(error.notices)")
            return
        }
        #expect(what.code == code)
    }

    @Test(
        "a list of orders is never taken for a daily report",
        arguments: [
            "单号,日期,场所类型,商品名称,数量,单位,实付金额（元）", "接龙号,日期,商品名称,数量,金额（元）,责任人", "订单编号,日期,姓名,金额", "日期,商品,金额",
        ])
    func orders(header: String) {
        #expect(!SelfReportColumns.matches(header.split(separator: ",").map(String.init)))
    }

    @Test(
        "the other forms are no daily reports, and the form of daily reports is one", arguments: Template.all)
    func forms(template: Template) {
        for sheet in template.sheets {
            let isOne = SelfReportColumns.matches(sheet.columns.map(\.header))
            #expect(isOne == (template.name == Template.dailyReport.name), "\(sheet.name)")
        }
    }

    @Test("our form, filled in, is read: each of its columns, by its sheet")
    func form() async throws {
        let folder = try ReportedFolder()
        var book = Template.dailyReport.spreadsheet
        let rows = [
            ["2022-11-01", "fs-0001", "抖音", "红薯粉条", "320", "件", "12000.00", "320", "410423", ""],
            ["2022-11-01", "鲁山县", "接龙", "白菜", "4", "吨", "", "", "", "估收"],
        ]
        book = Spreadsheet(
            title: book.title,
            sheets: book.sheets.enumerated().map { place, sheet in
                SpreadsheetSheet(
                    name: sheet.name, columns: sheet.columns,
                    rows: sheet.rows
                        + (place == 0 ? rows.map { $0.map { SpreadsheetCell($0, .bordered) } } : []),
                    frozenRows: sheet.frozenRows)
            })
        let path = try folder.file("", "form.xlsx")
        try Data(try book.xlsx()).write(to: URL(filePath: path))
        let read = try await folder.imports(path)
        #expect(read.failures.isEmpty && read.rows == 2 && read.parkedRecords == 0)
        #expect(read.note?.found.unreadColumns == [])
        let sums = try await folder.sums()
        #expect(sums.fen == 1_200_000 && sums.rowsWithoutFen == 1 && sums.grams == 4_000_000)
        #expect(sums.rowsWithoutGrams == 1 && sums.orders == 320)
        let stored = try await folder.ask(
            "SELECT reporter, channel, product, quantity_milli, unit, origin, remark FROM v_self_report ORDER BY 1"
        )
        #expect(stored == ["fs-0001|douyin|红薯粉条|320000|piece|410423|", "鲁山县|relay|白菜|4000|tonne||估收"])
    }

    @Test(
        "an empty file and one that is parked for the most part are not done, and the year is no year of files of orders"
    )
    func notDone() async throws {
        let folder = try ReportedFolder()
        let header = "日期,责任人,销售额\n"
        for (rows, code) in [
            ("", "reported.no_rows"), ("2022-11-01,甲,约5\n", "reported.nothing_landed"),
            ("2022-11-01,甲,约5\n2022-11-01,乙,约5\n2022-11-01,丙,5\n", "import.mostly_parked"),
        ] {
            let read = try await folder.imports(try folder.file(header + rows))
            #expect(read.failures.map(\.code) == [code])
        }
        let orders = try folder.file("主订单编号,子订单编号,商品数量,订单应付金额,订单提交时间,订单状态\n", "orders.csv")
        for (file, year, code) in [
            (orders, 2022, "reported.year_of_orders"),
            (try folder.file(header), 22, "reported.year_unlikely"),
        ] {
            let error = try #require(throws: ServiceError.self) {
                try ImportStage.inputs([file], account: nil, named: nil, year: year, in: folder.workplace)
            }
            #expect(error.notices.map(\.code) == [code] && error.exitCode == .usage)
        }
    }
}
