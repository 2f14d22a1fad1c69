import Glibc
import Synchronization

/// Asks a person for a password on the terminal, without showing it; once, however often it is wanted.
final class PasswordPrompt: Sendable {
    private let question: String
    private let given = Mutex<String??>(nil)

    init(_ question: String) {
        self.question = question
    }

    /// What was typed; `nil` where nobody sits at a terminal.
    func answer() -> String? {
        given.withLock { given in
            if let given { return given }
            // getpass would read a pipe where there is no terminal.
            let isAsked = isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1
            let typed = isAsked ? getpass(question).map { String(cString: $0) } : nil
            given = .some(typed)
            return typed
        }
    }
}
