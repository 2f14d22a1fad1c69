/// What attribution knows of a stored line that is a sale: the keys of the rules, the money as known now, the goods.
package struct LineFacts: Hashable, Sendable {
    /// The platform's name as in the configuration (`douyin`, `p832`, a declared one).
    package var platform: String
    package var channel: Channel
    package var shopID: String
    package var hostID: String
    package var buyer: Buyer
    package var saleAt: Instant
    package var productID: String
    package var skuID: String
    package var title: String
    package var spec: String
    package var quantity: Quantity
    /// Thousandths of the unit that came back.
    package var returnedMilli: Int64
    package var paidFen: Fen
    package var refundedFen: Fen
    /// Stated by the source itself; the catalogue counts where it is empty.
    package var originRegion: Region?
    package var category: String

    /// The facts of one line.
    package init(
        platform: String, channel: Channel, shopID: String, hostID: String, buyer: Buyer, saleAt: Instant,
        productID: String, skuID: String, title: String, spec: String, quantity: Quantity,
        returnedMilli: Int64,
        paidFen: Fen, refundedFen: Fen, originRegion: Region?, category: String
    ) {
        self.platform = platform
        self.channel = channel
        self.shopID = shopID
        self.hostID = hostID
        self.buyer = buyer
        self.saleAt = saleAt
        self.productID = productID
        self.skuID = skuID
        self.title = title
        self.spec = spec
        self.quantity = quantity
        self.returnedMilli = returnedMilli
        self.paidFen = paidFen
        self.refundedFen = refundedFen
        self.originRegion = originRegion
        self.category = category
    }
}

extension LineFacts {
    /// The facts of a sale line as its order states them, before any refund.
    package init(_ line: borrowing OrderLine, of order: borrowing Order, platform: String, saleAt: Instant) {
        self.init(
            platform: platform, channel: order.channel, shopID: order.shopID, hostID: line.hostID,
            buyer: order.buyer, saleAt: saleAt, productID: line.productID, skuID: line.skuID,
            title: line.title,
            spec: line.spec, quantity: line.quantity, returnedMilli: 0, paidFen: line.paidFen,
            refundedFen: .zero,
            originRegion: line.originRegion, category: line.category)
    }
}
