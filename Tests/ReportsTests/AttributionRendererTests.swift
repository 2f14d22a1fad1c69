import Domain
import Foundation
import Reports
import Testing

@Suite("Attribution report: JSON, CSV, table")
struct AttributionRendererTests {
    @Test("The table is what the golden file says", arguments: Language.allCases)
    func table(language: Language) throws {
        try Golden.expect(Self.report().table(in: language), named: "attribution-\(language.rawValue).txt")
        try Golden.expect(
            Self.filtered.table(in: language), named: "attribution-kind-\(language.rawValue).txt")
        try Golden.expect(
            Self.broken.table(in: language), named: "attribution-broken-\(language.rawValue).txt")
    }

    @Test("The CSV is what the golden file says", arguments: Language.allCases)
    func csv(language: Language) throws {
        try Golden.expect(Self.report().csv(in: language), named: "attribution-\(language.rawValue).csv")
        try Golden.expect(Self.filtered.csv(in: language), named: "attribution-kind-\(language.rawValue).csv")
    }

    @Test("The JSON is what the golden file says")
    func json() throws {
        try Golden.expect(Self.report().json(in: .chinese), named: "attribution.json")
    }

    @Test("The JSON has exactly the fields of the contract, and integers")
    func contract() throws {
        let object = try #require(
            JSONSerialization.jsonObject(with: Data(Self.report().json(in: .chinese).utf8)) as? [String: Any])
        #expect(
            Set(object.keys) == [
                "report", "from", "to", "leg", "by", "dated", "rows", "unassigned", "totals", "not_sales",
                "proof", "coverage",
            ])
        let sums: Set = ["orders", "lines", "gross_fen", "paid_fen", "refunded_fen", "net_fen", "grams"]
        for row in try #require(object["rows"] as? [[String: Any]]) {
            #expect(Set(row.keys) == sums.union(["key", "name", "grams_cover_bp"]))
        }
        for name in ["unassigned", "totals"] {
            #expect(Set(try #require(object[name] as? [String: Int64]).keys) == sums)
        }
        #expect(
            Set(try #require(object["not_sales"] as? [String: Int64]).keys) == [
                "orders", "lines", "paid_fen",
            ])
        #expect(
            Set(try #require(object["proof"] as? [String: Int64]).keys) == [
                "read_fen", "credited_fen", "unassigned_fen", "not_sales_fen", "refunded_fen",
                "orphan_refund_fen",
                "header_gap_fen", "parked_records", "unknown_paid_lines", "pending_fen", "unexplained_fen",
                "journal_net_fen",
            ])
        let coverage = try #require(object["coverage"] as? [String: Any])
        #expect(
            Set(coverage.keys) == [
                "read_to", "accounts", "roster_is_newer", "conflicts", "unknown_words", "pending_entries",
                "chain_hash",
            ])
        #expect(coverage["roster_is_newer"] as? Bool == false)
        #expect(Self.broken.json(in: .chinese).contains("\"roster_is_newer\": true"))
        #expect(!Self.report().json(in: .chinese).contains("\\/"))
        #expect(object["from"] as? String == "2022-11-01")
    }

    @Test("Odd names survive JSON")
    func escaping() throws {
        let name = "引号\" 反斜\\ /\n\t\u{1}\u{1F}\u{2028}👩‍🌾"
        let text = JSONTree.object([(name, .text(name)), ("n", .null), ("e", .array([])), ("t", .flag(true))])
            .description
        let object = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(object[name] as? String == name)
        #expect(object["n"] is NSNull)
        #expect(object["t"] as? Bool == true)
    }

    @Test(
        "Cells of a CSV are safe for Excel",
        arguments: [
            (CSVText.Cell.text("=1+1"), "'=1+1"), (.text("@SUM"), "'@SUM"), (.text("-2"), "'-2"),
            (.text("＝1"), "'＝1"),
            (.text("鲁山,\"香菇\""), "\"鲁山,\"\"香菇\"\"\""), (.text("a\nb"), "\"a\nb\""),
            (.text("\"\""), "\"\"\"\"\"\""),
            (.text(""), ""), (.number("-12.30"), "-12.30"), (.id("4463798"), "\t4463798"),
            (.id("2E18"), "\t2E18"),
            (.id("fs-1"), "fs-1"), (.id("=x"), "'=x"), (.empty, ""),
        ])
    func cells(cell: CSVText.Cell, field: String) {
        var csv = CSVText()
        csv.add([cell, .number("1")])
        #expect(Array(csv.description.utf8) == Array("\u{FEFF}\(field),1\r\n".utf8))
    }

    private static var cells: [CreditCell] {
        [
            Scenario.cell(
                "fs-0001", orders: 1200, lines: 1500, paid: 123_456_789, refunded: 1_000_050, grams: 4_950_000
            ),
            Scenario.cell("fs-0002", orders: 3, lines: 3, paid: 5970, refunded: 5970, grams: 0),
            Scenario.cell("zone-07", orders: 40, lines: 41, paid: 400_000, grams: nil),
            Scenario.cell("4463798001", orders: 1, lines: 1, paid: 12, refunded: 500, grams: 1001),
            Scenario.cell("fs-0001", lines: 1, paid: 1000, order: 1),
            Scenario.cell(nil, lines: 2, paid: 70, order: 1, reason: .outsideTenure),
        ]
    }

    private static func report() -> AttributionReport {
        var builder = AttributionReportBuilder(scope: Scenario.scope(.party), directory: Scenario.directory)
        for cell in cells {
            builder.add(cell)
        }
        var (notSales, proof) = (NotSales(), Proof())
        (notSales.orders, notSales.lines, notSales.paidFen) = (7, 8, 990)
        (proof.readFen, proof.creditedFen, proof.unassignedFen) = (123_864_930, 123_863_771, 70)
        (proof.notSalesFen, proof.headerGapFen, proof.parkedRecords) = (990, 99, 2)
        (proof.refundedFen, proof.notSalesRefundedFen, proof.orphanRefundFen) = (1_006_530, 10, 300)
        (proof.refundsReadFen, proof.pendingFen, proof.journalNetFen) = (1_006_830, 1500, 122_855_821)
        var coverage = Coverage(chainHash: String(repeating: "1f3a", count: 16), rosterIsNewer: false)
        coverage.reading = Scenario.reading(["whole"])
        return builder.finish(notSales: notSales, proof: proof, coverage: coverage)
    }

    private static var filtered: AttributionReport {
        var scope = Scenario.scope(.kind, only: [(.channel, "douyin"), (.region, "410000")])
        (scope.leg, scope.dated) = (.any, .booked)
        var report = Scenario.report(scope, cells)
        report.coverage.reading = Scenario.asides
        return report
    }

    private static var broken: AttributionReport {
        var proof = Proof()
        (proof.readFen, proof.refundsReadFen, proof.journalNetFen) = (100, 5, 1)
        var coverage = Coverage(chainHash: String(repeating: "0c", count: 32), rosterIsNewer: true)
        coverage.reading = Scenario.reading(["whole", "failed", "holes", "never"])
        return AttributionReportBuilder(scope: Scenario.scope(.day), directory: Scenario.directory)
            .finish(notSales: NotSales(), proof: proof, coverage: coverage)
    }
}
