import Domain

extension RunReport {
    /// What was done, for programs; a stage that did not run is `null`, and only failures are of a language.
    package func json(in language: Language) -> String {
        let dryRun: [(name: String, value: JSONTree)] = isDryRun ? [("dry_run", .flag(true))] : []
        return JSONTree.object(
            [("report", .text(verb.rawValue))] + dryRun + [
                ("started_at", .text(startedAt.iso)),
                ("milliseconds", .integer(max(0, finishedAt.milliseconds - startedAt.milliseconds))),
                ("accounts", .array(accounts.map { $0.tree(language) })),
                ("attribution", attribution?.tree ?? .null),
                ("posting", posting?.tree ?? .null),
                ("coverage", .object(reading.members)),
            ]
        ).description
    }
}

extension RunReport.Account {
    fileprivate func tree(_ language: Language) -> JSONTree {
        .object(
            [
                ("account", .text(id)),
                ("windows", .integer(windows)),
                ("pages", .integer(pages)),
                ("new_orders", .integer(newOrders)),
                ("changed_orders", .integer(changedOrders)),
                ("unchanged_orders", .integer(unchangedOrders)),
                ("older_orders", .integer(olderOrders)),
                ("refunds", .integer(refunds)),
                ("parked_records", .integer(parkedRecords)),
                ("unknown_words", .integer(unknownWords)),
                ("orders_asked", .integer(ordersAsked)),
                ("orders_found", .integer(ordersFound)),
                ("read_again_from", .optional(readAgainFrom?.description)),
                ("file", file?.tree ?? .null),
                ("token_days_left", .optional(tokenDaysLeft)),
                ("failure", .optional(failure(in: language))),
            ] + (note.map { [("note", $0.tree(language))] } ?? []))
    }
}

extension RunReport.Attribution {
    fileprivate var tree: JSONTree {
        .object([
            ("credited_lines", .integer(creditedLines)),
            ("unassigned_lines", .object(reasons.map { ($0.reason.key, .integer($0.lines)) })),
        ])
    }
}

extension RunReport.Posting {
    fileprivate var tree: JSONTree {
        .object([
            ("batches", .integer(batches)),
            ("entries", .integer(entries)),
            ("legs", .array(Leg.allCases.compactMap { leg in legs[leg].map { $0.tree(of: leg) } })),
            ("batch", .optional(lastBatch)),
            ("hash", .text(hash)),
        ])
    }
}

extension RunReport.Posting.Booked {
    fileprivate func tree(of leg: Leg) -> JSONTree {
        .object([
            ("leg", .text(leg.key)), ("paid_fen", .integer(paidFen)), ("refunded_fen", .integer(refundedFen)),
            ("grams", .integer(grams)),
        ])
    }
}
