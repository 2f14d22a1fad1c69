import Domain
import Ledger
import Synchronization

/// Looks at one batch after the other for a hash or a predecessor that does not fit.
final class BrokenBatches: Sendable {
    private let state = Mutex(State())

    private struct State {
        var numbers: [Int64] = []
        var count: Int64 = 0
        var lastHash = ""
    }

    func look(at batch: SealedBatch) {
        state.withLock { state in
            state.count += 1
            let follows = batch.head.number == state.count && batch.head.previousHash == state.lastHash
            if !follows || !Journal.isIntact(batch) { state.numbers.append(batch.head.number) }
            state.lastHash = batch.hash
        }
    }

    /// The batches that do not fit.
    var numbers: [Int64] { state.withLock { $0.numbers } }

    /// All batches seen.
    var count: Int64 { state.withLock { $0.count } }
}
