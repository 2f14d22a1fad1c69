/// What adds the cells of a report up, one after the other; `Reports` provides it, the store feeds it.
///
/// A cell's keys are given once and its sums as often as there are: a month of daily sums is a few thousand cells.
package protocol CellFold: Sendable {
    /// Takes in a cell's keys (its sums are not looked at) and returns its place.
    mutating func place(of cell: CreditCell) -> Int

    /// Adds sums to the cell at a place.
    mutating func add(_ sums: CreditSums, at place: Int)

    /// Counts an order that lies in several cells: once in each row that shows one of them, and once in the totals.
    ///
    /// `isWhole`: it lies in no others, so that it does not come again.
    mutating func addOrder(_ number: Int64, isWhole: Bool, at places: [Int])

    /// Adds one line's cell: its sums, and the order that it belongs to.
    mutating func add(_ cell: CreditCell)
}

extension ReportScope {
    /// Whether a day of a cell, its own or (for campaigns) that of the sale, says whether or where the report shows it.
    package var looksAtDays: Bool {
        looksAt(.day)
    }

    /// Whether a key of a cell says whether, or where, the report shows it; campaigns look at day, channel and category.
    package func looksAt(_ key: ReportKey) -> Bool {
        let asked = Set([by] + only.map(\.key))
        if asked.contains(key) { return true }
        switch key {
        case .day, .category: return asked.contains(.campaign)
        case .shop: return asked.contains(.channel) || asked.contains(.campaign)
        default: return false
        }
    }
}
