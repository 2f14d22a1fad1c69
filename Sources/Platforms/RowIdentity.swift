internal import Domain
internal import JSON

/// What tells one row of an answer from the others of its window, whatever was made of the row: a hash of its number.
///
/// A window is proved by counting them (docs/decisions/0025).
package struct RowIdentity: Hashable, Sendable {
    private let hash: Int64

    private init(_ texts: String...) {
        var hash = StableHash()
        for text in texts { hash.combine(text) }
        self.hash = hash.value
    }

    init(orderID: String, ofShop shopID: String) {
        self.init(shopID, orderID)
    }

    init(_ refund: Refund) {
        let lineID = refund.listsAllLines ? "" : refund.lineID
        self.init(refund.shopID, refund.orderID, lineID, refund.refundID)
    }

    /// Of a row that is parked; where its own number cannot be read, all that stands in it counts.
    init(_ parked: ParkedRecord, _ row: JSONView, ofShop shopID: String) {
        let shopID = parked.shopID ?? shopID
        if !parked.refundID.isEmpty {
            self.init(shopID, parked.orderID, parked.lineID, parked.refundID)
        } else if !parked.orderID.isEmpty, !parked.isAfterSale {
            self.init(shopID, parked.orderID)
        } else {
            self.init(row.withRawBytes { String(decoding: $0, as: UTF8.self) })
        }
    }
}
