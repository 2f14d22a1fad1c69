internal import Tabular

/// What is kept of a row that is parked: ids, amounts and times of the columns that are read, where they look like such.
///
/// No words: where cells have moved, a name looks like any.
///
/// A row that is shorter than its header keeps none: nobody knows for sure which cell is which.
struct ParkedFigures {
    private let figures: [Int]
    private let names: [String]

    init(figures: [Int], of file: TableFile) {
        self.figures = figures.sorted()
        names = file.columns
    }

    /// The cells by column, in the order of the file; `***` where a cell looks like something else.
    func cells(_ row: TableRow) -> [(column: String, text: String)] {
        guard row.isWhole else { return [] }
        return figures.map { (names[$0], Self.isFigure(row[$0]) ? row[$0] : "***") }
    }

    /// An id, an amount or a time.
    private static func isFigure(_ text: String) -> Bool {
        if PersonalData.isPersonalNumber(text) { return false }
        if Double(text) != nil { return true }
        let marks = Array("0123456789.,:/- ".utf8)
        return text.utf8.allSatisfy(marks.contains) && PersonalData.masked(text) == text
    }
}
