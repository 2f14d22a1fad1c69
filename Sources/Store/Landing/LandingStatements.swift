import GRDB

/// The statements of the hot path, prepared once a transaction.
struct LandingStatements {
    let insertOrder: RawStatement
    /// As `insertOrder`, for `ordersAtOnce`: costs SQLite less than as many statements.
    let insertOrders: RawStatement
    let updateOrder: RawStatement
    let selectHeader: RawStatement
    let selectLines: RawStatement
    let selectLine: RawStatement
    let deleteLines: RawStatement
    let deleteSubsidies: RawStatement
    let selectRefunds: RawStatement
    let upsertRefund: RawStatement
    let updateCredits: RawStatement
    let updateWeightAndCredits: RawStatement
    let lines: RowInserter
    let subsidies: RowInserter
    let postings: RowInserter

    init(_ database: Database) throws {
        let texts = TextScratch(byteCount: 262_144)
        func statement(_ sql: String) throws -> RawStatement { try RawStatement(database, sql, texts: texts) }
        insertOrder = try statement(Self.insertOrdersSQL(1))
        insertOrders = try statement(Self.insertOrdersSQL(Self.ordersAtOnce))
        updateOrder = try statement(Self.updateOrderSQL)
        selectHeader = try statement(
            "SELECT \(StoredHeader.columns) FROM orders WHERE shop = ? AND order_id = ?")
        selectLines = try statement(
            "SELECT \(StoredLine.columns) FROM order_line WHERE order_key = ? ORDER BY line")
        selectLine = try statement(
            "SELECT \(StoredLine.columns) FROM order_line WHERE order_key = ? AND line_id = ?")
        deleteLines = try statement("DELETE FROM order_line WHERE order_key = ?")
        deleteSubsidies = try statement("DELETE FROM subsidy WHERE order_key = ?")
        selectRefunds = try statement(
            """
            SELECT \(StoredRefund.columns), updated_at_ms, refunded_at_ms FROM refund
            WHERE shop = ? AND order_id = ?
            """)
        upsertRefund = try statement(Self.upsertRefundSQL)
        updateCredits = try statement(
            "UPDATE OR ROLLBACK order_line SET credits = ?3 WHERE order_key = ?1 AND line = ?2")
        updateWeightAndCredits = try statement(
            """
            UPDATE OR ROLLBACK order_line SET credits = ?3, ordered_grams = ?4, weight_evidence = ?5
            WHERE order_key = ?1 AND line = ?2
            """)
        lines = try RowInserter(database, into: "order_line", Self.lineColumns)
        subsidies = try RowInserter(database, into: "subsidy", "order_key, line, bearer, fen")
        postings = try RowInserter(database, into: "posting", Self.postingColumns)
    }

    /// Writes the rows that wait of what this transaction reads and changes, before it does.
    func flushRead() throws {
        try lines.flush()
        try subsidies.flush()
    }

    /// Writes all rows that wait, at the end.
    func flush() throws {
        try flushRead()
        try postings.flush()
    }

    private static let orderColumns = """
        source, is_file, landing, status, created_at_ms, paid_at_ms, updated_at_ms, content, day, header_paid_fen,
        header_gap_fen, freight_fen, purchaser, fund_source, place, seller_remark
        """

    /// Orders that land together where a page has as many: a quarter of Douyin's.
    static let ordersAtOnce = 25
    /// The parameters of one order.
    static let orderParameters: Int32 = 18

    /// An order that is there already stays as it is; whatever else is wrong ends the transaction (see `RowInserter`).
    private static func insertOrdersSQL(_ count: Int) -> String {
        let row = "(" + String(repeating: "?, ", count: Int(orderParameters) - 1) + "?)"
        return """
            INSERT OR ROLLBACK INTO orders (shop, order_id, \(orderColumns))
            VALUES \(Array(repeating: row, count: count).joined(separator: ", "))
            ON CONFLICT (shop, order_id) DO NOTHING
            """
    }

    private static let updateOrderSQL = """
        UPDATE OR ROLLBACK orders SET (\(orderColumns)) = (?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)
        WHERE shop = ?1 AND order_id = ?2
        """

    private static let lineColumns = """
        order_key, line, line_id, product_id, sku_id, goods, quantity_milli, unit, gross_fen, gross_origin, paid_fen,
        paid_origin, not_sale, sale_at_ms, closed_at_ms, ordered_grams, weight_evidence, host_id, room_id, origin, credits
        """

    private static let upsertRefundSQL = """
        INSERT OR ROLLBACK INTO refund (shop, order_id, line_id, refund_id, source, state, is_derived, refunded_fen,
            returned_milli, refunded_at_ms, day, updated_at_ms, landing)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (shop, order_id, line_id, refund_id) DO UPDATE SET
            source = excluded.source, state = excluded.state, refunded_fen = excluded.refunded_fen,
            returned_milli = excluded.returned_milli, refunded_at_ms = excluded.refunded_at_ms, day = excluded.day,
            updated_at_ms = excluded.updated_at_ms, landing = excluded.landing
        """

    private static let postingColumns = """
        shop, order_id, line_id, leg, party, county, category, day, period_day, cause, paid_fen, refunded_fen, grams
        """
}

extension RawStatement {
    /// Binds what others know the order by to the first two parameters.
    func bind(_ key: StoredKey) {
        bind(1, key.shop)
        bind(2, key.orderID)
    }
}
