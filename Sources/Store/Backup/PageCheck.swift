import GRDB

/// Looks at every page of a store's file.
enum PageCheck {
    /// What SQLite finds wrong with pages, indices and foreign keys, in its own words; `nil` where nothing is.
    static func damage(_ database: Database) throws -> String? {
        // All of it: what is not true may stand before what is.
        let found = try String.fetchAll(database, sql: "PRAGMA integrity_check(10000000)")
        for told in Set(found) where told != "ok" {
            if try isTrue(told, database) { return told }
        }
        return try Row.fetchOne(database, sql: "PRAGMA foreign_key_check").map { row in
            "foreign key of \(row["table"] as String? ?? "?")"
        }
    }

    /// Whether what is told is so.
    ///
    /// SQLite 3.40 takes another column for one that stands before the key of a table without rowids, and says that it is
    /// NULL.
    private static func isTrue(_ told: String, _ database: Database) throws -> Bool {
        guard let match = told.wholeMatch(of: /NULL value in (\w+)\.(\w+)/) else { return true }
        return try Bool.fetchOne(
            database, sql: "SELECT EXISTS (SELECT 1 FROM \(match.1) WHERE \(match.2) IS NULL)") ?? true
    }
}
