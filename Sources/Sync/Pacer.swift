import Domain

/// Keeps requests of one call apart, across all accounts that share it, and stops them all where the platform asks for it.
///
/// After such a pause one request goes first; the others follow once it was answered, not all at the same instant.
package actor Pacer {
    private var paces: [PacedCall: CallPace] = [:]
    private var random: SplitMix64
    private let clock = ContinuousClock()

    /// A pacer; share one among all accounts.
    ///
    /// `seed`: of the moments by which those that wait go apart.
    package init(seed: UInt64) {
        random = SplitMix64(seed: seed)
    }

    /// The right to send one request; `answered` or `hold` gives it back.
    struct Turn: Sendable {
        fileprivate let call: PacedCall
        /// Whether the others wait for its answer.
        fileprivate let isProbe: Bool
    }

    /// The platform asks to wait longer than somebody would.
    struct Held: Error {
        let end: ContinuousClock.Instant
    }

    /// Waits for this call's turn, but for no pause longer than `patience`; `requestsPerSecond` nil = only for pauses.
    ///
    /// Whose task is cancelled gets a turn at once: the request fails by itself.
    func turn(
        _ call: PacedCall, requestsPerSecond: Int?, patience: Duration
    ) async throws(Held) -> Turn {
        var turnAt: ContinuousClock.Instant?
        while !Task.isCancelled {
            let now = clock.now
            if let end = paces[call]?.heldUntil, end > now {
                guard end - now <= patience else { throw Held(end: end) }
                turnAt = nil
                await sleep(until: end.advanced(by: jitter(ofMilliseconds: 200)))
            } else if paces[call]?.isProbed == true {
                turnAt = nil
                await sleep(until: now.advanced(by: .milliseconds(20) + jitter(ofMilliseconds: 200)))
            } else if let turnAt, turnAt <= now {
                return Turn(call: call, isProbe: paces[call]?.probe() ?? false)
            } else {
                let at = paces[call, default: CallPace(seed: random.next())]
                    .take(requestsPerSecond: requestsPerSecond, now: now)
                turnAt = at
                if at > now { await sleep(until: at) }
            }
        }
        return Turn(call: call, isProbe: false)
    }

    /// The platform answered, or nothing came of the request; it did not say that it is too much.
    func answered(_ turn: Turn) {
        if turn.isProbe { paces[turn.call]?.endProbe() }
    }

    /// The platform said that it is too much: everyone with this call waits as long as it says, else longer every time.
    ///
    /// Answers until when that is.
    func hold(_ turn: Turn, for asked: Duration?) -> ContinuousClock.Instant {
        paces[turn.call, default: CallPace(seed: random.next())].hold(for: asked, now: clock.now)
    }

    private func jitter(ofMilliseconds most: Int) -> Duration {
        .milliseconds(Int.random(in: 0...most, using: &random))
    }

    private func sleep(until end: ContinuousClock.Instant) async {
        // Ends early where the task is cancelled, which the loop sees.
        try? await clock.sleep(until: end)
    }
}
