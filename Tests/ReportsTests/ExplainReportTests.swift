import Domain
import Foundation
import Reports
import Testing

@Suite("Explain, check and run reports")
struct ExplainReportTests {
    private static func json(_ orders: [ExplainReport]) -> String {
        Explanation(orderID: "1", orders: orders, held: [], dismissed: [], asOf: Instant(seconds: 0)).json(
            in: .english)
    }

    @Test(
        "What was dismissed is told with its reason, and one document tells all", arguments: Language.allCases
    )
    func explanation(language: Language) throws {
        let dismissed = HeldRecord(
            .parked, number: 12, source: "a", file: "orders.csv", path: "line 17",
            reason: Notice("record.id_empty"), orderID: "1", amountFen: 500, since: Instant(seconds: 0),
            dismissal: .init(at: Instant(seconds: 1_667_400_000), why: "平台确认作废"))
        let held = HeldRecord(
            .parked, number: 13, source: "a", file: "orders.csv", path: "line 18",
            reason: Notice("record.id_empty"), orderID: "1", since: Instant(seconds: 0))
        let explanation = Explanation(
            orderID: "1", orders: [ExplainScenario.bare], held: [held], dismissed: [dismissed],
            asOf: Instant(seconds: 1_667_500_000))
        try Golden.expect(
            explanation.text(in: language) + explanation.json(in: language),
            named: "explanation-\(language.rawValue).txt")
    }

    @Test("An order in words", arguments: Language.allCases)
    func explain(language: Language) throws {
        let report = ExplainScenario.report()
        try Golden.expect(report.text(in: language), named: "explain-\(language.rawValue).txt")
        try Golden.expect(
            ExplainScenario.bare.text(in: language), named: "explain-bare-\(language.rawValue).txt")
    }

    @Test("Credits by another roster than the present one are said to be so", arguments: Language.allCases)
    func decidedByOlderRoster(language: Language) {
        let (present, older) = (ExplainScenario.report(), ExplainScenario.report(isPresent: false))
        #expect(!present.text(in: language).contains("daihuo attribute"))
        #expect(older.text(in: language).contains("daihuo attribute"))
        #expect(Self.json([older]).contains("\"is_present\": false"))
        #expect(Self.json([ExplainScenario.bare]).contains("\"decided_by\": null"))
    }

    @Test("In English no word of a closed list is Chinese", arguments: Channel.allCases)
    func english(channel: Channel) {
        let text = ExplainScenario.everyWord(channel).text(in: .english)
        let chinese = text.unicodeScalars.filter {
            (0x2E80...0x9FFF).contains($0.value) || (0xFF00...0xFFEF).contains($0.value)
        }
        #expect(chinese.isEmpty, "\(text)")
    }

    @Test("An order for programs: what is not known is null, never 0")
    func explainJSON() throws {
        try Golden.expect(Self.json([ExplainScenario.report()]), named: "explain.json")
        let answer = try #require(
            JSONSerialization.jsonObject(with: Data(Self.json([ExplainScenario.bare]).utf8)) as? [String: Any]
        )
        let bare = try #require((answer["orders"] as? [[String: Any]])?.first)
        #expect(bare["header_paid_fen"] is NSNull)
        #expect(bare["header_gap_fen"] is NSNull)
        let line = try #require((bare["lines"] as? [[String: Any]])?.first)
        #expect(line["grams"] is NSNull)
        #expect(line["sale_day"] is NSNull)
    }

    @Test("The findings of a check", arguments: Language.allCases)
    func check(language: Language) throws {
        let report = CheckReport(findings: [
            .init(.ok, place: .verbatim("daihuo.yaml"), what: .verbatim("…")),
            .init(
                .error, place: Notice("table.line", "roster/tenures.csv", 12),
                what: Notice("json.wrong_kind", Notice("json.kind_text"), Notice("json.kind_number")),
                advice: Notice("json.ask_platform")),
            .init(.warning, place: .verbatim("pds-douyin"), what: Notice("sync.timed_out")),
            .init(.warning, place: nil, what: Notice("sync.reset")),
            .init(
                .note, place: Notice("check.accounts"),
                what: Notice("check.key_unused", "aliases", ["a", "b"]),
                advice: Notice("check.refresh_token_unused")),
        ])
        #expect(report.count(of: .warning) == 2)
        try Golden.expect(report.text(in: language), named: "check-\(language.rawValue).txt")
        try Golden.expect(report.json(in: language), named: "check-\(language.rawValue).json")
    }

    @Test("What a run did", arguments: Language.allCases)
    func run(language: Language) throws {
        var report = Self.runReport(
            failing: [Notice("sync.http_status_stops", 404), Notice("sync.cancelled")])
        report.accounts[0].tokenDaysLeft = 5
        try Golden.expect(report.text(in: language), named: "run-\(language.rawValue).txt")
        try Golden.expect(report.json(in: language), named: "run-\(language.rawValue).json")
        let start = Instant(milliseconds: 1_672_329_600_000)
        let posted = RunReport(verb: .post, startedAt: start, finishedAt: start)
        var empty = posted
        empty.posting = RunReport.Posting()
        try Golden.expect(
            posted.text(in: language) + posted.json(in: language) + empty.text(in: language)
                + empty.json(in: language),
            named: "run-nothing-\(language.rawValue).txt")
    }

    @Test(
        "What an import did: rows and orders of each file, no windows and pages", arguments: Language.allCases
    )
    func importing(language: Language) throws {
        var report = Self.runReport(failing: [])
        report.verb = .importing
        for place in report.accounts.indices {
            report.accounts[place].rows = 104_600 - Int64(place)
            report.accounts[place].ordersAsked = 0
        }
        let days = Scenario.from...Scenario.from.advanced(by: 100)
        report.accounts[0].file = .init(
            account: "商丘 1", days: days, isComplete: true, silent: Self.silent)
        report.accounts[1].file = .init(account: "b", days: days, isComplete: false, silent: [])
        // In a rehearsal nothing takes any time.
        report.isClockFixed = true
        try Golden.expect(
            report.text(in: language), named: "import-\(language.rawValue).txt")
        report.accounts[0].file = .init(
            account: "a", days: days, isComplete: true, silent: Array(Self.silent.prefix(1)))
        report.accounts[1].file = .init(
            account: "b", days: days.lowerBound...days.lowerBound, isComplete: true, silent: [])
        try Golden.expect(
            report.text(in: language) + report.json(in: language),
            named: "import-few-\(language.rawValue).txt")
    }

    /// Four stretches without an order, of eight days each.
    private static let silent = stride(from: 3, to: 80, by: 20).map { day in
        Scenario.from.advanced(by: day)...Scenario.from.advanced(by: day + 7)
    }

    private static func runReport(failing failures: [Notice]) -> RunReport {
        let start = Instant(milliseconds: 1_672_329_600_000)
        var report = RunReport(
            verb: .run, startedAt: start, finishedAt: start.advanced(byMilliseconds: 62_345))
        var account = RunReport.Account(id: "pds-douyin")
        (account.windows, account.pages, account.newOrders) = (61, 1042, 104_000)
        (account.changedOrders, account.unchangedOrders, account.olderOrders) = (12, 300, 1)
        (account.refunds, account.parkedRecords) = (2048, 3)
        (account.ordersAsked, account.ordersFound) = (1_203, 1_202)
        account.readAgainFrom = BusinessDay("2022-11-01")
        var failed = RunReport.Account(id: "商丘-微信小店")
        failed.failures = failures
        report.accounts = [account, failed]
        var attribution = RunReport.Attribution()
        attribution.creditedLines = 103_000
        attribution.unassignedLines = [.outsideTenure: 1000, .ambiguous: 2]
        report.attribution = attribution
        var posting = RunReport.Posting()
        (posting.batches, posting.entries) = (2, 104_002)
        posting.legs = [
            .sell: .init(paidFen: 123_456_789, refundedFen: 4500, grams: 455_000_000),
            .buy: .init(paidFen: -20, refundedFen: 0, grams: -1),
        ]
        (posting.lastBatch, posting.hash) = (3, String(repeating: "1f3a", count: 16))
        report.posting = posting
        report.reading = Scenario.reading(["failed", "never"])
        return report
    }
}
