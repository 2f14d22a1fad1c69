import Domain
import Testing

@testable import Reports

/// What people say was sold, in its golden files.
@Suite("Reports of what people say")
struct SelfReportsReportTests {
    /// One states all, one not every figure, one none.
    private static func report(by key: SelfReportSums.Grouping) throws -> SelfReportsReport {
        let first = Scenario.from
        var (all, some, none) = (SelfReportSums(), SelfReportSums(), SelfReportSums())
        (all.rows, all.fen, all.grams, all.orders) = (2, 1_101_310_000, 30_500_000, 1_532)
        (some.rows, some.fen, some.grams) = (3, 120, 1)
        (some.rowsWithoutFen, some.rowsWithoutGrams, some.rowsWithoutOrders) = (1, 2, 3)
        (none.rows, none.rowsWithoutFen, none.rowsWithoutGrams, none.rowsWithoutOrders) = (1, 1, 1, 1)
        let names = [("甲村书记", "鲁山县"), ("=乙,丙", ""), ("", "叶县")]
        let groups = zip([all, some, none], names).enumerated().map { place, said in
            switch key {
            case .reporter: SelfReportSums.Group(reporter: said.1.0, region: said.1.1, sums: said.0)
            case .day: SelfReportSums.Group(day: first.advanced(by: place), sums: said.0)
            }
        }
        return try SelfReportsReport(
            from: first, to: first.advanced(by: 29), by: key, groups: groups, parkedRows: 2)
    }

    @Test("in a table, and for a spreadsheet", arguments: SelfReportSums.Grouping.allCases, Language.allCases)
    func words(key: SelfReportSums.Grouping, language: Language) throws {
        let (report, name) = (try Self.report(by: key), "self-reports-\(key.rawValue)-\(language.rawValue)")
        try Golden.expect(report.table(in: language), named: "\(name).txt")
        try Golden.expect(report.csv(in: language), named: "\(name).csv")
    }

    @Test("for programs", arguments: SelfReportSums.Grouping.allCases)
    func programs(key: SelfReportSums.Grouping) throws {
        try Golden.expect(try Self.report(by: key).json, named: "self-reports-\(key.rawValue).json")
    }

    @Test("sums that are too much to be told are refused, never wrapped")
    func overflow() {
        var most = SelfReportSums()
        (most.rows, most.fen) = (1, .max)
        let groups = [most, most].map { SelfReportSums.Group(reporter: "甲", sums: $0) }
        #expect(throws: AmountOverflow.self) {
            try SelfReportsReport(
                from: Scenario.from, to: Scenario.from, by: .reporter, groups: groups, parkedRows: 0)
        }
    }
}
