import Domain
import Reports
import Testing

@Suite("Attribution report: the days of campaigns")
struct CampaignDayTests {
    /// Sold for 10.00 on 5 November in a campaign of the 5th to the 8th, 3.00 refunded on the 20th, booked in December.
    private static let directory = PartyDirectory(
        campaigns: [
            Campaign(
                id: "drive", name: "消费帮扶周", span: DaySpan(from: Scenario.day(5), to: Scenario.day(9)),
                channel: nil, category: "", region: nil, partyID: "")
        ]
    ) { id in Scenario.parties.first { $0.id == id } }

    private static let cells: [ReportScope.Dating: [CreditCell]] = [
        .paid: [Scenario.cell("fs-0001", day: 5, paid: 1000, refunded: 300)],
        .refunded: [
            Scenario.cell("fs-0001", day: 5, paid: 1000),
            Scenario.cell("fs-0001", day: 20, sold: 5, orders: 0, lines: 0, paid: 0, refunded: 300),
        ],
        .booked: [Scenario.cell("fs-0001", day: 33, sold: 5, paid: 1000, refunded: 300)],
    ]

    @Test("A sale's refund and booking stay in its campaign", arguments: ReportScope.Dating.allCases)
    func stays(dated: ReportScope.Dating) throws {
        let cells = try #require(Self.cells[dated])
        for only in [[], [(ReportKey.campaign, "drive")]] {
            let report = Self.report(dated, only: only, cells)
            #expect(report.rows.map(\.key) == ["drive"])
            #expect(report.rows.map(\.sums.paidFen) == [1000])
            #expect(report.rows.map(\.sums.refundedFen) == [300])
            #expect(report.totals == report.rows.first?.sums)
        }
        #expect(Self.report(dated, only: [(.campaign, "")], cells).rows.isEmpty)
    }

    @Test("What was sold outside a campaign stays outside, though it is refunded or booked within")
    func outside() {
        let cells = [
            Scenario.cell("fs-0001", day: 5, sold: 4, paid: 0, refunded: 300),
            Scenario.cell("fs-0001", day: 8, sold: 9, paid: 1000),
        ]
        let report = Self.report(.booked, only: [], cells)
        #expect(report.rows.map(\.key) == [""])
        #expect(Self.report(.booked, only: [(.campaign, "drive")], cells).totals == CreditSums())
    }

    @Test("Days matter to a report that shows or filters days or campaigns, and to no other")
    func looksAtDays() {
        for key in ReportKey.allCases {
            let isDated = key == .day || key == .campaign
            #expect(Scenario.scope(key).looksAtDays == isDated)
            #expect(Scenario.scope(.party, only: [(key, "")]).looksAtDays == isDated)
        }
    }

    private static func report(
        _ dated: ReportScope.Dating, only: [(ReportKey, String)], _ cells: [CreditCell]
    ) -> AttributionReport {
        var scope = Scenario.scope(.campaign, only: only)
        (scope.to, scope.dated) = (Scenario.day(61), dated)
        var builder = AttributionReportBuilder(scope: scope, directory: directory)
        for cell in cells { builder.add(cell) }
        return builder.finish(notSales: NotSales(), proof: Proof(), coverage: Scenario.nothingPosted)
    }
}
