package import Domain
import GRDB

extension WriteSession {
    /// What is stored of a source that now is another shop or platform.
    package struct OtherSource: Hashable, Sendable {
        package let platform: String
        package let shopID: String
    }

    /// What is stored of a source that now is another shop or platform: its orders would be counted twice; `nil` where it
    /// is the same, or new.
    package func other(than facts: SourceFacts) throws -> OtherSource? {
        guard let stored = try stored(facts.name)?.source else { return nil }
        return stored == OtherSource(platform: facts.platform, shopID: facts.shopID) ? nil : stored
    }

    /// The number of a source, which is made where there is none; host and first day are those of now.
    package func number(of facts: SourceFacts) throws -> Int64 {
        guard let number = try stored(facts.name)?.number else {
            try database.execute(
                sql: "INSERT INTO source (name, platform, shop_id, host, since) VALUES (?, ?, ?, ?, ?)",
                arguments: [facts.name, facts.platform, facts.shopID, facts.host, facts.since?.stored])
            return database.lastInsertedRowID
        }
        if !facts.host.isEmpty {
            try database.execute(
                sql: "UPDATE source SET host = ?, since = ? WHERE source = ?",
                arguments: [facts.host, facts.since?.stored, number])
        }
        return number
    }

    private func stored(_ name: String) throws -> (number: Int64, source: OtherSource)? {
        try Row.fetchOne(
            database, sql: "SELECT source, platform, shop_id FROM source WHERE name = ?", arguments: [name]
        ).map { ($0[0], OtherSource(platform: $0[1], shopID: $0[2])) }
    }

    /// The number of a version of the roster, which is kept with all its facts when it is first seen; it is the present one
    /// from now on.
    package func roster(_ version: RosterVersion, loadedAt: Instant) throws -> Int64 {
        let number = try rosterNumber(version, loadedAt: loadedAt)
        try database.execute(
            sql: "UPDATE roster SET is_present = (roster = ?1) WHERE is_present <> (roster = ?1)",
            arguments: [number])
        return number
    }

    private func rosterNumber(_ version: RosterVersion, loadedAt: Instant) throws -> Int64 {
        let known = try Int64.fetchOne(
            database, sql: "SELECT roster FROM roster WHERE hash = ?", arguments: [version.hash])
        if let known { return known }
        try database.execute(
            sql: "INSERT INTO roster (hash, decides, loaded_at_ms, is_present, facts) VALUES (?, ?, ?, 0, ?)",
            arguments: [version.hash, version.decides, loadedAt.milliseconds, version.facts])
        return database.lastInsertedRowID
    }

    /// Notes that a roster has decided about these orders, and that nothing changed by it.
    package func note(roster: Int64, of orders: [Int64]) throws {
        let update = try RawStatement(
            database, "UPDATE OR ROLLBACK orders SET roster = ? WHERE order_key = ?")
        for order in orders {
            update.bind(roster, order)
            try update.run()
        }
    }
}
