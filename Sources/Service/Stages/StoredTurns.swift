import Digest
import Domain
import Store
import Sync

/// Shares the turns of calls with the other processes that use a store.
///
/// It does not touch the store before a turn is asked for.
actor StoredTurns: SharedTurns {
    private let path: String
    /// The wall clock, which all processes have in common.
    private let now: @Sendable () -> Instant
    private var budget: CallBudget?

    /// The turns that the store with this path keeps.
    init(path: String, now: @escaping @Sendable () -> Instant) {
        (self.path, self.now) = (path, now)
    }

    func take(_ call: PacedCall, for length: Duration) async throws(TurnsNotShared) -> SharedBlock {
        do {
            let milliseconds = Int64((length / .milliseconds(1)).rounded(.up))
            return switch try await opened().take(CallBudget.Call(call), milliseconds: milliseconds) {
            case .turns(let start): .turns(from: monotonic(start))
            case .held(let end): .held(until: monotonic(end))
            }
        } catch {
            throw TurnsNotShared(notice: Notice("sync.turns_not_shared", error.notice))
        }
    }

    func hold(_ call: PacedCall, until end: ContinuousClock.Instant) async {
        let milliseconds = Int64(((end - .now) / .milliseconds(1)).rounded(.up))
        let end = now().advanced(byMilliseconds: milliseconds)
        // Whoever does not learn of it asks, and is told by the platform.
        try? await opened().hold(CallBudget.Call(call), until: end)
    }

    private func opened() throws(StoreError) -> CallBudget {
        if let budget { return budget }
        let opened = try CallBudget(path: path, now: now)
        budget = opened
        return opened
    }

    /// What this process's own clock shows at an instant of the wall clock, which somebody may set meanwhile.
    private func monotonic(_ instant: Instant) -> ContinuousClock.Instant {
        ContinuousClock.now.advanced(by: .milliseconds(instant.milliseconds - now().milliseconds))
    }
}

extension CallBudget.Call {
    /// Without the app key: a hash of it and of the host that it belongs to.
    fileprivate init(_ call: PacedCall) {
        var hash = SHA256()
        hash.update(Array("\(call.host)\n\(call.appKey)".utf8))
        self.init(app: String(hash.finalize().hexadecimal.prefix(32)), method: call.method)
    }
}
