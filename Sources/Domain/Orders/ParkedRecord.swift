/// A record that could not be decoded: kept whole, counted, and replayable; the rest of its page lands.
package struct ParkedRecord: Hashable, Sendable {
    /// Where in the page or file: `data.shop_order_list[3]`, `line 17`.
    package let path: String
    /// What is wrong, without the record's content.
    package let reason: Notice
    /// The shop, of a record that says so; `nil`: that of its account.
    package let shopID: String?
    /// The platform's number of the order, where it could be read; else empty.
    package let orderID: String
    /// The number of the line, of a record that is one line of an order (a row of a file), where it could be read; else
    /// empty.
    package let lineID: String
    /// The platform's number of the after-sale, of a record that is one, where it could be read; else empty.
    package let refundID: String
    /// Whether it is an after-sale: an order does not speak for it, whatever is known of its numbers.
    package let isAfterSale: Bool
    /// What the order or the after-sale is about, where it could be read.
    package let amountFen: Int64?
    /// What the record says its update time is; `nil` where it could not be read.
    ///
    /// An older sound record does not speak for it.
    package let updatedAt: Instant?
    /// The record with personal data removed, as the platform wrote it otherwise; only where it stands, if it was
    /// decoded but is none that can be stored.
    package let body: String

    /// A parked record.
    package init(
        path: String, reason: Notice, shopID: String? = nil, orderID: String = "", lineID: String = "",
        refundID: String = "",
        isAfterSale: Bool = false, amountFen: Int64? = nil, updatedAt: Instant? = nil, body: String
    ) {
        self.path = path
        self.reason = reason
        self.shopID = shopID
        self.orderID = orderID
        self.lineID = lineID
        self.refundID = refundID
        self.isAfterSale = isAfterSale || !refundID.isEmpty
        self.amountFen = amountFen
        self.updatedAt = updatedAt
        self.body = body
    }

    /// What it is known by within its feed and shop, however often it is read.
    ///
    /// Its own number; without one, where it stands in which file, or what it says: of eight rows that cannot be read none is
    /// taken for another.
    package func identity(in page: PageFacts) -> String {
        if !refundID.isEmpty { return "after-sale \(orderID) \(lineID) \(refundID)" }
        if !orderID.isEmpty, !lineID.isEmpty { return "line \(orderID) \(lineID)" }
        if page.file != nil { return "row \(page.hash) \(path)" }
        if !orderID.isEmpty, !isAfterSale { return "order \(orderID)" }
        return "record \(bodyHash)"
    }

    /// A stable hash of what is kept of it: tells whether it has changed.
    package var bodyHash: Int64 {
        var hash = StableHash()
        hash.combine(orderID)
        hash.combine(lineID)
        reason.combine(into: &hash)
        hash.combine(body)
        return hash.value
    }
}
