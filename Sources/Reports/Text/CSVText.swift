/// A CSV file for Excel: UTF-8 with a byte order mark, lines ended by CR LF, cells quoted where they must be.
package struct CSVText: Sendable {
    /// A cell by what Excel should make of it.
    package enum Cell: Sendable {
        /// Words. A cell that Excel would run as a formula gets an apostrophe before it.
        case text(String)
        /// An id. One that Excel would read as a number or date gets a tab before it, as in exports.
        case id(String)
        /// A plain number: `-1234.50`.
        case number(String)
        /// Nothing, or not known.
        case empty
    }

    private var content = "\u{FEFF}"

    /// A file without lines.
    package init() {}

    /// Adds a line.
    package mutating func add(_ cells: [Cell]) {
        content += cells.map(Self.field).joined(separator: ",") + "\r\n"
    }

    /// The file's text.
    package var description: String { content }

    private static func field(_ cell: Cell) -> String {
        switch cell {
        case .text(let text): quoted(guarded(text))
        case .id(let text): quoted(text.utf8.first.map(isDigit) == true ? "\t" + text : guarded(text))
        case .number(let number): number
        case .empty: ""
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    /// Formula injection: spreadsheets run what begins with one of these, in full width too.
    private static func guarded(_ text: String) -> String {
        guard let first = text.unicodeScalars.first, "=+-@\t\r\n＝＋－＠".unicodeScalars.contains(first) else {
            return text
        }
        return "'" + text
    }

    private static func quoted(_ text: String) -> String {
        guard text.utf8.contains(where: { ",\"\r\n".utf8.contains($0) }) else { return text }
        return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
            + "\""
    }
}
