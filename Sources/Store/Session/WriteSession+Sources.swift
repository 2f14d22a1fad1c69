package import Domain
import GRDB

/// What is stored of a source.
package struct StoredSource: Hashable, Sendable {
    package let platform: String
    package let shopID: String
    /// What maps its pages from a certain one on; empty where only files were imported so far.
    package let mapping: String
    /// By which rules records of an API have landed, and in which shops.
    package let landed: [Shop: Set<KeyRule>]
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
    /// By which rules its records have landed.
    package var keyRules: Set<KeyRule> { landed.values.reduce(into: []) { $0.formUnion($1) } }

    /// All sources by their names.
    static func all(_ database: Database) throws -> [String: StoredSource] {
        let landed = try landed(database)
        let rows = try Row.fetchAll(
            database, sql: "SELECT name, platform, shop_id, mapping, source FROM source")
        return Dictionary(
            uniqueKeysWithValues: rows.map { row in
                let source = StoredSource(
                    platform: row[1], shopID: row[2], mapping: row[3], landed: landed[row[4]] ?? [:],
                    number: row[4])
                return (row[0] as String, source)
            })
    }

    private static func landed(_ database: Database) throws -> [Int64: [Shop: Set<KeyRule>]] {
        var landed: [Int64: [Shop: Set<KeyRule>]] = [:]
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT l.source, h.channel, h.shop_id, l.rule FROM landed l JOIN shop h ON h.shop = l.shop
                WHERE l.kind = \(SourceKind.api.rawValue)
                """)
        while let row = try rows.next() {
            guard let channel = Channel(rawValue: row[1]), let rule = KeyRule(text: row[3]) else { continue }
            landed[row[0], default: [:]][Shop(channel, row[2]), default: []].insert(rule)
        }
        return landed
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
                    INSERT INTO source (name, platform, shop_id, host, since, mapping, mapped_from_page, order_times,
                        orders_timed_from_page, refund_times, refunds_timed_from_page)
                    VALUES (?, ?, ?, ?, ?, ?, 0, ?, 0, ?, 0)
                    """,
                arguments: [
                    facts.name, facts.platform, facts.shopID, facts.api?.host ?? "", facts.api?.since.stored,
                    facts.api?.mapping ?? "", facts.api?.updateTimes.orders ?? "",
                    facts.api?.updateTimes.refunds ?? "",
                ])
            return AdmittedSource(number: database.lastInsertedRowID, isReadAgain: false)
        }
        guard let api = facts.api else { return AdmittedSource(number: known.number, isReadAgain: false) }
        try forgetWhatWasMappedOtherwise(facts.platform, api)
        try database.execute(
            sql: """
                UPDATE source SET host = ?1, since = ?2, mapping = ?3,
                    order_times = iif(?4 = '', order_times, ?4), refund_times = iif(?5 = '', refund_times, ?5)
                WHERE source = ?6
                """,
            arguments: [
                api.host, api.since.stored, api.mapping, api.updateTimes.orders, api.updateTimes.refunds,
                known.number,
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
                UPDATE source SET mapping = ?2, mapped_from_page = ?3,
                    orders_timed_from_page = iif(?4 IN ('', order_times) OR order_times = '', orders_timed_from_page, ?3),
                    order_times = iif(?4 = '', order_times, ?4),
                    refunds_timed_from_page = iif(?5 IN ('', refund_times) OR refund_times = '', refunds_timed_from_page, ?3),
                    refund_times = iif(?5 = '', refund_times, ?5)
                WHERE platform = ?1 AND mapping <> ''
                """,
            arguments: [platform, api.mapping, nextPage, api.updateTimes.orders, api.updateTimes.refunds])
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
            database,
            sql: """
                SELECT source, mapped_from_page, orders_timed_from_page, refunds_timed_from_page FROM source
                """)
        func pages(_ column: Int) -> [Int64: Int64] {
            Dictionary(uniqueKeysWithValues: rows.map { ($0[0] as Int64, $0[column] as Int64) })
        }
        return OutdatedPages(before: pages(1), timedFrom: [.order: pages(2), .afterSale: pages(3)])
    }
}
