package import Domain
import GRDB

/// Orders that were decided by another roster than the present one; found by asking, never noted.
struct DecidedOtherwise {
    /// The numbers of versions that decide otherwise and have orders.
    let rosters: [Int64]

    /// Whether there are none.
    var isNothing: Bool { rosters.isEmpty }

    /// Looks for versions whose deciding facts are not these, or that are not known at all; it goes from one version to the
    /// next in the index, however many orders each has.
    init(_ decides: String, _ database: Database) throws {
        rosters = try Int64.fetchAll(
            database,
            sql: """
                WITH RECURSIVE decided (roster) AS (
                    SELECT min(roster) FROM orders
                    UNION ALL
                    SELECT (SELECT min(o.roster) FROM orders o WHERE o.roster > d.roster) FROM decided d
                    WHERE d.roster IS NOT NULL)
                SELECT roster FROM decided
                WHERE roster IS NOT NULL AND roster NOT IN (SELECT roster FROM roster WHERE decides = ?)
                """, arguments: [decides])
    }

    /// How many orders they are.
    func count(_ database: Database) throws -> Int64 {
        try rosters.reduce(0) { sum, roster in
            sum
                + (try Int64.fetchOne(
                    database, sql: "SELECT count(*) FROM orders WHERE roster = ?", arguments: [roster]) ?? 0)
        }
    }
}

extension OrderStore {
    /// How many orders were decided by another version of the roster than one with these deciding facts.
    package func countDecidedOtherwise(than decides: String) async throws(StoreError) -> Int64 {
        try await read { try DecidedOtherwise(decides, $0).count($0) }
    }

    /// Up to so many orders above a number that were decided by another version than one with these deciding facts, by
    /// their number.
    package func decidedOtherwise(
        than decides: String, after number: Int64, limit: Int
    ) async throws(StoreError) -> [StoredOrder] {
        try await read { database in
            let reader = try OrderReader(database)
            var numbers: [Int64] = []
            for roster in try DecidedOtherwise(decides, database).rosters {
                numbers += try Int64.fetchAll(
                    database,
                    sql: """
                        SELECT order_key FROM orders WHERE roster = ? AND order_key > ? ORDER BY order_key LIMIT ?
                        """, arguments: [roster, number, limit])
            }
            return try numbers.sorted().prefix(limit).compactMap { try reader.stored(number: $0) }
        }
    }

    /// A version of the roster as it was kept; `nil` where there is none with this number.
    package func rosterVersion(
        _ number: Int64
    ) async throws(StoreError) -> (version: RosterVersion, loadedAt: Instant)? {
        try await read { database in
            let row = try Row.fetchOne(
                database, sql: "SELECT hash, decides, facts, loaded_at_ms FROM roster WHERE roster = ?",
                arguments: [number])
            return row.map {
                (RosterVersion(hash: $0[0], decides: $0[1], facts: $0[2]), Instant(milliseconds: $0[3]))
            }
        }
    }
}
