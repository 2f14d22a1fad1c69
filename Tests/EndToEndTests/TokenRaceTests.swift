import ChildProcesses
import Foundation
import Testing

/// Case 38: refresh tokens that work once, two processes that wake with an expired token, and an answer that is lost.
@Suite("Case 38: two processes refresh one token", .serialized)
struct TokenRaceTests {
    @Test("both end well, and the token was refreshed once")
    func race() throws {
        let shop = try TokenShop()
        let results = try shop.runTwice()
        for result in results { #expect(result.status == 0, "\(result.complaints)") }
        let counts = try shop.counts()
        #expect(counts["discarded"] == 0 && counts["refreshes"] == 1, "\(counts)")
        #expect(try shop.kept["refresh_token"] as? String == "r1")
        let json = try shop.run(["run", "--format", "json"]).output
        #expect(
            json.contains(#""token_days_left": 180"#) || json.contains(#""token_days_left": 179"#), "\(json)")
    }

    @Test(
        "an answer that is lost ends in one sentence in each, the other account goes on, and nothing is sent in a loop"
    )
    func lost() throws {
        let shop = try TokenShop("--drop-first")
        let results = try shop.runTwice() + [try shop.run(["run", "--lang", "en"])]
        for result in results {
            #expect(result.status == 3)
            let sentences =
                result.complaints.components(separatedBy: "请重新授权").count
                + result.complaints.components(separatedBy: "please authorise again").count
            #expect(sentences == 3, "one sentence: \(result.complaints)")
        }
        let counts = try shop.counts()
        #expect(counts["refreshes"] == 1 && (counts["discarded"] ?? 9) <= 1, "\(counts)")
        let report = try KilledRunTests.json(try shop.run(["run", "--format", "json"]).output)
        let accounts = try #require(report["accounts"] as? [[String: Any]])
        #expect(accounts.map { $0["failure"] is String } == [true, false], "the other account goes on")
        let check = try shop.run(["check"])
        #expect(check.status == 2 && check.output.contains("请重新授权"), "\(check.output)")

        // What the person puts in is used, and refreshed from then on.
        try shop.put(access: "a1", refresh: "r1")
        #expect(try shop.run(["run"]).status == 0)
        #expect(try shop.kept["refresh_token"] as? String == "r2")
        #expect(try shop.counts()["refreshes"] == 2)
    }

    @Test("whoever only asks refreshes nothing")
    func check() throws {
        let shop = try TokenShop()
        try shop.wait(seconds: 3.1)
        let result = try shop.run(["check"])
        #expect(result.output.contains("访问令牌已到期，下次运行时自动更换"), "\(result.output)")
        #expect(try shop.counts()["refreshes"] == 0)
    }
}

/// A bureau with an account on `token_server.py`, and one elsewhere.
final class TokenShop {
    let folder: TestFolder
    private let other: PageServer
    private let server = ChildProcess()
    private let port: String
    private let startedAt: Date

    init(_ arguments: String...) throws {
        folder = try TestFolder()
        other = try PageServer()
        let output = Pipe()
        server.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        server.arguments =
            ["python3", Cases.path("38-token-refresh-race/token_server.py"), "0"] + arguments
        server.standardOutput = output
        server.standardError = FileHandle.nullDevice
        try server.run()
        port = String(decoding: output.next(), as: UTF8.self).trimmingCharacters(in: .newlines)
        startedAt = Date()
        try folder.write("party,name,kind,region,organisation\n", to: "roster/parties.csv")
        try folder.write(
            try Cases.text("38-token-refresh-race/t-kuaishou.yaml"), to: "platforms/t-kuaishou.yaml")
        try put(access: "a0", refresh: "r0")
        try folder.write(configuration, to: "daihuo.yaml")
    }

    deinit {
        kill(server.processIdentifier, SIGKILL)
        server.waitUntilExit()
    }

    private var configuration: String {
        """
        store: daihuo.sqlite
        roster: roster
        platforms: platforms
        accounts:
          - id: ks
            platform: t-kuaishou
            shop: "1"
            base_url: http://127.0.0.1:\(port)
            app_key: ak
            app_secret: app-secret-4711
            access_token: file:secrets/ks.token
            refresh_token: file:secrets/ks.refresh
            since: 2026-11-01
          - id: other
            platform: douyin
            shop: "2"
            base_url: \(other.baseURL)
            app_key: ak
            app_secret: app-secret-4711
            access_token: forever
            since: 2026-11-01

        """
    }

    /// What a person does who has authorised again.
    func put(access: String, refresh: String) throws {
        try folder.write(access, to: "secrets/ks.token", mode: 0o600)
        try folder.write(refresh, to: "secrets/ks.refresh", mode: 0o600)
    }

    /// What stands in the file of the tokens.
    var kept: [String: Any] {
        get throws {
            let file = folder.url.appendingPathComponent("daihuo.sqlite.tokens/ks.json")
            return try #require(
                try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
        }
    }

    func run(_ arguments: [String]) throws -> DaihuoProcess.Result {
        try DaihuoProcess.run(["--quiet"] + arguments, in: folder.url)
    }

    func wait(seconds: Double) throws {
        usleep(UInt32(max(0, seconds - Date().timeIntervalSince(startedAt)) * 1_000_000))
    }

    /// Two processes at once, once the first token has expired.
    func runTwice() throws -> [DaihuoProcess.Result] {
        try wait(seconds: 3.1)
        let processes = try (0..<2).map { number in
            try DaihuoProcess.start(
                ["--quiet", "run"], in: folder.url,
                output: folder.url.appendingPathComponent("\(number).out"),
                complaints: folder.url.appendingPathComponent("\(number).err"))
        }
        return try processes.enumerated().map { number, process in
            process.waitUntilExit()
            return DaihuoProcess.Result(
                status: process.terminationStatus,
                output: try String(
                    contentsOf: folder.url.appendingPathComponent("\(number).out"), encoding: .utf8),
                complaints: try String(
                    contentsOf: folder.url.appendingPathComponent("\(number).err"), encoding: .utf8))
        }
    }

    /// What the server has counted.
    func counts() throws -> [String: Int] {
        let (process, output) = (ChildProcess(), Pipe())
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        let program =
            "import sys,urllib.request as r; print(r.build_opener(r.ProxyHandler({})).open(sys.argv[1]).read().decode())"
        process.arguments = ["python3", "-c", program, "http://127.0.0.1:\(port)/count"]
        process.standardOutput = output
        try process.run()
        defer { process.waitUntilExit() }
        return try #require(
            try JSONSerialization.jsonObject(with: Data(output.all())) as? [String: Int])
    }
}
