import ChildProcesses
import Foundation
import Testing

/// `daihuo simulate` as a child process, with the configuration that it wrote.
final class SimulatedPlatforms {
    static let now = "2022-12-31T08:00:00+08:00"

    let folder: TestFolder
    private let process: ChildProcess

    /// The folder of configuration and roster.
    var config: URL { folder.url.appendingPathComponent("live") }

    init(
        scale: String = "0.005", folder: TestFolder? = nil, faultless: Bool = true, language: String = "zh",
        now: String? = nil
    ) throws {
        let folder = try folder ?? TestFolder()
        self.folder = folder
        let output = folder.url.appendingPathComponent("simulate.out")
        let complaints = folder.url.appendingPathComponent("simulate.err")
        process = try DaihuoProcess.start(
            ["simulate", "--port", "0", "--folder", "live", "--scale", scale, "--lang", language]
                + (faultless ? ["--faultless"] : []) + (now.map { ["--now", $0] } ?? []),
            in: folder.url, output: output, complaints: complaints)
        let deadline = Date(timeIntervalSinceNow: 60)
        while !(try String(contentsOf: complaints, encoding: .utf8)).contains("Ctrl-C") {
            guard process.isRunning, Date() < deadline else {
                throw CocoaError(.executableLoad)
            }
            usleep(20_000)
        }
    }

    deinit {
        process.terminate()
        process.waitUntilExit()
    }

    /// Runs a verb on a configuration in the folder.
    func run(
        _ arguments: [String], config name: String = "daihuo.yaml", environment: [String: String] = [:]
    ) throws -> DaihuoProcess.Result {
        let file = config.appendingPathComponent(name).path
        return try DaihuoProcess.run(
            ["--config", file, "--quiet"] + arguments, in: folder.url, environment: environment)
    }

    /// A configuration beside the first that differs by an edit (a store of its own, a wrong secret).
    func configuration(_ name: String, _ edit: (inout String) -> Void) throws {
        var text = try String(contentsOf: config.appendingPathComponent("daihuo.yaml"), encoding: .utf8)
        edit(&text)
        try folder.write(text, to: "live/\(name)")
    }

    /// What staff would compare: the three legs' reports as JSON, proof included.
    ///
    /// The hash of the journal is left out: it says how the entries came to stand in batches, not what was sold.
    func reports(config name: String = "daihuo.yaml") throws -> [String] {
        try ["sell", "buy", "any"].map { leg in
            let result = try run(
                [
                    "report", "attribution", "--from", "2022-11-01", "--to", "2022-12-31", "--leg", leg,
                    "--format",
                    "json",
                ], config: name)
            #expect(result.status == 0, "\(result.complaints)")
            #expect(
                result.output.contains("\"unexplained_fen\": 0")
                    || result.output.contains("\"unexplained_fen\":0"))
            #expect(result.output.contains(#""chain_hash": ""#))
            return result.output.replacingOccurrences(
                of: #""chain_hash": "[0-9a-f]*""#, with: "", options: .regularExpression)
        }
    }
}
