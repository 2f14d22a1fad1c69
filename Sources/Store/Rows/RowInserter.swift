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

    /// The table and columns of rows: their SQL is written once for all transactions.
    struct Target: Sendable {
        fileprivate let columnCount: Int
        fileprivate let one: String
        fileprivate let many: String

        init(_ table: String, _ columns: String) {
            columnCount = columns.utf8.count(where: { $0 == UInt8(ascii: ",") }) + 1
            let row = "(" + String(repeating: "?, ", count: columnCount - 1) + "?)"
            // A row that breaks a constraint ends the transaction, as any error here does. Said in advance, SQLite need
            // not keep a copy of each page as it was before each statement.
            let insert = "INSERT OR ROLLBACK INTO \(table) (\(columns)) VALUES "
            one = insert + row
            many = insert + String(repeating: row + ", ", count: rowsAtOnce - 1) + row
        }
    }

    /// Rows of these columns.
    init(_ database: Database, into target: Target) throws {
        columnCount = target.columnCount
        one = try RawStatement(database, target.one)
        many = try RawStatement(database, target.many)
    }

    /// Begins a row: hands out the rows that wait, to be given back by `end` with the values of one more.
    ///
    /// A closure that filled them in would copy what it takes the values from.
    func begin() -> RowValues {
        var rows = RowValues()
        swap(&rows, &waiting)
        return rows
    }

    /// Ends a row, whose values have come in the order of the columns.
    func end(_ rows: consuming RowValues) throws {
        assert(waiting.count == 0, "a row was begun before the last one ended")
        waiting = rows
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

/// The values of rows that wait: numbers, and the bytes of texts.
struct RowValues {
    private var values: [Value] = []
    private var bytes: [UInt8] = []

    /// A number, NULL, or a place in `bytes`.
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
        let start = bytes.count
        text.withBytes { bytes.append(contentsOf: $0) }
        values.append(.text(start: UInt32(start), byteCount: UInt32(bytes.count - start)))
    }

    /// Runs the statement with these values as its parameters.
    func run(_ range: Range<Int>, by statement: RawStatement) throws {
        try bytes.withUnsafeBufferPointer { bytes in
            try values.withUnsafeBufferPointer { values in
                for place in range {
                    let parameter = Int32(place - range.lowerBound + 1)
                    switch values[place] {
                    case .integer(let number): statement.bind(parameter, number)
                    case .text(let start, let byteCount):
                        statement.bind(
                            parameter,
                            lentText: UnsafeBufferPointer(
                                rebasing: bytes[Int(start)..<Int(start + byteCount)]))
                    case .null: statement.bindNull(parameter)
                    }
                }
                try statement.run()
            }
        }
    }

    mutating func removeAll() {
        values.removeAll(keepingCapacity: true)
        bytes.removeAll(keepingCapacity: true)
    }
}
