import Domain
import SeededRandomness
import Testing

/// The views give the figures of the reports, to the fen, in random stores.
@Suite("Views and reports agree")
struct ViewTests {
    private static let months = ["2022-11", "2022-12"]
    /// The columns of `v_daily` that stand for the keys of reports.
    private static let keys: [(key: ReportKey, column: String)] = [
        (.party, "d.party"), (.county, "d.county"), (.channel, "d.channel"), (.shop, "d.shop"),
        (.day, "d.day"),
        (.source, "d.source"), (.category, "d.category"), (.kind, "coalesce(p.kind, '')"),
    ]

    @Test("on every leg, by every key that a view has", arguments: ReportLeg.allCases)
    func rows(leg: ReportLeg) async throws {
        var seeds = SeededRandom()
        print("view seed \(seeds.seed)")
        var rowCount = 0
        var worldCount = 0
        while worldCount < 6 || (rowCount == 0 && worldCount < 60) {
            worldCount += 1
            let world = try await RandomBooks.credited(on: leg, using: &seeds)
            for (key, column) in Self.keys {
                let month = seeds.element(of: Self.months)
                let report = try await world.report(month: month, leg: leg, by: key)
                let rows = try await world.ask(
                    """
                    SELECT \(column), sum(d.lines), sum(d.gross_fen), sum(d.paid_fen), sum(d.refunded_fen), sum(d.grams),
                        sum(d.weighed_paid_fen)
                    FROM v_daily d LEFT JOIN v_party p ON p.party = d.party
                    WHERE d.leg = '\(leg.key)' AND d.month = '\(month)' AND d.party IS NOT NULL GROUP BY 1
                    """, columns: 7)
                let told = report.rows.map { [$0.key] + $0.sums.texts }
                #expect(Set(rows) == Set(told), "history \(world.seed), \(key) of \(month)")
                #expect(rows.count == told.count, "history \(world.seed), \(key) of \(month)")
                rowCount += rows.count
            }
        }
        #expect(rowCount > 0, "seed \(seeds.seed)")
    }

    @Test("row by row of the credits, orders counted", arguments: ReportLeg.allCases)
    func credits(leg: ReportLeg) async throws {
        var seeds = SeededRandom()
        print("view seed \(seeds.seed)")
        var rowCount = 0
        var worldCount = 0
        let isOnLeg = leg == .any ? "is_headline" : "leg = '\(leg.key)'"
        // A world may have no sale in its month: six of them seldom do, sixty never.
        while worldCount < 6 || (rowCount == 0 && worldCount < 60) {
            worldCount += 1
            let world = try await RandomBooks.credited(on: leg, using: &seeds)
            let month = seeds.element(of: Self.months)
            let report = try await world.report(month: month, leg: leg)
            let sums = """
                count(DISTINCT order_key), count(*), sum(gross_fen), sum(paid_fen), sum(refunded_fen), sum(net_fen),
                coalesce(sum(grams), 0)
                """
            let credits = try await world.ask(
                "SELECT party, \(sums) FROM v_credit WHERE \(isOnLeg) AND month = '\(month)' GROUP BY party",
                columns: 8)
            #expect(
                Set(credits) == Set(report.rows.map { [$0.key] + $0.sums.creditTexts }),
                "history \(world.seed)")
            let reasons = try await world.ask(
                "SELECT reason, \(sums) FROM v_unassigned WHERE \(isOnLeg) AND month = '\(month)' GROUP BY reason",
                columns: 8)
            let told = report.reasons.map { [$0.key.key] + $0.value.creditTexts }
            #expect(Set(reasons) == Set(told), "history \(world.seed)")
            rowCount += credits.count + reasons.count
        }
        #expect(rowCount > 0, "seed \(seeds.seed)")
    }

    @Test("the journal, as it was booked", arguments: [ReportLeg.sell, .buy])
    func journal(leg: ReportLeg) async throws {
        var seeds = SeededRandom()
        print("view seed \(seeds.seed)")
        for _ in 0..<6 {
            let world = try await RandomBooks.credited(on: leg, using: &seeds)
            let report = try await world.report(leg: leg, dated: .booked)
            let rows = try await world.ask(
                """
                SELECT party, sum(lines), sum(gross_fen), sum(paid_fen), sum(refunded_fen), sum(grams),
                    sum(weighed_paid_fen)
                FROM v_entry WHERE leg = '\(leg.key)' AND party IS NOT NULL GROUP BY party
                """, columns: 7)
            #expect(Set(rows) == Set(report.rows.map { [$0.key] + $0.sums.texts }), "history \(world.seed)")
        }
    }
}

extension CreditSums {
    /// As `v_daily` and `v_entry` show them.
    fileprivate var texts: [String] {
        [lines, grossFen, paidFen, refundedFen, grams, weighedPaidFen].map(String.init)
    }

    /// As they add up over `v_credit`.
    fileprivate var creditTexts: [String] {
        [orders, lines, grossFen, paidFen, refundedFen, netFen, grams].map(String.init)
    }
}
