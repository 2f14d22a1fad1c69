import ChildProcesses
import Foundation
import Testing

/// Copies of the store that are made at any hour, and a store from one of them.
@Suite("daihuo backup and restore")
struct BackupTests {
    @Test(
        "a backup taken while a run goes on is restored, found sound, and goes on without booking anything twice"
    )
    func whileRunning() throws {
        let platforms = try SimulatedPlatforms(scale: "0.02")
        try platforms.configuration("clean.yaml") {
            $0 = $0.replacingOccurrences(of: "daihuo.sqlite", with: "clean.sqlite")
        }
        let now = ["--now", SimulatedPlatforms.now]
        #expect(try platforms.run(["run"] + now, config: "clean.yaml").status == 0)
        let wanted = try platforms.reports(config: "clean.yaml")
        let orders = try Self.contents(
            try platforms.run(["backup", "clean.backup", "--format", "json"], config: "clean.yaml")
        ).orders

        let folder = platforms.folder.url
        let complaints = folder.appendingPathComponent("run.err")
        let running = try DaihuoProcess.start(
            ["--config", platforms.config.appendingPathComponent("daihuo.yaml").path, "run"] + now,
            in: folder,
            output: folder.appendingPathComponent("run.out"), complaints: complaints)
        while running.isRunning,
            !(try String(contentsOf: complaints, encoding: .utf8)).contains("account=ec8-douyin")
        {
            usleep(5_000)
        }
        // It stands still in whatever it was doing, with all that it holds, while the copy is made.
        kill(running.processIdentifier, SIGSTOP)
        let made = try platforms.run(["backup", "half.backup", "--format", "json"] + now)
        kill(running.processIdentifier, SIGCONT)
        #expect(made.status == 0, "\(made.complaints)")
        let backup = (file: "half.backup", orders: try Self.contents(made).orders)
        #expect(backup.orders > 0 && backup.orders < orders)
        // And while it goes on.
        for copy in 0..<100 where running.isRunning {
            let beside = try platforms.run(["backup", "b\(copy).backup"] + now)
            #expect(beside.status == 0, "\(beside.complaints)")
        }
        running.waitUntilExit()
        #expect(running.terminationStatus == 0)

        let restored = try platforms.run(["restore", backup.file, "--format", "json"] + now)
        #expect(restored.status == 0, "\(restored.complaints)")
        let contents = try Self.contents(restored)
        #expect(contents.orders == backup.orders && contents.epoch > 1)
        let kept = try #require(contents.keptAs)
        #expect(FileManager.default.fileExists(atPath: kept))
        let check = try platforms.run(["check", "--deep", "--format", "json"] + now)
        #expect(check.output.contains("每一页都完好") && check.output.contains("哈希链一致"), "\(check.output)")

        #expect(try platforms.run(["run"] + now).status == 0)
        #expect(try platforms.reports() == wanted)
        let again = try platforms.run(["run", "--format", "json"] + now)
        let posting = try #require(try KilledRunTests.json(again.output)["posting"] as? [String: Any])
        #expect(posting["entries"] as? Int == 0)
        // The store that was there holds what it held.
        try platforms.configuration("kept.yaml") {
            $0 = $0.replacingOccurrences(
                of: "daihuo.sqlite", with: URL(fileURLWithPath: kept).lastPathComponent)
        }
        #expect(try platforms.reports(config: "kept.yaml") == wanted)
        // The same backup once more is another epoch.
        let twice = try Self.contents(
            try platforms.run([
                "restore", backup.file, "--format", "json", "--now", "2022-12-31T08:00:00+08:00",
            ]))
        #expect(twice.epoch > contents.epoch)
    }

    @Test("what is no backup is refused, and the store stays as it is", arguments: SpokenLanguage.allCases)
    func refused(language: SpokenLanguage) throws {
        let bureau = try Bureau([Bureau.zone])
        bureau.language = language
        #expect(try bureau.run(["backup", "b.backup"]).status == 4)
        try bureau.done("run")
        let made = try bureau.done("backup", "b.backup", "--format", "json")
        let file = bureau.folder.url.appendingPathComponent("b.backup")
        let rights = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
        #expect(rights == 0o600)
        #expect(try Self.contents(made).epoch == 1)
        let again = try bureau.run(["backup", "b.backup"])
        #expect(again.status == 2 && again.complaints.contains("b.backup"))
        #expect(try bureau.run(["backup", "nowhere/b.backup"]).status == 4)

        let before = try bureau.rows("SELECT count(*) FROM page")
        var bytes = try Data(contentsOf: file)
        bytes.replaceSubrange(40_000..<60_000, with: Data(repeating: 0x5A, count: 20_000))
        try bytes.write(to: bureau.folder.url.appendingPathComponent("damaged.backup"))
        try bureau.folder.write("订单号,金额\n", to: "orders.csv")
        for name in ["damaged.backup", "orders.csv", "nowhere.backup"] {
            let result = try bureau.run(["restore", name])
            #expect(result.status == 4 && result.complaints.contains(name), "\(name): \(result.complaints)")
            #expect(try bureau.run(["restore", name, "--dry-run"]).status == 4)
        }
        let looked = try bureau.run(["restore", "b.backup", "--dry-run", "--format", "json"])
        #expect(try Self.contents(looked).keptAs == nil)
        #expect(try bureau.rows("SELECT count(*) FROM page") == before)
        let names = try FileManager.default.contentsOfDirectory(atPath: bureau.folder.url.path)
        #expect(!names.contains { $0.contains(".part-") || $0.contains(".before-") })
    }

    @Test("without a store, or with one that is destroyed, a backup is the store")
    func lost() throws {
        let bureau = try Bureau([Bureau.zone])
        try bureau.done("run")
        try bureau.done("backup", "b.backup")
        let store = bureau.folder.url.appendingPathComponent("daihuo.sqlite")
        try bureau.leaveOnlyStore()
        try Data(repeating: 0x5A, count: 9_000).write(to: store)
        let damaged = try bureau.run(["restore", "b.backup", "--format", "json"])
        #expect(damaged.status == 0, "\(damaged.complaints)")
        #expect(try Self.contents(damaged).keptAs != nil)
        #expect(try bureau.report().totals.orders == 0)
        try bureau.leaveOnlyStore()
        try FileManager.default.removeItem(at: store)
        let missing = try bureau.run(["restore", "b.backup", "--format", "json"])
        #expect(try Self.contents(missing).keptAs == nil)
        try bureau.done("run")
    }

    @Test("nobody restores beneath somebody who works or reads, and the store stays as it is")
    func busy() throws {
        let bureau = try Bureau([Bureau.zone])
        try bureau.done("run")
        try bureau.done("backup", "b.backup")
        let reader = try bureau.python(
            """
            import sqlite3, subprocess, sys
            store = sqlite3.connect(sys.argv[1], isolation_level=None)
            store.execute("BEGIN")
            store.execute("SELECT count(*) FROM page").fetchone()
            result = subprocess.run(sys.argv[2:], capture_output=True, text=True)
            print(result.returncode, "daihuo.sqlite" in result.stderr and "b.backup" not in result.stderr)
            """,
            [
                DaihuoProcess.binary.path, "--config",
                bureau.folder.url.appendingPathComponent("daihuo.yaml").path, "--patience", "1s", "restore",
                bureau.folder.url.appendingPathComponent("b.backup").path,
            ])
        #expect(reader == "4 True")
        #expect(try bureau.rows("SELECT max(epoch) FROM epoch") == "1")
        try bureau.done("restore", "b.backup")
    }

    private struct Contents {
        let orders: Int
        let epoch: Int
        let keptAs: String?
    }

    private static func contents(_ result: DaihuoProcess.Result) throws -> Contents {
        let json = try KilledRunTests.json(result.output)
        return Contents(
            orders: try #require(json["orders"] as? Int), epoch: try #require(json["epoch"] as? Int),
            keptAs: json["kept_as"] as? String)
    }
}
