import CSQLiteSettings
import Domain
import Foundation
import GRDB
import Synchronization

/// The embedded store: orders, credits, journal in one SQLite file (WAL).
///
/// It keeps three things: load what is stored by keys, apply changes in one transaction, answer questions. Every write is
/// one transaction over a `WriteSession`; reads see the last commit. No rule of money is known here: `Books` makes the
/// changes.
package final class OrderStore: Sendable {
    let database: any DatabaseReader
    let path: String
    /// `nil` in a store that was opened for reading.
    let pool: DatabasePool?
    /// How the file stood when it was opened without its lock; `nil` where the lock is taken for each read.
    let stamp: FileStamp?
    /// The writer's keys, guarded by the pool's writer: only one transaction writes at a time.
    private let keys = Mutex(KeyTables())

    /// Opens the store for writing, makes it where there is none, and brings its schema up to date.
    ///
    /// The caller holds the lease `opening`, so that no two processes make or migrate it at once. Throws `newer` for a store of
    /// a later version, `unreadable` for a file that is no store.
    package init(path: String) throws(StoreError) {
        self.path = path
        csqlite_keep_no_memory_statistics()
        do {
            let pool = try DatabasePool(path: path, configuration: Self.configuration())
            try pool.read { try Self.expectReadable($0, path) }
            try Schema.migrator.migrate(pool)
            try pool.write { try Words.write($0) }
            self.pool = pool
            database = pool
            stamp = nil
        } catch {
            throw StoreError(error, path: path)
        }
    }

    /// Opens a store for reading; it is neither made nor migrated, and the right to read its file is enough.
    ///
    /// Throws `missing` where there is none, or one that is only being made, and `older` where its schema is of an earlier
    /// release.
    package init(reading path: String) throws(StoreError) {
        self.path = path
        pool = nil
        guard FileManager.default.fileExists(atPath: path) else { throw Self.missing(path) }
        do {
            do {
                (database, stamp) = (try Self.reader(path, of: path), nil)
            } catch let error as DatabaseError
                where [.SQLITE_CANTOPEN, .SQLITE_READONLY].contains(error.resultCode)
            {
                // SQLite shares its log even to read, in files that it may not make beside this one.
                let stamp = FileStamp(path)
                guard stamp.isWhole else { throw error }
                let location = URL(fileURLWithPath: path).absoluteString + "?immutable=1"
                (database, self.stamp) = (try Self.reader(location, of: path), stamp)
            }
        } catch {
            throw StoreError(error, path: path)
        }
    }

    private static func reader(_ location: String, of path: String) throws -> DatabaseQueue {
        let queue = try DatabaseQueue(path: location, configuration: configuration(isReadOnly: true))
        try queue.read { database in
            try expectReadable(database, path)
            guard try !Schema.migrator.hasCompletedMigrations(database) else { return }
            // Made by one migration after the other: before the last one nothing was ever read into it.
            let isBeingMade = try !Schema.isReleased(database) || isEmpty(database)
            guard !isBeingMade else { throw missing(path) }
            throw StoreError(.older, Notice("store.older", path))
        }
        return queue
    }

    /// Runs a write transaction; a failure of the database becomes one sentence and leaves nothing behind.
    package func write<Value: Sendable>(
        _ body: @escaping @Sendable (WriteSession) throws -> Value
    ) async throws(StoreError) -> Value {
        do {
            guard let pool else { throw StoreError(.inconsistent, Notice("store.read_only", path)) }
            return try await pool.write { database in
                // Handed over, not copied: there are thousands of names.
                let session = try WriteSession(
                    database,
                    keys: self.keys.withLock { keys in
                        defer { keys = KeyTables() }
                        return keys
                    })
                let value = try body(session)
                try session.finish()
                let kept = session.keys
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
            let value = try await database.read(body)
            guard stamp == nil || stamp == FileStamp(path) else {
                throw StoreError(.busy, Notice("store.changed_while_read", path))
            }
            return value
        } catch {
            throw StoreError(error, path: path)
        }
    }

    private static func isEmpty(_ database: Database) throws -> Bool {
        try !(Bool.fetchOne(database, sql: "SELECT EXISTS (SELECT 1 FROM source)") ?? false)
    }

    private static func missing(_ path: String) -> StoreError {
        StoreError(.missing, Notice("store.missing", path))
    }

    private static func expectReadable(_ database: Database, _ path: String) throws {
        let isOurs = try database.tableExists("grdb_migrations")
        let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0
        guard isOurs || tables == 0 else {
            throw StoreError(.unreadable, Notice("store.foreign", path))
        }
        if try Schema.isOutdated(database) {
            throw StoreError(
                .unreadable, Notice("store.trial_version", path))
        }
        if try Schema.migrator.hasBeenSuperseded(database) {
            throw StoreError(.newer, Notice("store.newer", path))
        }
    }

    private static func configuration(isReadOnly: Bool = false) -> Configuration {
        var configuration = Configuration()
        configuration.readonly = isReadOnly
        configuration.maximumReaderCount = 3
        configuration.busyMode = .timeout(30)
        configuration.prepareDatabase { database in
            // Pages of 8 KB: fewer levels under wide rows. Takes effect on a new file only.
            if !isReadOnly { try database.execute(sql: "PRAGMA page_size = 8192") }
            // 32 MB for the writer, who goes to many places at once (the credits of thousands of parties); 4 MB for a reader,
            // who goes from front to back: the memory does not grow with the store.
            let isReader = database.configuration.readonly
            try database.execute(sql: "PRAGMA cache_size = \(isReader ? -4_000 : -32_000)")
            // Debian's SQLite overwrites what is freed with zeros; nothing here needs that, personal data is never written.
            try database.execute(sql: "PRAGMA secure_delete = OFF")
            // 32 MB of log: what is moved into the file is still in the system's memory, and little is left at the end.
            try database.execute(sql: "PRAGMA wal_autocheckpoint = 4000")
        }
        return configuration
    }
}
