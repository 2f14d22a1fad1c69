/// One SKU in an order: money, weight and credit are per line.
package struct OrderLine: Hashable, Sendable {
    /// The platform's line number, as text; `#0` where the source has orders only.
    package var lineID: String
    package var productID: String
    package var skuID: String
    package var title: String
    package var spec: String
    package var quantity: Quantity
    /// List unit price × quantity.
    package var grossFen: Fen
    package var grossOrigin: AmountOrigin
    /// The buyer's own money for these goods, without discounts and freight.
    package var paidFen: Fen
    package var paidOrigin: AmountOrigin
    package var subsidies: Subsidies
    /// Freight of this line, where the source states it line by line; else it stands on the order.
    package var freightFen: Fen
    package var sale: SaleState
    /// Paid, then closed by the platform at this instant: what no successful after-sale explains is a derived refund.
    package var closedAt: Instant?
    /// The first update that said closed, of all that were read; mappings leave it out.
    package var firstClosedAt: Instant?
    /// What the source states inside the order as refunded so far; `nil` says nothing, 0 is a statement.
    package var statedRefund: StatedRefund?
    /// The host on air, as the platform states it; empty if none.
    package var hostID: String
    /// The live room; empty if none.
    package var roomID: String
    /// County of origin and category where the source itself states them (832-style platforms).
    package var originRegion: Region?
    package var category: String

    /// A line of an order.
    package init(
        lineID: String, productID: String = "", skuID: String = "", title: String, spec: String = "",
        quantity: Quantity, grossFen: Fen, grossOrigin: AmountOrigin, paidFen: Fen, paidOrigin: AmountOrigin,
        subsidies: Subsidies = Subsidies(), freightFen: Fen = .zero, sale: SaleState,
        closedAt: Instant? = nil,
        statedRefund: StatedRefund? = nil, hostID: String = "", roomID: String = "",
        originRegion: Region? = nil,
        category: String = ""
    ) {
        self.lineID = lineID
        self.productID = productID
        self.skuID = skuID
        self.title = title
        self.spec = spec
        self.quantity = quantity
        self.grossFen = grossFen
        self.grossOrigin = grossOrigin
        self.paidFen = paidFen
        self.paidOrigin = paidOrigin
        self.subsidies = subsidies
        self.freightFen = freightFen
        self.sale = sale
        self.closedAt = closedAt
        self.statedRefund = statedRefund
        self.hostID = hostID
        self.roomID = roomID
        self.originRegion = originRegion
        self.category = category
    }
}

/// Where an amount came from.
///
/// The raw value is the key in the store.
package enum AmountOrigin: Int, CaseIterable, Sendable {
    /// The platform's own figure for the line.
    case stated = 0
    /// Unit price times quantity.
    case multiplied
    /// The order's figure, spread over its lines by the largest remainder.
    case spread
    /// The platform's figure less the line's freight or tax.
    case lessFreight
    /// Paid plus subsidies, where the source has no list price.
    case summed
    /// Nobody has stated it: a list that tells of weights alone. The amount beside it is 0, counts for nothing, and such lines
    /// are counted apart.
    case unknown

    /// The key for those who ask the store with SQL.
    package var key: String { String(describing: self) }
}

/// What others bore of a line's price, in fen, by bearer; never inside paid.
package struct Subsidies: Hashable, Sendable {
    package var shopFen: Fen
    package var platformFen: Fen
    package var talentFen: Fen
    package var stateFen: Fen

    /// Nobody bore anything unless said.
    package init(
        shopFen: Fen = .zero, platformFen: Fen = .zero, talentFen: Fen = .zero, stateFen: Fen = .zero
    ) {
        self.shopFen = shopFen
        self.platformFen = platformFen
        self.talentFen = talentFen
        self.stateFen = stateFen
    }
}

/// One growing amount of a line: what was refunded of it so far, as its order states it.
///
/// Each growth is an event of its own day; a smaller amount later takes back, and silence says nothing.
package struct StatedRefund: Hashable, Sendable {
    /// Refunded for the goods of the line so far, without freight.
    package var refundedFen: Fen
    /// Thousandths of the line's unit that came back so far.
    package var returnedMilli: Int64
    /// When the amount became what it is.
    package var refundedAt: Instant
    /// The update time of the version that states it; mappings leave it out, whoever takes the version in adds it.
    package var statedAt: Instant?
    /// Whether the version at hand is silent about the line, and this was kept of another one.
    package var isKept: Bool

    /// A cumulative amount.
    package init(
        refundedFen: Fen, returnedMilli: Int64 = 0, refundedAt: Instant, statedAt: Instant? = nil,
        isKept: Bool = false
    ) {
        self.refundedFen = refundedFen
        self.returnedMilli = returnedMilli
        self.refundedAt = refundedAt
        self.statedAt = statedAt
        self.isKept = isKept
    }
}
