import ChildProcesses
import Foundation

/// The real binary as a child process: the release build where there is one.
struct DaihuoProcess {
    /// What a finished process left.
    struct Result {
        let status: Int32
        let output: String
        let complaints: String
    }

    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static let binary: URL = {
        let release = root.appendingPathComponent(".build/release/daihuo")
        let debug = root.appendingPathComponent(".build/debug/daihuo")
        return FileManager.default.isExecutableFile(atPath: release.path) ? release : debug
    }()

    /// Runs a verb to its end.
    ///
    /// Output goes through files, so that no pipe can fill up.
    static func run(
        _ arguments: [String], in folder: URL, environment: [String: String] = [:], asNobody: Bool = false,
        input: String? = nil
    ) throws -> Result {
        let output = folder.appendingPathComponent("stdout-\(UUID().uuidString)")
        let complaints = folder.appendingPathComponent("stderr-\(UUID().uuidString)")
        defer {
            try? FileManager.default.removeItem(at: output)
            try? FileManager.default.removeItem(at: complaints)
        }
        let process = try start(
            arguments, in: folder, output: output, complaints: complaints, environment: environment,
            asNobody: asNobody, input: input)
        process.waitUntilExit()
        return Result(
            status: process.terminationStatus, output: try String(contentsOf: output, encoding: .utf8),
            complaints: try String(contentsOf: complaints, encoding: .utf8))
    }

    /// A file to read from that nobody else sees.
    private static func file(of text: String) throws -> FileHandle {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("stdin-\(UUID().uuidString)")
        try Data(text.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        return try FileHandle(forReadingFrom: file)
    }

    /// Starts a verb and leaves it running.
    static func start(
        _ arguments: [String], in folder: URL, output: URL, complaints: URL,
        environment: [String: String] = [:], asNobody: Bool = false, input: String? = nil
    ) throws -> ChildProcess {
        for file in [output, complaints] {
            try Data().write(to: file)
        }
        let process = ChildProcess()
        process.executableURL = asNobody ? URL(fileURLWithPath: "/usr/bin/setpriv") : binary
        let nobody = ["--reuid=65534", "--regid=65534", "--clear-groups", binary.path]
        process.arguments = (asNobody ? nobody : []) + arguments
        process.currentDirectoryURL = folder
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardInput = try input.map(Self.file) ?? FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: complaints)
        try process.run()
        return process
    }
}

/// A folder that goes with the test.
final class TestFolder {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("daihuo-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
    }

    /// Writes a file and makes its folders.
    func write(_ text: String, to name: String, mode: Int = 0o644) throws {
        let file = url.appendingPathComponent(name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file.path)
    }
}
