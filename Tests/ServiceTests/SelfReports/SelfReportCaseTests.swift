import Domain
import Reports
import Testing

@testable import Service
@testable import Store

/// Case 39: daily reports in the units of those who write them.
@Suite("Daily reports in staff's units")
struct SelfReportCaseTests {
    @Test(
        "what is stated is added up to the fen and gram, what is not known is counted apart, and what is rough is parked"
    )
    func units() async throws {
        let folder = try ReportedFolder()
        let read = try await folder.imports(ReportedFolder.sample("daily.csv"), as: "daily")
        #expect(read.failures.isEmpty && read.rows == 7 && read.parkedRecords == 2)
        #expect(read.newOrders == 0, "nothing of it is an order")
        let sums = try await folder.sums()
        #expect(sums.rows == 5 && sums.fen == 1_101_310_000 && sums.rowsWithoutFen == 1)
        #expect(sums.grams == 30_500_000 && sums.rowsWithoutGrams == 0)
        #expect(sums.orders == 320 + 12 + 1_200 && sums.rowsWithoutOrders == 0)
        let days = try await folder.groups(by: .day).map { "\($0.day?.description ?? "") \($0.sums.fen)" }
        #expect(
            days == [
                "2022-11-01 1200000", "2022-11-02 110000", "2022-11-03 1100000000", "2022-11-06 0",
                "2022-11-07 0",
            ])
        #expect(try await folder.held() == ["line 5 table.only_about", "line 6 table.from_to"])
    }

    @Test("the doctor says it with line, column, reason and remedy", arguments: Language.allCases)
    func note(language: Language) async throws {
        let folder = try ReportedFolder()
        let read = try await folder.imports(ReportedFolder.sample("daily.csv"))
        let note = try #require(read.note)
        let reports = try #require(note.selfReports)
        #expect(note.found.format == "daily" && !note.found.isFormatNamed && note.paidFen == nil)
        #expect(note.found.decidingColumns == ["日期"])
        #expect(reports.reporters == 2 && reports.new == 5 && reports.yearGiven == 2022)
        #expect(note.days.map { "\($0)" } == "2022-11-01...2022-11-07")
        #expect(note.parked.rows.map(\.line) == [5, 6])
        #expect(note.parked.rows.map(\.reason.column) == ["销售额", "销售额"])
        #expect(note.parked.rows.allSatisfy { $0.reason.remedy?.code == "table.write_exact" })
        var report = RunReport(verb: .importing, startedAt: folder.now, finishedAt: folder.now)
        report.accounts = [read]
        let text = report.text(in: language)
        for part in ["11,013,100.00", "30.500", "2022"] { #expect(text.contains(part), "\(text)") }
        #expect(note.unreadable?.rows == 2)
    }

    @Test("a unit in the header counts for its column")
    func header() async throws {
        let folder = try ReportedFolder()
        let read = try await folder.imports(ReportedFolder.sample("daily-wan-in-header.csv"), as: "daily")
        #expect(read.failures.isEmpty && read.parkedRecords == 0)
        let sums = try await folder.sums()
        #expect(sums.fen == 1_101_310_000 && sums.grams == 30_000_000)
        #expect(sums.rowsWithoutFen == 0 && sums.rowsWithoutGrams == 0 && sums.rowsWithoutOrders == 3)
    }

    @Test("the same file twice is once, and both files replace what they say of the same")
    func twice() async throws {
        let folder = try ReportedFolder()
        let file = ReportedFolder.sample("daily.csv")
        try await folder.imports(file)
        let (sums, held) = (try await folder.sums(), try await folder.store.held().map(\.number))
        let again = try await folder.imports(file)
        #expect(again.note?.selfReports?.unchanged == 5 && again.note?.selfReports?.new == 0)
        #expect(try await folder.sums() == sums)
        #expect(try await folder.store.held().map(\.number) == held, "what is parked keeps its number")
    }

    @Test("no order, credit, sum, proof or journal knows of it, also of what is parked")
    func apart() async throws {
        let folder = try ReportedFolder()
        let scope = ReportScope(
            from: try #require(BusinessDay("2022-11-01")), to: try #require(BusinessDay("2022-11-30")))
        let pipeline = folder.workplace.pipeline(folder.store)
        let before = try await pipeline.attributionReport(scope)
        try await folder.imports(ReportedFolder.sample("daily.csv"))
        let after = try await pipeline.attributionReport(scope)
        #expect(after.json(in: .chinese) == before.json(in: .chinese))
        #expect(after.proof.parkedRecords == 0)
        #expect(try await pipeline.openCounts().parkedRecords == 2, "they wait for a person all the same")
        let posted = try await pipeline.post { _ in }
        #expect(posted.posting?.entries == 0)
        #expect(try await folder.store.disagreements().isEmpty)
    }
}
