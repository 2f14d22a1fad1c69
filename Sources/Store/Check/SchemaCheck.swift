import Domain
import GRDB

/// Holds tables, indexes, views and triggers of a store against those that this version makes.
///
/// Whoever asks the store by SQL goes by its views, and nobody changes an entry because of a trigger.
enum SchemaCheck {
    /// What is missing, is another, or is there besides.
    static func disagreements(_ database: Database) throws -> [Disagreement] {
        let expected = try DatabaseQueue()
        try Schema.migrator.migrate(expected)
        let (stored, made) = (try objects(database), try expected.read(objects))
        return Set(stored.keys).union(made.keys).sorted().filter { stored[$0] != made[$0] }.map { name in
            Disagreement(Misfit(name, "sql", Misfit.Row()))
        }
    }

    /// The definitions by their names, but for what SQLite itself makes.
    private static func objects(_ database: Database) throws -> [String: String] {
        let rows = try Row.fetchAll(
            database,
            sql: "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'")
        return Dictionary(rows.map { ($0[0] as String, $0[1] as String) }) { first, _ in first }
    }
}
