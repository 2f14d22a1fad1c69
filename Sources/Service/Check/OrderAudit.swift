import Attribution
import Books
import Domain
import Store

/// Works out anew everything that follows from what was said of each order, by the version of the roster that decided it,
/// and says what is stored otherwise.
struct OrderAudit: Sendable {
    let store: OrderStore

    /// What an audit found.
    struct Findings: Sendable {
        var disagreements: [Disagreement] = []
        var orders = 0
    }

    /// Audits every order, or `sample` of them, picked evenly by their numbers.
    func run(sample: Int?) async throws(StoreError) -> Findings {
        let step = if let sample { try await store.step(toPick: sample) } else { Int64(1) }
        var findings = Findings()
        var rosters: [Int64: RosterInForce] = [:]
        for number in try await store.rosterNumbers() {
            guard let (version, _) = try await store.rosterVersion(number) else { continue }
            if !version.isIntact {
                findings.disagreements.add(Misfit("roster", "hash", .init(number: number)))
            }
            rosters[number] = Self.roster(number, version)
        }
        var batch = try await read(from: 0, step).get()
        while true {
            // The next are read while these are worked out.
            let next = batch.next
            async let following = read(from: next, step)
            findings.orders += batch.orders.count
            for misfit in batch.misfits + Self.misfits(of: batch.orders, by: rosters) {
                findings.disagreements.add(misfit)
            }
            batch = try await following.get()
            if next == nil { return findings }
        }
    }

    /// What was decided by other rules than those of this version cannot be decided again: `daihuo attribute` will.
    private static func misfits(of orders: [AuditedOrder], by rosters: [Int64: RosterInForce]) -> [Misfit] {
        orders.flatMap { order -> [Misfit] in
            guard let number = order.stored.state.standing?.roster, let roster = rosters[number] else {
                return []
            }
            return Books.audit(order, by: roster)
        }
    }

    private static func roster(_ number: Int64, _ version: RosterVersion) -> RosterInForce? {
        guard let facts = try? RosterFacts(json: version.facts) else { return nil }
        let roster = Roster(facts: facts)
        guard roster.fingerprint == version.decides else { return nil }
        return RosterInForce(number: number, crediting: Attributor(roster: roster))
    }

    private func read(from number: Int64?, _ step: Int64) async -> Result<OrderStore.AuditBatch, StoreError> {
        guard let number else { return .success(OrderStore.AuditBatch()) }
        do throws(StoreError) {
            return .success(
                try await store.auditedOrders(
                    from: number, step: step, limit: PipelineLimits.ordersPerRecrediting))
        } catch {
            return .failure(error)
        }
    }
}
