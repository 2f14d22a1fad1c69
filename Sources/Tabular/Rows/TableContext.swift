/// What the rows of one reading of a file have in common.
final class TableContext {
    let file: String
    let columns: [String]
    /// The columns up to the last that has a name.
    let namedCount: Int
    /// How its days are numbered, where a cell is a bare number of days.
    let dates: SheetDate
    /// Columns in which a long number was seen that Excel would have damaged.
    var columnsWithIntactNumbers: Set<Int> = []

    init(file: String, columns: [String], dates: SheetDate) {
        self.file = file
        self.columns = columns
        self.dates = dates
        namedCount = (columns.lastIndex { !$0.isEmpty } ?? -1) + 1
    }
}
