import Synchronization

/// Says that a process is to end: what was begun ends at its next page, and nothing more is begun.
package final class StopSign: Sendable {
    private let isRaisedAtomically = Atomic(false)

    /// Nobody wants to stop.
    package init() {}

    /// Whether to stop.
    package var isRaised: Bool { isRaisedAtomically.load(ordering: .relaxed) }

    /// Has the process stop.
    package func raise() {
        isRaisedAtomically.store(true, ordering: .relaxed)
    }
}
