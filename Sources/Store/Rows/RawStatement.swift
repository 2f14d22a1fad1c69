import Domain
import GRDB
import GRDBSQLite

/// A prepared statement bound by hand, for rows that come in their hundred thousands.
///
/// Lives within one transaction; GRDB's statement cache owns the memory.
final class RawStatement {
    private let statement: GRDB.Statement
    private let handle: OpaquePointer
    private let connection: OpaquePointer

    init(_ database: Database, _ sql: String) throws {
        statement = try database.cachedStatement(sql: sql)
        handle = statement.sqliteStatement
        guard let connection = sqlite3_db_handle(handle) else {
            throw StoreError(.inconsistent, Notice("store.no_connection"))
        }
        self.connection = connection
        // A reader who threw in the middle of its rows has left it there.
        sqlite3_reset(handle)
    }

    deinit {
        sqlite3_reset(handle)
    }

    /// Binds a number to the parameter (1-based).
    func bind(_ index: Int32, _ value: Int64) {
        sqlite3_bind_int64(handle, index, value)
    }

    /// Binds a number or NULL.
    func bind(_ index: Int32, _ value: Int64?) {
        if let value { sqlite3_bind_int64(handle, index, value) } else { sqlite3_bind_null(handle, index) }
    }

    /// Binds numbers and texts to the parameters from the first on.
    func bind(_ values: any RawValue...) {
        for (place, value) in values.enumerated() { value.bind(to: self, Int32(place) + 1) }
    }

    /// Binds NULL.
    func bindNull(_ index: Int32) {
        sqlite3_bind_null(handle, index)
    }

    /// Binds a text, of which SQLite keeps a copy.
    func bind(_ index: Int32, _ value: String) {
        _ = value.withBytes { bytes in
            guard let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self) else {
                // Without an address SQLite would bind NULL.
                return sqlite3_bind_text(handle, index, "", 0, Self.transient)
            }
            return sqlite3_bind_text(handle, index, start, Int32(bytes.count), Self.transient)
        }
    }

    /// Binds a text that the caller keeps in place until the statement has run.
    func bind(_ index: Int32, lentText text: UnsafeBufferPointer<UInt8>) {
        // Without an address SQLite would bind NULL.
        guard let start = text.baseAddress else { return bind(index, "") }
        sqlite3_bind_text(
            handle, index, UnsafeRawPointer(start).assumingMemoryBound(to: CChar.self), Int32(text.count), nil
        )
    }

    /// Runs a statement that returns no rows; returns how many rows it changed.
    @discardableResult
    func run() throws -> Int32 {
        let code = sqlite3_step(handle)
        sqlite3_reset(handle)
        guard code == SQLITE_DONE else { throw failure(code) }
        return sqlite3_changes(connection)
    }

    /// Steps to the next row; resets at the end and returns `false`.
    func next() throws -> Bool {
        let code = sqlite3_step(handle)
        if code == SQLITE_ROW { return true }
        sqlite3_reset(handle)
        guard code == SQLITE_DONE else { throw failure(code) }
        return false
    }

    /// Runs a query for at most one row and hands it to the closure.
    func first<Value>(_ read: (RawStatement) throws -> Value) throws -> Value? {
        defer { sqlite3_reset(handle) }
        let code = sqlite3_step(handle)
        if code == SQLITE_ROW { return try read(self) }
        guard code == SQLITE_DONE else { throw failure(code) }
        return nil
    }

    /// The number in the column (0-based); 0 where NULL.
    func integer(_ column: Int32) -> Int64 {
        sqlite3_column_int64(handle, column)
    }

    /// The number in the column, or `nil` where NULL.
    func optionalInteger(_ column: Int32) -> Int64? {
        sqlite3_column_type(handle, column) == SQLITE_NULL ? nil : sqlite3_column_int64(handle, column)
    }

    /// The text in the column; empty where NULL.
    func text(_ column: Int32) -> String {
        guard let start = sqlite3_column_text(handle, column) else { return "" }
        let count = Int(sqlite3_column_bytes(handle, column))
        return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }

    private func failure(_ code: Int32) -> DatabaseError {
        DatabaseError(
            resultCode: ResultCode(rawValue: sqlite3_extended_errcode(connection)),
            message: String(cString: sqlite3_errmsg(connection)))
    }

    /// SQLITE_TRANSIENT, a macro that Swift does not see.
    private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}

/// What can be bound to a parameter.
protocol RawValue {
    func bind(to statement: RawStatement, _ index: Int32)
}

extension Int64: RawValue {
    func bind(to statement: RawStatement, _ index: Int32) { statement.bind(index, self) }
}

extension String: RawValue {
    func bind(to statement: RawStatement, _ index: Int32) { statement.bind(index, self) }
}

extension Int64?: RawValue {
    func bind(to statement: RawStatement, _ index: Int32) { statement.bind(index, self) }
}
