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

/// What attribution decides about a line.
package struct LineCredit: Hashable, Sendable {
    /// One credit a leg that applies; none on the buy leg for a private buyer.
    package var credits: [Credit]
    /// The line's weight as known now (returned items taken off); `nil` where there is no single clear weight.
    package var grams: Grams?
    package var weightEvidence: WeightEvidence
    /// County (or village) of origin.
    package var county: Region?
    package var category: String

    /// A decision.
    package init(
        credits: [Credit], grams: Grams?, weightEvidence: WeightEvidence, county: Region?, category: String
    ) {
        self.credits = credits
        self.grams = grams
        self.weightEvidence = weightEvidence
        self.county = county
        self.category = category
    }
}
