import Domain
package import Reports
import Store
import Sync
import Synchronization

/// What a long job looks like from outside: a bar on a terminal, log lines elsewhere.
///
/// Told of events by any thread; writes through `write`, on a terminal at most ten times a second.
package final class ProgressMeter: Sendable {
    private let state: Mutex<ProgressState>
    private let isTerminal: Bool
    private let language: Language
    private let write: @Sendable (String) -> Void
    private let clock = ContinuousClock()

    /// A meter; `isQuiet` shows nothing.
    package init(
        isTerminal: Bool, isQuiet: Bool, language: Language, write: @escaping @Sendable (String) -> Void
    ) {
        self.isTerminal = isTerminal
        self.language = language
        self.write = { text in
            if !isQuiet { write(text) }
        }
        state = Mutex(ProgressState(startedAt: ContinuousClock.now))
    }

    /// Takes note of an event and shows what has changed.
    package func show(_ event: StageProgress) {
        let now = clock.now
        if let text = state.withLock({ text(for: event, at: now, &$0) }) { write(text) }
    }

    private func text(
        for event: StageProgress, at now: ContinuousClock.Instant, _ state: inout ProgressState
    ) -> String? {
        state.take(event)
        if isTerminal {
            guard state.mayDraw(at: now) else { return nil }
            return "\r\u{1B}[K" + state.bar(at: now, language)
        }
        return state.line(event, at: now, language).map { $0 + "\n" }
    }

    /// Says something once, above the bar.
    package func say(_ sentence: String) {
        write(isTerminal ? "\r\u{1B}[K\(sentence)\n" : "\(sentence)\n")
    }

    /// Clears the bar.
    package func finish() {
        if isTerminal { write("\r\u{1B}[K") }
    }
}
