import Domain
import GRDB

/// Rows on their way into one table.
///
/// They wait here and go several to a statement, which costs SQLite a third less than a statement each.
///
/// Whatever reads the table in the same transaction calls `flush` first; so does the end of the transaction.
final class RowInserter {
    private let one: RawStatement
    private let many: RawStatement
    private let columnCount: Int
    private var waiting = RowValues()

    /// Rows of one long statement.
    ///
    /// SQLite takes 32,766 parameters, and gains nothing by more rows than these.
    private static let rowsAtOnce = 32
    /// Rows that wait at most: about 250 KB of the widest table.
    private static let rowsWaitingMax = 8 * rowsAtOnce

    /// Rows of these columns.
    init(_ database: Database, into table: String, _ columns: String) throws {
        columnCount = columns.utf8.count(where: { $0 == UInt8(ascii: ",") }) + 1
        let row = "(" + String(repeating: "?, ", count: columnCount - 1) + "?)"
        // A row that breaks a constraint ends the transaction, as any error here does. Said in advance, SQLite need not
        // keep a copy of each page as it was before each statement.
        let insert = "INSERT OR ROLLBACK INTO \(table) (\(columns)) VALUES "
        one = try RawStatement(database, insert + row)
        many = try RawStatement(
            database, insert + String(repeating: row + ", ", count: Self.rowsAtOnce - 1) + row)
    }

    /// Adds a row; its values come in the order of the columns.
    func addRow(_ fill: (inout RowValues) -> Void) throws {
        fill(&waiting)
        if waiting.count >= Self.rowsWaitingMax * columnCount { try flush() }
    }

    /// Writes the rows that wait.
    func flush() throws {
        if waiting.count == 0 { return }
        defer { waiting.removeAll() }
        var start = 0
        while start < waiting.count {
            let isLong = waiting.count - start >= Self.rowsAtOnce * columnCount
            let statement = isLong ? many : one
            let end = start + (isLong ? Self.rowsAtOnce : 1) * columnCount
            try waiting.run(start..<end, by: statement)
            start = end
        }
    }
}

/// The values of rows that wait, numbers and the bytes of texts.
struct RowValues {
    private var values: [Value] = []
    private var texts: [UInt8] = []

    /// A number, NULL, or a place in `texts`.
    private enum Value {
        case integer(Int64)
        case text(start: UInt32, byteCount: UInt32)
        case null
    }

    var count: Int { values.count }

    /// The row's next value.
    mutating func add(_ value: Int64) {
        values.append(.integer(value))
    }

    /// The row's next value, or NULL.
    mutating func add(_ value: Int64?) {
        values.append(value.map(Value.integer) ?? .null)
    }

    /// The row's next value, a text.
    mutating func add(_ text: String) {
        let start = texts.count
        text.withBytes { texts.append(contentsOf: $0) }
        values.append(.text(start: UInt32(start), byteCount: UInt32(texts.count - start)))
    }

    /// Runs the statement with these values as its parameters.
    func run(_ range: Range<Int>, by statement: RawStatement) throws {
        try texts.withUnsafeBufferPointer { texts in
            try values.withUnsafeBufferPointer { values in
                for place in range {
                    let parameter = Int32(place - range.lowerBound + 1)
                    switch values[place] {
                    case .integer(let number): statement.bind(parameter, number)
                    case .text(let start, let byteCount):
                        statement.bind(
                            parameter,
                            lent: UnsafeBufferPointer(rebasing: texts[Int(start)..<Int(start + byteCount)]))
                    case .null: statement.bindNull(parameter)
                    }
                }
                try statement.run()
            }
        }
    }

    mutating func removeAll() {
        values.removeAll(keepingCapacity: true)
        texts.removeAll(keepingCapacity: true)
    }
}
