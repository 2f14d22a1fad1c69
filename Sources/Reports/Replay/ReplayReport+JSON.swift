import Domain

extension ReplayReport {
    /// For programs; only reasons are of a language.
    package func json(in language: Language) -> String {
        JSONTree.object([
            ("report", .text("replay")), ("as_of", .text(asOf.iso)), ("dry_run", .flag(isDryRun)),
            ("accounts", .array(accounts.map { $0.tree(language) })),
            ("parties", .array(parties.map(\.tree))),
            ("parked_records_before", .integer(parkedBefore)),
            ("parked_records_after", .integer(parkedAfter)),
        ]).description
    }
}

extension ReplayReport.Account {
    fileprivate func tree(_ language: Language) -> JSONTree {
        .object([
            ("account", .text(id)),
            ("from", .optional(firstDay?.description)), ("to", .optional(lastDay?.description)),
            ("pages", .integer(pages)), ("windows_read", .integer(windows)),
            ("new_orders", .integer(newOrders)), ("changed_orders", .integer(changedOrders)),
            ("unchanged_orders", .integer(unchangedOrders)), ("older_orders", .integer(olderOrders)),
            ("refunds", .integer(refunds)), ("parked_records", .integer(parkedRecords)),
            ("records_left_out", .integer(recordsLeftOut)),
            (
                "pages_left",
                .array(
                    pagesLeft.map { left in
                        .object([
                            ("pages", .integer(left.pages)),
                            ("reason", .text(left.reason.text(in: language))),
                        ])
                    })
            ),
        ])
    }
}

extension ReplayReport.Party {
    fileprivate var tree: JSONTree {
        let after = after
        return .object([
            ("party", .optional(id)), ("name", .text(name)), ("leg", .text(leg.key)),
            ("paid_fen_before", .integer(before.paidFen)), ("paid_fen_after", .integer(after.paidFen)),
            ("paid_fen_difference", .integer(moved.paidFen)),
            ("refunded_fen_before", .integer(before.refundedFen)),
            ("refunded_fen_after", .integer(after.refundedFen)),
            ("refunded_fen_difference", .integer(moved.refundedFen)),
            ("grams_before", .integer(before.grams)), ("grams_after", .integer(after.grams)),
            ("grams_difference", .integer(moved.grams)),
        ])
    }
}
