/// A record that could not be decoded: kept whole, counted, and replayable; the rest of its page lands.
package struct ParkedRecord: Hashable, Sendable {
    /// Where in the page or file: `data.shop_order_list[3]`, `line 17`.
    package let path: String
    /// What is wrong, without the record's content.
    package let reason: String
    /// The platform's number of the order, where it could be read; else empty.
    package let orderID: String
    /// The record with personal data removed, as the platform wrote it otherwise.
    package let body: String

    /// A parked record.
    package init(path: String, reason: String, orderID: String, body: String) {
        self.path = path
        self.reason = reason
        self.orderID = orderID
        self.body = body
    }
}
