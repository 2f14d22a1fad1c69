import ChildProcesses
import Foundation

/// A program of Debian's that judges what we hand to it.
enum ExternalTool {
    /// Runs a program in a folder; its status and all that it wrote.
    static func run(
        _ name: String, _ arguments: [String], in folder: URL, input: String = ""
    ) async throws -> (status: Int32, text: String) {
        let tools = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../.build/tools").standardizedFileURL.path(percentEncoded: false)
        let places = [tools, "/usr/bin", "/usr/local/bin"].map { "\($0)/\(name)" }
        guard let path = places.first(where: FileManager.default.isExecutableFile) else {
            throw Missing(description: "\(name) is not there: `make test` brings what the tests need")
        }
        let file = folder.appending(path: "stdin")
        try Data(input.utf8).write(to: file)
        return try await withCheckedThrowingContinuation { continuation in
            // Waiting for a child holds a thread: not one of Swift's own pool.
            Thread.detachNewThread {
                continuation.resume(with: Result { try run(path, arguments, in: folder, input: file) })
            }
        }
    }

    private static func run(
        _ path: String, _ arguments: [String], in folder: URL, input: URL
    ) throws -> (Int32, String) {
        let (process, output) = (ChildProcess(), Pipe())
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.standardInput = try FileHandle(forReadingFrom: input)
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let bytes = output.all()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: bytes, as: UTF8.self))
    }

    struct Missing: Error, CustomStringConvertible {
        let description: String
    }
}
