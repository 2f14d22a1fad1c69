import Foundation
import Testing

/// A source stays the shop and platform whose orders are stored under its name; its first day may move (K32).
@Suite("Settings that change")
struct ChangedSettingsTests {
    private static let orders = "13-file-under-wrong-account/orders.json"

    @Test("an earlier since is read back by the next run, a later one takes nothing away")
    func since() throws {
        var account = Bureau.douyin
        account.since = "2022-11-04"
        let bureau = try Bureau([account])
        try bureau.server.serve(try Cases.text(Self.orders), at: "order-searchList")
        for (since, net) in [("2022-11-04", 7_000), ("2022-11-03", 13_000), ("2022-11-02", 18_000)] {
            account.since = since
            try bureau.configure([account])
            try bureau.done("run")
            let answer = try bureau.report()
            #expect(answer.totals.netFen == net && answer.proof.journalNetFen == net, "since \(since)")
        }
        account.since = "2022-11-04"
        try bureau.configure([account])
        try bureau.done("run")
        #expect(try bureau.report().totals.netFen == 18_000)
    }

    /// What may be changed of an account, and what it is afterwards.
    enum Change: String, CaseIterable {
        case shop, platform
        case declaredName = "name of the declared platform"
    }

    @Test(
        "another shop or platform under the same account is refused with a way out, until it is changed back",
        arguments: Change.allCases.flatMap { change in [(change, ["run"]), (change, ["sync"])] }
            + [(.platform, ["import", "right-order.csv", "--account", "z-zone"])])
    func otherSource(change: Change, verb: [String]) throws {
        let bureau = try Bureau([Bureau.zone])
        try bureau.folder.write(
            try Cases.text("26-newer-row-before-older/right-order.csv"), to: "right-order.csv")
        try bureau.server.serve(
            try Cases.text("22-order-discount-over-three-lines/orders.json"), at: "orders")
        try bureau.done("run")
        let before = try bureau.report()
        let stored = try bureau.everything()
        #expect(before.totals.netFen == 2_000)

        try make(change, bureau)
        #expect(try bureau.run(["check"]).output.contains("另起一个账号"))
        // Not even the new roster is kept.
        try bureau.employ("fs-02")
        for (language, wayOut) in [
            (SpokenLanguage.english, ["undo it", "an account id of its own", "another store path"]),
            (.chinese, ["请改回去", "另起一个账号", "换一个 store"]),
        ] {
            bureau.language = language
            let refused = try bureau.run(verb)
            #expect(refused.status == 2 && refused.output.isEmpty, "\(refused.output)\(refused.complaints)")
            for part in ["z-zone", "t-decl", "Z1"] + wayOut {
                #expect(refused.complaints.contains(part), "\(refused.complaints)")
            }
        }
        #expect(try bureau.everything() == stored)
        #expect(try bureau.report().totals == before.totals)

        try bureau.employ("fs-01")
        try bureau.configure([Bureau.zone])
        try bureau.describe { $0 }
        try bureau.done("run")
        #expect(try bureau.report() == before)
        #expect(try bureau.warnings().isEmpty)
    }

    @Test("K31: a file of one platform is refused for an account of another, and nothing lands")
    func fileOfAnotherPlatform() throws {
        let bureau = try Bureau([Bureau.zone, Bureau.douyin])
        let file = Cases.path("26-newer-row-before-older/right-order.csv")
        let refused = try bureau.run(["import", file, "--account", "z-zone"])
        #expect(refused.status == 2 && refused.output.isEmpty)
        for part in [file, "douyin", "z-zone", "t-decl", "没有导入"] {
            #expect(refused.complaints.contains(part), "\(refused.complaints)")
        }
        try bureau.done("import", file, "--account", "a-douyin")
    }

    private func make(_ change: Change, _ bureau: Bureau) throws {
        var account = Bureau.zone
        switch change {
        case .shop: account.shop = "Z2"
        case .platform: account.platform = "douyin"
        case .declaredName:
            account.platform = "t-declared"
            try bureau.describe { $0.replacingOccurrences(of: "name: t-decl\n", with: "name: t-declared\n") }
        }
        try bureau.configure([account])
    }
}
