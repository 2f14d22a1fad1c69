import Domain

extension ParkedReport {
    /// The list for programs; ids that are not known are empty, amounts `null`, and only the reason is of a language.
    package func json(in language: Language) -> String {
        JSONTree.object([
            ("report", .text("parked")),
            ("as_of", .text(asOf.iso)),
            ("records", .array(trees(in: language))),
        ]).description
    }

    /// The records, one after the other.
    func trees(in language: Language) -> [JSONTree] { records.map { tree($0, language) } }

    private func tree(_ record: HeldRecord, _ language: Language) -> JSONTree {
        .object([
            ("id", .optional(record.name)),
            ("kind", .text(record.kind.rawValue)),
            ("account", .text(record.source)),
            ("feed", .text(record.feed)),
            ("place", .text(record.place)),
            ("reason_code", .optional(record.reason?.code)),
            ("reason", .text(record.reason?.text(in: language) ?? "")),
            ("channel", .optional(record.shop?.channel.key)),
            ("shop", .optional(record.shop?.shopID)),
            ("order", .text(record.orderID)),
            ("line", .text(record.lineID)),
            ("after_sale", .text(record.refundID)),
            ("amount_fen", .optional(record.amountFen)),
            ("records", .integer(record.records)),
            ("since", .text(record.since.iso)),
            ("age_days", .integer(ageDays(record))),
            ("dismissed_at", .optional(record.dismissal?.at.iso)),
            ("dismissed_why", .optional(record.dismissal?.why)),
        ])
    }
}
