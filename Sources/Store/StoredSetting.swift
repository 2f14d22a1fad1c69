import GRDB

/// The few facts about the store as a whole.
enum StoredSetting: String {
    /// The fingerprint of the roster by which all credits were computed; empty = compute them anew.
    case creditedBy = "credited_by"

    func read(_ database: Database) throws -> String? {
        try String.fetchOne(database, sql: "SELECT value FROM setting WHERE name = ?", arguments: [rawValue])
    }

    func write(_ value: String, _ database: Database) throws {
        try database.execute(
            sql: """
                INSERT INTO setting (name, value) VALUES (?, ?)
                ON CONFLICT (name) DO UPDATE SET value = excluded.value
                """, arguments: [rawValue, value])
    }
}
