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

    /// Rows of these columns; `conflict` is the clause behind the values.
    init(_ database: Database, into table: String, _ columns: String, conflict: String = "") throws {
        columnCount = columns.split(separator: ",").count
        let row = "(" + Array(repeating: "?", count: columnCount).joined(separator: ", ") + ")"
        func statement(rowCount: Int) throws -> RawStatement {
            let rows = Array(repeating: row, count: rowCount).joined(separator: ", ")
            return try RawStatement(database, "INSERT INTO \(table) (\(columns)) VALUES \(rows) \(conflict)")
        }
        one = try statement(rowCount: 1)
        many = try statement(rowCount: Self.rowsAtOnce)
        waiting.values.reserveCapacity(Self.rowsWaitingMax * columnCount)
    }

    /// Adds a row; its values come in the order of the columns.
    func addRow(_ fill: (inout RowValues) -> Void) throws {
        fill(&waiting)
        if waiting.values.count >= Self.rowsWaitingMax * columnCount { try flush() }
    }

    /// Writes the rows that wait.
    func flush() throws {
        if waiting.values.isEmpty { return }
        defer { waiting.removeAll() }
        try waiting.texts.withUnsafeBufferPointer { texts in
            try waiting.values.withUnsafeBufferPointer { values in
                var start = 0
                while start < values.count {
                    let isLong = values.count - start >= Self.rowsAtOnce * columnCount
                    let end = start + (isLong ? Self.rowsAtOnce : 1) * columnCount
                    try Self.run(isLong ? many : one, values[start..<end], texts)
                    start = end
                }
            }
        }
    }

    private static func run(
        _ statement: RawStatement, _ values: Slice<UnsafeBufferPointer<RowValues.Value>>,
        _ texts: UnsafeBufferPointer<UInt8>
    ) throws {
        var parameter: Int32 = 1
        for value in values {
            switch value {
            case .integer(let number): statement.bind(parameter, number)
            case .text(let start, let byteCount):
                statement.bind(
                    parameter,
                    lent: UnsafeBufferPointer(rebasing: texts[Int(start)...].prefix(Int(byteCount))))
            case .null: statement.bind(parameter, nil)
            }
            parameter += 1
        }
        try statement.run()
    }
}

/// The values of rows that wait, numbers and the bytes of texts.
struct RowValues {
    fileprivate var values: [Value] = []
    fileprivate var texts: [UInt8] = []

    /// A number, NULL, or a place in `texts`.
    fileprivate enum Value {
        case integer(Int64)
        case text(start: UInt32, byteCount: UInt32)
        case null
    }

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
        // Whole, where the text lies in one piece: byte by byte would take longer than SQLite.
        if text.utf8.withContiguousStorageIfAvailable({ texts.append(contentsOf: $0) }) == nil {
            texts.append(contentsOf: text.utf8)
        }
        values.append(.text(start: UInt32(start), byteCount: UInt32(texts.count - start)))
    }

    fileprivate mutating func removeAll() {
        values.removeAll(keepingCapacity: true)
        texts.removeAll(keepingCapacity: true)
    }
}
