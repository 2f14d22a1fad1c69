import CSpawn
package import Foundation

/// A child process, with the face of Foundation's `Process` as far as tests need it.
///
/// Foundation's own reads past the end of a buffer where a process has more than some thousand files open, as the tests have
/// (AddressSanitizer, Swift 6.3.1: `findMaximumOpenFromProcSelfFD`), and now and then the tests die of it.
package final class ChildProcess {
    package var executableURL = URL(filePath: "/usr/bin/env")
    package var arguments: [String] = []
    package var currentDirectoryURL: URL?
    /// That of the tests, unless another one is given.
    package var environment = ProcessInfo.processInfo.environment
    /// Where it reads; that of the tests where nothing is given.
    package var standardInput: FileHandle?
    package var standardOutput: (any ChildOutput)?
    package var standardError: (any ChildOutput)?
    /// Its number; 0 before it runs.
    package private(set) var processIdentifier: Int32 = 0
    /// As `waitpid` gives it; `nil` while it runs.
    private var status: Int32?

    /// A child that does not run yet.
    package init() {}

    /// Starts it, with no signal blocked and no file of the tests open but its three.
    package func run() throws {
        var actions = posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        let files = [standardInput, standardOutput?.handle, standardError?.handle]
        for (place, file) in files.enumerated() {
            guard let file else { continue }
            posix_spawn_file_actions_adddup2(&actions, file.fileDescriptor, Int32(place))
        }
        spawn_close_from(&actions, 3)
        if let currentDirectoryURL {
            spawn_in_folder(&actions, currentDirectoryURL.path)
        }
        var (none, all) = (sigset_t(), sigset_t())
        sigemptyset(&none)
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        let code = ([executableURL.path] + arguments).withCStrings { arguments in
            environment.map { "\($0)=\($1)" }.withCStrings { environment in
                posix_spawn(
                    &processIdentifier, executableURL.path, &actions, &attributes, arguments, environment)
            }
        }
        guard code == 0 else { throw NotStarted(program: executableURL.path, code: code) }
        // Whoever reads a pipe to its end waits for the child alone.
        standardOutput?.letGo()
        standardError?.letGo()
    }

    /// Whether it has started and not ended.
    package var isRunning: Bool {
        guard processIdentifier != 0, status == nil else { return false }
        collect(WNOHANG)
        return status == nil
    }

    /// Waits for its end.
    package func waitUntilExit() {
        while processIdentifier != 0, status == nil { collect(0) }
    }

    /// Its status; of one that a signal has ended, the signal's number.
    package var terminationStatus: Int32 {
        let status = status ?? 0
        return wasKilled ? status & 0x7f : (status >> 8) & 0xff
    }

    /// Whether a signal has ended it.
    package var wasKilled: Bool { (status ?? 0) & 0x7f != 0 }

    /// Asks it to end.
    package func terminate() {
        if isRunning { kill(processIdentifier, SIGTERM) }
    }

    private func collect(_ options: Int32) {
        var status: Int32 = 0
        let found = waitpid(processIdentifier, &status, options)
        if found == processIdentifier { self.status = status }
        // Nobody knows any more how it ended.
        if found < 0, errno != EINTR { self.status = 0 }
    }
}

/// Where a child writes.
package protocol ChildOutput {
    /// Its end of it.
    var handle: FileHandle { get }
    /// Called once the child has it.
    func letGo()
}

extension FileHandle: ChildOutput {
    package var handle: FileHandle { self }
    package func letGo() {}
}

extension Pipe: ChildOutput {
    package var handle: FileHandle { fileHandleForWriting }
    package func letGo() { try? fileHandleForWriting.close() }
}

/// A program that could not be started.
private struct NotStarted: Error, CustomStringConvertible {
    let program: String
    let code: Int32

    var description: String { "\(program): \(String(cString: strerror(code)))" }
}

extension [String] {
    /// Hands the texts over as C does: pointers with a null behind them.
    fileprivate func withCStrings<Result>(_ body: ([UnsafeMutablePointer<CChar>?]) -> Result) -> Result {
        let copies = map { strdup($0) }
        defer { copies.forEach { free($0) } }
        return body(copies + [nil])
    }
}
