/// What a report is asked for: days, leg, grouping and filters.
package struct ReportScope: Hashable, Sendable {
    /// The first day, inclusive.
    package var from: BusinessDay
    /// The last day, inclusive.
    package var to: BusinessDay
    package var leg: ReportLeg
    package var by: ReportKey
    /// Every filter must hold; several of one key are alternatives.
    package var only: [Filter]
    package var dated: Dating

    /// One `--only key=value`.
    package struct Filter: Hashable, Sendable {
        package let key: ReportKey
        /// The key's value as rows show it; for regions a division that contains it matches too.
        package let value: String

        /// A filter.
        package init(key: ReportKey, value: String) {
            self.key = key
            self.value = value
        }
    }

    /// Which day counts.
    package enum Dating: String, CaseIterable, Sendable {
        /// The sale's day for everything, as known now.
        case paid
        /// Refunds on their own day.
        case refunded
        /// The day of booking in the journal.
        case booked
    }

    /// A scope.
    package init(
        from: BusinessDay, to: BusinessDay, leg: ReportLeg = .sell, by: ReportKey = .party,
        only: [Filter] = [],
        dated: Dating = .paid
    ) {
        self.from = from
        self.to = to
        self.leg = leg
        self.by = by
        self.only = only
        self.dated = dated
    }
}

/// The legs that a report can show; `any` counts each line once, by its sell credit, else by its buy credit.
///
/// The raw value is the key of the daily sums in the store.
package enum ReportLeg: Int, CaseIterable, Sendable {
    case sell = 1
    case buy, any

    /// `sell`, `buy`, `any`.
    package var key: String { String(describing: self) }
}

/// The grouping and filter keys.
package enum ReportKey: String, CaseIterable, Sendable {
    case party, kind, day, channel, shop, source, county, region
    case partyCounty = "party_county"
    case buyerCounty = "buyer_county"
    case category, session, campaign
}
