import Foundation
import Testing

/// What was read, what was not, and how it is closed: `daihuo gaps` over real syncs.
@Suite("daihuo gaps")
struct GapsTests {
    private static let other = Bureau.Account(id: "y-zone", platform: "t-decl", shop: "Y1")

    /// A stretch of a feed as JSON tells it.
    private struct Stretch {
        let from: String
        let to: String
        let state: String
        let isGap: Bool
        let next: String

        /// The arguments behind `daihuo` of what it advises to run.
        var command: [String] {
            (next.components(separatedBy: "daihuo ").last ?? "").split(separator: " ").map(String.init)
        }
    }

    private func feed(
        _ bureau: Bureau, _ account: String, _ name: String, _ arguments: [String] = []
    ) throws -> [String: Any] {
        let result = try bureau.run(["gaps", "--format", "json"] + arguments)
        #expect(result.status == 0, "\(result.complaints)")
        let accounts = try #require(try KilledRunTests.json(result.output)["accounts"] as? [[String: Any]])
        let feeds = accounts.first { $0["id"] as? String == account }?["feeds"] as? [[String: Any]]
        return try #require(feeds?.first { $0["feed"] as? String == name })
    }

    private func stretches(_ bureau: Bureau, _ account: String, _ name: String) throws -> [Stretch] {
        let rows = try #require(try feed(bureau, account, name)["stretches"] as? [[String: Any]])
        return rows.map { row in
            Stretch(
                from: row["from"] as? String ?? "", to: row["to"] as? String ?? "",
                state: row["state"] as? String ?? "", isGap: row["is_gap"] as? Bool ?? true,
                next: row["next"] as? String ?? "")
        }
    }

    private func counts(_ bureau: Bureau, _ account: String, _ name: String) throws -> [String: Int] {
        try #require(try feed(bureau, account, name)["counts"] as? [String: Int])
    }

    /// An order of the zone, of these update times.
    private static func order(_ number: String, _ updatedAt: String, fen: Int = 2_000) -> [String: Any] {
        [
            "no": number, "shop": "Z1", "status": "PAID", "paid_at": updatedAt, "updated_at": updatedAt,
            "paid": fen, "items": [["line": "\(number)-1", "title": "Rice 5kg", "num": 1, "price": fen]],
        ]
    }

    @Test(
        "an account that fails half-way has a gap there, and the command that is advised closes it",
        arguments: SpokenLanguage.allCases)
    func failedHalfWay(language: SpokenLanguage) throws {
        let bureau = try Bureau([Bureau.zone])
        bureau.language = language
        let early = Self.order("F0", "2022-11-02 10:00:00")
        let second = (1...100).map { Self.order("F\($0)", "2022-11-15 10:00:00") }
        // The last row of a page stands on the next one again, all in one second: nothing proves that window.
        try bureau.server.serve([early] + second + second.suffix(1), at: "orders")
        #expect(try bureau.run(["run"]).status == 3)

        let gaps = try stretches(bureau, "z-zone", "orders").filter(\.isGap)
        #expect(gaps.map(\.state) == ["failed"])
        let gap = try #require(gaps.first)
        #expect(gap.from <= "2022-11-15T10:00:00+08:00" && gap.to >= "2022-11-15T10:00:00+08:00")
        #expect(try stretches(bureau, "z-zone", "refunds").allSatisfy { $0.state == "empty" })
        let table = try bureau.done("gaps").output
        #expect(
            table.contains(language.text("失败", "failed"))
                && table.contains(gap.command.joined(separator: " ")))
        #expect(try bureau.run(["gaps"], strict: true).status == 1)
        #expect(try bureau.run(["gaps", "--to", "2022-11-09"], strict: true).status == 0)

        try bureau.server.serve([early] + second, at: "orders")
        try bureau.done(gap.command)
        #expect(try stretches(bureau, "z-zone", "orders").allSatisfy { !$0.isGap })
        let closed = try bureau.run(["gaps"], strict: true)
        #expect(closed.status == 0 && closed.output.contains(language.text("没有缺口", "There are no gaps")))
        #expect(try bureau.report().totals.orders == 101)
    }

    @Test("an account that was never read is a gap from its first day on, beside one that was")
    func neverRead() throws {
        let bureau = try Bureau([Bureau.zone, Self.other])
        #expect(try bureau.run(["gaps"]).status == 4)
        try bureau.done("sync", "--account", "z-zone")

        #expect(try stretches(bureau, "z-zone", "orders").allSatisfy { !$0.isGap })
        let never = try stretches(bureau, "y-zone", "orders")
        #expect(never.map(\.state) == ["never_asked"] && never.map(\.isGap) == [true])
        #expect(never.first?.from == "2022-11-01T00:00:00+08:00")
        #expect(try bureau.done("gaps").output.contains("从未读过"))
        #expect(try bureau.run(["gaps", "--account", "z-zone"], strict: true).status == 0)
        #expect(try bureau.run(["gaps", "--account", "y-zone"], strict: true).status == 1)
        // Some days of it are a gap less, and the others stay one.
        try bureau.done("sync", "--account", "y-zone", "--from", "2022-11-10", "--to", "2022-11-12")
        let rest = try stretches(bureau, "y-zone", "orders")
        #expect(rest.map(\.state) == ["never_asked", "empty", "never_asked", "to_come"])
        #expect(rest.map(\.isGap) == [true, false, true, false])
        #expect(rest.first?.to == "2022-11-10T00:00:00+08:00")
        // Whoever reads some days does not look back.
        #expect(try lateness(bureau, of: "y-zone")["observed_since"] is NSNull)
        // What nobody has read for days is a gap, here as beneath a report; today is still to come.
        #expect(rest[2].from == "2022-11-13T00:00:00+08:00" && rest[2].to == "2022-11-30T00:00:00+08:00")
        #expect(try bureau.run(["gaps", "--account", "y-zone"], strict: true).status == 1)
        for gap in rest where gap.isGap { try bureau.done(gap.command) }
        #expect(try bureau.run(["gaps"], strict: true).status == 0)
    }

    @Test("what the platform gives no longer is a gap until an export of those days is imported")
    func outOfReach() throws {
        var account = Bureau.douyin
        account.since = "2022-08-30"
        let bureau = try Bureau([account])
        try bureau.done("sync")
        let gone = try stretches(bureau, "a-douyin", "orders").filter(\.isGap)
        #expect(gone.map(\.state) == ["out_of_reach"])
        #expect(gone.first?.from == "2022-08-30T00:00:00+08:00")
        #expect(gone.first?.next.contains("导入") == true)
        let days = try counts(bureau, "a-douyin", "orders")
        #expect(days["gaps"] == 3 && days["imported"] == 0)

        let file = [("11-02", "08-30"), ("11-03", "08-31"), ("11-04", "09-01")].reduce(
            try Cases.text("13-file-under-wrong-account/orders.csv")
        ) { $0.replacingOccurrences(of: "2022-\($1.0)", with: "2022-\($1.1)") }
        try bureau.folder.write(file, to: "old.csv")
        try bureau.done("import", "old.csv", "--account", "a-douyin")
        #expect(try stretches(bureau, "a-douyin", "orders").allSatisfy { !$0.isGap })
        #expect(try counts(bureau, "a-douyin", "orders")["imported"] == 3)
        // The file tells of no after-sale but those in its orders.
        #expect(try stretches(bureau, "a-douyin", "refunds").contains { $0.state == "out_of_reach" })
    }

    @Test("a record that comes late is found by the look-back alone, and told with its lateness")
    func late() throws {
        let bureau = try Bureau([Bureau.zone])
        let known = Self.order("F1", "2022-11-28 10:00:00")
        try bureau.server.serve([known], at: "orders")
        try bureau.done("run")
        try bureau.server.serve([known, Self.order("F2", "2022-11-29 09:00:00", fen: 3_456)], at: "orders")
        let settings = "    since: 2022-11-01\n"
        try bureau.edit("daihuo.yaml") {
            $0.replacingOccurrences(of: settings, with: settings + "    look_back: never\n")
        }
        bureau.now = "2022-11-30T10:00:00+08:00"
        try bureau.done("run")
        #expect(try counts(bureau, "z-zone", "orders")["changed"] == 0)
        #expect(try bureau.report().totals.orders == 1)

        try bureau.edit("daihuo.yaml") {
            $0.replacingOccurrences(of: "look_back: never", with: "look_back: {3d: 1h}")
        }
        bureau.now = "2022-11-30T11:00:00+08:00"
        try bureau.done("run")
        #expect(try bureau.report().totals.orders == 2)
        #expect(try counts(bureau, "z-zone", "orders")["changed"] == 1)
        let days = ["gaps", "--from", "2022-11-29", "--to", "2022-11-29"]
        let listed = try bureau.done(days + ["--by", "day"]).output
        #expect(listed.contains("2022-11-29  重读有变") && listed.contains("没有缺口"))
        #expect(try !bureau.done(days).output.contains("2022-11-29  重读有变"))
        // Nobody asks for days before `since`: that no gap is known there is not all right.
        let before = try bureau.run(["gaps", "--to", "2022-10-31"], strict: true)
        #expect(before.status == 1 && before.output.contains("2022-11-01") && !before.output.contains("没有缺口"))
        let ahead = try bureau.done("sync", "--from", "2022-12-05", "--to", "2022-12-06")
        #expect(ahead.complaints.contains("2022-12-05"))

        // It may have been there since before the days were looked at again, so that nobody knows how late it came.
        var orders = try lateness(bureau)
        #expect(orders["records"] as? Int == 0 && orders["earlier_records"] as? Int == 1)
        #expect(orders["observed_since"] as? String == "2022-11-30T11:00:00+08:00")

        let third = Self.order("F3", "2022-11-29 09:30:00", fen: 3_456)
        try bureau.server.serve([known, third], at: "orders")
        bureau.now = "2022-11-30T12:30:00+08:00"
        try bureau.done("run")
        orders = try lateness(bureau)
        #expect(orders["records"] as? Int == 1 && orders["moved_fen"] as? Int == 3_456)
        #expect(orders["latest_ms"] as? Int == 27 * 3_600_000)
        #expect(orders["observed_since"] as? String == "2022-11-30T11:00:00+08:00")
        #expect(orders["looked_back_days"] as? Int == 3)
        #expect(orders["advice"] as? String == "unknown" && orders["account"] is NSNull)
        // Behind the last reading nothing is observed.
        bureau.now = "2022-12-30T12:30:00+08:00"
        #expect(try lateness(bureau)["days_observed"] as? Int == 1)
        let account = try bureau.done("gaps", "--lateness", "--account", "z-zone", "--limit", "0.5").output
        #expect(account.contains("t-decl z-zone 订单：") && account.contains("每天 0.50 元"))
        #expect(account.contains("晚于 2 天的没有找过") && account.contains("写上 all: 7d"))
    }

    /// What is told of how late orders come, of all accounts or of one.
    private func lateness(_ bureau: Bureau, of account: String? = nil) throws -> [String: Any] {
        let which = account.map { ["--account", $0] } ?? []
        let result = try bureau.done(["gaps", "--lateness", "--format", "json"] + which)
        let groups = try #require(try KilledRunTests.json(result.output)["groups"] as? [[String: Any]])
        return try #require(groups.first { $0["feed"] as? String == "orders" })
    }

    @Test("hour by hour, as a page, into a file", arguments: SpokenLanguage.allCases)
    func written(language: SpokenLanguage) throws {
        let bureau = try Bureau([Bureau.zone])
        bureau.language = language
        try bureau.server.serve([Self.order("F1", "2022-11-15 10:00:00")], at: "orders")
        try bureau.done("run")
        let day = ["--from", "2022-11-15", "--to", "2022-11-15"]
        let cells = try feed(bureau, "z-zone", "orders", day + ["--by", "hour"])["cells"] as? [[String: Any]]
        #expect(cells?.count == 24)
        let shown = try bureau.done(["gaps", "--format", "html"] + day).output
        let told = try bureau.done(["gaps", "--format", "html", "--out", "gaps.html"] + day)
        #expect(told.output.isEmpty)
        let page = try String(
            contentsOf: bureau.folder.url.appendingPathComponent("gaps.html"), encoding: .utf8)
        #expect(page == shown && page.hasPrefix("<!DOCTYPE html>") && page.contains("</svg>"))
        #expect(page.contains(language.text("缺口图", "The gap map")))
        #expect(
            try bureau.done(["gaps", "--format", "csv"] + day).output
                .contains("z-zone,t-decl," + language.text("订单", "orders")))
        let nowhere = try bureau.run(["gaps", "--out", "nowhere/gaps.html"])
        #expect(nowhere.status == 2 && nowhere.complaints.contains("nowhere/gaps.html"))
    }

    @Test(
        "a question that is none is refused in words",
        arguments: [
            (["--account", "nobody"], "nobody"), (["--from", "2022-12-05"], "2022-11-30"),
            (["--from", "2022-11-31"], "2022-11-31"),
            (["--from", "2022-11-02", "--to", "2022-11-01"], "--from"), (["--by", "hour"], "31"),
            (["--by", "week"], "week"), (["--format", "xlsx"], "xlsx"), (["--limit", "5"], "--lateness"),
            (["--lateness", "--limit", "1.005"], "1.005"), (["--lateness", "--limit=-1"], "-1"),
            (["--lateness", "--from", "2022-11-01"], "--from"), (["--lateness", "--by", "day"], "--by"),
            (["--lateness", "--format", "html"], "--format html"), (["--lateness", "--account", "x"], "x"),
        ])
    func refused(arguments: [String], word: String) throws {
        var account = Bureau.zone
        account.since = "2022-10-01"
        let bureau = try Bureau([account])
        try bureau.done("sync", "--from", "2022-11-29", "--to", "2022-11-29")
        let refused = try bureau.run(["gaps"] + arguments)
        #expect(refused.status == 2 && refused.complaints.contains(word), "\(refused.complaints)")
        #expect(refused.output.isEmpty)
        let english = try bureau.runInEnglish(["gaps"] + arguments)
        #expect(english.status == 2 && english.chineseLines.isEmpty, "\(english.complaints)")
    }
}
