import Domain
import Reports
import Service
import Synchronization

/// What a long job looks like from outside: a bar on a terminal, log lines elsewhere.
///
/// Told of events by any thread; writes through `write`, on a terminal at most ten times a second.
final class ProgressMeter: Sendable {
    private let state: Mutex<State>
    /// `nil`: a bar is drawn.
    private let log: Log?
    private let language: Language
    private let write: @Sendable (String) -> Void
    private let clock = ContinuousClock()

    /// Goes to the start of the line and clears it.
    private static let clearLine = "\r\u{1B}[K"

    private struct State {
        var progress: ProgressState
        var drawnAt: ContinuousClock.Instant?

        /// Whether a tenth of a second has passed since the last drawing.
        mutating func mayDraw(at now: ContinuousClock.Instant) -> Bool {
            if let drawnAt, now - drawnAt < .milliseconds(100) { return false }
            drawnAt = now
            return true
        }
    }

    /// A meter that writes to a log, or draws a bar where there is none; `isQuiet` draws nothing.
    init(log: Log?, isQuiet: Bool, language: Language, write: @escaping @Sendable (String) -> Void) {
        self.log = log
        self.language = language
        self.write = { text in
            if !isQuiet { write(text) }
        }
        state = Mutex(State(progress: ProgressState(startedAt: ContinuousClock.now)))
    }

    /// Takes note of an event and shows what has changed.
    func show(_ event: StageProgress) {
        if let log { return log.take(event) }
        let now = clock.now
        let text = state.withLock { state -> String? in
            state.progress.take(event)
            // What a person has to know is not drawn over.
            if case .notice(let account, let what) = event {
                return "\(Self.clearLine)\(account): \(what.text(in: language))\n"
            }
            return state.mayDraw(at: now) ? Self.clearLine + state.progress.bar(at: now, in: language) : nil
        }
        if let text { write(text) }
    }

    /// Says something once, above the bar.
    func say(_ notice: Notice) {
        if let log { return log.say(.notice, "notice", notice) }
        write("\(Self.clearLine)\(notice.text(in: language))\n")
    }

    /// Clears the bar.
    func finish() {
        if log == nil { write(Self.clearLine) }
    }
}
