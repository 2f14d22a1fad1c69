/// A cell of the store that does not hold what follows from other cells.
///
/// Tables and columns are called as in docs/store.md. Texts of cells are not told: they may be a person's.
package struct Misfit: Hashable, Sendable {
    package let table: String
    package let column: String
    package let row: Row
    /// The number that is stored; `nil` where it is none, or is missing.
    package let stored: Int64?
    /// The number that follows from other cells; `nil` where none does.
    package let expected: Int64?

    /// A cell that does not fit.
    package init(_ table: String, _ column: String, _ row: Row, stored: Int64? = nil, expected: Int64? = nil)
    {
        self.table = table
        self.column = column
        self.row = row
        self.stored = stored
        self.expected = expected
    }

    /// Where the cell stands, as far as its table tells it; what it does not tell is empty.
    package struct Row: Hashable, Sendable {
        /// The platform's own shop id.
        package var shopID = ""
        package var orderID = ""
        package var lineID = ""
        package var day: BusinessDay?
        /// The row's number in a table that is not about orders: page, batch, version of the roster.
        package var number: Int64?

        /// A row that nothing is known of yet.
        package init() {}

        /// A row of an order or of one of its lines.
        package init(_ key: OrderKey, lineID: String = "", day: BusinessDay? = nil) {
            (shopID, orderID) = (key.shopID, key.orderID)
            self.lineID = lineID
            self.day = day
        }

        /// A row that is known by its number.
        package init(number: Int64) {
            self.number = number
        }
    }
}

/// What disagrees within the store, in one column.
package struct Disagreement: Hashable, Sendable {
    /// The first cell that does not fit.
    package let first: Misfit
    /// In how many rows.
    package var count: Int64

    /// So many rows that do not fit.
    package init(_ first: Misfit, count: Int64 = 1) {
        self.first = first
        self.count = count
    }
}

extension [Disagreement] {
    /// Counts a cell that does not fit: each column is one disagreement, told by its first cell.
    package mutating func add(_ misfit: Misfit) {
        let known = firstIndex { $0.first.table == misfit.table && $0.first.column == misfit.column }
        if let known { self[known].count += 1 } else { append(Disagreement(misfit)) }
    }
}
