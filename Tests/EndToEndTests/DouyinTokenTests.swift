import Foundation
import Testing

/// 抖店's tokens over their whole life, against a simulator whose clock the test sets.
@Suite("抖店's tokens", .serialized)
struct DouyinTokenTests {
    /// Ten minutes after the clock begins.
    private static let soon = "2022-12-31T08:10:00+08:00"

    @Test("two processes that find the token near its end refresh it once, and both go on")
    func race() throws {
        let shop = try SimulatedShop()
        try shop.tell("tokens_end=\(Self.soon)")
        try shop.put(ends: Self.soon)
        for result in try shop.runTwice() { #expect(result.status == 0, "\(result.complaints)") }
        let counts = try shop.tell()
        #expect(counts["refreshed"] == 1 && counts["refused"] == 0, "\(counts)")
    }

    @Test(
        "a token that is over is refreshed before it is sent; so is one that is void although it should not be, after"
    )
    func expired() throws {
        let shop = try SimulatedShop()
        let later = "2023-01-03T08:00:00+08:00"
        try shop.tell("tokens_end=\(Self.soon)")
        try shop.put(ends: Self.soon)
        try shop.tell("now=\(later)")
        #expect(try shop.run(["run"], at: later).status == 0)
        // What is on disk says another week; the platform says otherwise.
        try shop.tell("tokens_end=\(later)")
        #expect(try shop.run(["run"], at: later).status == 0)
        #expect(try shop.tell()["refreshed"] == 2)
    }

    @Test("an answer that is lost within the last hour: the old pair still works, and the new one comes")
    func lostBeforeTheEnd() throws {
        let shop = try SimulatedShop()
        try shop.tell("tokens_end=\(Self.soon)&lose_tokens=1")
        try shop.put(ends: Self.soon)
        #expect(try shop.run(["run"]).status == 0)
        #expect(try shop.run(["run"]).status == 0)
        let counts = try shop.tell()
        #expect(counts["refreshed"] == 1 && counts["refused"] == 0, "\(counts)")
        #expect(try shop.kept()["asks"] as? Int == 0)
    }

    @Test(
        "lost after the end: one sentence, and a new code makes it go on; no token is in any output",
        arguments: SpokenLanguage.allCases)
    func lostAfterTheEnd(language: SpokenLanguage) throws {
        let shop = try SimulatedShop()
        try shop.tell("tokens_end=\(SimulatedShop.start)&lose_tokens=1")
        try shop.put(ends: SimulatedShop.start)
        let lang = ["--lang", language.rawValue]
        var results: [DaihuoProcess.Result] = []
        for _ in 0..<3 {
            let result = try shop.run(lang + ["run", "--format", "json"])
            let sentences =
                result.complaints.components(separatedBy: "authorise shop --code -").count - 1
            #expect(result.status == 3 && sentences == 1, "\(result.complaints)")
            results.append(result)
        }
        #expect(try shop.tell()["refused"] == 1)
        let check = try shop.run(lang + ["check", "--format", "json"])
        let plan = try shop.run(lang + ["authorise", "shop", "--code", shop.code, "--dry-run"])
        let wrong = try shop.run(lang + ["authorise", "shop", "--code", "WRONG-CODE"])
        let done = try shop.run(
            lang + ["authorise", "shop", "--code", "-", "--format", "json"], input: shop.code + "\n")
        let run = try shop.run(lang + ["run"], isQuiet: false)
        let statuses = [check, plan, wrong, done, run].map(\.status)
        #expect(statuses == [2, 0, 3, 0, 0], "\(check.output)\(done.complaints)\(run.complaints)")
        #expect(plan.output.contains("/token/create") && done.output.contains(#""token_days_left": 14"#))
        #expect(run.output.contains(language.text("授权剩余天数", "token days left")), "\(run.output)")
        results += [check, plan, wrong, done, run]
        let said = results.map { $0.output + $0.complaints }.joined()
        for secret in try shop.secrets() + ["WRONG-CODE"] {
            #expect(!said.contains(secret), "\(secret) in an output")
        }
        #expect(try shop.mode() == 0o600)
    }

    @Test("a shop that withdraws its consent stops its account; an app of the shop's own needs no code")
    func withdrawn() throws {
        let shop = try SimulatedShop()
        try shop.put(ends: SimulatedShop.start)
        try shop.tell("tokens_end=\(SimulatedShop.start)&withdraw=\(shop.shopID)")
        let result = try shop.run(["run"])
        #expect(result.status == 3 && result.complaints.contains("请重新授权"), "\(result.complaints)")
        #expect(try shop.run(["authorise", "shop"]).status == 3)
        #expect(try shop.run(["authorise", "shop", "--code", "-"], input: shop.code).status == 0)
        #expect(try shop.run(["authorise", "shop"]).status == 0)
        #expect(try shop.run(["run"]).status == 0)
    }

    @Test(
        "the days left are told, warned of from seven on, and an error at the end",
        arguments: [("2023-01-12", "ok"), ("2023-01-07", "warning"), ("2022-12-31", "error")])
    func daysLeft(end: String, severity: String) throws {
        let shop = try SimulatedShop()
        try shop.put(ends: SimulatedShop.start, refreshEnds: "\(end)T08:00:00+08:00")
        let check = try shop.run(["check", "--format", "json"])
        let findings = try #require(try KilledRunTests.json(check.output)["findings"] as? [[String: Any]])
        let found = findings.filter { finding in
            let code = finding["code"] as? String ?? ""
            return code == "check.authorisation_ends" || code.hasPrefix("tokens.")
        }
        #expect(found.map { $0["severity"] as? String } == [severity], "\(findings)")
    }

    @Test(
        "what authorise cannot do is told with what to do, and ends with 2",
        arguments: [
            (["authorise", "nobody", "--code", "-"], "nobody"),
            (["authorise", "shop", "--code", "-"], "授权码要是一行文字"),
            (["authorise"], "缺少 <account>"),
        ])
    func misuse(arguments: [String], sentence: String) throws {
        let result = try SimulatedShop().run(arguments, input: "\n")
        #expect(result.status == 2 && result.complaints.contains(sentence), "\(result.complaints)")
    }
}
