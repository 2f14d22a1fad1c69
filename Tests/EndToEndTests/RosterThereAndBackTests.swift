import Foundation
import Testing

/// A roster is edited and restored: the figures come back, and what was booked in between is booked back.
@Suite("A roster there and back")
struct RosterThereAndBackTests {
    private static let order = "7013000000000010011"

    /// How far the other roster comes before the first one is back.
    private enum Reached: String, CaseIterable {
        case edited, attributed, posted

        /// The batches in the journal afterwards; what was never posted is never booked.
        var batches: Int { self == .posted ? 3 : 1 }
    }

    /// An edit of the roster, and what the three orders are by it.
    struct Edit: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let file: String
        let old: String
        let new: String
        let net: [String: Int64]
        let unassignedFen: Int64
    }

    private static let edits = [
        Edit(
            testDescription: "another party's host", file: "identities.csv", old: "fs-01,douyin,host",
            new: "fs-02,douyin,host", net: ["fs-02": 18_000], unassignedFen: 0),
        Edit(
            testDescription: "two parties' host", file: "identities.csv",
            old: "fs-01,douyin,host,700000000001,,",
            new: "fs-01,douyin,host,700000000001,,\nfs-02,douyin,host,700000000001,,", net: [:],
            unassignedFen: 18_000),
        Edit(
            testDescription: "a tenure that ended", file: "tenures.csv", old: "fs-01,410423,第一书记,2021-01-01,",
            new: "fs-01,410423,第一书记,2021-01-01,2022-11-03", net: ["fs-01": 5_000], unassignedFen: 13_000),
        Edit(
            testDescription: "an identity from a day on", file: "identities.csv", old: "host,700000000001,,",
            new: "host,700000000001,2022-11-04,", net: ["fs-01": 7_000], unassignedFen: 11_000),
    ]

    private func booked() throws -> Bureau {
        let bureau = try Bureau()
        try bureau.server.serve(
            try Cases.text("13-file-under-wrong-account/orders.json"), at: "order-searchList")
        try bureau.done("run")
        return bureau
    }

    /// What stands in the journal for each party and day; nothing where it is even.
    private static let journal = """
        SELECT coalesce(party, reason), day, sum(lines), sum(net_fen), sum(grams) FROM v_entry
        GROUP BY 1, 2 HAVING sum(lines) <> 0 OR sum(net_fen) <> 0 OR sum(grams) <> 0 ORDER BY 1, 2
        """

    @Test(
        "edited, attributed, posted, and from each of these back: figures and journal are as before",
        arguments: edits)
    func back(edit: Edit) throws {
        let bureau = try booked()
        let (before, entries) = (try bureau.report(), try bureau.rows(Self.journal))
        #expect(before.net == ["fs-01": 18_000] && before.proof.journalNetFen == 18_000)
        for reached in Reached.allCases {
            try bureau.edit("roster/\(edit.file)") { $0.replacingOccurrences(of: edit.old, with: edit.new) }
            if reached != .edited {
                try bureau.done("attribute")
                let other = try bureau.report()
                #expect(other.net == edit.net && other.unassigned.netFen == edit.unassignedFen)
                #expect(other.totals == before.totals && other.proof.journalNetFen == 18_000)
            }
            if reached == .posted {
                try bureau.done("post")
                #expect(try bureau.rows(Self.journal) != entries)
            }
            try bureau.edit("roster/\(edit.file)") { $0.replacingOccurrences(of: edit.new, with: edit.old) }
            try bureau.done("attribute")
            try bureau.done("post")

            let after = try bureau.report()
            #expect(after.rows == before.rows && after.unassigned == before.unassigned, "\(reached)")
            #expect(after.totals == before.totals && after.proof == before.proof, "\(reached)")
            #expect(try bureau.rows(Self.journal) == entries, "\(reached)")
            #expect(try bureau.rows("SELECT count(*) FROM v_batch") == "\(reached.batches)")
            #expect((after.coverage == before.coverage) == (reached != .posted))
        }
        #expect(try bureau.run(["check"], strict: true).status == 0)
    }

    @Test(
        "each step of it is told, with its exit code, and explained until it is booked back",
        arguments: SpokenLanguage.allCases)
    func told(language: SpokenLanguage) throws {
        let bureau = try booked()
        bureau.language = language
        let report = ["report", "attribution", "--from", "2022-11-01", "--to", "2022-11-30"]
        /// Neither verb finds anything wrong; with `--strict` both end so.
        func expectStrict(check: Int32, report status: Int32, _ place: SourceLocation = #_sourceLocation)
            throws
        {
            for (verb, strict) in [(["check"], check), (report, status)] {
                #expect(try bureau.run(verb).status == 0, "\(verb)", sourceLocation: place)
                #expect(try bureau.run(verb, strict: true).status == strict, "\(verb)", sourceLocation: place)
            }
        }
        func explained() throws -> String { try bureau.done("explain", Self.order).output }
        let first = try explained()
        #expect(first.contains(language.text("即现行名册", "the present one")))
        try expectStrict(check: 0, report: 0)

        try bureau.employ("fs-02")
        try expectStrict(check: 1, report: 1)
        #expect(
            try bureau.run(["check"]).output.contains(
                language.text("有 3 个订单的归属是按另一版名册定的", "credited by another version of the roster: 3")))
        #expect(try bureau.run(report).output.contains("daihuo attribute"))
        #expect(try explained().contains(language.text("已不是现行名册", "no longer the present one")))

        // Decided anew, and not booked.
        try bureau.done("attribute")
        try expectStrict(check: 1, report: 1)
        try bureau.done("post")
        try expectStrict(check: 0, report: 0)
        #expect(try explained().contains("fs-02"))
        #expect(try explained().components(separatedBy: language.text("改归属", "reassigned")).count == 3)

        try bureau.employ("fs-01")
        try expectStrict(check: 1, report: 1)
        try bureau.done("attribute")
        try bureau.done("post")
        try expectStrict(check: 0, report: 0)
        // But for the entries there and back nothing is left of it.
        let last = try explained()
        let entries = language.text("改归属", "reassigned")
        #expect(last.components(separatedBy: entries).count == 5)
        func beforeJournal(_ text: String) -> String? {
            text.components(separatedBy: language.text("\n账簿\n", "\njournal\n")).first
        }
        func credits(_ text: String?) -> [Substring] {
            text?.split(separator: "\n").filter { $0.contains("fs-01 ") } ?? []
        }
        let standing = beforeJournal(last)
        #expect(!credits(standing).isEmpty && credits(standing) == credits(beforeJournal(first)))
        #expect(standing?.contains("fs-02") == false)
    }
}
