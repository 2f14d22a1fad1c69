import ChildProcesses
import Foundation
import SeededRandomness
import Testing

/// The promise of the main job: whenever it is killed, running it again ends where one clean run ends.
@Suite("A run that is killed", .serialized)
struct KilledRunTests {
    @Test("fifty kills at random moments end in the totals and journal sums of one clean run")
    func killed() throws {
        let seed = UInt64.random(in: 1...UInt64.max)
        print("kill seed \(seed)")
        var random = SeededRandom(seed: seed)
        let platforms = try SimulatedPlatforms(scale: "0.02", faultless: false)
        for name in ["clean", "killed"] {
            try platforms.configuration("\(name).yaml") {
                $0 = $0.replacingOccurrences(of: "daihuo.sqlite", with: "\(name).sqlite")
            }
        }
        let start = Date()
        let clean = try platforms.run(["run", "--now", SimulatedPlatforms.now], config: "clean.yaml")
        let duration = Date().timeIntervalSince(start)
        #expect(clean.status == 0, "\(clean.complaints)")
        let wanted = try platforms.reports(config: "clean.yaml")

        for round in 0..<5 {
            try Self.removeStore(platforms)
            var kills = 0
            while kills < 10 {
                let delay = Double.random(in: 0.01...duration, using: &random)
                if try kill(platforms, after: delay) { kills += 1 } else { try Self.removeStore(platforms) }
            }
            let last = try platforms.run(["run", "--now", SimulatedPlatforms.now], config: "killed.yaml")
            #expect(last.status == 0, "\(last.complaints)")
            let found = try platforms.reports(config: "killed.yaml")
            // Not in the expectation: the reports are long, and which run differs is enough to look at them.
            let isSame = found == wanted
            #expect(isSame, "round \(round) of seed \(seed)")
            let check = try platforms.run(
                ["check", "--format", "json", "--now", SimulatedPlatforms.now], config: "killed.yaml")
            // Its accounts may be struck by one of the simulator's faults; the store may not.
            #expect(check.output.contains("哈希链一致"), "\(check.output)")
        }
    }

    @Test("a second run books nothing, and old days read again change nothing")
    func again() throws {
        let platforms = try SimulatedPlatforms()
        #expect(try platforms.run(["run", "--now", SimulatedPlatforms.now]).status == 0)
        let before = try platforms.reports()

        let second = try platforms.run(["run", "--format", "json", "--now", SimulatedPlatforms.now])
        let old = try platforms.run(
            [
                "sync", "--from", "2022-11-01", "--to", "2022-12-30", "--format", "json", "--now",
                SimulatedPlatforms.now,
            ])
        let booked = try platforms.run(["post", "--format", "json", "--now", SimulatedPlatforms.now])

        #expect(second.status == 0 && old.status == 0)
        for result in [second, booked] {
            let posting = try #require(try Self.json(result.output)["posting"] as? [String: Any])
            #expect(posting["entries"] as? Int == 0)
        }
        let totals = try #require(try Self.json(old.output)["accounts"] as? [[String: Any]])
        #expect(totals.allSatisfy { $0["new_orders"] as? Int == 0 && $0["changed_orders"] as? Int == 0 })
        #expect(totals.reduce(0) { $0 + ($1["unchanged_orders"] as? Int ?? 0) } > 500)
        #expect(try platforms.reports() == before)
    }

    /// Starts a run and kills it after the delay; `false` where it had ended by itself.
    private func kill(_ platforms: SimulatedPlatforms, after seconds: Double) throws -> Bool {
        let folder = platforms.folder.url
        let process = try DaihuoProcess.start(
            [
                "--config", platforms.config.appendingPathComponent("killed.yaml").path, "--quiet", "run",
                "--now",
                SimulatedPlatforms.now,
            ], in: folder, output: folder.appendingPathComponent("killed.out"),
            complaints: folder.appendingPathComponent("killed.err"))
        usleep(UInt32(seconds * 1_000_000))
        guard process.isRunning else { return false }
        Foundation.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        return process.wasKilled
    }

    private static func removeStore(_ platforms: SimulatedPlatforms) throws {
        for suffix in ["", "-wal", "-shm"] {
            let file = platforms.config.appendingPathComponent("killed.sqlite\(suffix)")
            if FileManager.default.fileExists(atPath: file.path) {
                try FileManager.default.removeItem(at: file)
            }
        }
    }

    static func json(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }
}
