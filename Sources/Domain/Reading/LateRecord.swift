/// A record that was found in a span of update times that had been read before: it came, or changed, behind our back.
package struct LateRecord: Hashable, Sendable {
    /// The feed's name: `orders`.
    package let feed: String
    package let orderID: String
    /// The after-sale's number; empty for an order.
    package let refundID: String
    /// Its own update time.
    package let updatedAt: Instant
    /// When it was read.
    package let foundAt: Instant
    /// When its time had been read last before that; `nil` where that was before proofs were kept.
    package let readBefore: Instant?
    /// Whether it was not known at all before.
    package let isNew: Bool
    /// What it moves of paid and of refunded money, without signs.
    package let movedFen: Int64

    /// A late record.
    package init(
        feed: String, orderID: String, refundID: String, updatedAt: Instant, foundAt: Instant,
        readBefore: Instant? = nil, isNew: Bool, movedFen: Int64
    ) {
        self.feed = feed
        self.orderID = orderID
        self.refundID = refundID
        self.updatedAt = updatedAt
        self.foundAt = foundAt
        self.readBefore = readBefore
        self.isNew = isNew
        self.movedFen = movedFen
    }

    /// How late it was found, in milliseconds: it may have come earlier, at most so late.
    package var latenessMilliseconds: Int64 { foundAt.milliseconds - updatedAt.milliseconds }
}
