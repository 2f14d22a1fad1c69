import Foundation
import Testing

/// Whoever edits a description cannot count orders twice, nor keep figures of the old one (K32).
@Suite("A description that is edited")
struct ChangedDescriptionTests {
    private static let folder = "22-order-discount-over-three-lines"

    private static func synced() throws -> Bureau {
        let bureau = try Bureau([Bureau.zone])
        try bureau.server.serve(try Cases.text("\(folder)/orders.json"), at: "orders")
        try bureau.server.serve(try Cases.text("\(folder)/refunds.json"), at: "refunds")
        return bureau
    }

    /// What a run tells that is not told to be quiet.
    private static func run(_ bureau: Bureau) throws -> String {
        let result = try DaihuoProcess.run(["--now", bureau.now, "run"], in: bureau.folder.url)
        #expect(result.status == 0, "\(result.complaints)")
        return result.output
    }

    @Test(
        "an edit that makes other keys of the same records is refused with a way out, until it is taken back",
        arguments: [
            ("channel: zone", "channel: hall"), ("      shop: shop\n", ""), ("id: no\n", "id: no2\n"),
            ("id: line", "id: title"), ("refund: {id: id", "refund: {id: amount"),
        ], ["run", "sync"])
    func keys(edit: (old: String, new: String), verb: String) throws {
        let bureau = try Self.synced()
        try bureau.done("run")
        let (before, stored) = (try bureau.report(), try bureau.everything())

        try bureau.describe { $0.replacingOccurrences(of: edit.old, with: edit.new) }
        #expect(try bureau.run(["check"]).output.contains("算两遍"))
        for (language, wayOut) in [
            (SpokenLanguage.english, ["undo that", "another store path"]), (.chinese, ["改回去", "换一个 store"]),
        ] {
            bureau.language = language
            let refused = try bureau.run([verb])
            #expect(refused.status == 2 && refused.output.isEmpty, "\(refused.output)\(refused.complaints)")
            for part in ["z-zone", "t-decl"] + wayOut {
                #expect(refused.complaints.contains(part), "\(refused.complaints)")
            }
        }
        #expect(try bureau.everything() == stored)

        try bureau.describe { $0 }
        try bureau.done("run")
        #expect(try bureau.report() == before)
        #expect(try bureau.warnings().isEmpty)
    }

    @Test("an edit of what records mean is told, and the next run reads all again, as a new store would")
    func meanings() throws {
        let bureau = try Self.synced()
        try bureau.done("run")
        #expect(try bureau.report().totals.paidFen == 2_000)
        func edit(_ text: String) -> String {
            text.replacingOccurrences(of: "money: fen", with: "money: yuan")
        }

        try bureau.describe(edit)
        let warnings = try bureau.warnings()
        #expect(warnings.count == 1 && warnings[0].contains("（since 2022-11-01）全部重读"), "\(warnings)")
        #expect(try Self.run(bureau).contains("z-zone：平台描述改过，从 2022-11-01 起全部重读"))

        let fresh = try Self.synced()
        try fresh.describe(edit)
        try fresh.done("run")
        let (answer, expected) = (try bureau.report(), try fresh.report())
        #expect(answer.totals == expected.totals && answer.totals.paidFen == 200_000)
        #expect(answer.proof == expected.proof && answer.proof.pendingFen == 0)
        #expect(try bureau.rows("SELECT count(*) FROM v_conflict") == "0")
        #expect(try bureau.warnings().isEmpty)
        #expect(try Self.run(bureau).contains("全部重读") == false)
    }

    @Test(
        "an edit of what neither makes keys nor meanings changes nothing",
        arguments: [
            ("money: fen\n", "money: fen # 分\n"), ("auth: {kind: none}", "auth: {kind: bearer}"),
            ("title: 试验平台", "title: 试验"), ("size: 100", "size: 50"),
            (
                "paid_at: paid_at\n      updated_at: updated_at",
                "updated_at: updated_at\n      paid_at: paid_at"
            ),
        ])
    func neither(old: String, new: String) throws {
        let bureau = try Self.synced()
        try bureau.done("run")
        let (before, source) = (try bureau.report(), try bureau.rows("SELECT * FROM v_source"))
        try bureau.describe { $0.replacingOccurrences(of: old, with: new) }
        #expect(try bureau.warnings().isEmpty)
        #expect(try Self.run(bureau).contains("重读") == false)
        #expect(try bureau.rows("SELECT * FROM v_source") == source)
        #expect(try bureau.report() == before)
    }
}
