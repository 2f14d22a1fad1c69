import ChildProcesses
import Foundation
import Testing

/// One shop of 抖店 in a simulator of its own, and a configuration of it whose tokens are kept.
final class SimulatedShop {
    /// The simulator's clock as it begins.
    static let start = "2022-12-31T08:00:00+08:00"

    private let platforms: SimulatedPlatforms
    let code: String
    let shopID: String
    private let baseURL: String
    private let access: String
    private let refresh: String

    init() throws {
        platforms = try SimulatedPlatforms(scale: "0.001")
        let file = platforms.config.appendingPathComponent("daihuo.yaml")
        let lines = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n")
        let first = try #require(lines.firstIndex { $0.hasSuffix("platform: douyin") })
        func value(_ key: String) throws -> String {
            let line = try #require(lines[(first - 1)...].first { $0.contains("\(key): ") })
            return line.components(separatedBy: "\(key): ")[1].replacingOccurrences(of: "\"", with: "")
        }
        let id = try value("id")
        (shopID, baseURL) = (try value("shop"), try value("base_url"))
        access = try String(
            contentsOf: platforms.config.appendingPathComponent("secrets/\(id).token"), encoding: .utf8
        ).trimmingCharacters(in: .newlines)
        (refresh, code) = ("refresh-" + access, "code-" + access)
        let head = lines.prefix { $0 != "accounts:" }
        try platforms.folder.write(
            head.joined(separator: "\n") + """

                accounts:
                  - id: shop
                    platform: douyin
                    shop: "\(shopID)"
                    base_url: \(baseURL)
                    app_key: \(try value("app_key"))
                    app_secret: file:secrets/\(id).secret
                    token: {file: secrets/shop.json}
                    since: 2022-12-01

                """, to: "live/kept.yaml")
    }

    /// Has the simulator do something, or tells what it has done.
    @discardableResult
    func tell(_ query: String = "") throws -> [String: Int] {
        let program =
            "import sys,urllib.request as r; print(r.build_opener(r.ProxyHandler({})).open(sys.argv[1]).read().decode())"
        let (process, output) = (ChildProcess(), Pipe())
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", "-c", program, "\(baseURL)/simulator?\(query)"]
        process.standardOutput = output
        try process.run()
        defer { process.waitUntilExit() }
        return try #require(try JSONSerialization.jsonObject(with: Data(output.all())) as? [String: Int])
    }

    /// The pair of the scenario, as if it had been got a week before its end; the refresh token ends a week later.
    func put(ends: String, refreshEnds: String? = nil) throws {
        let week = 7 * 86_400_000
        let end = try Self.milliseconds(ends)
        try platforms.folder.write(
            """
            {"access_token":"\(access)","refresh_token":"\(refresh)","asks":0,"is_refused":false,"begun_with":"",
             "access_until_ms":\(end),"obtained_at_ms":\(end - week),
             "refresh_until_ms":\(try refreshEnds.map(Self.milliseconds) ?? end + week)}
            """, to: "live/secrets/shop.json", mode: 0o600)
    }

    private static func milliseconds(_ text: String) throws -> Int {
        Int(try Date(text, strategy: .iso8601).timeIntervalSince1970) * 1_000
    }

    func kept() throws -> [String: Any] {
        try KilledRunTests.json(try String(contentsOf: keptFile, encoding: .utf8))
    }

    func mode() throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: keptFile.path)[.posixPermissions] as? Int
    }

    private var keptFile: URL { platforms.config.appendingPathComponent("secrets/shop.json") }

    /// Whatever must stand in no output.
    func secrets() throws -> [String] {
        let kept = try kept()
        return [access, refresh, code]
            + [kept["access_token"], kept["refresh_token"]].compactMap { $0 as? String }
    }

    func run(
        _ arguments: [String], at now: String = start, input: String? = nil, isQuiet: Bool = true
    ) throws -> DaihuoProcess.Result {
        try DaihuoProcess.run(
            head(now) + (isQuiet ? ["--quiet"] : []) + arguments, in: platforms.folder.url, input: input)
    }

    private func head(_ now: String) -> [String] {
        ["--config", platforms.config.appendingPathComponent("kept.yaml").path, "--now", now]
    }

    /// Two processes at once.
    func runTwice() throws -> [DaihuoProcess.Result] {
        let folder = platforms.folder.url
        let files = (0..<2).map { number in
            ["out", "err"].map { folder.appendingPathComponent("\(number).\($0)") }
        }
        let processes = try files.map { file in
            try DaihuoProcess.start(
                head(Self.start) + ["--quiet", "run"], in: folder, output: file[0], complaints: file[1])
        }
        return try zip(processes, files).map { process, file in
            process.waitUntilExit()
            return DaihuoProcess.Result(
                status: process.terminationStatus, output: try String(contentsOf: file[0], encoding: .utf8),
                complaints: try String(contentsOf: file[1], encoding: .utf8))
        }
    }
}
