import ChildProcesses
import Foundation

/// Platforms on loopback that answer what a test writes down: `Tests/PageServer/serve.py` as a child process.
final class PageServer {
    /// `http://127.0.0.1:<port>`.
    let baseURL: String
    private let pages: TestFolder
    private let process = ChildProcess()

    init() throws {
        pages = try TestFolder()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "python3", DaihuoProcess.root.appendingPathComponent("Tests/PageServer/serve.py").path,
            pages.url.path,
        ]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        // The port is one line, written at once.
        let port = String(decoding: output.next(), as: UTF8.self)
        baseURL = "http://127.0.0.1:\(port.trimmingCharacters(in: .newlines))"
    }

    deinit {
        // A child of a worker thread inherits its mask, in which SIGTERM is blocked.
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    /// From now on the path answers these records, a JSON array; `/order/searchList` is written `order-searchList`.
    func serve(_ records: String, at path: String) throws {
        try pages.write(records, to: "\(path).json")
    }

    /// From now on every answer of the path has these records, word for word, whatever is asked for.
    func serveAsWritten(_ records: String, at path: String) throws {
        try pages.write(records, to: "\(path).raw")
    }

    /// From now on the path answers these records.
    func serve(_ records: [Any], at path: String) throws {
        let data = try JSONSerialization.data(withJSONObject: records)
        try serve(String(decoding: data, as: UTF8.self), at: path)
    }

    /// From now on its clock stands still at this instant, given in ISO 8601.
    func tell(clock: String) throws {
        let date = try Date(clock, strategy: .iso8601)
        try pages.write(String(Int(date.timeIntervalSince1970)), to: "clock")
    }
}
