import Domain
import Reports
import Testing

@Suite("Attribution report: grouping, filters, sums")
struct AttributionReportBuilderTests {
    @Test(
        "Each key groups by its own value",
        arguments: [
            (ReportKey.party, "fs-0001", "张三"), (.kind, "first_secretary", "第一书记"), (.day, "2022-11-02", ""),
            (.channel, "hall", "专馆"), (.shop, "4463798", "hall"), (.source, "pds-douyin", ""),
            (.county, "410422", ""),
            (.region, "410422001001", ""), (.partyCounty, "410422", ""), (.buyerCounty, "410105", ""),
            (.category, "粮油", ""), (.session, "", ""), (.campaign, "pds-live", "第一书记帮带货"),
        ])
    func groups(by key: ReportKey, value: String, name: String) {
        let cell = Scenario.cell("fs-0001", channel: .hall, county: "410422001003", buyerCounty: "410105")
        let report = Scenario.report(Scenario.scope(key), [cell])
        #expect(report.rows.map(\.key) == [value])
        #expect(report.rows.map(\.name) == [name])
        #expect(report.rows.map(\.sums) == [cell.sums])
    }

    @Test(
        "What is unknown stands under the empty key",
        arguments: [ReportKey.kind, .county, .region, .partyCounty, .buyerCounty, .category, .campaign])
    func unknown(key: ReportKey) {
        let report = Scenario.report(Scenario.scope(key), [Scenario.cell("gone", county: nil, category: "")])
        #expect(report.rows.map(\.key) == [""])
        #expect(report.totals.paidFen == 1000)
    }

    @Test("K33: one shop id on two channels is two shops")
    func shopOnTwoChannels() {
        let cells = [Channel.douyin, .hall, .douyin].map { Scenario.cell("fs-0001", channel: $0) }
        let report = Scenario.report(Scenario.scope(.shop), cells)
        #expect(report.rows.map(\.key) == ["4463798", "4463798"])
        #expect(report.rows.map(\.name) == ["douyin", "hall"])
        #expect(report.rows.map(\.sums.paidFen) == [2000, 1000])
    }

    @Test("Unassigned cells are no rows, under any key", arguments: ReportKey.allCases)
    func unassigned(key: ReportKey) {
        let report = Scenario.report(Scenario.scope(key), [Scenario.cell(nil, day: 4, category: "蔬菜")])
        #expect(report.rows.isEmpty)
        #expect(report.unassigned.paidFen == 1000)
        #expect(report.totals == report.unassigned)
    }

    @Test("What is unassigned for a reason that nobody knows stands under none")
    func reasonless() {
        let report = Scenario.report(Scenario.scope(.party), [Scenario.cell(nil)])
        #expect(report.unassigned.paidFen == 1000)
        #expect(report.reasons.isEmpty)
    }

    @Test("Filters of different keys must all hold, of one key any; regions take what lies within")
    func filters() {
        let cells = [
            Scenario.cell("fs-0001", channel: .hall, paid: 1),
            Scenario.cell("fs-0002", channel: .zone, paid: 20),
            Scenario.cell("zone-07", channel: .hall, county: "411422001002", paid: 300),
            Scenario.cell(nil, channel: .hall, county: nil, paid: 4000),
        ]
        func paid(_ only: (ReportKey, String)...) -> Int64 {
            Scenario.report(Scenario.scope(.party, only: only), cells).totals.paidFen
        }
        #expect(paid() == 4321)
        #expect(paid((.channel, "hall")) == 4301)
        #expect(paid((.channel, "hall"), (.channel, "zone")) == 4321)
        #expect(paid((.region, "410400"), (.channel, "hall")) == 1)
        #expect(paid((.region, "410000")) == 321)
        #expect(paid((.region, "410422001001")) == 1)
        #expect(paid((.partyCounty, "410423")) == 20)
        #expect(paid((.county, "411422")) == 300)
        #expect(paid((.county, "")) == 4000)
        #expect(paid((.party, "")) == 4000)
        #expect(paid((.kind, "first_secretary")) == 21)
        #expect(paid((.day, "2022-11-02")) == 4321)
        #expect(paid((.day, "2022-11-03")) == 0)
        #expect(paid((.channel, "nonsense")) == 0)
        #expect(paid((.campaign, "zone")) == 300)
        #expect(paid((.campaign, "")) == 4000)
    }

    @Test("A cell stands in every campaign it matches, once in each and once in the totals")
    func campaigns() {
        let cells = [
            Scenario.cell("fs-0001", day: 3, channel: .hall, category: "蔬菜"),
            Scenario.cell("fs-0001", day: 11),
            Scenario.cell("uni-1", day: 2),
        ]
        let report = Scenario.report(Scenario.scope(.campaign), cells)
        #expect(report.rows.map(\.key) == ["pds-live", "", "media-2022"])
        #expect(report.rows.map(\.sums.paidFen) == [2000, 1000, 1000])
        #expect(report.totals.paidFen == 3000)
        let one = Scenario.report(Scenario.scope(.campaign, only: [(.campaign, "media-2022")]), cells)
        #expect(one.rows.map(\.key) == ["media-2022"])
        #expect(one.totals.paidFen == 1000)
    }

    @Test("Rows stand by net descending, then key; days by day")
    func order() {
        let cells = [
            Scenario.cell("fs-0002", day: 9, paid: 500), Scenario.cell("fs-0001", day: 3, paid: 500),
            Scenario.cell("uni-1", day: 5, paid: 9000, refunded: 8999),
        ]
        #expect(
            Scenario.report(Scenario.scope(.party), cells).rows.map(\.key) == ["fs-0001", "fs-0002", "uni-1"])
        #expect(
            Scenario.report(Scenario.scope(.day), cells).rows.map(\.key) == [
                "2022-11-03", "2022-11-05", "2022-11-09",
            ])
    }

    @Test("A shared order counts once in each row, in unassigned, under each reason and in the totals")
    func sharedOrders() {
        let cells = [
            Scenario.cell("fs-0001", order: 1), Scenario.cell("fs-0001", category: "蔬菜", order: 1),
            Scenario.cell("fs-0002", order: 1), Scenario.cell(nil, order: 1, reason: .noIdentity),
            Scenario.cell(nil, order: 1, reason: .ambiguous),
            Scenario.cell(nil, category: "蔬菜", order: 1, reason: .ambiguous),
            Scenario.cell(nil, orders: 3, reason: .ambiguous),
        ]
        let report = Scenario.report(Scenario.scope(.party), cells)
        #expect(report.rows.map(\.sums.orders) == [1, 1])
        #expect(report.unassigned.orders == 4)
        #expect(report.totals.orders == 4)
        #expect(report.totals.lines == 7)
        #expect(report.reasons.map(\.reason) == [.noIdentity, .ambiguous])
        #expect(report.reasons.map(\.sums.orders) == [1, 4])
        #expect(report.reasons.map(\.sums.lines) == [1, 3])
    }

    @Test("The cover is the weighed part of what was paid, all where nothing was paid")
    func cover() {
        let cells = [Scenario.cell("fs-0001", paid: 1), Scenario.cell("fs-0001", paid: 2, grams: nil)]
        #expect(
            Scenario.report(Scenario.scope(.party), cells).rows.map(\.sums.gramsCoverBasisPoints) == [3333])
        #expect(CreditSums().gramsCoverBasisPoints == 10_000)
    }
}
