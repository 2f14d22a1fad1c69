/// One order of a shop as a platform or an export tells it, with its lines.
///
/// The key is (channel, shop, order id). Personal data of buyers never gets this far: a buyer's county is kept,
/// a name only where the buyer is an organisation.
package struct Order: Hashable, Sendable {
    /// Where it was sold.
    package var channel: Channel
    /// The platform's own shop id.
    package var shopID: String
    /// The platform's order number, as text.
    package var orderID: String
    /// The platform's own word or number for the state, kept even when unknown.
    package var status: String
    package var createdAt: Instant?
    /// When the buyer paid; `nil` while unpaid, or where the platform has no such instant.
    package var paidAt: Instant?
    /// The platform's own update time: the first part of the version rank.
    package var updatedAt: Instant
    /// The header's own paid for goods, without freight; `nil` where the source has no header.
    package var headerPaidFen: Fen?
    package var freightFen: Fen
    package var buyer: Buyer
    /// The buyer's county, with names where the platform gives them.
    package var buyerPlace: Place
    /// What a purchaser paid from; empty where that is not known.
    package var fundSource: FundSource?
    /// At most 64 characters with phone, id and address patterns masked.
    package var sellerRemark: String
    package var lines: [OrderLine]
    /// What the source does not have (an export without the column): it says nothing of these fields, which is not the
    /// same as saying that they are empty.
    package var unstated: OrderFields

    /// An order.
    ///
    /// Lines may be empty only where the source has none yet.
    package init(
        channel: Channel, shopID: String, orderID: String, status: String, createdAt: Instant?,
        paidAt: Instant?,
        updatedAt: Instant, headerPaidFen: Fen?, freightFen: Fen = .zero, buyer: Buyer = .person,
        buyerPlace: Place = Place(), fundSource: FundSource? = nil, sellerRemark: String = "",
        lines: [OrderLine], unstated: OrderFields = []
    ) {
        self.channel = channel
        self.shopID = shopID
        self.orderID = orderID
        self.status = status
        self.createdAt = createdAt
        self.paidAt = paidAt
        self.updatedAt = updatedAt
        self.headerPaidFen = headerPaidFen
        self.freightFen = freightFen
        self.buyer = buyer
        self.buyerPlace = buyerPlace
        self.fundSource = fundSource
        self.sellerRemark = sellerRemark
        self.lines = lines
        self.unstated = unstated
    }
}

extension Order {
    /// Whether two lines have one id: refunds and bookings know a line by it.
    ///
    /// Orders have few lines, nearly always.
    package var hasRepeatedLine: Bool {
        if lines.count > 16 { return Set(lines.map(\.lineID)).count < lines.count }
        let lines = lines.span
        for place in lines.indices {
            for other in 0..<place where lines[place].lineID == lines[other].lineID { return true }
        }
        return false
    }
}
