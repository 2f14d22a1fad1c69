/// One sheet of a workbook.
package struct SpreadsheetSheet: Sendable {
    /// Its name, 31 characters at most.
    let name: String
    let columns: [SpreadsheetColumn]
    /// From the first row on.
    package var rows: [[SpreadsheetCell]]
    /// How many of the first rows stay in sight.
    let frozenRows: Int

    /// A sheet with these rows.
    package init(name: String, columns: [SpreadsheetColumn], rows: [[SpreadsheetCell]], frozenRows: Int = 0) {
        self.name = name
        self.columns = columns
        self.rows = rows
        self.frozenRows = frozenRows
    }
}

/// What whoever fills in a sheet finds in a column, down to the sheet's last row.
package struct SpreadsheetColumn: Sendable {
    /// How many digits it shows side by side; a Chinese character takes two.
    let width: Int
    let format: Format
    let rule: Rule?

    /// How Excel shows, and takes, what is written into a cell.
    package enum Format: Sendable {
        case general
        /// Digits stay as they are written.
        case text
        case twoDecimals, wholeNumber, day, dayAndTime
    }

    /// What Excel says where something else is written; an empty cell is always as it should be.
    package struct Rule: Sendable {
        let condition: Condition
        /// Whether it may be left as it is all the same.
        let isAdvice: Bool
        /// What is told, 225 characters at most.
        let complaint: String

        /// What a cell has to be.
        package enum Condition: Sendable {
            /// One of these words, which are offered as a list; 255 characters at most, commas included.
            case word([String])
            /// A number from 0 on.
            case amount
            /// A day, or an instant, since 1 January 2000.
            case day
        }

        /// A rule and what is told of it.
        package init(_ condition: Condition, isAdvice: Bool, complaint: String) {
            self.condition = condition
            self.isAdvice = isAdvice
            self.complaint = complaint
        }
    }

    /// A column.
    package init(width: Int, format: Format = .general, rule: Rule? = nil) {
        self.width = width
        self.format = format
        self.rule = rule
    }
}

/// A cell that is there from the start.
package struct SpreadsheetCell: Sendable {
    let text: String
    /// Whether it is kept as a number, as Excel keeps days and amounts that are typed.
    let isNumber: Bool
    let style: Style
    /// What is told when the mouse is over it; empty where there is nothing.
    let comment: String

    /// How a cell looks.
    package enum Style: Hashable, Sendable {
        /// Large and bold.
        case title
        /// Text that may run over the cells on its right.
        case line
        /// Bold on a ground, with a border; on a stronger ground where the column has to be filled in.
        case header, requiredHeader
        /// With a border; a long text is wrapped.
        case bordered
        /// As its column is made for it.
        case ofColumn
    }

    /// A cell; one without text is there for its border.
    package init(_ text: String, _ style: Style, comment: String = "") {
        self.text = text
        isNumber = false
        self.style = style
        self.comment = comment
    }

    /// A number as its column shows it; what is none is text.
    ///
    /// Excel counts days from 30 December 1899.
    package init(number: String) {
        text = number
        isNumber = Double(number)?.isFinite == true
        style = .ofColumn
        comment = ""
    }
}
