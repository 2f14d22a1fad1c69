package import Domain
import GRDB

extension OrderStore {
    /// All that is held, the oldest first; of one order where its number is given.
    package func held(orderID: String? = nil) async throws(StoreError) -> [HeldRecord] {
        try await held(Self.heldSQL, orderID)
    }

    /// All that a person has dismissed of an order, the oldest first.
    package func dismissed(orderID: String) async throws(StoreError) -> [HeldRecord] {
        try await held(Self.dismissedSQL, orderID)
    }

    private func held(
        _ questions: [(HeldRecord.Kind, String)], _ orderID: String?
    ) async throws(StoreError) -> [HeldRecord] {
        try await read { database in
            let names = try NameTables(database)
            var held: [HeldRecord] = []
            for (kind, sql) in questions {
                let rows = try Row.fetchCursor(database, sql: sql, arguments: ["order": orderID])
                while let row = try rows.next() { held.append(Self.held(kind, row, names)) }
            }
            return held.sorted { $0.since < $1.since }
        }
    }

    /// How much of what is stored is still open.
    package func openCounts() async throws(StoreError) -> OpenCounts {
        try await read { database in
            func count(_ sql: String) throws -> Int64 { try Int64.fetchOne(database, sql: sql) ?? 0 }
            var open = OpenCounts()
            open.parkedRecords = try count("SELECT count(*) FROM parked WHERE dismissed_at_ms IS NULL")
            open.orphanRefunds = try count(
                "SELECT coalesce(sum(orphan_refunds), 0) FROM daily_read WHERE orphan_refunds <> 0")
            open.conflicts = try Self.countConflicts(database)
            open.headerGaps = try count("SELECT count(*) FROM orders WHERE header_gap_fen <> 0")
            open.unknownWords = try Self.countUnknownWords(database)
            open.unassignedLines = try count("SELECT count(*) FROM credit WHERE party = 0")
            open.pendingEntries = try count("SELECT count(*) FROM pending")
            return open
        }
    }

    /// How many records hold a word that nobody has explained.
    static func countUnknownWords(_ database: Database) throws -> Int64 {
        try Int64.fetchOne(
            database,
            sql: """
                SELECT count(*) FROM (
                    SELECT DISTINCT order_id, line_id, refund_id, shop_id, source, feed FROM unknown_word)
                """) ?? 0
    }

    /// How many contradictions nobody has dismissed.
    static func countConflicts(_ database: Database) throws -> Int64 {
        try Int64.fetchOne(database, sql: "SELECT count(*) FROM conflict WHERE dismissed_at_ms IS NULL") ?? 0
    }

    private static func held(_ kind: HeldRecord.Kind, _ row: Row, _ names: NameTables) -> HeldRecord {
        let shop = (row["shop"] as Int64?).map { names.shop($0) }
        let dismissal = (row["dismissed_at_ms"] as Int64?).map { at in
            HeldRecord.Dismissal(at: Instant(milliseconds: at), why: row["dismissed_why"])
        }
        return HeldRecord(
            kind, number: row["number"],
            source: (row["source"] as Int64?).flatMap { names.sources[$0] } ?? "",
            feed: row["feed"] ?? "", file: row["file"], path: row["path"] ?? "",
            reason: (row["reason"] as String?).map { reason in
                if kind != .unknownWord { return Notice(stored: reason) }
                return reason.isEmpty ? Notice("record.word_empty") : .verbatim(reason)
            },
            shop: shop.map { HeldRecord.Shop(channel: $0.channel, shopID: $0.shopID) },
            orderID: row["order_id"], lineID: row["line_id"] ?? "", refundID: row["refund_id"] ?? "",
            amountFen: row["amount_fen"], records: row["records"] ?? 1,
            since: Instant(milliseconds: row["since_ms"]), dismissal: dismissal)
    }

    private static let heldSQL: [(HeldRecord.Kind, String)] = [
        (.parked, parkedSQL("p.dismissed_at_ms IS NULL")),
        (.conflict, conflictSQL("c.dismissed_at_ms IS NULL")),
        (
            .orphan,
            """
            SELECT NULL AS number, r.source, g.feed, g.file, NULL AS path, NULL AS reason, r.shop, r.order_id, r.line_id,
                r.refund_id, r.refunded_fen AS amount_fen, r.fetched_at_ms AS since_ms
            FROM refund r LEFT JOIN page g ON g.page = r.page
                LEFT JOIN orders o ON o.shop = r.shop AND o.order_id = r.order_id
                LEFT JOIN order_line l ON l.order_key = o.order_key AND l.line_id = r.line_id
            WHERE r.state = 1 AND r.evidence <> 2 AND l.line IS NULL AND (:order IS NULL OR r.order_id = :order)
            """
        ),
        (
            .headerGap,
            """
            SELECT NULL AS number, o.source, g.feed, g.file, NULL AS path, NULL AS reason, o.shop, o.order_id,
                '' AS line_id, '' AS refund_id, o.header_gap_fen AS amount_fen, o.fetched_at_ms AS since_ms
            FROM orders o LEFT JOIN page g ON g.page = o.page
            WHERE o.header_gap_fen <> 0 AND (:order IS NULL OR o.order_id = :order)
            """
        ),
        (
            .unknownWord,
            """
            SELECT NULL AS number, u.source, u.feed, NULL AS file, u.description_key AS path, u.word AS reason,
                NULL AS shop, min(u.order_id) AS order_id, '' AS line_id, min(u.refund_id) AS refund_id,
                sum(u.paid_fen) AS amount_fen, min(u.read_at_ms) AS since_ms, count(*) AS records
            FROM unknown_word u WHERE :order IS NULL OR u.order_id = :order
            GROUP BY u.source, u.feed, u.description_key, u.word
            """
        ),
    ]

    private static let dismissedSQL: [(HeldRecord.Kind, String)] = [
        (.parked, parkedSQL("p.dismissed_at_ms IS NOT NULL")),
        (.conflict, conflictSQL("c.dismissed_at_ms IS NOT NULL")),
    ]

    private static func parkedSQL(_ condition: String) -> String {
        """
        SELECT p.parked AS number, p.source, p.feed, g.file, p.path, p.reason, NULL AS shop, p.order_id, p.line_id,
            p.refund_id, p.amount_fen, p.parked_at_ms AS since_ms, p.dismissed_at_ms, p.dismissed_why
        FROM parked p LEFT JOIN page g ON g.page = p.page
        WHERE \(condition) AND (:order IS NULL OR p.order_id = :order)
        """
    }

    private static func conflictSQL(_ condition: String) -> String {
        """
        SELECT c.conflict AS number, g.source, g.feed, g.file, NULL AS path, NULL AS reason, c.shop, c.order_id,
            c.line_id, c.refund_id, NULL AS amount_fen, coalesce(g.fetched_at_ms, c.updated_at_ms) AS since_ms,
            c.dismissed_at_ms, c.dismissed_why
        FROM conflict c LEFT JOIN page g ON g.page = c.page
        WHERE \(condition) AND (:order IS NULL OR c.order_id = :order)
        """
    }
}
