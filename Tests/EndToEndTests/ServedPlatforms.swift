import ChildProcesses
import Foundation
import Testing

/// The simulated platforms and `daihuo serve` over them, both by one clock that a test drives.
final class ServedPlatforms {
    let platforms: SimulatedPlatforms
    private let clock: URL
    private(set) var processes: [ChildProcess] = []
    private(set) var now: Date

    /// The accounts of the simulated platforms, and five of their shops once more under other names: 20 in all, each
    /// read so often.
    ///
    /// Nobody looks into the inbox: what stands in its files is no news.
    init(from start: String, every: String, faultless: Bool = false) throws {
        let folder = try TestFolder()
        clock = folder.url.appendingPathComponent("clock")
        now = try #require(ISO8601DateFormatter().date(from: start))
        try Data(start.utf8).write(to: clock)
        platforms = try SimulatedPlatforms(
            folder: folder, faultless: faultless, now: "file:\(clock.path)")
        try platforms.configuration("daihuo.yaml") { text in
            text = text.replacingOccurrences(of: "every: 15m", with: "every: \(every)")
            text = text.replacingOccurrences(
                of: "inbox: [^\n]*\n", with: "", options: .regularExpression)
            text = text.replacingOccurrences(of: "ledgers: []", with: Self.again(text) + "ledgers: []")
        }
    }

    deinit {
        for process in processes where process.isRunning {
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
        }
    }

    private static func again(_ text: String) -> String {
        let entries = text.components(separatedBy: "  - id: ").dropFirst().filter {
            $0.contains("platform: douyin") && !$0.contains("file: true")
        }
        return entries.suffix(5).map { entry in
            let lines = entry.components(separatedBy: "\n").prefix {
                !$0.hasPrefix("  #") && !$0.isEmpty && $0 != "ledgers: []"
            }
            return "  - id: again-" + lines.joined(separator: "\n") + "\n"
        }.joined()
    }

    /// The clock as the command line takes it.
    var time: [String] { ["--now", "file:\(clock.path)"] }

    /// Starts one more process that keeps the schedule, and waits until it does; its log goes to this file.
    @discardableResult
    func serve(log: String) throws -> ChildProcess {
        let folder = platforms.folder.url
        let process = try DaihuoProcess.start(
            ["--config", platforms.config.appendingPathComponent("daihuo.yaml").path] + time + [
                "serve", "--port", "0",
            ],
            in: folder, output: folder.appendingPathComponent(log + ".out"),
            complaints: folder.appendingPathComponent(log))
        processes.append(process)
        try wait { try self.log(log).contains { $0.contains(" info started ") } }
        return process
    }

    /// What a process has logged so far.
    func log(_ name: String) throws -> [String] {
        try String(contentsOf: platforms.folder.url.appendingPathComponent(name), encoding: .utf8)
            .split(separator: "\n").map(String.init)
    }

    /// Sets the clock on.
    func advance(hours: Double) throws {
        now += hours * 3600
        let formatter = ISO8601DateFormatter()
        formatter.timeZone = TimeZone(secondsFromGMT: 8 * 3600)
        try Data(formatter.string(from: now).utf8).write(to: clock, options: .atomic)
    }

    /// Waits until something is so, for two minutes at most.
    func wait(until isSo: () throws -> Bool) throws {
        let deadline = Date(timeIntervalSinceNow: 120)
        while !(try isSo()) {
            try #require(Date() < deadline, "waited in vain")
            usleep(20_000)
        }
    }

    /// Asks a process to stop, and waits until it has.
    func stop(_ process: ChildProcess) {
        process.terminate()
        process.waitUntilExit()
    }

    /// Has every account read once more, and once more when none was under way: so none was read before the last hour.
    func readAll(logs: [String]) throws {
        for _ in 0..<2 {
            let before = try Self.readings(logs.flatMap(log))
            try advance(hours: 24)
            try wait {
                let after = try Self.readings(logs.flatMap(log))
                return after.count == 20 && after.allSatisfy { $0.value > before[$0.key, default: 0] }
            }
        }
    }

    /// The report of a leg as other programs read it.
    func report(_ leg: String, _ config: String) throws -> ReportAnswer {
        let report = try platforms.run(
            [
                "report", "attribution", "--from", "2022-11-01", "--to", "2022-12-31", "--leg", leg,
                "--format", "json", "--now", "2023-01-31T00:00:00+08:00",
            ], config: config)
        #expect(report.status == 0, "\(report.complaints)")
        return try ReportAnswer(json: report.output)
    }

    /// How often each account was read.
    static func readings(_ log: [String]) throws -> [String: Int] {
        log.filter { $0.contains(" read account=") }.compactMap { field("account", $0) }
            .reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }

    /// The value of a field of a line.
    static func field(_ name: String, _ line: String) -> String? {
        line.split(separator: " ").first { $0.hasPrefix(name + "=") }
            .map { String($0.dropFirst(name.count + 1)) }
    }

    /// The memory of a process, in MB.
    func memory(of process: ChildProcess) throws -> Int {
        let status = try String(contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)
        let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") })
        return try #require(line.split(separator: " ").dropFirst().first.flatMap { Int($0) }) / 1024
    }
}
