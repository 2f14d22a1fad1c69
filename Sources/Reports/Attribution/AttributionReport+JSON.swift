import Domain

extension AttributionReport {
    /// The report as other programs read it: its fields, their order, integers only.
    ///
    /// They are agreed upon, and the reasons of what is unassigned are not among them. Only names are of a language.
    package func json(in language: Language) -> String {
        JSONTree.object([
            ("report", .text("attribution")),
            ("from", .text(scope.from.description)),
            ("to", .text(scope.to.description)),
            ("leg", .text(scope.leg.key)),
            ("by", .text(scope.by.rawValue)),
            ("dated", .text(scope.dated.rawValue)),
            ("rows", .array(rows.map { $0.tree(name: name(of: $0, in: language)) })),
            ("unassigned", .object(unassigned.members)),
            ("totals", .object(totals.members)),
            ("not_sales", notSales.tree),
            ("proof", proof.tree),
            ("coverage", coverage.tree),
        ]).description
    }
}

extension AttributionReport.Row {
    fileprivate func tree(name: String) -> JSONTree {
        .object(
            [("key", .text(key)), ("name", .text(name))] + sums.members
                + [("grams_cover_bp", .integer(sums.gramsCoverBasisPoints))])
    }
}

extension CreditSums {
    fileprivate var members: [(name: String, value: JSONTree)] {
        [
            ("orders", .integer(orders)),
            ("lines", .integer(lines)),
            ("gross_fen", .integer(grossFen)),
            ("paid_fen", .integer(paidFen)),
            ("refunded_fen", .integer(refundedFen)),
            ("net_fen", .integer(netFen)),
            ("grams", .integer(grams)),
        ]
    }
}

extension NotSales {
    fileprivate var tree: JSONTree {
        .object([("orders", .integer(orders)), ("lines", .integer(lines)), ("paid_fen", .integer(paidFen))])
    }
}

extension Proof {
    fileprivate var tree: JSONTree {
        .object([
            ("read_fen", .integer(readFen)),
            ("credited_fen", .integer(creditedFen)),
            ("unassigned_fen", .integer(unassignedFen)),
            ("not_sales_fen", .integer(notSalesFen)),
            ("refunded_fen", .integer(refundedFen)),
            ("orphan_refund_fen", .integer(orphanRefundFen)),
            ("header_gap_fen", .integer(headerGapFen)),
            ("parked_records", .integer(parkedRecords)),
            ("unknown_paid_lines", .integer(unknownPaidLines)),
            ("pending_fen", .integer(pendingFen)),
            ("unexplained_fen", .integer(unexplainedFen)),
            ("journal_net_fen", .integer(journalNetFen)),
        ])
    }
}
