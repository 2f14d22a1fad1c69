package import Domain
import GRDB

/// What is stored of a source.
package struct StoredSource: Hashable, Sendable {
    package let platform: String
    package let shopID: String
    /// What made the keys of what is stored; empty where only files were imported so far.
    package let identity: String
    /// What maps its pages from a certain one on; empty as `identity`.
    package let mapping: String
    /// The kinds of record of an API that have landed, as `identity` names them: `order`, `refund`, `stated`.
    package let landedKinds: Set<String>
    /// Where it read money.
    package let shops: Set<Shop>
    fileprivate let number: Int64

    /// A shop of a channel.
    package struct Shop: Hashable, Sendable {
        package let channel: Channel
        package let shopID: String

        /// A shop by its id.
        package init(_ channel: Channel, _ shopID: String) {
            self.channel = channel
            self.shopID = shopID
        }
    }
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
        let shops = try shops(database)
        let rows = try Row.fetchAll(
            database,
            sql: """
                WITH stating AS MATERIALIZED (
                    SELECT DISTINCT source FROM refund WHERE evidence = \(RefundEvidence.stated.rawValue)),
                landed AS MATERIALIZED (
                    SELECT source, max(inserted) > 0 AS orders, max(refunds) > 0 AS refunds FROM page
                    WHERE file IS NULL GROUP BY source)
                SELECT s.name, s.platform, s.shop_id, s.identity, s.mapping, s.source, coalesce(l.orders, 0),
                    coalesce(l.refunds, 0), s.source IN stating
                FROM source s LEFT JOIN landed l ON l.source = s.source
                """)
        return Dictionary(
            uniqueKeysWithValues: rows.map { row in
                let kinds = [("order", row[6] as Bool), ("refund", row[7]), ("stated", row[8])]
                let source = StoredSource(
                    platform: row[1], shopID: row[2], identity: row[3], mapping: row[4],
                    landedKinds: Set(kinds.filter(\.1).map(\.0)), shops: shops[row[5]] ?? [],
                    number: row[5])
                return (row[0] as String, source)
            })
    }

    private static func shops(_ database: Database) throws -> [Int64: Set<Shop>] {
        var shops: [Int64: Set<Shop>] = [:]
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT r.source, h.channel, h.shop_id FROM (SELECT DISTINCT source, shop FROM daily_read) r
                JOIN shop h ON h.shop = r.shop
                """)
        while let row = try rows.next() {
            guard let channel = Channel(rawValue: row[1]) else { continue }
            shops[row[0], default: []].insert(Shop(channel, row[2]))
        }
        return shops
    }
}

extension WriteSession {
    /// All that is stored of sources, by their names.
    package func sources() throws -> [String: StoredSource] { try StoredSource.all(database) }

    /// Notes a source as it is now, beside what is stored of it.
    ///
    /// Where any source of its platform was mapped otherwise than this one is, what was read of all of them is forgotten:
    /// the next sync of each reads all again. They may have read one shop, and then what the one said last stands where
    /// the other has read.
    package func admit(_ facts: SourceFacts, known: StoredSource?) throws -> AdmittedSource {
        guard let known else {
            if let api = facts.api { try forgetWhatWasMappedOtherwise(facts.platform, api) }
            try database.execute(
                sql: """
                    INSERT INTO source (name, platform, shop_id, host, since, identity, mapping, mapped_from_page,
                        update_times, timed_from_page)
                    VALUES (?, ?, ?, ?, ?, ?, ?, 0, ?, 0)
                    """,
                arguments: [
                    facts.name, facts.platform, facts.shopID, facts.api?.host ?? "", facts.api?.since.stored,
                    facts.api?.identity ?? "", facts.api?.mapping ?? "", facts.api?.updateTimes ?? "",
                ])
            return AdmittedSource(number: database.lastInsertedRowID, isReadAgain: false)
        }
        guard let api = facts.api else { return AdmittedSource(number: known.number, isReadAgain: false) }
        try forgetWhatWasMappedOtherwise(facts.platform, api)
        try database.execute(
            sql: """
                UPDATE source SET host = ?, since = ?, identity = ?, mapping = ?, update_times = ? WHERE source = ?
                """,
            arguments: [
                api.host, api.since.stored, api.identity, api.mapping, api.updateTimes, known.number,
            ])
        let isReadAgain = try Bool.fetchOne(
            database,
            sql: """
                SELECT mapped_from_page > 0 AND NOT EXISTS (SELECT 1 FROM read_span r WHERE r.source = s.source)
                    AND EXISTS (SELECT 1 FROM page p WHERE p.source = s.source AND p.file IS NULL)
                FROM source s WHERE source = ?
                """, arguments: [known.number])
        return AdmittedSource(number: known.number, isReadAgain: isReadAgain ?? false)
    }

    /// What was held of a feed that is there no more has no other way out: whatever it was about is read again.
    private func forgetWhatWasMappedOtherwise(
        _ platform: String, _ api: SourceFacts.API
    ) throws {
        let isOutdated = try Bool.fetchOne(
            database,
            sql: "SELECT EXISTS (SELECT 1 FROM source WHERE platform = ? AND mapping NOT IN ('', ?))",
            arguments: [platform, api.mapping])
        guard isOutdated == true else { return }
        let ofPlatform = "source IN (SELECT source FROM source WHERE platform = ? AND mapping <> '')"
        let ofLostFeed = "feed NOT IN (\(databaseQuestionMarks(count: api.feeds.count)))"
        try database.execute(
            sql: "DELETE FROM read_span WHERE \(ofPlatform)", arguments: [platform])
        for (table, condition) in [("parked", "dismissed_at_ms IS NULL"), ("unknown_word", "true")] {
            try database.execute(
                sql: """
                    DELETE FROM \(table) WHERE \(ofPlatform) AND \(ofLostFeed) AND \(condition)
                        AND page IN (SELECT page FROM page WHERE file IS NULL)
                    """,
                arguments: StatementArguments([platform] + api.feeds))
        }
        try database.execute(
            sql: """
                UPDATE source SET mapping = ?2, mapped_from_page = ?3, update_times = ?4,
                    timed_from_page = iif(update_times = ?4, timed_from_page, ?3)
                WHERE platform = ?1 AND mapping <> ''
                """,
            arguments: [platform, api.mapping, nextPage, api.updateTimes])
    }

    /// Throws where an account of the same platform was admitted meanwhile, by another process, whose records mean something
    /// else: what is read here would count as mapped like those.
    package func expectMapped(_ facts: SourceFacts) throws {
        let mapping = try String.fetchOne(
            database.cachedStatement(sql: "SELECT mapping FROM source WHERE name = ?"),
            arguments: [facts.name])
        guard mapping == facts.api?.mapping ?? "" else {
            throw StoreError(.busy, Notice("store.mapped_otherwise_meanwhile", facts.name))
        }
    }

    /// What was mapped otherwise than the platforms of its sources map now.
    package func outdatedPages() throws -> OutdatedPages { try OutdatedPages.stored(database) }

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

extension OutdatedPages {
    /// By the pages with which the present mapping of each source began, and the present reading of update times.
    static func stored(_ database: Database) throws -> OutdatedPages {
        let rows = try Row.fetchAll(
            database, sql: "SELECT source, mapped_from_page, timed_from_page FROM source")
        return OutdatedPages(
            before: Dictionary(uniqueKeysWithValues: rows.map { ($0[0] as Int64, $0[1] as Int64) }),
            timedFrom: Dictionary(uniqueKeysWithValues: rows.map { ($0[0] as Int64, $0[2] as Int64) }))
    }
}
