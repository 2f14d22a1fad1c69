import GRDB
import Store
import Testing

@Suite("The format of a store")
struct FormatTests {
    /// A store whose file says that it went through this migration, too.
    private func store(migratedBy identifier: String) throws -> TemporaryStore {
        let temporary = try TemporaryStore()
        try DatabaseQueue(path: temporary.path).write { database in
            try database.execute(
                sql: "INSERT INTO grdb_migrations (identifier) VALUES (?)", arguments: [identifier])
        }
        return temporary
    }

    @Test("a store of a later version is refused, and says to upgrade")
    func later() throws {
        let temporary = try store(migratedBy: "999 something to come")
        let error = #expect(throws: StoreError.self) { try OrderStore(path: temporary.path) }
        #expect(error?.kind == .newer)
        #expect(error?.description.contains("请升级程序") == true)
    }

    @Test(
        "a store of a format before the first release is refused, and says to sync anew",
        arguments: [
            "001 orders, credits, journal", "001 orders by key, credits, sheets, journal",
            "001 orders by key, credits by line, sheets, journal",
        ])
    func early(migration: String) throws {
        let temporary = try store(migratedBy: migration)
        let error = #expect(throws: StoreError.self) { try OrderStore(path: temporary.path) }
        #expect(error?.kind == .unreadable)
        #expect(error?.description.contains("重新同步") == true)
    }
}
