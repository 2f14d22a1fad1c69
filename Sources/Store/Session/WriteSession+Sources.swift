package import Domain
import GRDB

/// What is stored of a source.
package struct StoredSource: Hashable, Sendable {
    package let platform: String
    package let shopID: String
    /// What made the keys of what is stored; empty where only files were imported so far.
    package let identity: String
    /// What mapped the pages from `mappedFromPage` on; empty as `identity`.
    package let mapping: String
    /// Whether any record of an API has landed.
    package let hasLanded: Bool
    fileprivate let number: Int64
    fileprivate let mappedFromPage: Int64
}

/// A source that may be read into.
package struct AdmittedSource: Hashable, Sendable {
    /// Its number in the store.
    package let number: Int64
    /// Whether what was read before is to be read again.
    package let isReadAgain: Bool
}

extension StoredSource {
    /// All sources by their names.
    static func all(_ database: Database) throws -> [String: StoredSource] {
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT name, platform, shop_id, identity, mapping, EXISTS (
                    SELECT 1 FROM page p WHERE p.source = s.source AND p.file IS NULL AND p.records > p.parked),
                    source, mapped_from_page
                FROM source s
                """)
        return Dictionary(
            uniqueKeysWithValues: rows.map { row in
                (
                    row[0] as String,
                    StoredSource(
                        platform: row[1], shopID: row[2], identity: row[3], mapping: row[4],
                        hasLanded: row[5], number: row[6], mappedFromPage: row[7])
                )
            })
    }
}

extension WriteSession {
    /// All that is stored of sources, by their names.
    package func sources() throws -> [String: StoredSource] { try StoredSource.all(database) }

    /// Notes a source as it is now, beside what is stored of it.
    ///
    /// Where its records are mapped otherwise than before, what was read is forgotten: the next sync reads all again.
    package func admit(_ facts: SourceFacts, known: StoredSource?) throws -> AdmittedSource {
        guard let known else {
            try database.execute(
                sql: """
                    INSERT INTO source (name, platform, shop_id, host, since, identity, mapping, mapped_from_page)
                    VALUES (?, ?, ?, ?, ?, ?, ?, 0)
                    """,
                arguments: [
                    facts.name, facts.platform, facts.shopID, facts.host, facts.since?.stored, facts.identity,
                    facts.mapping,
                ])
            return AdmittedSource(number: database.lastInsertedRowID, isReadAgain: false)
        }
        if facts.host.isEmpty { return AdmittedSource(number: known.number, isReadAgain: false) }
        let isMappedOtherwise = !known.mapping.isEmpty && known.mapping != facts.mapping
        let from = isMappedOtherwise ? nextPage : known.mappedFromPage
        try database.execute(
            sql: """
                UPDATE source SET host = ?, since = ?, identity = ?, mapping = ?, mapped_from_page = ? WHERE source = ?
                """,
            arguments: [
                facts.host, facts.since?.stored, facts.identity, facts.mapping, from, known.number,
            ])
        var isReadAgain = false
        if isMappedOtherwise {
            try database.execute(sql: "DELETE FROM read_span WHERE source = ?", arguments: [known.number])
            isReadAgain = database.changesCount > 0
        }
        return AdmittedSource(number: known.number, isReadAgain: isReadAgain)
    }

    /// What was mapped otherwise than the platforms of these sources, which are admitted, map now.
    ///
    /// Of a source of the same platform that was not admitted since, so that it is known by another mapping still, that is
    /// all of it.
    package func outdatedPages(beside facts: [SourceFacts]) throws -> OutdatedPages {
        let mappings = Dictionary(facts.map { ($0.platform, $0.mapping) }) { first, _ in first }
        let pages = try sources().values.map { source in
            let present = mappings[source.platform] ?? source.mapping
            let isPresent = present.isEmpty || source.mapping.isEmpty || source.mapping == present
            return (source.number, isPresent ? source.mappedFromPage : .max)
        }
        return OutdatedPages(before: Dictionary(uniqueKeysWithValues: pages))
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
