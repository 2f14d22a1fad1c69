import Domain
import Foundation
import Testing

@testable import Reports

@Suite("The gap map")
struct GapsReportTests {
    private static let week = GapsReport.Scope(
        from: GapsScenario.since.advanced(by: 3), to: GapsScenario.since.advanced(by: 14), listsCells: true)

    @Test("As a table, a spreadsheet and a page", arguments: Language.allCases)
    func shown(language: Language) throws {
        let report = GapsScenario.report()
        try Golden.expect(report.text(in: language), named: "gaps-\(language.rawValue).txt")
        try Golden.expect(report.csv(in: language), named: "gaps-\(language.rawValue).csv")
        try Golden.expect(report.html(in: language), named: "gaps-\(language.rawValue).html")
        try Golden.expect(
            GapsScenario.report(Self.week).text(in: language), named: "gaps-days-\(language.rawValue).txt")
        try Golden.expect(
            GapsScenario.report(Self.week).csv(in: language), named: "gaps-days-\(language.rawValue).csv")
    }

    @Test("For programs: every stretch, cell and proof")
    func json() throws {
        try Golden.expect(GapsScenario.report(Self.week).json(in: .english), named: "gaps.json")
    }

    @Test("Hour by hour")
    func hours() throws {
        let day = GapsScenario.since.advanced(by: 15)
        let report = GapsScenario.report(.init(from: day, to: day, step: .hour))
        #expect(report.feeds[0].cells.count == 8)
        #expect(
            report.feeds[0].cells.map { $0.known.state == .toCome }
                == Array(repeating: false, count: 6) + [true, true])
        #expect(report.feeds[0].cells.allSatisfy { $0.proof?.rows == nil })
        #expect(report.days == 1)
        try Golden.expect(report.html(in: .english), named: "gaps-hours-en.html")
    }

    @Test("Each cell is the worst of its map")
    func cells() {
        for (reading, feed) in zip(GapsScenario.accounts().flatMap(\.feeds), GapsScenario.report().feeds) {
            for cell in feed.cells { #expect(cell.known.state == reading.map.worst(in: cell.span)?.state) }
        }
    }

    @Test("Of days that lie before every account nothing is known, and it is not said that there are no gaps")
    func before() {
        let since = GapsScenario.since
        let report = GapsScenario.report(.init(from: since.advanced(by: -9), to: since.advanced(by: -1)))
        #expect(report.isBeforeAll && !report.hasGaps)
        for language in Language.allCases {
            let text = report.text(in: language)
            #expect(text.contains(since.description) && !text.contains("没有缺口") && !text.contains("no gaps"))
            #expect(!report.html(in: language).contains(language.text("没有缺口", "no gaps")))
        }
        let across = GapsScenario.report(.init(from: since.advanced(by: -9), to: since.advanced(by: 5)))
        #expect(
            !across.isBeforeAll
                && across.text(in: .english).contains("nothing is asked for before these days"))
        #expect(!GapsScenario.report().text(in: .english).contains("before these days"))
    }

    @Test("Rows are told of a day whose windows lie in it and prove all of it, and of no other")
    func rows() {
        let rows = GapsScenario.report().feeds[0].cells.map { $0.proof?.rows }
        // Two days in one window, and a day that is read up to six o'clock, in two windows.
        #expect(rows == [nil, nil, 120, 0, nil, nil, nil, nil, 7, 0, 0, 0, 0, 0, 12, 5])
        let totals = GapsScenario.report().feeds[0].cells.map { $0.proof?.total }
        #expect(totals == [nil, nil, 120, 0, nil, nil, nil, nil, nil, 0, 0, 0, 0, 0, 12, 5])
    }

    @Test("Windows that share time, or leave some out, prove no number of rows")
    func doubtful() {
        func rows(_ spans: [(Int, Int)]) -> Int64? {
            let proofs = spans.map {
                GapsScenario.proof(GapsScenario.at(0, $0), GapsScenario.at(0, $1), rows: 1, total: 1)
            }
            let memory = FeedMemory(spans: [GapsScenario.span(0, 1)], proofs: proofs)
            let map = FeedMap(of: memory, from: GapsScenario.at(0), to: GapsScenario.at(1), reach: nil)
            let feed = AccountReading.Feed(
                name: "orders", map: map, proofs: proofs, instead: Notice("platform.gone"))
            let reading = AccountReading(
                id: "a", platform: "douyin", since: BusinessDay(number: 19_297), feeds: [feed])
            return GapsReport(of: [reading], .init(), asOf: GapsScenario.at(1)).feeds[0].cells[0].proof?.rows
        }
        #expect(rows([(0, 12), (12, 24)]) == 2)
        #expect(rows([(0, 13), (12, 24)]) == nil)
        #expect(rows([(0, 11), (12, 24)]) == nil)
        #expect(rows([(0, 12)]) == nil)
        #expect(rows([(-1, 24)]) == nil)
    }

    @Test("Only what lies in the days that are asked for counts")
    func range() {
        func report(_ from: Int, _ to: Int) -> GapsReport {
            let since = GapsScenario.since
            return GapsScenario.report(
                .init(from: since.advanced(by: from), to: since.advanced(by: to)))
        }
        #expect(GapsScenario.report().hasGaps && report(6, 6).hasGaps && report(0, 0).hasGaps)
        #expect(!report(4, 5).hasGaps && !report(8, 9).hasGaps)
        #expect(report(10, 10).hasGaps)
        #expect(report(-9, -1).feeds.allSatisfy { $0.cells.isEmpty && $0.stretches.isEmpty })
        #expect(report(-9, -1).days == 0 && report(15, 99).days == 1 && report(-9, 99).days == 16)
        #expect(!report(-9, -1).html(in: .chinese).contains("<svg"))
    }

    @Test(
        "A page of sixteen accounts and a year stays small, whatever is known of each day", arguments: [1, 2])
    func size(period: Int) {
        let readings = (0..<16).map { number in
            let spans = stride(from: 0, to: 365, by: period).map { GapsScenario.span($0, $0 + 1) }.joined()
            let proofs = (0..<365).map {
                GapsScenario.proof(
                    GapsScenario.at($0), GapsScenario.at($0 + 1), rows: Int64($0 + 1), total: Int64($0 + 1))
            }
            let map = FeedMap(
                of: FeedMemory(spans: spans, proofs: proofs), from: GapsScenario.at(0),
                to: GapsScenario.at(365), reach: nil)
            return AccountReading(
                id: "account-\(number)", platform: "douyin", since: BusinessDay(number: 19_297),
                feeds: ["orders", "refunds"].map {
                    .init(name: $0, map: map, proofs: proofs, instead: Notice("platform.gone"))
                })
        }
        let page = GapsReport(of: readings, .init(), asOf: GapsScenario.at(365)).html(in: .english)
        #expect(page.utf8.count < (period == 1 ? 60_000 : 4_000_000), "\(page.utf8.count)")
    }

    @Test("What a person or a platform wrote is shown and never run")
    func escaping() throws {
        let reason = Notice.verbatim("<script>alert('&')</script>\u{0}\u{202E}")
        let report = GapsReport(of: GapsScenario.accounts(reason: reason), .init(), asOf: GapsScenario.now)
        let page = report.html(in: .chinese)
        #expect(!page.contains("<script") && !page.contains("\u{0}") && !page.contains("\u{202E}"))
        #expect(page.contains("&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;"))
        #expect(page.contains("&lt;县馆&gt; &amp; &quot;832&quot;") && !page.contains("<县馆>"))
        // Nothing is fetched: no address stands in it but the name of the language that pictures are written in.
        #expect(page.components(separatedBy: "http").count == 3 && page.contains("http-equiv"))
        #expect(page.contains("http://www.w3.org/2000/svg"))
    }

    @Test("Each state has its own word, class and colour or pattern")
    func states() {
        for language in Language.allCases {
            let names = GapsReport.Known.all.map { $0.name(in: language) }
            #expect(Set(names).count == names.count)
        }
        let sheet = HeatMapStyle.sheet.description
        let fills = GapsReport.Known.all.map { known in
            sheet.components(separatedBy: ".\(known.style){fill:").dropFirst().first?.prefix { $0 != "}" }
        }
        #expect(!fills.contains(nil) && Set(fills).count == fills.count)
        let patterns = HeatMapStyle.patterns.description
        for fill in fills.compactMap(\.self) where fill.hasPrefix("url(#") {
            #expect(patterns.contains("id=\"\(fill.dropFirst(5).dropLast())\""))
        }
    }
}
