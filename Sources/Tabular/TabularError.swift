/// Why a file, a row or a cell could not be read: where it is, what is wrong and what to do next.
///
/// It never holds a cell's text: a phone number looks like an amount.
package struct TabularError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The file's name as the caller gave it.
    package let file: String
    /// The physical line, counted from 1; nil where the whole file is meant.
    package let line: Int?
    /// The column's name from the header; nil where the whole row or file is meant.
    package let column: String?
    /// What is wrong, in Chinese, without a full stop.
    package let what: String
    /// What to do next, in Chinese, without a full stop.
    package let remedy: String

    /// An error at a place; `what` and `remedy` are half-sentences without a full stop.
    package init(file: String, line: Int? = nil, column: String? = nil, what: String, remedy: String) {
        self.file = file
        self.line = line
        self.column = column
        self.what = what
        self.remedy = remedy
    }

    /// One Chinese sentence: file, line, column, what is wrong; what to do.
    package var description: String {
        let row = line.map { " 第 \($0) 行" } ?? ""
        let cell = column.map { "“\($0)”列" } ?? ""
        return "\(file)\(row)\(cell)：\(what)；\(remedy)。"
    }
}
