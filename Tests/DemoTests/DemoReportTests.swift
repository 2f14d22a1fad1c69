import Domain
import Foundation
import Reports
import Simulator
import Testing

@testable import Demo

/// The demo is believed only where every figure holds.
@Suite("What the demo found")
struct DemoReportTests {
    private static let figures = Scenario(seed: 7, scale: 0.005).figures

    private static func report(
        grams: Int64 = 0, fen: Int64 = 0, rows: Int = 0, problems: [Notice] = []
    ) -> DemoReport {
        var comparisons = figures.map {
            DemoReport.Comparison(
                figure: $0, grams: $0.grams, netFen: $0.netFen, rows: $0.expectedRowCount ?? 1)
        }
        // A figure of which the article says how many rows it has.
        let place = figures.firstIndex { $0.expectedRowCount != nil } ?? 0
        let figure = figures[place]
        comparisons[place] = DemoReport.Comparison(
            figure: figure, grams: Grams(figure.grams.amount + grams),
            netFen: Fen(figure.netFen.amount + fen), rows: comparisons[place].rows + rows)
        return DemoReport(folder: "demo", comparisons: comparisons, rounds: [], problems: problems)
    }

    @Test("all holds where nothing differs, and it is said how to go on")
    func holds() {
        let report = Self.report()
        #expect(report.holds && report.comparisons.count == 8)
        #expect(report.table(in: .chinese).components(separatedBy: "✓").count == 9)
        #expect(report.verdict(in: .chinese).hasPrefix("八个数字全部相符，一克一分不差。\n"))
        #expect(report.verdict(in: .english).contains("demo/"))
        #expect(
            report.verdict(in: .english).contains("\n  daihuo --config demo/daihuo.yaml --now 2022-12-31T"))
    }

    @Test(
        "a gram, a fen, a row or a failure too many, and it does not hold",
        arguments: [
            report(grams: 1), report(grams: -1), report(fen: 1), report(fen: -1), report(rows: 1),
            report(rows: -1), report(problems: [Notice("demo.paid_differs")]),
        ])
    func differs(report: DemoReport) {
        #expect(!report.holds)
        #expect(report.verdict(in: .chinese) == "有数字不符。")
        #expect(report.table(in: .chinese).contains("✗") == report.problems.isEmpty)
    }
}
