import Domain

/// What rate limits belong to: a call of a platform, by an app.
///
/// With the host: two platforms without app keys may name their calls alike.
struct PacedCall: Hashable, Sendable {
    let host: String
    let appKey: String
    let method: String
}

/// When a call may be made next, in this process.
///
/// Pure: instants are handed in.
struct CallPace {
    /// The longest pause that is taken for meant, whatever a platform asks for.
    static let holdMax = Duration.seconds(86_400)

    private(set) var heldUntil: ContinuousClock.Instant?
    private var nextAt: ContinuousClock.Instant?
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
    mutating func take(requestsPerSecond: Int?, now: ContinuousClock.Instant) -> ContinuousClock.Instant {
        guard let requestsPerSecond, requestsPerSecond > 0 else { return now }
        let turn = max(nextAt ?? now, now)
        nextAt = turn.advanced(by: .seconds(1) / requestsPerSecond)
        return turn
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

    /// A pause from now on; answers its end.
    ///
    /// Of requests that were on their way together only the first makes the next pause longer.
    mutating func hold(for asked: Duration?, now: ContinuousClock.Instant) -> ContinuousClock.Instant {
        let isHeld = heldUntil.map { $0 > now } ?? false
        let ownEnd = isHeld ? now : now.advanced(by: backoff.next())
        let askedEnd = asked.map { now.advanced(by: min($0, Self.holdMax)) }
        let end = max(askedEnd.map { $0 > now ? $0 : ownEnd } ?? ownEnd, heldUntil ?? now)
        heldUntil = end
        probing = .due
        return end
    }
}
