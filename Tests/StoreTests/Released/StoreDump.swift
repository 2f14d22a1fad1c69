import GRDB

/// A store as SQL, the same text for the same store: what it is made of, then its rows by their keys.
enum StoreDump {
    static func text(_ database: Database) throws -> String {
        let objects = try schema(database)
        let tables = objects.filter { $0.type == "table" }
        let others = objects.filter { $0.type != "table" }
        return try
            (tables.map(\.sql) + tables.flatMap { try rows(of: $0.name, database) } + others.map(\.sql))
            .map { $0 + ";\n" }.joined()
    }

    /// Tables, indexes, triggers and views in the order in which they were made, each with its SQL.
    static func schema(_ database: Database) throws -> [(type: String, name: String, sql: String)] {
        let sql = """
            SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY rowid
            """
        return try Row.fetchAll(database, sql: sql).map { ($0[0], $0[1], $0[2]) }
    }

    /// The rows of a table, each as the statement that inserts it.
    static func rows(of table: String, _ database: Database) throws -> [String] {
        let key = try database.primaryKey(table).columns.joined(separator: ", ")
        return try Row.fetchAll(database, sql: "SELECT * FROM \(table) ORDER BY \(key)").map { row in
            "INSERT INTO \(table) VALUES (\(row.databaseValues.map(literal).joined(separator: ", ")))"
        }
    }

    private static func literal(_ value: DatabaseValue) -> String {
        switch value.storage {
        case .null: "NULL"
        case .int64(let number): "\(number)"
        case .double(let number): "\(number)"
        case .string(let text): "'\(text.replacing("'", with: "''"))'"
        case .blob(let data): "x'\(data.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined())'"
        }
    }
}
