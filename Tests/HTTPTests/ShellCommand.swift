import ChildProcesses
import Foundation

/// Runs a shell script to its end and gives what it wrote, without holding a thread of Swift's own pool.
func shell(
    _ script: String, in folder: URL = FileManager.default.temporaryDirectory
) async throws -> [UInt8] {
    try await onOwnThread {
        let process = ChildProcess()
        let output = Pipe()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-ec", script]
        process.currentDirectoryURL = folder
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let bytes = output.all()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw ShellError(script: script) }
        return Array(bytes)
    }
}

/// Lets blocking work wait elsewhere than in Swift's own pool.
func onOwnThread<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
        Thread.detachNewThread { continuation.resume(with: Result { try work() }) }
    }
}

struct ShellError: Error {
    let script: String
}
