import Foundation
import Testing

/// Up to when an answer reaches: the line beneath reports, and what makes it incomplete.
@Suite("what an answer rests on")
struct CoverageTests {
    private static let november = ["report", "attribution", "--from", "2022-11-01", "--to", "2022-11-29"]

    private func coverage(_ bureau: Bureau, _ arguments: [String] = november) throws -> [String: Any] {
        let result = try bureau.run(arguments + ["--format", "json"])
        #expect(result.status == 0, "\(result.complaints)")
        return try #require(try KilledRunTests.json(result.output)["coverage"] as? [String: Any])
    }

    private func account(_ bureau: Bureau, _ id: String) throws -> [String: Any] {
        let accounts = try #require(try coverage(bureau)["accounts"] as? [[String: Any]])
        return try #require(accounts.first { $0["id"] as? String == id })
    }

    private static func order(_ number: String, _ updatedAt: String, fen: Int = 2_000) -> [String: Any] {
        [
            "no": number, "shop": "Z1", "status": "PAID", "paid_at": updatedAt, "updated_at": updatedAt,
            "paid": fen, "items": [["line": "\(number)-1", "title": "Rice 5kg", "num": 1, "price": fen]],
        ]
    }

    @Test(
        "days that could not be looked at again are no longer known, until they are, and the next sync asks for them",
        arguments: SpokenLanguage.allCases)
    func failedAgain(language: SpokenLanguage) throws {
        let bureau = try Bureau([Bureau.zone])
        bureau.language = language
        try bureau.server.serve([Self.order("A", "2022-11-02 10:00:00")], at: "orders")
        try bureau.done("run")
        #expect(try bureau.run(Self.november, strict: true).status == 0)

        // A row comes late, and the days that it lies in are answered with nonsense when they are asked for again.
        try bureau.server.serve("{", at: "orders")
        let again = ["sync", "--from", "2022-11-05", "--to", "2022-11-05", "--patience", "1s"]
        #expect(try bureau.run(again).status == 3)
        #expect(try account(bureau, "z-zone")["failed"] as? Bool == true)
        let report = try bureau.run(Self.november, strict: true)
        #expect(report.status == 1 && report.output.contains(language.text("上次没有读全", "not read wholly")))
        try bureau.server.serve(
            [Self.order("A", "2022-11-02 10:00:00"), Self.order("B", "2022-11-05 10:00:00")], at: "orders")
        #expect(try bureau.run(["check"], strict: true).status == 1)
        try bureau.done("run")
        #expect(try bureau.report().totals.orders == 2)
        #expect(try account(bureau, "z-zone")["failed"] as? Bool == false)
        #expect(try bureau.run(Self.november, strict: true).status == 0)
    }

    @Test("an account that the configuration has no more, and days before `since`, are named")
    func asides() throws {
        let other = Bureau.Account(id: "y-zone", platform: "t-decl", shop: "Z2", since: "2022-11-10")
        let bureau = try Bureau([Bureau.zone, other])
        try bureau.done("run")
        #expect(try bureau.done(Self.november).output.contains("此前没有取数：y-zone（2022-11-10 起）"))
        try bureau.configure([Bureau.zone])
        let report = try bureau.done(Self.november).output
        #expect(report.contains("不再取数：y-zone"), "\(report)")
        #expect(try account(bureau, "y-zone")["gaps"] as? Int == 0)
        // It is read no more: what is missing of it becomes a gap.
        bureau.now = "2022-12-05T08:00:00+08:00"
        try bureau.done("run")
        let later = ["report", "attribution", "--from", "2022-11-01", "--to", "2022-12-03"]
        #expect(try bureau.run(later, strict: true).status == 1)
    }

    @Test("an account that is gone together with the description of its platform is named all the same")
    func descriptionGone() throws {
        let bureau = try Bureau([Bureau.douyin, Bureau.zone])
        try bureau.server.serve([Self.order("A", "2022-11-02 10:00:00")], at: "orders")
        try bureau.done("run")
        try bureau.configure([Bureau.douyin])
        try FileManager.default.removeItem(
            at: bureau.folder.url.appendingPathComponent("platforms/t-decl.yaml"))
        let report = try bureau.done(Self.november).output
        #expect(report.contains("不再取数：z-zone"), "\(report)")
        let gone = try account(bureau, "z-zone")
        #expect(gone["is_configured"] as? Bool == false && gone["gaps"] as? Int == 0)
        #expect((gone["read_to"] as? String)?.hasPrefix("2022-11-30") == true, "\(gone)")
        let present = try account(bureau, "a-douyin")
        #expect(present["is_configured"] as? Bool == true && present["looks_back"] as? Bool == true)
        // Nobody reads it any more, so that something is missing once a day has passed.
        bureau.now = "2022-12-05T08:00:00+08:00"
        try bureau.done("run")
        let later = ["report", "attribution", "--from", "2022-11-01", "--to", "2022-12-03"]
        #expect(try bureau.run(later, strict: true).status == 1)
    }

    @Test("that late changes are not looked for is in the JSON, and noted by check")
    func neverAgain() throws {
        let bureau = try Bureau([Bureau.zone])
        try bureau.edit("daihuo.yaml") {
            $0.replacingOccurrences(of: "    since:", with: "    look_back: never\n    since:")
        }
        try bureau.done("run")
        #expect(try account(bureau, "z-zone")["looks_back"] as? Bool == false)
        let check = try bureau.run(["check"], strict: true)
        #expect(check.status == 0 && check.output.contains("look_back 是 never"), "\(check.output)")
    }

    @Test("each unknown account is told once, and the known ones once beneath them")
    func unknown() throws {
        let bureau = try Bureau([Bureau.zone, Bureau.douyin])
        try bureau.done("run")
        for verb in [["sync"], ["gaps"], ["sync", "--dry-run"], ["gaps", "--lateness"]] {
            let refused = try bureau.run(
                verb + [
                    "--account", "nobody", "--account", "none", "--account", "nobody", "--account", "z-zone",
                ])
            let lines = refused.complaints.split(separator: "\n")
            #expect(refused.status == 2)
            #expect(
                lines == ["账号 nobody：配置中没有这个账号", "账号 none：配置中没有这个账号", "已有的账号：z-zone、a-douyin"],
                "\(verb)")
        }
    }

    @Test("after an edit of the description all is to be read again, and until then nothing is known")
    func edited() throws {
        let bureau = try Bureau([Bureau.zone])
        try bureau.server.serve([Self.order("A", "2022-11-02 10:00:00")], at: "orders")
        try bureau.done("run")
        try bureau.edit("platforms/t-decl.yaml") {
            $0.replacingOccurrences(of: "NEW: unpaid", with: "NEU: unpaid")
        }
        let report = try bureau.run(Self.november, strict: true)
        #expect(report.status == 1 && report.output.contains("平台描述改过"), "\(report.output)")
        #expect(try account(bureau, "z-zone")["read_otherwise"] as? Bool == true)
        #expect(try account(bureau, "z-zone")["since"] as? String == "2022-11-01")
        try bureau.done("run")
        #expect(try bureau.run(Self.november, strict: true).status == 0)
    }

    @Test("an older version that cannot be read, beside a newer one that can, is on no list")
    func olderAndUnreadable() throws {
        let bureau = try Bureau([Bureau.zone])
        try bureau.server.serve(
            [Self.order("A", "2022-11-02 10:00:00", fen: -5), Self.order("A", "2022-11-02 11:00:00")],
            at: "orders")
        // Twice a number in one window: the second reading knows the sound one.
        _ = try bureau.run(["run"])
        _ = try bureau.run(["sync", "--from", "2022-11-02", "--to", "2022-11-02"])
        let parked = try bureau.run(["parked"], strict: true)
        #expect(parked.status == 0, "\(parked.output)")
        // The other way round it stays, whatever is read again.
        try bureau.server.serve(
            [Self.order("A", "2022-11-02 11:00:00"), Self.order("A", "2022-11-02 12:00:00", fen: -5)],
            at: "orders")
        _ = try bureau.run(["sync", "--from", "2022-11-02", "--to", "2022-11-02"])
        _ = try bureau.run(["sync", "--from", "2022-11-02", "--to", "2022-11-02"])
        #expect(try bureau.run(["parked"], strict: true).status == 1)
    }

    @Test("of a record whose number stands twice nothing is known by number: no other takes it off the list")
    func numberTwice() throws {
        let bureau = try Bureau([Bureau.zone])
        let sound = try JSONSerialization.data(withJSONObject: Self.order("A", "2022-11-19 10:00:00"))
        let text = String(decoding: sound, as: UTF8.self)
        let twice = text.replacingOccurrences(of: "2022-11-19", with: "2022-11-02")
            .replacingOccurrences(of: #""no":"A""#, with: #""no":"A","no":"B""#)
        try #require(twice.contains(#""no":"B""#))
        try bureau.server.serveAsWritten("[\(twice),\(text)]", at: "orders")
        _ = try bureau.run(["run"])
        let parked = try bureau.run(["parked", "--format", "json"])
        let records = try #require(try KilledRunTests.json(parked.output)["records"] as? [[String: Any]])
        #expect(records.count == 1 && records.first?["order"] as? String ?? "" == "", "\(parked.output)")
    }
}
