/// Where rows come from, whatever the file is: one after the other, in bounded memory.
protocol RecordSource: AnyObject {
    /// Whether a cell's place is written beside it, so that nothing can have moved it; in delimited text a comma can.
    var isGrid: Bool { get }
    /// The columns that the sheet hides, counted from 0, once a row was read.
    var hiddenColumns: [Range<Int>] { get }
    /// How many of the rows given so far the sheet hides.
    var hiddenRowCount: Int { get }

    /// Fills `cells` with the next record that is not blank.
    ///
    /// Returned is its first physical line, or what is wrong with it; nil at the end. Where a quote is wrong, `cells`
    /// holds those in front of it, else none that could be relied on. It throws only when the file cannot be read on.
    func next(into cells: RowCells) throws(TabularError) -> Result<Int, TabularError>?
}
