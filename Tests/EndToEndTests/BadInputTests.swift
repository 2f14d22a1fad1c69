import ChildProcesses
import Foundation
import Testing

/// Bad input gets one sentence and the right exit code; nothing is lost, no secret is told.
@Suite("Bad input", .serialized)
struct BadInputTests {
    private static let now = ["--now", SimulatedPlatforms.now]

    @Test("a wrong secret stops its account, and nobody else")
    func wrongSecret() throws {
        let platforms = try SimulatedPlatforms()
        let secret = platforms.config.appendingPathComponent("secrets/wrong")
        try platforms.folder.write("not-the-secret\n", to: "live/secrets/wrong", mode: 0o600)
        try platforms.configuration("wrong.yaml") { text in
            // The first account's secret only.
            if let range = text.range(of: "app_secret: file:secrets/[^ \n]+", options: .regularExpression) {
                text.replaceSubrange(range, with: "app_secret: file:\(secret.path)")
            }
        }
        let result = try platforms.run(["run", "--format", "json"] + Self.now, config: "wrong.yaml")
        #expect(result.status == 3)
        #expect(result.complaints.contains("app_secret"))
        #expect(!(result.output + result.complaints).contains("not-the-secret"))
        let accounts = try #require(try KilledRunTests.json(result.output)["accounts"] as? [[String: Any]])
        #expect(accounts.filter { $0["failure"] is String }.count == 1)
        #expect(accounts.filter { $0["new_orders"] as? Int ?? 0 > 0 }.count == accounts.count - 1)
    }

    @Test("what is wrong with the configuration is said before anything is done")
    func configuration() throws {
        let platforms = try SimulatedPlatforms()
        try platforms.configuration("key.yaml") { $0 += "\nroaster: x\n" }
        try platforms.configuration("yaml.yaml") { $0 += "\naccounts: [\n" }
        try platforms.configuration("postgres.yaml") {
            $0 = $0.replacingOccurrences(of: "store: ", with: "store: postgres://localhost/x # ")
        }
        try platforms.configuration("roster.yaml") {
            $0 = $0.replacingOccurrences(of: "roster: ", with: "roster: nowhere # ")
        }
        for (config, hint) in [
            ("key.yaml", "roster"), ("yaml.yaml", "yaml.yaml"), ("postgres.yaml", "postgres"),
            ("roster.yaml", "parties.csv"), ("absent.yaml", "daihuo init"),
        ] {
            let result = try platforms.run(["run"] + Self.now, config: config)
            #expect(result.status == 2, "\(config): \(result.complaints)")
            #expect(result.complaints.contains(hint), "\(config): \(result.complaints)")
            #expect(result.output.isEmpty)
        }
    }

    @Test("questions that make no sense are answered with what would")
    func usage() throws {
        let platforms = try SimulatedPlatforms()
        let days = ["--from", "2022-11-01", "--to", "2022-12-31"]
        for (arguments, hint) in [
            (["sync", "--account", "nobody"], "nobody"),
            (["report", "attribution", "--by", "colour"] + days, "party"),
            (["report", "attribution", "--only", "kind=dragon"] + days, "kind"),
            (["report", "attribution", "--format", "xlsx"] + days, "csv"),
            (["report", "attribution", "--from", "2022-02-30", "--to", "2022-12-31"], "2022-02-30"),
            (["explain", "no-such-order"], "no-such-order"), (["run", "--now", "yesterday"], "yesterday"),
            (["import", "/etc/hostname", "--account", "pds-douyin"], "/etc/hostname"),
            (["frobnicate"], "frobnicate"),
        ] {
            let result = try platforms.run(arguments)
            #expect(result.status == 2, "\(arguments): \(result.complaints)")
            #expect(result.complaints.contains(hint), "\(arguments): \(result.complaints)")
        }
    }

    @Test("no store is made by whoever works on what is stored")
    func noStore() throws {
        let platforms = try SimulatedPlatforms()
        for verb in [["post"], ["attribute"], ["parked", "dismiss", "p1", "--why", "x"]] {
            for language in SpokenLanguage.allCases {
                let result = try platforms.run(verb + ["--lang", language.rawValue] + Self.now)
                let part = language.text("还没有建立", "there is none yet")
                #expect(
                    result.status == 4 && result.complaints.contains(part), "\(verb): \(result.complaints)")
            }
        }
        let store = platforms.config.appendingPathComponent("daihuo.sqlite")
        #expect(!FileManager.default.fileExists(atPath: store.path))
    }

    @Test("an empty store reports zeros, a file that is no store is refused to readers and writers")
    func stores() throws {
        let platforms = try SimulatedPlatforms()
        // A day before anything was sold: nothing is read, and the store is made.
        let sync = try platforms.run(["sync", "--from", "2022-10-01", "--to", "2022-10-01"] + Self.now)
        #expect(sync.status == 0, "\(sync.complaints)")
        #expect(try platforms.reports().allSatisfy { $0.contains("\"rows\"") })
        try platforms.folder.write("not a database, but long enough to look at", to: "live/text.sqlite")
        try platforms.configuration("text.yaml") {
            $0 = $0.replacingOccurrences(of: "daihuo.sqlite", with: "text.sqlite")
        }
        let days = ["--from", "2022-11-01", "--to", "2022-12-31"]
        for verb in [["run"] + Self.now, ["report", "attribution"] + days, ["explain", "1"], ["parked"]] {
            for language in SpokenLanguage.allCases {
                let result = try platforms.run(verb + ["--lang", language.rawValue], config: "text.yaml")
                #expect(result.status == 4, "\(verb): \(result.complaints)")
                for part in ["text.sqlite", language.text("不是 daihuo 的数据库", "is no daihuo store")] {
                    #expect(result.complaints.contains(part), "\(verb): \(result.complaints)")
                }
            }
        }
    }

    @Test("the days left of a token are told, with a warning in its last week and an error at its end")
    func tokens() throws {
        let platforms = try SimulatedPlatforms()
        var days = ["2023-01-08", "2023-01-07", "2022-12-31"][...]
        try platforms.configuration("tokens.yaml") { text in
            text = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
                guard line.contains("since:"), let day = days.popFirst() else { return String(line) }
                return line + "\n" + line.prefix { $0 == " " } + "token_until: " + day
            }.joined(separator: "\n")
        }
        for language in SpokenLanguage.allCases {
            let result = try platforms.run(
                ["check", "--format", "json", "--lang", language.rawValue] + Self.now, config: "tokens.yaml")
            let findings = try #require(
                try KilledRunTests.json(result.output)["findings"] as? [[String: Any]])
            let word = language.text("令牌", "access token")
            let tokens = findings.filter { ($0["what"] as? String)?.contains(word) == true }
            #expect(
                tokens.map { $0["what"] as? String } == [
                    language.text("授权令牌还有 8 天到期（2023-01-08）", "the access token ends in 8 days (2023-01-08)"),
                    language.text("授权令牌还有 7 天到期（2023-01-07）", "the access token ends in 7 days (2023-01-07)"),
                    language.text("授权令牌已于 2022-12-31 到期", "the access token ended on 2022-12-31"),
                ])
            #expect(tokens.map { $0["severity"] as? String } == ["ok", "warning", "error"])
            #expect(result.status == 2)
        }
    }

    @Test("a platform that cannot be reached is said, account by account")
    func unreachable() throws {
        let platforms = try SimulatedPlatforms()
        try platforms.configuration("away.yaml") {
            $0 = $0.replacingOccurrences(
                of: "http://127.0.0.1:[0-9]+", with: "http://127.0.0.1:9", options: .regularExpression)
        }
        let result = try platforms.run(["run", "--patience", "1s"] + Self.now, config: "away.yaml")
        #expect(result.status == 3)
        #expect(result.complaints.contains("pds-douyin") && result.complaints.contains("127.0.0.1"))
        #expect(!result.complaints.contains("sign="))
    }

    /// Whether a small disk can be made here: only root may, and not in every container.
    private static let hasSmallDisks: Bool = {
        guard getuid() == 0, let folder = try? TestFolder() else { return false }
        let path = folder.url.path
        guard (try? shell("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", path])) == 0 else {
            return false
        }
        return (try? shell("umount", [path])) == 0
    }()

    @Test(
        "a full disk loses nothing and is said", .enabled(if: hasSmallDisks, "no tmpfs may be mounted here"))
    func fullDisk() throws {
        let platforms = try SimulatedPlatforms(scale: "0.02")
        let disk = platforms.config.appendingPathComponent("disk")
        try FileManager.default.createDirectory(at: disk, withIntermediateDirectories: true)
        #expect(try Self.shell("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", disk.path]) == 0)
        defer { _ = try? Self.shell("umount", [disk.path]) }
        try platforms.configuration("full.yaml") {
            $0 = $0.replacingOccurrences(of: "store: ", with: "store: disk/daihuo.sqlite # ")
        }
        let result = try platforms.run(["run"] + Self.now, config: "full.yaml")
        #expect(result.status == 4, "\(result.complaints)")
        #expect(result.complaints.contains("磁盘"))

        #expect(try Self.shell("mount", ["-o", "remount,size=64m", disk.path]) == 0)
        let again = try platforms.run(["run"] + Self.now, config: "full.yaml")
        #expect(again.status == 0, "\(again.complaints)")
        #expect(try platforms.run(["run"] + Self.now).status == 0)
        #expect(try platforms.reports(config: "full.yaml") == platforms.reports())
    }

    @Test("two processes on one store take turns")
    func twoProcesses() throws {
        let platforms = try SimulatedPlatforms(scale: "0.02")
        let folder = platforms.folder.url
        let first = try DaihuoProcess.start(
            ["--config", platforms.config.appendingPathComponent("daihuo.yaml").path, "--quiet", "run"]
                + Self.now,
            in: folder, output: folder.appendingPathComponent("first.out"),
            complaints: folder.appendingPathComponent("first.err"))
        let second = try platforms.run(["run", "--patience", "60s"] + Self.now)
        first.waitUntilExit()
        #expect(first.terminationStatus == 0 && second.status == 0, "\(second.complaints)")
        _ = try platforms.reports()
    }

    @Test("every verb has help, and options may stand before the verb")
    func help() throws {
        let folder = try TestFolder()
        for verb in [
            ["init"], ["check"], ["sync"], ["import"], ["attribute"], ["post"], ["run"], ["explain"],
            ["report", "attribution"], ["simulate"], ["demo"],
        ] {
            let result = try DaihuoProcess.run(verb + ["--help"], in: folder.url)
            #expect(
                result.status == 0 && result.output.contains("USAGE: daihuo \(verb.joined(separator: " "))"))
        }
        let made = try DaihuoProcess.run(["init", "bureau"], in: folder.url)
        let twice = try DaihuoProcess.run(["init", "bureau"], in: folder.url)
        let run = try DaihuoProcess.run(["--config", "bureau/daihuo.yaml", "run"], in: folder.url)
        #expect(made.status == 0 && twice.status == 2 && run.status == 0, "\(run.complaints)")
    }

    private static func shell(_ command: String, _ arguments: [String]) throws -> Int32 {
        let process = ChildProcess()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [command] + arguments
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }
}
