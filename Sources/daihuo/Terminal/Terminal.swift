import Domain
import Glibc
import Reports
import Service

/// Standard output for answers, standard error for everything else.
enum Terminal {
    /// Writes an answer, ending in a newline.
    static func answer(_ text: String) {
        write(text.hasSuffix("\n") ? text : text + "\n", to: STDOUT_FILENO)
    }

    /// Writes a complaint, ending in a newline.
    static func complain(_ text: String) {
        write(text.hasSuffix("\n") ? text : text + "\n", to: STDERR_FILENO)
    }

    /// Writes as it is, for progress.
    static func note(_ text: String) {
        write(text, to: STDERR_FILENO)
    }

    /// Whether standard error is looked at by a person.
    static var isInteractive: Bool { isatty(STDERR_FILENO) == 1 }

    private static func write(_ text: String, to descriptor: Int32) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count > 0 {
                bytes = bytes.dropFirst(count)
                continue
            }
            let failure = errno
            if failure == EINTR { continue }
            // Nobody reads any more: there is nothing left to say.
            if failure == EPIPE || descriptor != STDOUT_FILENO { return }
            complain(Notice("output.not_written", Int(failure)).text(in: .asked))
            Glibc.exit(ExitCode.store.rawValue)
        }
    }
}
