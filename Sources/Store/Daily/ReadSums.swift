/// The key of a row of `daily_read`.
struct ReadKey: Hashable {
    var day: Int64
    var organisation: Int64
    var shop: Int64
    var source: Int64
}

/// The sums of a row of `daily_read`: the side of the proof that does not come from credits.
struct ReadSums: Equatable {
    var readFen: Int64 = 0
    var headerGapFen: Int64 = 0
    var refundsReadFen: Int64 = 0
    var orphanRefundFen: Int64 = 0
    /// Successful refunds whose line is missing.
    var orphanRefunds: Int64 = 0
    var notSalesOrders: Int64 = 0
    var notSalesLines: Int64 = 0
    var notSalesPaidFen: Int64 = 0
    var notSalesRefundedFen: Int64 = 0

    mutating func add(_ other: ReadSums, sign: Int64) {
        readFen += sign * other.readFen
        headerGapFen += sign * other.headerGapFen
        refundsReadFen += sign * other.refundsReadFen
        orphanRefundFen += sign * other.orphanRefundFen
        orphanRefunds += sign * other.orphanRefunds
        notSalesOrders += sign * other.notSalesOrders
        notSalesLines += sign * other.notSalesLines
        notSalesPaidFen += sign * other.notSalesPaidFen
        notSalesRefundedFen += sign * other.notSalesRefundedFen
    }

    /// Binds key and sums to `upsert`.
    func bind(_ key: ReadKey, to statement: RawStatement) {
        let values = [
            key.day, key.organisation, key.shop, key.source, readFen, headerGapFen, refundsReadFen,
            orphanRefundFen, orphanRefunds, notSalesOrders, notSalesLines, notSalesPaidFen,
            notSalesRefundedFen,
        ]
        for (index, value) in values.enumerated() {
            statement.bind(Int32(index + 1), value)
        }
    }

    static let upsert = """
        INSERT INTO daily_read (day, is_organisation, shop, source, read_fen, header_gap_fen, refunds_read_fen,
            orphan_refund_fen, orphan_refunds, not_sales_orders, not_sales_lines, not_sales_paid_fen,
            not_sales_refunded_fen)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (day, is_organisation, shop, source) DO UPDATE SET
            read_fen = read_fen + excluded.read_fen, header_gap_fen = header_gap_fen + excluded.header_gap_fen,
            refunds_read_fen = refunds_read_fen + excluded.refunds_read_fen,
            orphan_refund_fen = orphan_refund_fen + excluded.orphan_refund_fen,
            orphan_refunds = orphan_refunds + excluded.orphan_refunds,
            not_sales_orders = not_sales_orders + excluded.not_sales_orders,
            not_sales_lines = not_sales_lines + excluded.not_sales_lines,
            not_sales_paid_fen = not_sales_paid_fen + excluded.not_sales_paid_fen,
            not_sales_refunded_fen = not_sales_refunded_fen + excluded.not_sales_refunded_fen
        """
}
