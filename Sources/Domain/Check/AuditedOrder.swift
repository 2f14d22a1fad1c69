/// An order as it is stored, with the rows of what counts of it, so that the one can be held against the other.
package struct AuditedOrder: Sendable {
    package let key: OrderKey
    package let stored: StoredOrder
    /// What counts, as the rows of order and lines have it: all freight stands on the order.
    package let rows: Order
    /// Whether the rows are the order's one statement themselves.
    package let isOneStatement: Bool

    /// An order with its rows.
    package init(key: OrderKey, stored: StoredOrder, rows: Order, isOneStatement: Bool) {
        self.key = key
        self.stored = stored
        self.rows = rows
        self.isOneStatement = isOneStatement
    }
}
