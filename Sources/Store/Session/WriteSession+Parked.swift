package import Domain
import GRDB

/// Records that were not understood: parked until a sound one of the same key has come, or a person has dismissed them.
extension WriteSession {
    /// Keeps a record that was not understood, once however often it is read; what was dismissed stays so while it says the
    /// same, and an older version does not take the place of a newer one.
    ///
    /// Update times of pages `timedOtherwiseBefore` a number do not compare with the record's.
    package func park(
        _ record: ParkedRecord, source: Int64, in page: PageFacts, number: Int64,
        timedOtherwiseBefore firstTimed: Int64 = 0
    ) throws {
        try database.execute(
            sql: """
                INSERT INTO parked (source, feed, shop_id, identity, is_after_sale, order_id, line_id, refund_id, path, reason,
                    amount_fen, body, body_hash, page, parked_at_ms, updated_at_ms)
                VALUES (?1, ?2, coalesce(?3, ''), ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11,
                    ?12, ?13, ?14, ?15, ?16)
                ON CONFLICT (source, feed, shop_id, identity) DO UPDATE SET path = excluded.path, reason = excluded.reason,
                    amount_fen = excluded.amount_fen, body = excluded.body, body_hash = excluded.body_hash,
                    page = excluded.page,
                    updated_at_ms = CASE WHEN page < ?17 THEN excluded.updated_at_ms
                        ELSE coalesce(excluded.updated_at_ms, updated_at_ms) END,
                    dismissed_at_ms = CASE WHEN body_hash = excluded.body_hash THEN dismissed_at_ms END,
                    dismissed_why = CASE WHEN body_hash = excluded.body_hash THEN dismissed_why END
                WHERE page < ?17 OR excluded.updated_at_ms IS NULL OR updated_at_ms IS NULL
                    OR excluded.updated_at_ms >= updated_at_ms
                """,
            arguments: [
                source, page.feed, record.shopID, record.identity(in: page), record.isAfterSale,
                record.orderID,
                record.lineID, record.refundID, record.path, try record.reason.stored(), record.amountFen,
                record.body,
                record.bodyHash, number, page.fetchedAt.milliseconds, Self.updateTime(of: record, in: page),
                firstTimed,
            ])
        hasParked = true
    }

    /// Whether a record that was not understood says that it is older than a sound one that an API gave of the same order or
    /// after-sale, of the same platform and as its update times are read now: then it counts for nothing, and no list needs it.
    package func isOvertaken(_ record: ParkedRecord, source: Int64) throws -> Bool {
        guard let updatedAt = record.updatedAt, !record.orderID.isEmpty, record.lineID.isEmpty else {
            return false
        }
        let (table, timed, isSame) =
            record.isAfterSale
            ? ("refund", "refunds", "t.evidence = 0 AND t.refund_id = ?4")
            : ("orders", "orders", "t.kind = 1 AND ?4 = ?4")
        return try Bool.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT EXISTS (
                        SELECT 1 FROM \(table) t JOIN shop h ON h.shop = t.shop JOIN source s ON s.source = t.source
                            JOIN source own ON own.source = ?1 AND own.platform = s.platform
                        WHERE t.order_id = ?2 AND h.shop_id = coalesce(?3, own.shop_id) AND \(isSame)
                            AND t.updated_at_ms > ?5 AND t.page >= s.\(timed)_timed_from_page)
                    """),
            arguments: [source, record.orderID, record.shopID, record.refundID, updatedAt.milliseconds]
        ) ?? false
    }

    /// One that lies in the future is wrong: it would keep the record on the list when it has been put right.
    private static func updateTime(of record: ParkedRecord, in page: PageFacts) -> Int64? {
        let latest = page.fetchedAt.advanced(byMilliseconds: 600_000)
        return record.updatedAt.flatMap { $0 > latest ? nil : $0.milliseconds }
    }

    /// Sound records of an order have come that were not overtaken, from whatever account of its shop: what was parked of it
    /// before is parked no longer, also where nothing changed by them.
    ///
    /// A row of a file does not speak for the rows beside it, but for the order that an API could not tell; an order does
    /// not speak for its after-sales. What says that it is newer stays; update times of pages `timedOtherwiseBefore` a
    /// number say nothing.
    package func unpark(
        _ key: OrderKey, _ sound: [SoundRecord], source: Int64, timedOtherwiseBefore firstTimed: Int64 = 0
    ) throws {
        guard hasParked else { return }
        for record in sound {
            try database.cachedStatement(
                sql: """
                    DELETE FROM parked
                    WHERE order_id = ?1 AND NOT is_after_sale AND dismissed_at_ms IS NULL AND (
                            ?2 = '' OR line_id = ?2
                            OR line_id = '' AND page IN (SELECT page FROM page WHERE file IS NULL))
                        AND \(Self.isOfSameShop) AND \(Self.isNotNewer)
                    """
            ).execute(arguments: [
                key.orderID, record.lineID, source, key.shopID, record.updatedAt.milliseconds, firstTimed,
            ])
        }
    }

    /// A sound version of an after-sale has come that was not overtaken: its record is parked no longer, but for one that says
    /// that it is newer.
    package func unpark(
        _ afterSale: AfterSale, source: Int64, timedOtherwiseBefore firstTimed: Int64 = 0
    ) throws {
        guard hasParked else { return }
        try database.cachedStatement(
            sql: """
                DELETE FROM parked
                WHERE is_after_sale AND refund_id = ?1 AND order_id = ?2 AND dismissed_at_ms IS NULL
                    AND (?7 IS NULL OR line_id IN ('', ?7)) AND \(Self.isOfSameShop) AND \(Self.isNotNewer)
                """
        ).execute(arguments: [
            afterSale.refundID, afterSale.orderKey.orderID, source, afterSale.orderKey.shopID,
            afterSale.updatedAt.milliseconds, firstTimed, afterSale.lineID,
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

    /// What says its update time stays where a sound record is older; `?5` is that record's, `?6` the source's first page
    /// whose update times are read as now.
    private static let isNotNewer =
        "(updated_at_ms IS NULL OR updated_at_ms <= ?5 OR source = ?3 AND page < ?6)"

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
