/// Keeps requests of one (app key, method) apart, across all accounts that share it.
package actor Pacer {
    private var nextAt: [Key: ContinuousClock.Instant] = [:]
    private var heldUntil: [Key: ContinuousClock.Instant] = [:]
    private let clock = ContinuousClock()

    private struct Key: Hashable {
        let appKey: String
        let method: String
    }

    /// A pacer; share one among all accounts.
    package init() {}

    /// Waits for this call's turn; `requestsPerSecond` nil = only what `hold` demands.
    func turn(appKey: String, method: String, requestsPerSecond: Int?) async throws {
        let key = Key(appKey: appKey, method: method)
        let now = clock.now
        let turn = max(nextAt[key] ?? now, now)
        if let requestsPerSecond, requestsPerSecond > 0 {
            nextAt[key] = turn.advanced(by: .seconds(1) / requestsPerSecond)
        }
        if turn > now { try await clock.sleep(until: turn) }
        // A hold may have come since the turn was given.
        while let end = heldUntil[key], end > clock.now { try await clock.sleep(until: end) }
    }

    /// The platform said it is too much: everyone with this key waits.
    func hold(appKey: String, method: String, for delay: Duration) {
        let key = Key(appKey: appKey, method: method)
        let end = clock.now.advanced(by: delay)
        nextAt[key] = max(nextAt[key] ?? end, end)
        heldUntil[key] = max(heldUntil[key] ?? end, end)
    }
}
