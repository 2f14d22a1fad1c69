import ChildProcesses
import Foundation
import SeededRandomness
import Testing

/// How often the clock is set on for an hour that it shows.
private let stepsAnHour = ProcessInfo.processInfo.environment["SERVE_STEPS"].flatMap { Int($0) } ?? 1

/// The process that nobody watches: weeks of a schedule in minutes, by a clock that the test drives.
///
/// `SERVE_EVERY=15m SERVE_STEPS=4 SERVE_STEP_MS=700` plays the same for an hour.
@Suite("daihuo serve", .serialized, .timeLimit(.minutes(stepsAnHour == 1 ? 20 : 120)))
struct ServeTests {
    private static let environment = ProcessInfo.processInfo.environment
    private static let every = environment["SERVE_EVERY"] ?? "12h"
    private static let stepMilliseconds = environment["SERVE_STEP_MS"].flatMap { UInt32($0) } ?? 30

    @Test(
        "weeks of 20 accounts with faults, killed at random, end with what one run of all reads; memory stays flat"
    )
    func weeks() throws {
        var random = SeededRandom()
        print("serve seed \(random.seed)")
        let served = try ServedPlatforms(from: "2022-11-20T08:00:00+08:00", every: Self.every)
        var process = try served.serve(log: "log-0")
        var lives = 1
        var memory: [Int] = []
        // Three weeks with deaths, then two without, behind the last of what the platforms have to tell.
        for hour in 0..<(24 * 50) {
            for _ in 0..<stepsAnHour {
                try served.advance(hours: 1 / Double(stepsAnHour))
                usleep(Self.stepMilliseconds * 1000)
            }
            if hour < 24 * 36, random.next(in: 0...95) == 0 {
                if random.next(in: 0...2) == 0 {
                    process.terminate()
                } else {
                    kill(process.processIdentifier, SIGKILL)
                }
                process.waitUntilExit()
                process = try served.serve(log: "log-\(lives)")
                lives += 1
            }
            #expect(process.isRunning)
            if hour > 24 * 38, hour % 24 == 0 { memory.append(try served.memory(of: process)) }
        }
        try served.readAll(logs: ["log-\(lives - 1)"])
        // The process itself has booked all of it.
        let figures = try Self.figures(served, "daihuo.yaml")
        served.stop(process)
        #expect(process.terminationStatus == 0)
        print("lives \(lives), MB \(memory)")
        #expect((memory.max() ?? .max) - (memory.first ?? 0) <= 16, "MB \(memory)")

        let platforms = served.platforms
        try platforms.configuration("clean.yaml") {
            $0 = $0.replacingOccurrences(of: "daihuo.sqlite", with: "clean.sqlite")
        }
        #expect(try platforms.run(["run"] + served.time, config: "clean.yaml").status == 0)
        #expect(try figures == Self.figures(served, "clean.yaml"))
        let gaps = try platforms.run(["gaps", "--strict"] + served.time)
        #expect(gaps.status == 0, "\(gaps.output)")
        let check = try platforms.run(["check"] + served.time)
        #expect(check.output.contains("哈希链一致"), "\(check.output)")
        for life in 0..<lives { try Self.expectFewLines(try served.log("log-\(life)")) }
    }

    @Test(
        "two processes on one store: what another holds is left until the moment it lets go, and nothing is booked twice"
    )
    func two() throws {
        let served = try ServedPlatforms(from: "2022-12-20T08:00:00+08:00", every: "1h", faultless: true)
        let leases = served.platforms.config.appendingPathComponent("daihuo.sqlite.leases")
        try FileManager.default.createDirectory(at: leases, withIntermediateDirectories: true)
        let held = "pds-douyin"
        let lease = open(
            leases.appendingPathComponent("account-" + held).path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        #expect(lease >= 0 && flock(lease, LOCK_EX) == 0)
        let first = try served.serve(log: "first")
        try served.wait {
            try served.advance(hours: 0.02)
            let log = try served.log("first")
            let readings = try ServedPlatforms.readings(log)
            return readings.count == 19 && log.contains { Self.held($0) == held }
        }
        // As the kernel does for whoever is killed.
        close(lease)
        try served.wait {
            try served.advance(hours: 0.02)
            return try ServedPlatforms.readings(try served.log("first"))[held] != nil
        }

        try served.serve(log: "second")
        for _ in 0..<48 {
            try served.advance(hours: 0.5)
            usleep(100_000)
        }
        #expect(try !ServedPlatforms.readings(try served.log("second")).isEmpty)
        try served.readAll(logs: ["first", "second"])
        let figures = try Self.figures(served, "daihuo.yaml")
        for process in served.processes where process.isRunning { served.stop(process) }
        #expect(first.terminationStatus == 0)
        let platforms = served.platforms
        try platforms.configuration("clean.yaml") {
            $0 = $0.replacingOccurrences(of: "daihuo.sqlite", with: "clean.sqlite")
        }
        #expect(try platforms.run(["run"] + served.time, config: "clean.yaml").status == 0)
        #expect(try figures == Self.figures(served, "clean.yaml"))
    }

    @Test(
        "a roster that is broken is told, the last good one goes on, also after a new start, and a mended one is taken"
    )
    func roster() throws {
        let served = try ServedPlatforms(from: "2022-12-20T08:00:00+08:00", every: "1h", faultless: true)
        let first = try served.serve(log: "first")
        try served.advance(hours: 1)
        try served.wait { try ServedPlatforms.readings(try served.log("first")).count == 20 }
        let roster = served.platforms.config.appendingPathComponent("roster/parties.csv")
        let good = try Data(contentsOf: roster)
        try (good + Data("x,y\n".utf8)).write(to: roster)
        try served.wait {
            try served.log("first").contains {
                $0.contains("alarm=configuration_broken") && $0.contains("state=raised")
            }
        }
        served.stop(first)

        let second = try served.serve(log: "second")
        try served.advance(hours: 2)
        try served.wait { try ServedPlatforms.readings(try served.log("second")).count == 20 }
        #expect(
            try served.log("second").contains { $0.contains("parties.csv") && $0.contains("configuration") })
        #expect(
            try served.platforms.run(["run"] + served.time).status == 2, "a verb by hand says what is wrong")
        try good.write(to: roster)
        try served.wait { try served.log("second").contains { $0.contains("configuration state=taken") } }
        // Ctrl-C is as good.
        kill(second.processIdentifier, SIGINT)
        second.waitUntilExit()
        #expect(second.terminationStatus == 0)
        #expect(try served.log("second").last?.contains(" info stopped") == true)
    }

    @Test("a store that is gone is told, and no other one is made and booked in its place")
    func storeGone() throws {
        let served = try ServedPlatforms(from: "2022-12-20T08:00:00+08:00", every: "1h", faultless: true)
        let first = try served.serve(log: "first")
        try served.readAll(logs: ["first"])
        // Nobody has it open when it goes.
        served.stop(first)
        let store = served.platforms.config.appendingPathComponent("daihuo.sqlite")
        for suffix in ["", "-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: store.path + suffix)
        }
        let second = try served.serve(log: "second")
        for told in ["alarm=store_failed", "code=serve.store_gone"] {
            try served.wait { try served.log("second").contains { $0.contains(told) } }
        }
        #expect(!FileManager.default.fileExists(atPath: store.path))
        // An empty file is none either.
        try Data().write(to: store)
        try served.advance(hours: 2)
        try served.wait { try served.log("second").contains { $0.contains(" error failed ") } }
        #expect(try Data(contentsOf: store).isEmpty)
        served.stop(second)
    }

    private static func held(_ line: String) -> String? {
        line.contains(" info held ") ? ServedPlatforms.field("account", line) : nil
    }

    /// A reading is one line, whether it brought anything or not; what else there is has a reason.
    private static func expectFewLines(_ log: [String]) throws {
        let words = Set(log.compactMap { $0.split(separator: " ").dropFirst(2).first.map(String.init) })
        let known: Set = [
            "read", "left", "settled", "started", "listening", "stopping", "stopped", "retry", "notice",
            "failed",
            "alarm",
        ]
        #expect(words.isSubset(of: known), "\(words)")
        let settled = log.filter { $0.contains(" settled ") }
        #expect(
            settled.allSatisfy {
                ServedPlatforms.field("entries", $0) != "0"
                    || ServedPlatforms.field("credited_lines", $0) != nil
            })
        // A page that fails is tried again, and an account may fail three times; nothing else is out of order.
        let alarms = log.filter { $0.contains(" alarm ") }
        #expect(alarms.allSatisfy { $0.contains("alarm=account_failed") }, "\(alarms)")
    }

    /// What staff would compare on each leg: what was sold by whom, once all of it is booked.
    private static func figures(_ served: ServedPlatforms, _ config: String) throws -> [Figures] {
        try ["sell", "buy", "any"].map { leg in
            var answer = try served.report(leg, config)
            try served.wait {
                answer = try served.report(leg, config)
                return answer.proof.pendingFen == 0
            }
            #expect(answer.proof.unexplainedFen == 0)
            return Figures(totals: answer.totals, unassigned: answer.unassigned, rows: answer.rows)
        }
    }

    private struct Figures: Equatable {
        let totals, unassigned: ReportAnswer.Sums
        let rows: [ReportAnswer.Row]
    }
}
