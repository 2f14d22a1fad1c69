import CSQLiteSettings
import Foundation
import GRDB
import Synchronization

/// The embedded store: orders, credits, journal in one SQLite file (WAL).
///
/// Every write is one method that keeps its invariants in one transaction; nothing else touches the tables. Reads see
/// the last commit. Extensions by stage: `+Landing`, `+Credits`, `+Journal`, and the queries.
package final class OrderStore: Sendable {
    let pool: DatabasePool
    let path: String
    /// The writer's keys, guarded by the pool's writer: only one transaction writes at a time.
    let keys: Mutex<KeyTables>

    /// Opens the store, makes it where there is none, and brings its schema up to date.
    ///
    /// Throws `newer` for a store of a later version, `unreadable` for a file that is no store.
    package init(path: String) throws(StoreError) {
        self.path = path
        keys = Mutex(KeyTables())
        csqlite_keep_no_memory_statistics()
        do {
            pool = try DatabasePool(path: path, configuration: Self.configuration)
            try pool.read { database in
                if try Schema.isOutdated(database) {
                    throw StoreError(
                        .unreadable, "数据库 \(path)：由早期试用版的 daihuo 建立，格式已不同；请换一个 store 路径重新同步")
                }
                if try Schema.migrator.hasBeenSuperseded(database) {
                    throw StoreError(
                        .newer, "数据库 \(path)：由更新版本的 daihuo 建立；请升级程序，或换一个 store 路径")
                }
            }
            try Schema.migrator.migrate(pool)
        } catch {
            throw StoreError(error, path: path)
        }
    }

    /// Runs a write transaction; a failure of the database becomes one sentence and leaves nothing behind.
    func write<Value: Sendable>(
        _ body: @escaping @Sendable (Database, inout KeyTables) throws -> Value
    ) async throws(StoreError) -> Value {
        do {
            return try await pool.write { database in
                var taken = self.keys.withLock { keys in
                    defer { keys = KeyTables() }
                    return keys
                }
                let value = try body(database, &taken)
                let kept = taken
                // Keys given in a transaction that does not commit are gone with it.
                database.afterNextTransaction { _ in self.keys.withLock { $0 = kept } }
                return value
            }
        } catch {
            throw StoreError(error, path: path)
        }
    }

    /// Reads a consistent snapshot.
    func read<Value: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws(StoreError) -> Value {
        do {
            return try await pool.read(body)
        } catch {
            throw StoreError(error, path: path)
        }
    }

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.maximumReaderCount = 3
        configuration.busyMode = .timeout(30)
        configuration.prepareDatabase { database in
            // Pages of 8 KB: fewer levels under wide rows. Takes effect on a new file only.
            try database.execute(sql: "PRAGMA page_size = 8192")
            // 16 MB at most, 4 MB for a reader, who goes from front to back: the memory does not grow with the store.
            let isReader = database.configuration.readonly
            try database.execute(sql: "PRAGMA cache_size = \(isReader ? -4_000 : -16_000)")
            // Debian's SQLite overwrites what is freed with zeros; nothing here needs that, personal data is never written.
            try database.execute(sql: "PRAGMA secure_delete = OFF")
            // 32 MB of log: what is moved into the file is still in the system's memory, and little is left at the end.
            try database.execute(sql: "PRAGMA wal_autocheckpoint = 4000")
        }
        return configuration
    }
}
