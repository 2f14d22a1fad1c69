package import Domain
import GRDB

/// Records that were not understood: parked until a sound one of the same key has come, or a person has dismissed them.
extension WriteSession {
    /// Keeps a record that was not understood, once however often it is read; what was dismissed stays so while it says the
    /// same.
    package func park(
        _ record: ParkedRecord, source: Int64, in page: PageFacts, number: Int64
    ) throws {
        try database.execute(
            sql: """
                INSERT INTO parked (source, feed, shop_id, identity, is_after_sale, order_id, line_id, refund_id, path, reason,
                    amount_fen, body, body_hash, page, parked_at_ms)
                VALUES (?1, ?2, coalesce(?3, ''), ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11,
                    ?12, ?13, ?14, ?15)
                ON CONFLICT (source, feed, shop_id, identity) DO UPDATE SET path = excluded.path, reason = excluded.reason,
                    amount_fen = excluded.amount_fen, body = excluded.body, body_hash = excluded.body_hash,
                    page = excluded.page,
                    dismissed_at_ms = CASE WHEN body_hash = excluded.body_hash THEN dismissed_at_ms END,
                    dismissed_why = CASE WHEN body_hash = excluded.body_hash THEN dismissed_why END
                """,
            arguments: [
                source, page.feed, record.shopID, record.identity(in: page), record.isAfterSale,
                record.orderID,
                record.lineID, record.refundID, record.path, try record.reason.stored(), record.amountFen,
                record.body,
                record.bodyHash, number, page.fetchedAt.milliseconds,
            ])
        hasParked = true
    }

    /// What has landed, for whose sake a record is parked no longer.
    package enum Sound {
        /// A whole order, which speaks for all its lines.
        case order
        /// Lines of the order by the rows of a file; a row does not speak for the rows beside it, but for the order that an
        /// API could not tell.
        case lines([String])
    }

    /// A sound record of an order has come that was not overtaken, from whatever account of its shop: what was parked of it
    /// is parked no longer, also where nothing changed by it.
    ///
    /// An order does not speak for its after-sales.
    package func unpark(_ key: OrderKey, _ sound: Sound, source: Int64) throws {
        guard hasParked else { return }
        switch sound {
        case .order: try unpark(key, lineID: nil, source: source)
        case .lines(let lineIDs):
            for lineID in lineIDs { try unpark(key, lineID: lineID, source: source) }
        }
    }

    private func unpark(_ key: OrderKey, lineID: String?, source: Int64) throws {
        try database.cachedStatement(
            sql: """
                DELETE FROM parked
                WHERE order_id = ?1 AND NOT is_after_sale AND dismissed_at_ms IS NULL AND (
                        ?2 IS NULL OR line_id = ?2
                        OR line_id = '' AND page IN (SELECT page FROM page WHERE file IS NULL))
                    AND \(Self.isOfSameShop)
                """
        ).execute(arguments: [key.orderID, lineID, source, key.shopID])
    }

    /// A sound version of an after-sale has come that was not overtaken: its record is parked no longer.
    package func unpark(_ afterSale: AfterSale, source: Int64) throws {
        guard hasParked else { return }
        try database.cachedStatement(
            sql: """
                DELETE FROM parked
                WHERE is_after_sale AND refund_id = ?1 AND order_id = ?2 AND dismissed_at_ms IS NULL
                    AND (?5 IS NULL OR line_id IN ('', ?5)) AND \(Self.isOfSameShop)
                """
        ).execute(arguments: [
            afterSale.refundID, afterSale.orderKey.orderID, source, afterSale.orderKey.shopID,
            afterSale.lineID,
        ])
    }

    /// Accounts of one platform speak for each other's shop; another platform's shop may have the same id.
    ///
    /// A record that does not say its shop is of its account's. `?3` is the source of what landed, `?4` its shop.
    static let isOfSameShop = """
        (shop_id = ?4 OR shop_id = '' AND source = ?3
            OR shop_id = '' AND source IN (SELECT source FROM source WHERE shop_id = ?4))
        AND source IN (SELECT s.source FROM source s JOIN source own ON own.platform = s.platform WHERE own.source = ?3)
        """

    /// Forgets what was not understood as a source was mapped before, where all of it was read again: what still is not
    /// understood has been parked anew.
    package func unpark(
        mappedBefore page: Int64, readAgain span: ReadSpan, source: Int64, feed: String
    ) throws {
        guard hasParked, page > 0 else { return }
        try database.execute(
            sql: """
                DELETE FROM parked
                WHERE source = ?1 AND feed = ?2 AND page < ?3 AND dismissed_at_ms IS NULL AND page IN (
                    SELECT page FROM page WHERE source = ?1 AND feed = ?2 AND window_from_ms >= ?4 AND window_to_ms <= ?5)
                """, arguments: [source, feed, page, span.from.milliseconds, span.to.milliseconds])
    }

    /// Whether something that a person may dismiss is held under this number.
    package func isHeld(_ kind: HeldRecord.Kind, _ number: Int64) throws -> Bool {
        guard let table = Self.table(of: kind) else { return false }
        let sql = "SELECT EXISTS (SELECT 1 FROM \(table) WHERE \(table) = ? AND dismissed_at_ms IS NULL)"
        return try Bool.fetchOne(database, sql: sql, arguments: [number]) ?? false
    }

    /// Notes that a person has dismissed what is held under this number, and why.
    package func dismiss(_ kind: HeldRecord.Kind, _ number: Int64, why: String, at now: Instant) throws {
        guard let table = Self.table(of: kind) else { return }
        try database.execute(
            sql: "UPDATE \(table) SET dismissed_at_ms = ?, dismissed_why = ? WHERE \(table) = ?",
            arguments: [now.milliseconds, why, number])
    }

    /// The table, and its key, of what a person may dismiss; the rest is settled by records alone.
    private static func table(of kind: HeldRecord.Kind) -> String? {
        switch kind {
        case .parked: "parked"
        case .conflict: "conflict"
        case .orphan, .headerGap, .unknownWord: nil
        }
    }
}
