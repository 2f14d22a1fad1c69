/// A record that could not be decoded: kept whole, counted, and replayable; the rest of its page lands.
package struct ParkedRecord: Hashable, Sendable {
    /// Where in the page or file: `data.shop_order_list[3]`, `line 17`.
    package let path: String
    /// What is wrong, without the record's content.
    package let reason: String
    /// The platform's number of the order, where it could be read; else empty.
    package let orderID: String
    /// The number of the line, of a record that is one line of an order (a row of a file), where it could be read; else
    /// empty.
    package let lineID: String
    /// The platform's number of the after-sale, of a record that is one, where it could be read; else empty.
    package let refundID: String
    /// The record with personal data removed, as the platform wrote it otherwise; only where it stands, if it was
    /// decoded but is none that can be stored.
    package let body: String

    /// A parked record.
    package init(
        path: String, reason: String, orderID: String, lineID: String = "", refundID: String = "",
        body: String
    ) {
        self.path = path
        self.reason = reason
        self.orderID = orderID
        self.lineID = lineID
        self.refundID = refundID
        self.body = body
    }
}
