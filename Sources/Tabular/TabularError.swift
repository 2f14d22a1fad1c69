package import Domain

/// Why a file, a row or a cell could not be read: where it is, what is wrong and what to do next.
///
/// It never holds a cell's text: a phone number looks like an amount.
package struct TabularError: Error, Equatable, Sendable {
    /// The file's name as the caller gave it.
    package let file: String
    /// The physical line, counted from 1; nil where the whole file is meant.
    package let line: Int?
    /// The column's name from the header; nil where the whole row or file is meant.
    package let column: String?
    /// What is wrong.
    package let what: Notice
    /// What to do next.
    package let remedy: Notice

    /// An error at a place; `what` and `remedy` are half-sentences without a full stop.
    package init(file: String, line: Int? = nil, column: String? = nil, what: Notice, remedy: Notice) {
        self.file = file
        self.line = line
        self.column = column
        self.what = what
        self.remedy = remedy
    }

    /// One sentence: file, line, column, what is wrong; what to do.
    package var notice: Notice { Notice("table.problem", place, what, remedy) }

    private var place: Notice {
        switch (line, column) {
        case (nil, nil): .verbatim(file)
        case (let line?, nil): Notice("table.line", file, line)
        case (nil, let column?): Notice("table.column", file, column)
        case (let line?, let column?): Notice("table.cell", file, line, column)
        }
    }
}
