import Books
import Domain
import Store

/// Decides anew about orders that were decided by another roster, some thousand a transaction.
///
/// What is to be done is found by asking the store, so that a run which was stopped half-way, or a roster that came back,
/// leaves nothing behind. The next orders are read while those before are written: nobody else writes meanwhile.
struct RecreditStage: Sendable {
    let store: OrderStore
    /// The deciding facts of the present roster.
    let decides: String
    let roster: RosterInForce

    /// Decides, and counts what was decided; `progress` is told how many orders are done.
    func run(progress: @escaping @Sendable (Int) -> Void) async throws(StoreError) -> DecisionCounts {
        var total = DecisionCounts()
        var done = 0
        var orders = try await read(after: 0).get()
        while let last = orders.last?.number {
            async let following = read(after: last)
            total.add(try await decide(orders))
            done += orders.count
            progress(done)
            orders = try await following.get()
        }
        return total
    }

    func decide(_ orders: [StoredOrder]) async throws(StoreError) -> DecisionCounts {
        try await store.write { session in
            var total = DecisionCounts()
            var unchanged: [Int64] = []
            for order in orders {
                let (change, counts) = Books.credit(order, by: roster)
                total.add(counts)
                if let change {
                    try session.apply(change)
                } else if let number = order.number {
                    unchanged.append(number)
                }
            }
            try session.note(roster: roster.number, of: unchanged)
            return total
        }
    }

    private func read(after number: Int64) async -> Result<[StoredOrder], StoreError> {
        do throws(StoreError) {
            return .success(
                try await store.decidedOtherwise(
                    than: decides, after: number, limit: PipelineLimits.ordersPerRecrediting))
        } catch {
            return .failure(error)
        }
    }
}
