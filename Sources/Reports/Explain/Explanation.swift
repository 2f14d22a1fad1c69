package import Domain

/// All that is known of an order number: the orders that have it, one a shop, and what was read of it and does not count.
package struct Explanation: Sendable {
    package let orderID: String
    package let orders: [ExplainReport]
    /// What is held of it.
    package let held: ParkedReport
    /// What a person has dismissed.
    package let dismissed: ParkedReport

    /// Whether nobody has ever said anything of it.
    package var isEmpty: Bool { orders.isEmpty && held.records.isEmpty && dismissed.records.isEmpty }

    /// What is known, as of one instant.
    package init(
        orderID: String, orders: [ExplainReport], held: [HeldRecord], dismissed: [HeldRecord], asOf: Instant
    ) {
        self.orderID = orderID
        self.orders = orders
        self.held = ParkedReport(records: held, asOf: asOf)
        self.dismissed = ParkedReport(records: dismissed, asOf: asOf)
    }

    /// For a person: each order, then what is held, then what was dismissed.
    package func text(in language: Language) -> String {
        var parts = orders.map { $0.text(in: language) }
        if !held.records.isEmpty { parts.append(held.text(in: language)) }
        if !dismissed.records.isEmpty {
            parts.append(
                language.text("已确认作废\n", "dismissed\n")
                    + dismissed.records.map { "  " + $0.dismissedLine(in: language) + "\n" }.joined())
        }
        return parts.joined(separator: "\n")
    }

    /// For programs, one document.
    package func json(in language: Language) -> String {
        JSONTree.object([
            ("report", .text("explain")),
            ("order", .text(orderID)),
            ("as_of", .text(held.asOf.iso)),
            ("orders", .array(orders.map(\.tree))),
            ("held", .array(held.trees(in: language))),
            ("dismissed", .array(dismissed.trees(in: language))),
        ]).description
    }
}

extension HeldRecord {
    /// What was dismissed, when and why.
    fileprivate func dismissedLine(in language: Language) -> String {
        let reason = reason.map { language.text("：", ": ") + $0.text(in: language) } ?? ""
        guard let dismissal else { return "" }
        return language.text(
            "\(name ?? "") \(kind.name(in: language))，\(dismissal.at) 作废，原因“\(dismissal.why)”\(reason)",
            "\(name ?? "") \(kind.name(in: language)), dismissed \(dismissal.at) because \"\(dismissal.why)\"\(reason)"
        )
    }
}
