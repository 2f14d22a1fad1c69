package import Domain

/// Turns of calls that several processes share.
package protocol SharedTurns: Sendable {
    /// Takes turns in a row that nobody else has.
    func take(_ call: PacedCall, for length: Duration) async throws(TurnsNotShared) -> SharedBlock

    /// Has nobody make this call before that.
    func hold(_ call: PacedCall, until end: ContinuousClock.Instant) async
}

/// What is given to whoever asks for turns that are shared.
package enum SharedBlock: Sendable {
    /// They begin then.
    case turns(from: ContinuousClock.Instant)
    /// None: another process was told to wait until then.
    case held(until: ContinuousClock.Instant)
}

/// Turns cannot be shared now: everyone keeps to his own pace for a while.
package struct TurnsNotShared: Error {
    let notice: Notice

    /// `notice`: why, for people.
    package init(notice: Notice) {
        self.notice = notice
    }
}
