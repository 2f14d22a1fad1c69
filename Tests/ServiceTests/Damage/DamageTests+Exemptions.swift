extension DamageTests {
    /// Cells that nothing else in the store tells; where they are such in some rows only, in which.
    ///
    /// Of each of them one change at least has to be unseen: what is always found is no exemption.
    static let exemptions = [
        Exemption(
            "budget", ["next_at_ms", "held_until_ms"],
            because: "when a call may be made next: of that moment, and nothing follows from it"),
        Exemption("conflict", ["conflict"], because: "a number of its own that nothing refers to"),
        Exemption(
            "conflict", ["updated_at_ms", "content", "other_content"],
            because: "neither of both statements need be there any more"),
        Exemption(
            "daily_read", ["day", "is_organisation", "shop", "source"],
            where: "read_fen = 0 AND refunds_read_fen = 0 AND not_sales_lines = 0 AND header_gap_fen = 0",
            because: "a row of zeros adds nothing wherever it stands"),
        Exemption(
            "epoch", ["epoch", "from_batch", "began_at_ms"],
            because: "nothing else says when the store was restored"),
        Exemption("file_span", ["from_ms", "to_ms"], because: "nothing else says what was exported"),
        Exemption(
            "landed", ["kind"], where: "rule LIKE 'refund:%'",
            because: "no page says of which kind its source is"),
        Exemption(
            "late_record", ["updated_at_ms", "read_before_ms", "is_new", "moved_fen"],
            because: "what it was and changed then; later versions stand in its place"),
        Exemption("look_back", ["days"], because: "of the configuration, as it was then"),
        Exemption(
            "order_line", ["gross_origin", "paid_origin"],
            where: "(SELECT has_statements FROM orders o WHERE o.order_key = order_line.order_key) = 0",
            because: "where an amount comes from changes nothing, and is not in the statement's hash"),
        Exemption(
            "orders", ["updated_at_ms"],
            where: """
                has_statements = 0 AND NOT EXISTS (
                    SELECT 1 FROM order_line l WHERE l.order_key = orders.order_key AND l.stated_at_ms IS NOT NULL)
                """, because: "the source's own time of its one statement stands nowhere else"),
        Exemption(
            "page", ["window_from_ms", "window_to_ms"], where: "file IS NULL",
            because: "what was asked for; what was read may be less"),
        Exemption(
            "parked",
            ["parked", "is_after_sale", "amount_fen", "body_hash", "parked_at_ms", "updated_at_ms"],
            because: "what is parked has not been understood; when it was first read stands nowhere else"),
        Exemption("unknown_word", ["paid_fen", "read_at_ms"], because: "as parked"),
        Exemption("pending", ["pending"], because: "a number of its own that nothing refers to"),
        Exemption("pending", ["cause"], because: "netting leaves the cause of the first entry only"),
        Exemption("read_span", ["from_ms", "to_ms"], because: "nothing else says what was read"),
        Exemption(
            "refund", ["refunded_fen", "returned_milli", "refunded_at_ms"], where: "state <> 1",
            because: "nothing has come back yet, and nothing is worked out of it"),
        Exemption(
            "refund", ["returned_milli"],
            where: """
                evidence = 0 AND state = 1 AND NOT EXISTS (
                    SELECT 1 FROM orders o JOIN order_line l ON l.order_key = o.order_key WHERE o.shop = refund.shop
                        AND o.order_id = refund.order_id AND l.line_id = refund.line_id AND l.grams > 0)
                """, because: "an orphan, or nothing is left of the line whatever came back"),
        Exemption(
            "refund", ["updated_at_ms"], where: "evidence = 0",
            because: "the source's own time of its record stands nowhere else"),
        Exemption("roster", ["loaded_at_ms"], because: "when a clock said so, once"),
        Exemption(
            "self_report",
            [
                "day", "channel", "fen", "grams", "quantity_milli", "unit", "orders", "line",
            ], because: "what people say: nothing in the store follows from it"),
        Exemption(
            "self_report_was", ["fen", "grams", "quantity_milli", "unit", "orders", "line"],
            because: "as what was said in its place"),
        Exemption(
            "source", ["since", "mapped_from_page", "orders_timed_from_page", "refunds_timed_from_page"],
            because: "of the configuration, as it was last"),
        Exemption(
            "window_proof", ["from_ms", "to_ms", "times", "server_at_ms"],
            because: "what was asked for, how often, and what another clock said"),
        Exemption(
            "window_unread", ["source", "from_ms", "to_ms", "cause", "told_at_ms"],
            because: "what was not read, and why, is nowhere else"),
        Exemption(
            "statement", ["unstated"],
            because: "which columns a source lacks; where it changes what counts, it is found"),
        Exemption(
            "statement", ["updated_at_ms"], where: "kind = 2 AND (order_key = 1 OR line_id = 'l2')",
            because: "of a statement beside the one that the order goes by"),
    ]

    struct Exemption {
        let table: String
        let columns: [String]
        let rows: String

        init(_ table: String, _ columns: [String], where rows: String = "true", because: String) {
            (self.table, self.columns, self.rows) = (table, columns, rows)
        }
    }
}
