import Domain

/// Keeps requests of one call apart, across all accounts that share it, and stops them all where the platform asks for it.
///
/// After such a pause one request goes first; the others follow once it was answered, not all at the same instant.
///
/// Where turns are shared with other processes they are taken in blocks of up to a second's worth, so that a request costs
/// no transaction; what is left of a block when its time has passed is lost. Calls without a rate are not shared.
package actor Pacer {
    /// How long the process keeps to its own pace where turns could not be shared: asking costs time then.
    private static let withoutSharing = Duration.seconds(30)

    private var paces: [PacedCall: CallPace] = [:]
    private var random: SplitMix64
    private let shared: (any SharedTurns)?
    /// One asks for each call; the others wait for what he is given.
    private var asking: [PacedCall: Task<Void, Never>] = [:]
    private var hasFailedToShare = false
    /// That turns cannot be shared, until somebody tells it.
    private var untold: Notice?
    private let clock = ContinuousClock()
    private let sleepUntil: @Sendable (ContinuousClock.Instant) async throws -> Void

    /// A pacer; share one among all accounts.
    ///
    /// `seed`: of the moments by which those that wait go apart. `shared`: where turns are shared with other processes.
    package init(seed: UInt64, shared: (any SharedTurns)? = nil) {
        self.init(seed: seed, shared: shared) { try await ContinuousClock().sleep(until: $0) }
    }

    /// A pacer whose waiting can be watched: when somebody wakes depends on the machine, until when he waits does not.
    init(
        seed: UInt64, shared: (any SharedTurns)? = nil,
        sleepUntil: @escaping @Sendable (ContinuousClock.Instant) async throws -> Void
    ) {
        random = SplitMix64(seed: seed)
        self.shared = shared
        self.sleepUntil = sleepUntil
    }

    /// The right to send one request; `answered` or `hold` gives it back.
    struct Turn: Sendable {
        fileprivate let call: PacedCall
        /// Whether the others wait for its answer.
        fileprivate let isProbe: Bool
        fileprivate let isShared: Bool
        /// Something to be told once.
        let notice: Notice?
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
                defer { untold = nil }
                return Turn(
                    call: call, isProbe: paces[call]?.probe() ?? false,
                    isShared: shared != nil && requestsPerSecond != nil, notice: untold)
            } else if let requestsPerSecond {
                turnAt = take(call, requestsPerSecond, now)
                if let at = turnAt { await sleep(until: at) } else { await ask(call, requestsPerSecond) }
            } else {
                turnAt = now
            }
        }
        return Turn(call: call, isProbe: false, isShared: false, notice: nil)
    }

    /// The next turn; nil where it has to be asked for.
    private func take(
        _ call: PacedCall, _ requestsPerSecond: Int, _ now: ContinuousClock.Instant
    ) -> ContinuousClock.Instant? {
        let interval = Duration.seconds(1) / max(requestsPerSecond, 1)
        return shared == nil
            ? paces[call, default: CallPace(seed: random.next())].take(every: interval, now: now)
            : paces[call, default: CallPace(seed: random.next())].takeOfBlock(every: interval, now: now)
    }

    /// Asks for turns that are shared, or waits for what another one is given.
    private func ask(_ call: PacedCall, _ requestsPerSecond: Int) async {
        if let task = asking[call] { return await task.value }
        let task = Task { await self.askOthers(call, requestsPerSecond) }
        asking[call] = task
        await task.value
    }

    private func askOthers(_ call: PacedCall, _ requestsPerSecond: Int) async {
        defer { asking[call] = nil }
        guard let shared,
            let count = paces[call]?.turnsToAsk(requestsPerSecond: max(requestsPerSecond, 1))
        else { return }
        let length = Duration.seconds(1) / max(requestsPerSecond, 1) * count
        do {
            switch try await shared.take(call, for: length) {
            case .turns(let start): paces[call]?.give(from: start, for: length)
            case .held(let end): paces[call]?.hold(until: end)
            }
        } catch {
            if !hasFailedToShare { untold = error.notice }
            hasFailedToShare = true
            paces[call]?.giveOwn(for: Self.withoutSharing, now: clock.now)
        }
    }

    /// The platform answered, or the request failed; it did not say that it is too much.
    func answered(_ turn: Turn) {
        if turn.isProbe { paces[turn.call]?.endProbe() }
    }

    /// Nobody waits for the answer any more: after a pause another one goes first.
    func abandoned(_ turn: Turn) {
        if turn.isProbe { paces[turn.call]?.abandonProbe() }
    }

    /// The platform said that it is too much: everyone with this call waits as long as it says, else longer every time.
    ///
    /// Answers until when that is.
    func hold(_ turn: Turn, for asked: Duration?) async -> ContinuousClock.Instant {
        let end = paces[turn.call, default: CallPace(seed: random.next())].hold(for: asked, now: clock.now)
        if turn.isShared { await shared?.hold(turn.call, until: end) }
        return end
    }

    private func jitter(ofMilliseconds most: Int) -> Duration {
        .milliseconds(Int.random(in: 0...most, using: &random))
    }

    private func sleep(until end: ContinuousClock.Instant) async {
        // Ends early where the task is cancelled, which the loop sees.
        try? await sleepUntil(end)
    }
}
