/// What a statement, an after-sale or a roster changes in what is stored of one order.
///
/// The store applies it as it is, in one transaction with all others of a landing; it adds nothing of its own.
package struct Change: Sendable {
    package let key: OrderKey
    /// The order's number in the store; `nil` for an order that is not stored yet.
    package let number: Int64?
    /// What counts from now on, where the rows of order and lines are to be written; `nil` leaves them.
    package let order: Order?
    /// All that the sources said, where that has changed.
    package var statements: Statements?
    /// How the order stands from now on; `nil` while only after-sales are known.
    package var standing: Standing?
    /// The places of lines that stand otherwise than before, where the rows of order and lines are left.
    package let linesWritten: [Int]
    /// Credits that are new or changed.
    package let creditsWritten: [CreditRow]
    /// Credits whose line, leg, party and reason have none any more.
    package let creditsDropped: [CreditRow]
    package var refundsWritten: [RefundRow]
    package let refundsDropped: [RefundRow]
    /// What waits to be booked by it.
    package let differences: [Difference]
    /// What is to be taken off the daily sums, and the source that it was added for.
    package let removed: Part
    /// What is to be added to them.
    package var added: Part

    /// What an order adds to the daily sums.
    package struct Part: Sendable {
        /// The source's number in the store.
        package var source: Int64
        package var cells: [OrderCell]
        package var reads: [ReadPart]

        /// Nothing, unless said.
        package init(source: Int64 = 0, cells: [OrderCell] = [], reads: [ReadPart] = []) {
            self.source = source
            self.cells = cells
            self.reads = reads
        }
    }

    /// A change; `Books` makes them.
    package init(
        key: OrderKey, number: Int64?, order: Order?, statements: Statements?, standing: Standing?,
        linesWritten: [Int], creditsWritten: [CreditRow], creditsDropped: [CreditRow],
        refundsWritten: [RefundRow], refundsDropped: [RefundRow],
        differences: [Difference], removed: Part, added: Part
    ) {
        self.key = key
        self.number = number
        self.order = order
        self.statements = statements
        self.standing = standing
        self.linesWritten = linesWritten
        self.creditsWritten = creditsWritten
        self.creditsDropped = creditsDropped
        self.refundsWritten = refundsWritten
        self.refundsDropped = refundsDropped
        self.differences = differences
        self.removed = removed
        self.added = added
    }

    /// What it moves of the money that was read, paid and refunded, without signs.
    package var movedFen: Int64 {
        func moved(_ fen: (ReadSums) -> Int64) -> Int64 {
            func sum(_ part: Part) -> Int64 { part.reads.reduce(0) { $0 + fen($1.sums) } }
            return abs(sum(added) - sum(removed))
        }
        return moved(\.readFen) + moved(\.refundsReadFen)
    }
}
