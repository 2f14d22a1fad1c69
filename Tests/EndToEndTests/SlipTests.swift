import ChildProcesses
import Foundation
import Testing

/// Slips of people that leave every figure sound by itself, and nobody credited or nothing read.
@Suite("Slips that only a check can tell")
struct SlipTests {
    private func codes(_ bureau: Bureau) throws -> [String] {
        let result = try bureau.run(["check", "--format", "json"])
        let findings = try #require(try KilledRunTests.json(result.output)["findings"] as? [[String: Any]])
        return findings.compactMap { $0["code"] as? String }
    }

    @Test("identities of a platform that nobody knows, and a roster without any, are told")
    func identities() throws {
        let bureau = try Bureau()
        try bureau.server.serve(
            try Cases.text("11-exchange-with-price-difference/orders.json"), at: "order-searchList")
        #expect(try !codes(bureau).contains("check.identity_platform_unknown"))
        let header = "party,platform,kind,value,from,to\n"
        try bureau.folder.write(header + "fs-01,douyn,host,700000000001,,\n", to: "roster/identities.csv")
        #expect(try codes(bureau).contains("check.identity_platform_unknown"))
        let said = try bureau.run(["check"]).output
        #expect(said.contains("是不是“douyin”？"), "\(said)")
        try bureau.folder.write(header, to: "roster/identities.csv")
        #expect(try codes(bureau).contains("check.no_identities"))
        // What Excel has made a number of is refused.
        try bureau.folder.write(header + "fs-01,douyin,host,700000000001.0,,\n", to: "roster/identities.csv")
        #expect(try bureau.run(["run"]).status == 2)
    }

    @Test("what an id that two parties hold at once costs is told in yuan, once there are lines")
    func heldTwice() throws {
        let bureau = try Bureau()
        try bureau.server.serve(
            try Cases.text("11-exchange-with-price-difference/orders.json"), at: "order-searchList")
        let identities = "party,platform,kind,value,from,to\nfs-01,douyin,host,700000000001,,\n"
        try bureau.folder.write(identities + "twin,抖音,达人,700000000001,,\n", to: "roster/identities.csv")
        let parties = try String(
            contentsOf: bureau.folder.url.appendingPathComponent("roster/parties.csv"), encoding: .utf8)
        try bureau.folder.write(parties + "twin,乙,enterprise,,\n", to: "roster/parties.csv")
        let before = try bureau.run(["check"]).output
        #expect(before.contains("（host 700000000001）同时属于 2 个主体（fs-01、twin）") && !before.contains("涉及的实付"))
        try bureau.done("run")
        let paid = try bureau.run([
            "report", "attribution", "--from", "2022-01-01", "--to", "2022-12-31", "--format", "json",
        ])
        let totals = try KilledRunTests.json(paid.output)["totals"] as? [String: Any]
        let fen = try #require(totals?["paid_fen"] as? Int)
        #expect(fen > 0)
        let yuan = "\(fen / 100).\(fen % 100 < 10 ? "0" : "")\(fen % 100)"
        let after = try bureau.run(["check"]).output
        #expect(after.contains("涉及的实付共 \(yuan) 元"), "\(after)")
    }

    @Test(
        "a first day that is still to come, and a folder that is not there, are told before a run meets them")
    func settings() throws {
        var account = Bureau.douyin
        account.since = "2023-06-01"
        let bureau = try Bureau([account])
        #expect(try codes(bureau).contains("check.since_ahead"))
        let settings = try String(
            contentsOf: bureau.folder.url.appendingPathComponent("daihuo.yaml"), encoding: .utf8)
        try bureau.folder.write(
            settings.replacingOccurrences(of: "store: daihuo.sqlite", with: "store: nowhere/daihuo.sqlite"),
            to: "daihuo.yaml")
        #expect(try codes(bureau).contains("check.store_folder"))
    }

    @Test(
        "an account that was never read has no empty list, and an answer that cannot be written is no success"
    )
    func answers() throws {
        let bureau = try Bureau()
        try bureau.server.serve(
            try Cases.text("11-exchange-with-price-difference/orders.json"), at: "order-searchList")
        try bureau.done("run")
        #expect(try bureau.run(["parked", "--only", "account=a-douyin"]).status == 0)
        let unknown = try bureau.run(["parked", "--only", "account=b-douyin"])
        #expect(unknown.status == 2 && unknown.complaints.contains("a-douyin"))
        let process = ChildProcess()
        process.executableURL = DaihuoProcess.binary
        process.arguments = ["parked", "--format", "json"]
        process.currentDirectoryURL = bureau.folder.url
        process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: "/dev/full"))
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 4)
    }

    @Test("--strict says what is still open, and a sale in the future is parked")
    func strict() throws {
        let bureau = try Bureau()
        let ahead = try Cases.text("11-exchange-with-price-difference/orders.json").replacingOccurrences(
            of: #""pay_time": \d+"#, with: "\"pay_time\": 2668000000", options: .regularExpression)
        try bureau.server.serve(ahead, at: "order-searchList")
        let run = try bureau.run(["run"], strict: true)
        #expect(run.status == 1)
        #expect((run.output + run.complaints).contains("尚待处理："), "\(run.output)")
        #expect(try bureau.run(["run", "--quiet"], strict: true).complaints.contains("尚待处理："))
        #expect(try bureau.run(["parked"]).output.contains("销售时间在将来"))
        #expect(try bureau.report().totals.paidFen == 0)
    }
}
