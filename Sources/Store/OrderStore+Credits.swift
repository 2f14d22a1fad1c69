import Domain
import GRDB

extension OrderStore {
    /// Whether every credit was computed by the roster with this fingerprint.
    package func isCredited(by fingerprint: String) async throws(StoreError) -> Bool {
        try await read { database in
            try StoredSetting.creditedBy.read(database) == fingerprint
        }
    }

    /// Notes on an empty store that all its (no) credits are those of this roster; does nothing on any other.
    package func adoptRoster(fingerprint: String) async throws(StoreError) {
        try await write { database, _ in
            let isEmpty = try Bool.fetchOne(database, sql: "SELECT NOT EXISTS (SELECT 1 FROM orders)")
            guard isEmpty == true else { return }
            try StoredSetting.creditedBy.write(fingerprint, database)
        }
    }

    /// Computes all credits anew by a roster that changed, some thousand orders a transaction; books differences.
    ///
    /// Stopped half-way it starts over the next time; what is right already is left alone. `progress` is told how many
    /// orders are done. The counts are of what was decided.
    package func recredit(
        fingerprint: String, crediting: some Crediting, progress: @escaping @Sendable (Int) -> Void
    ) async throws(StoreError) -> LandingCounts {
        var last: Int64? = 0
        var total = LandingCounts()
        var done = 0
        while let after = last {
            let step = try await write { database, keys in
                var counts = LandingCounts()
                let orders = try OrderRows(database).after(after, limit: 2_000)
                let writer = try LandingWriter(database, keys: keys)
                defer { keys = writer.keys }
                for stored in orders {
                    let prepared = PreparedOrder(
                        stored.order, platform: stored.platform, crediting: crediting)
                    try writer.recredit(prepared, stored.key)
                    counts.countDecisions(of: prepared)
                }
                try writer.finish()
                return (last: orders.last?.number, counts: counts, orders: orders.count)
            }
            last = step.last
            total.add(step.counts)
            done += step.orders
            progress(done)
        }
        try await write { database, _ in
            try StoredSetting.creditedBy.write(fingerprint, database)
        }
        return total
    }
}
