import GRDB

/// The numbered migrations of the store, from release 0.2 on.
///
/// A number once released is never edited; the next change is the next number. `fixtures/stores` keeps a small store of
/// every released one.
enum Schema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("001 facts by source, tied to their mapping and the rules of their keys") {
            database in
            for tables in Tables001.all { try database.execute(sql: tables) }
            for view in Views001.all { try database.execute(sql: view) }
        }
        migrator.registerMigration("002 proofs of what was read, what was not, and what came late") {
            database in
            for tables in Tables002.all { try database.execute(sql: tables) }
            for view in Views002.all { try database.execute(sql: view) }
        }
        migrator.registerMigration("003 what people say was sold") { database in
            for tables in Tables003.all { try database.execute(sql: tables) }
            for view in Views003.all { try database.execute(sql: view) }
        }
        return migrator
    }

    /// Whether the store has the schema of a release, be it an earlier one.
    static func isReleased(_ database: Database) throws -> Bool {
        try !migrator.appliedIdentifiers(database).isEmpty
    }

    /// Whether the store was made before release 0.2, in a format that nothing reads any more.
    static func isOutdated(_ database: Database) throws -> Bool {
        guard try database.tableExists("grdb_migrations") else { return false }
        return try !migrator.appliedIdentifiers(database).isDisjoint(with: [
            "001 orders, credits, journal", "001 orders by key, credits, sheets, journal",
            "001 orders by key, credits by line, sheets, journal",
            "001 orders by key, credits by line, sheets by reason, journal",
            "001 facts by source, credits as rows", "001 facts by source, tied to their mapping",
            "001 facts by source, tied to their mapping, as said or kept",
            "001 facts by source, tied to their mapping and its update times",
        ])
    }
}
