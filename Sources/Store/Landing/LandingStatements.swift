import GRDB

/// The statements of the hot path, prepared once a transaction.
struct LandingStatements {
    let insertOrder: RawStatement
    let updateOrder: RawStatement
    let selectHeader: RawStatement
    let selectLines: RawStatement
    let deleteLines: RawStatement
    let updateLineRefund: RawStatement
    let selectLine: RawStatement
    let selectRefunds: RawStatement
    let upsertRefund: RawStatement
    let selectCredits: RawStatement
    let selectLineCredits: RawStatement
    let deleteCredits: RawStatement
    let updateCredit: RawStatement
    let deleteShared: RawStatement
    let lines: RowInserter
    let credits: RowInserter
    let postings: RowInserter
    let sharedOrders: RowInserter

    init(_ database: Database) throws {
        let texts = TextScratch(byteCount: 262_144)
        func statement(_ sql: String) throws -> RawStatement { try RawStatement(database, sql, texts: texts) }
        let order = "channel = ?1 AND shop = ?2 AND order_id = ?3"
        insertOrder = try statement(Self.insertOrderSQL + " ON CONFLICT (channel, shop, order_id) DO NOTHING")
        updateOrder = try statement(Self.insertOrderSQL + Self.replaceOrderSQL)
        selectHeader = try statement(
            """
            SELECT source, is_file, updated_at_ms, content, day, header_paid_fen, header_gap_fen, is_organisation
            FROM orders WHERE \(order)
            """)
        selectLines = try statement("SELECT \(Self.lineColumns) FROM order_line WHERE \(order)")
        deleteLines = try statement("DELETE FROM order_line WHERE \(order)")
        updateLineRefund = try statement(
            "UPDATE order_line SET refunded_fen = ?5, returned_milli = ?6 WHERE \(order) AND line_id = ?4")
        selectLine = try statement(
            "SELECT \(Self.lineColumns) FROM order_line WHERE \(order) AND line_id = ?4")
        selectRefunds = try statement(
            """
            SELECT line_id, refund_id, state, is_derived, refunded_fen, returned_milli, day, source, updated_at_ms,
                refunded_at_ms FROM refund WHERE \(order)
            """)
        upsertRefund = try statement(Self.upsertRefundSQL)
        selectCredits = try statement("SELECT \(CreditRow.columns) FROM credit WHERE \(order)")
        selectLineCredits = try statement(
            "SELECT \(CreditRow.columns) FROM credit WHERE \(order) AND line_id = ?4")
        deleteCredits = try statement("DELETE FROM credit WHERE \(order)")
        updateCredit = try statement(
            """
            UPDATE credit SET refunded_fen = ?7, grams = ?8, paid_fen = ?9, gross_fen = ?10
            WHERE \(order) AND line_id = ?4 AND leg = ?5 AND party = ?6
            """)
        deleteShared = try statement(
            """
            DELETE FROM daily_shared_order
            WHERE day = ? AND leg = ? AND channel = ? AND shop = ? AND order_id = ?
            """)
        lines = try RowInserter(database, into: "order_line", Self.insertedLineColumns)
        credits = try RowInserter(database, into: "credit", "channel, shop, order_id, \(CreditRow.columns)")
        postings = try RowInserter(database, into: "posting", Self.postingColumns)
        sharedOrders = try RowInserter(
            database, into: "daily_shared_order", "day, leg, channel, shop, order_id",
            conflict: "ON CONFLICT (day, leg, channel, shop, order_id) DO NOTHING")
    }

    /// Writes the rows that wait; before anything reads or changes those tables, and at the end.
    func flush() throws {
        try lines.flush()
        try credits.flush()
        try postings.flush()
        try sharedOrders.flush()
    }

    private static let insertOrderSQL = """
        INSERT INTO orders (channel, shop, order_id, source, is_file, status, created_at_ms, paid_at_ms,
            updated_at_ms, fetched_at_ms, landing, content, day, header_paid_fen, header_gap_fen, freight_fen,
            is_organisation, purchaser_id, purchaser_name, fund_source, place, seller_remark)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """

    private static let replaceOrderSQL = """
         ON CONFLICT (channel, shop, order_id) DO UPDATE SET
            source = excluded.source, is_file = excluded.is_file, status = excluded.status,
            created_at_ms = excluded.created_at_ms, paid_at_ms = excluded.paid_at_ms,
            updated_at_ms = excluded.updated_at_ms, fetched_at_ms = excluded.fetched_at_ms,
            landing = excluded.landing, content = excluded.content, day = excluded.day,
            header_paid_fen = excluded.header_paid_fen, header_gap_fen = excluded.header_gap_fen,
            freight_fen = excluded.freight_fen, is_organisation = excluded.is_organisation,
            purchaser_id = excluded.purchaser_id, purchaser_name = excluded.purchaser_name,
            fund_source = excluded.fund_source, place = excluded.place, seller_remark = excluded.seller_remark
        """

    private static let insertedLineColumns = """
        channel, shop, order_id, line_id, product_id, sku_id, title, spec, quantity_milli, unit, gross_fen,
        gross_origin, paid_fen, paid_origin, shop_subsidy_fen, platform_subsidy_fen, talent_subsidy_fen,
        state_subsidy_fen, not_sale, sale_at_ms, day, closed_at_ms, refunded_fen, returned_milli, ordered_grams,
        weight_evidence, host_id, room_id, origin, category
        """

    private static let lineColumns = """
        line_id, day, not_sale, paid_fen, gross_fen, quantity_milli, refunded_fen, returned_milli, closed_at_ms,
        ordered_grams
        """

    private static let upsertRefundSQL = """
        INSERT INTO refund (channel, shop, order_id, line_id, refund_id, source, state, is_derived, refunded_fen,
            returned_milli, refunded_at_ms, day, updated_at_ms, landing)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (channel, shop, order_id, line_id, refund_id) DO UPDATE SET
            source = excluded.source, state = excluded.state, refunded_fen = excluded.refunded_fen,
            returned_milli = excluded.returned_milli, refunded_at_ms = excluded.refunded_at_ms, day = excluded.day,
            updated_at_ms = excluded.updated_at_ms, landing = excluded.landing
        """

    private static let postingColumns = """
        channel, shop, order_id, line_id, leg, party, county, category, day, period_day, cause, paid_fen,
        refunded_fen, grams
        """
}

extension RawStatement {
    /// Binds the key of an order to the first three parameters.
    func bind(_ key: StoredKey) {
        bind(1, key.channel)
        bind(2, key.shop)
        bind(3, key.orderID)
    }
}

extension RowValues {
    /// The key of an order, which leads nearly every row.
    mutating func add(_ key: StoredKey) {
        add(key.channel)
        add(key.shop)
        add(key.orderID)
    }
}
