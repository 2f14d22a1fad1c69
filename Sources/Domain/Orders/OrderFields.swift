/// Fields of an order and its lines that a source may lack.
///
/// The raw value is a key in the store; never renumber.
package struct OrderFields: OptionSet, Hashable, Sendable {
    package let rawValue: Int64

    /// Fields by their bits.
    package init(rawValue: Int64) {
        self.rawValue = rawValue
    }

    /// Freight of the order or of its lines.
    package static let freight = OrderFields(rawValue: 1 << 0)
    package static let buyer = OrderFields(rawValue: 1 << 1)
    package static let buyerPlace = OrderFields(rawValue: 1 << 2)
    package static let fundSource = OrderFields(rawValue: 1 << 3)
    package static let sellerRemark = OrderFields(rawValue: 1 << 4)
    package static let productID = OrderFields(rawValue: 1 << 5)
    package static let skuID = OrderFields(rawValue: 1 << 6)
    package static let title = OrderFields(rawValue: 1 << 7)
    package static let spec = OrderFields(rawValue: 1 << 8)
    package static let gross = OrderFields(rawValue: 1 << 9)
    package static let subsidies = OrderFields(rawValue: 1 << 10)
    package static let hostID = OrderFields(rawValue: 1 << 11)
    package static let roomID = OrderFields(rawValue: 1 << 12)
    package static let originRegion = OrderFields(rawValue: 1 << 13)
    package static let category = OrderFields(rawValue: 1 << 14)
    package static let status = OrderFields(rawValue: 1 << 15)
    package static let createdAt = OrderFields(rawValue: 1 << 16)
    package static let paidAt = OrderFields(rawValue: 1 << 17)
    package static let headerPaid = OrderFields(rawValue: 1 << 18)
    /// Whether and when a line was closed.
    package static let closedAt = OrderFields(rawValue: 1 << 19)
    /// What was paid: unstated where a column is missing that it is worked out from.
    package static let paid = OrderFields(rawValue: 1 << 20)
    /// Whether a line is a sale, and when: unstated where a column is missing that it is told from.
    package static let sale = OrderFields(rawValue: 1 << 21)
}
