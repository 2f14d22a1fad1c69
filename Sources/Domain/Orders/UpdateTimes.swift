/// What the update times of a source's records are read from, as hashes; empty where it has no such records.
package struct UpdateTimes: Hashable, Sendable {
    package let orders: String
    package let refunds: String

    /// Where they are read.
    package init(orders: String, refunds: String) {
        self.orders = orders
        self.refunds = refunds
    }
}
