internal import Tabular

/// What is kept of a row that is parked: of the columns that are read those cells that look like what belongs there.
///
/// A row that is shorter than its header keeps none: nobody knows for sure which cell is which.
struct DouyinParkedRow {
    private let figures: [Int]
    private let words: [Int]
    private let names: [String]

    init(figures: [Int], words: [Int], of file: TableFile) {
        self.figures = figures.sorted()
        self.words = words.sorted()
        names = file.columns
    }

    /// The cells by column, in the order of the file; `***` where a cell looks like something else.
    func cells(_ row: TableRow) -> [(column: String, text: String)] {
        guard row.isWhole else { return [] }
        return (figures + words).sorted().map { column in
            let text = row[column]
            let isKept = figures.contains(column) ? Self.isFigure(text) : Self.isWords(text)
            return (names[column], isKept ? text : "***")
        }
    }

    /// An id, an amount or a time.
    private static func isFigure(_ text: String) -> Bool {
        if Double(text) != nil { return true }
        let marks = Array("0123456789.,:/- ".utf8)
        return text.utf8.allSatisfy(marks.contains) && PersonalData.masked(text) == text
    }

    private static func isWords(_ text: String) -> Bool { PersonalData.masked(text) == text }
}
