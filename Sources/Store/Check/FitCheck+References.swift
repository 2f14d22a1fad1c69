/// Names, numbers of closed lists and rows of other tables: whatever is referred to has to be there.
extension FitCheck {
    static let references: [FitCheck] =
        checks(in: "orders", shown: "t.shop, t.order_id, NULL, t.day, NULL", orders)
        + checks(in: "order_line", shown: ofOrder("t.line_id", "t.day"), lines)
        + checks(in: "subsidy", shown: ofOrder("NULL", "NULL"), [.line, .word("bearer", "bearer")])
        + checks(in: "statement", shown: ofOrder("t.line_id", "NULL"), statements)
        + checks(
            in: "conflict", shown: "t.shop, t.order_id, t.line_id, NULL, t.conflict",
            [.of("shop"), .of("page")])
        + checks(in: "refund", shown: "t.shop, t.order_id, t.line_id, t.day, NULL", refunds)
        + checks(in: "credit", shown: ofOrder("NULL", "NULL"), credits)
        + checks(in: "candidate", shown: ofOrder("NULL", "NULL"), [.line, .of("party")])
        + checks(
            in: "daily", shown: "t.shop, NULL, NULL, t.day, NULL",
            cells + [.of("source"), .word("leg", "leg")])
        + checks(in: "pending", shown: ofBooking, cells + [.word("cause", "cause")])
        + checks(in: "entry", shown: ofBooking, cells + [.of("batch"), .word("cause", "cause")])
        + checks(in: "page", shown: "NULL, NULL, NULL, NULL, t.page", [.of("source")])
        + checks(in: "read_span", shown: "NULL, NULL, NULL, NULL, t.source", [.of("source")])
        + checks(
            in: "parked", shown: "NULL, t.order_id, t.line_id, NULL, t.parked", [.of("source"), .of("page")])
        + checks(
            in: "unknown_word", shown: "NULL, t.order_id, NULL, NULL, t.page", [.of("source"), .of("page")])
        + ["self_report", "self_report_was"].flatMap {
            checks(
                in: $0, shown: "NULL, NULL, NULL, NULL, t.self_report",
                [.of("page"), .word("unit", "unit", orNothing: true)])
        }
        + checks(
            in: "self_report", shown: "NULL, NULL, NULL, t.day, t.self_report",
            [.word("channel", "channel", orNothing: true)])
        + checks(in: "self_report_was", shown: "NULL, NULL, NULL, NULL, t.self_report", [.of("self_report")])
        + checks(in: "shop", shown: "t.shop, NULL, NULL, NULL, NULL", [.word("channel", "channel")])

    /// A column, and what there has to be for what stands in it.
    private struct Reference {
        let column: String
        /// Of the row that is referred to.
        let target: String
        /// 0 and NULL are nobody and nothing.
        var mayBeNothing = false

        /// A row of the table that is called as its key.
        static func of(_ table: String, orNothing mayBeNothing: Bool = false) -> Reference {
            Reference(
                column: table, target: "\(table) r WHERE r.\(table) = t.\(table)", mayBeNothing: mayBeNothing)
        }

        static func nameOf(_ table: String) -> Reference { of(table, orNothing: true) }

        /// A number of a closed list.
        static func word(
            _ column: String, _ list: String, orNothing mayBeNothing: Bool = false
        ) -> Reference {
            Reference(
                column: column, target: "word r WHERE r.list = '\(list)' AND r.number = t.\(column)",
                mayBeNothing: mayBeNothing)
        }

        static let order = Reference(
            column: "order_key", target: "orders r WHERE r.order_key = t.order_key")
        static let line = Reference(
            column: "line", target: "order_line r WHERE r.order_key = t.order_key AND r.line = t.line")
    }

    private static let orders: [Reference] = [
        .of("shop"), .of("source"), .of("page"), .of("roster"), .nameOf("purchaser"), .nameOf("place"),
        .word("kind", "kind"), .word("fund_source", "fund_source", orNothing: true),
    ]
    private static let lines: [Reference] = [
        .order, .of("goods"), .nameOf("category"), .word("unit", "unit"),
        .word("gross_origin", "amount_origin"), .word("paid_origin", "amount_origin"),
        .word("not_sale", "not_sale", orNothing: true), .word("weight_evidence", "weight_evidence"),
    ]
    private static let statements: [Reference] = [
        .order, .of("source"), .of("page"), .word("kind", "kind"),
    ]
    private static let refunds: [Reference] = [
        .of("shop"), .of("source"), .of("page"), .word("evidence", "refund_evidence"),
        .word("state", "refund_state"),
    ]
    private static let credits: [Reference] = [
        .order, .line, .nameOf("party"), .word("rule", "rule"), .word("reason", "reason", orNothing: true),
    ]
    /// What cells of the daily sums and bookings have in common.
    private static let cells: [Reference] = [
        .of("shop"), .nameOf("party"), .nameOf("category"), .word("reason", "reason", orNothing: true),
    ]

    private static let ofBooking = "t.shop, t.order_id, t.line_id, t.day, NULL"

    /// Where a row stands that knows the number of its order only.
    private static func ofOrder(_ line: String, _ day: String) -> String {
        """
        (SELECT shop FROM orders o WHERE o.order_key = t.order_key),
            (SELECT order_id FROM orders o WHERE o.order_key = t.order_key), \(line), \(day), t.order_key
        """
    }

    private static func checks(in table: String, shown: String, _ references: [Reference]) -> [FitCheck] {
        references.map { reference in
            let something = reference.mayBeNothing ? "t.\(reference.column) <> 0 AND " : ""
            return FitCheck(
                table, reference.column,
                sql: """
                    SELECT \(shown), t.\(reference.column), NULL FROM \(table) t
                    WHERE \(something)NOT EXISTS (SELECT 1 FROM \(reference.target))
                    """)
        }
    }
}
