import Domain

/// What rate limits belong to: a call of a platform, by an app.
///
/// With the host: two platforms without app keys may name their calls alike.
package struct PacedCall: Hashable, Sendable {
    package let host: String
    package let appKey: String
    package let method: String

    /// A call with the platform's name of it.
    package init(host: String, appKey: String, method: String) {
        self.host = host
        self.appKey = appKey
        self.method = method
    }
}

/// When a call may be made next, in this process.
///
/// Pure: instants are handed in.
struct CallPace {
    /// The longest pause that is taken for meant, whatever a platform asks for.
    static let holdMax = Duration.seconds(86_400)

    private(set) var heldUntil: ContinuousClock.Instant?
    private var nextAt: ContinuousClock.Instant?
    /// Until when turns may be taken without asking anybody; nil: for ever.
    private var blockEnd: ContinuousClock.Instant?
    /// Turns of the block, and how many of them were used.
    private var turnsOfBlock = 1
    private var turnsUsed = 0
    private var probing = Probing.none
    private var backoff: Backoff

    private enum Probing {
        case none
        /// The pause is, or will be, over, and nobody has tried yet.
        case due
        /// Somebody tries.
        case underway
    }

    /// `seed`: of the jitter of its pauses.
    init(seed: UInt64) {
        backoff = Backoff(seed: seed)
    }

    /// Whether somebody tries, after a pause, if the platform answers again.
    var isProbed: Bool { probing == .underway }

    /// The instant of the next turn, which is taken.
    mutating func take(
        every interval: Duration, now: ContinuousClock.Instant
    ) -> ContinuousClock.Instant {
        let turn = max(nextAt ?? now, now)
        nextAt = turn.advanced(by: interval)
        return turn
    }

    /// The same of the block that was given, whose turns pass whether they are used or not; nil where it has ended.
    mutating func takeOfBlock(
        every interval: Duration, now: ContinuousClock.Instant
    ) -> ContinuousClock.Instant? {
        // A turn that begins late is taken all the same, as long as half of it is left: a block of one has begun before it is
        // known to whoever asked.
        guard let blockEnd, max(nextAt ?? now, now).advanced(by: interval / 2) <= blockEnd else { return nil }
        turnsUsed += 1
        return take(every: interval, now: now)
    }

    /// How many turns to ask for: twice as many as the last time where all were used, up to those of a second.
    mutating func turnsToAsk(requestsPerSecond: Int) -> Int {
        turnsOfBlock = turnsUsed < turnsOfBlock ? max(1, turnsUsed) : min(2 * turnsUsed, requestsPerSecond)
        turnsUsed = 0
        return turnsOfBlock
    }

    /// Turns that are this process's alone.
    mutating func give(from start: ContinuousClock.Instant, for length: Duration) {
        nextAt = start
        blockEnd = start.advanced(by: length)
    }

    /// Turns by this process's own pace, where nobody can be asked.
    mutating func giveOwn(for length: Duration, now: ContinuousClock.Instant) {
        give(from: max(nextAt ?? now, now), for: length)
    }

    /// Another process was told to wait.
    mutating func hold(until end: ContinuousClock.Instant) {
        heldUntil = max(end, heldUntil ?? end)
        probing = .due
    }

    /// Whether whoever asks goes first after a pause.
    mutating func probe() -> Bool {
        guard probing == .due else { return false }
        probing = .underway
        return true
    }

    /// Whoever went first was answered: the pause is over for all.
    mutating func endProbe() {
        guard probing == .underway else { return }
        probing = .none
        backoff.reset()
    }

    /// Nothing is known of whoever went first.
    mutating func abandonProbe() {
        if probing == .underway { probing = .due }
    }

    /// A pause from now on; answers its end.
    ///
    /// Of requests that were on their way together only the first makes the next pause longer.
    mutating func hold(for asked: Duration?, now: ContinuousClock.Instant) -> ContinuousClock.Instant {
        let isHeld = heldUntil.map { $0 > now } ?? false
        let ownEnd = isHeld ? now : now.advanced(by: backoff.next())
        let askedEnd = asked.map { now.advanced(by: min($0, Self.holdMax)) }
        hold(until: askedEnd.map { $0 > now ? $0 : ownEnd } ?? ownEnd)
        return heldUntil ?? ownEnd
    }
}
