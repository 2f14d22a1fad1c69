import Domain

@testable import Attribution

/// A day that tests write as text.
func day(_ text: String) -> BusinessDay? { BusinessDay(text) }

extension Instant {
    /// Beijing time `2022-11-01 08:30`; the epoch where the text is wrong, so that a test fails.
    static func beijing(_ text: String) -> Instant { Instant(iso: text) ?? Instant(seconds: 0) }
}

extension Party {
    static func of(_ id: String, _ kind: PartyKind = .unit) -> Party {
        Party(id: id, name: "名\(id)", kind: kind, region: nil, organisation: "")
    }
}

extension Tenure {
    static func of(_ party: String, _ from: String = "", _ to: String = "") -> Tenure {
        Tenure(
            partyID: party, region: Region("411422100200"), role: "first_secretary",
            span: DaySpan(from: day(from), to: day(to)))
    }
}

extension Identity {
    static func of(
        _ party: String, _ kind: Kind, _ value: String, platform: String = "", _ from: String = "",
        _ to: String = ""
    ) -> Identity {
        Identity(
            partyID: party, platform: platform, kind: kind, value: value,
            span: DaySpan(from: day(from), to: day(to)))
    }
}

extension LineFacts {
    /// A line of one piece, sold on 2022-11-15 at noon, Beijing time.
    static func of(
        platform: String = "douyin", shop: String = "", host: String = "", buyer: Buyer = .person,
        at: String = "2022-11-15 12:00", product: String = "", sku: String = "", title: String = "",
        spec: String = "",
        quantity: Quantity = Quantity(milli: 1000), returnedMilli: Int64 = 0, paid: Int64 = 1000,
        refunded: Int64 = 0,
        origin: Region? = nil, category: String = ""
    ) -> LineFacts {
        LineFacts(
            platform: platform, channel: .douyin, shopID: shop, hostID: host, buyer: buyer,
            saleAt: .beijing(at),
            productID: product, skuID: sku, title: title, spec: spec, quantity: quantity,
            returnedMilli: returnedMilli,
            paidFen: Fen(paid), refundedFen: Fen(refunded), originRegion: origin, category: category)
    }
}
