/// One after-sale record about one line, with its own date and amount.
///
/// It may arrive before its order. Only `succeeded` counts as money; the other states are kept so that an older
/// record never overwrites a newer one.
package struct Refund: Hashable, Sendable {
    package var channel: Channel
    package var shopID: String
    package var orderID: String
    package var lineID: String
    /// The platform's after-sale number, as text.
    package var refundID: String
    package var state: State
    /// Refunded for the goods of the line, without freight.
    package var refundedFen: Fen
    /// Thousandths of the line's unit that came back; 0 where only money went back.
    package var returnedMilli: Int64
    /// When the refund succeeded (or was last touched, while it has not).
    package var refundedAt: Instant
    /// The platform's update time, the version rank.
    package var updatedAt: Instant
    /// Whether the record that it was read from names all lines of the after-sale; else each line is a record of its own,
    /// whatever others of its number say.
    package var listsAllLines: Bool

    /// What became of the request.
    ///
    /// The raw value is the key in the store.
    package enum State: Int, CaseIterable, Sendable {
        case open = 0
        case succeeded
        /// Refused, withdrawn, or an exchange: no money goes back.
        case withoutRefund

        /// The key for those who ask the store with SQL.
        package var key: String { String(describing: self) }
    }

    /// An after-sale record.
    package init(
        channel: Channel, shopID: String, orderID: String, lineID: String, refundID: String, state: State,
        refundedFen: Fen, returnedMilli: Int64, refundedAt: Instant, updatedAt: Instant,
        listsAllLines: Bool = false
    ) {
        self.channel = channel
        self.shopID = shopID
        self.orderID = orderID
        self.lineID = lineID
        self.refundID = refundID
        self.state = state
        self.refundedFen = refundedFen
        self.returnedMilli = returnedMilli
        self.refundedAt = refundedAt
        self.updatedAt = updatedAt
        self.listsAllLines = listsAllLines
    }
}
