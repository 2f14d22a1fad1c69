import Domain

/// What a source said once: of a whole order, or, where it is a row of a file, of one line.
struct Statement {
    let kind: SourceKind
    let order: Order
    let account: Account
    let fetchedAt: Instant
    /// How many statements had been read before it.
    let number: Int

    /// What it is a statement about, among those of its order and kind: a row of a file about its line.
    var subject: String { kind == .file ? order.lines[0].lineID : "" }

    /// Whether it counts before the other one where both say something.
    func isNewer(than other: Statement) -> Bool {
        if (order.updatedAt, fetchedAt) != (other.order.updatedAt, other.fetchedAt) {
            return (order.updatedAt, fetchedAt) > (other.order.updatedAt, other.fetchedAt)
        }
        let (own, others) = (
            (subject, order.unstated.rawValue), (other.subject, other.order.unstated.rawValue)
        )
        // Rows of one file and time: the order in which they stand says nothing. Of one line the last read counts.
        return own == others ? number > other.number : own < others
    }

    /// Whether it takes the place of the one that counted for its subject so far.
    func replaces(_ other: Statement) -> Bool {
        if order.updatedAt != other.order.updatedAt { return order.updatedAt > other.order.updatedAt }
        return order != other.order && fetchedAt >= other.fetchedAt
    }

    /// Its line with that id.
    func line(_ lineID: String) -> OrderLine? { order.lines.first { $0.lineID == lineID } }
}
