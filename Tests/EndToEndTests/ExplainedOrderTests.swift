import Foundation
import Testing

/// What `explain` says of orders that the product itself read, credited and booked.
@Suite("Orders explained from the platform to the journal")
struct ExplainedOrderTests {
    private static let forms = [
        (name: "zh.txt", arguments: []), (name: "en.txt", arguments: ["--lang", "en"]),
        (name: "json", arguments: ["--format", "json"]),
    ]

    @Test(
        "each order is explained as its golden files say, in both languages and for programs (RECORD=1 writes them anew)"
    )
    func golden() throws {
        let bureau = try Bureau.explained()
        for order in Bureau.ExplainedOrder.allCases {
            for form in Self.forms {
                let said = try bureau.done(["explain", order.number] + form.arguments).output
                let file = Bureau.explainedFile("golden/\(order.rawValue).\(form.name)")
                if ProcessInfo.processInfo.environment["RECORD"] == "1" {
                    try Data(said.utf8).write(to: file)
                    continue
                }
                let stored = try String(contentsOf: file, encoding: .utf8)
                #expect(said == stored, "\(file.lastPathComponent)")
            }
        }
    }

    @Test("what is explained of all orders adds up to the report and to the journal")
    func addsUp() throws {
        let bureau = try Bureau.explained()
        let explained = try Bureau.ExplainedOrder.allCases.flatMap { order in
            let answer = try KilledRunTests.json(
                try bureau.done("explain", order.number, "--format", "json").output)
            return answer["orders"] as? [[String: Any]] ?? []
        }
        #expect(explained.count == 4)
        func records(_ key: String, in tree: [String: Any]) -> [[String: Any]] {
            tree[key] as? [[String: Any]] ?? []
        }
        func net(_ records: [[String: Any]], by key: String) -> [String: Int64] {
            records.reduce(into: [:]) { sums, record in
                let (paid, refunded) = (record["paid_fen"] as? Int64, record["refunded_fen"] as? Int64)
                sums[record[key] as? String ?? "", default: 0] += (paid ?? 0) - (refunded ?? 0)
            }
        }
        let lines = explained.flatMap { records("lines", in: $0) }
        let credits = net(lines.flatMap { records("credits", in: $0) }, by: "party")
        let report = try bureau.report()
        #expect(credits == ["fs-01": 9_890, "": 4_000])
        #expect(report.net == ["fs-01": 9_890] && report.unassigned.netFen == 4_000)
        #expect(lines.compactMap { $0["grams"] as? Int64 }.reduce(0, +) == report.totals.grams)

        let journal = net(explained.flatMap { records("journal", in: $0) }, by: "account")
        #expect(journal == ["party:fs-01": 9_890, "party:venue-1": 0, "unassigned": 4_000])
        #expect(report.proof.journalNetFen == 13_890 && report.proof.pendingFen == 0)
    }

    @Test("what programs read is the same in both languages, but for reasons in words")
    func sameForPrograms() throws {
        let bureau = try Bureau.explained()
        func answers(_ language: SpokenLanguage) throws -> [String] {
            bureau.language = language
            return try Bureau.ExplainedOrder.allCases.map { order in
                try bureau.done("explain", order.number, "--format", "json").output.replacingOccurrences(
                    of: #""reason": "[^"]+", "channel""#, with: "", options: .regularExpression)
            }
        }
        #expect(try answers(.chinese) == answers(.english))
    }
}
