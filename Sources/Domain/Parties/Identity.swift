/// A platform id that belongs to a party for a span of days (平台身份).
package struct Identity: Hashable, Sendable {
    package let partyID: String
    /// The platform's name as in the configuration; empty = any.
    package let platform: String
    package let kind: Kind
    /// The id, or the exact name for `purchaser_name`.
    package let value: String
    package let span: DaySpan

    /// The kinds of identities.csv.
    package enum Kind: String, CaseIterable, Sendable {
        case host, room, shop, purchaser
        case purchaserName = "purchaser_name"
        case promo
    }

    /// An identity of the roster.
    package init(partyID: String, platform: String, kind: Kind, value: String, span: DaySpan) {
        self.partyID = partyID
        self.platform = platform
        self.kind = kind
        self.value = value
        self.span = span
    }
}
