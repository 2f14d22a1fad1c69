package import Domain
import Foundation
import GRDB
import Glibc

/// What a restored store is, and where the one before it went.
package struct Restored: Hashable, Sendable {
    package let copy: StoreCopy
    /// The store that was there, whole; `nil` where there was none.
    package let keptAs: String?
}

extension OrderStore {
    /// Puts a copy of a backup in the place of the store, brought up to date, and begins a new epoch in it.
    ///
    /// The caller holds every lease. What was there is kept beside it. Batches of the new epoch have numbers that those of the
    /// lost time may have had as well: with their epoch they are others. Throws `unreadable` for a file that is no sound
    /// backup, `newer` for one of a later version, `busy` where somebody has the store open.
    package static func restore(
        _ backup: String, to path: String, at now: Instant
    ) throws(StoreError) -> Restored {
        guard !isSameFile(backup, path) else {
            throw StoreError(.refused, Notice("backup.is_the_store", path))
        }
        let part = try PartFile(for: path)
        defer { part.remove() }
        do {
            let copy = try DatabaseQueue(path: part.path)
            try self.backup(backup).backup(to: copy)
            try copy.close()
        } catch {
            throw StoreError(error, path: backup)
        }
        // From here on it is the store that may be in use, or in a folder that is not ours.
        do {
            let before = try PresentStore(path)
            let restored = try begin(epochAfter: before.epoch, in: part.path, at: now)
            let kept = try before.keep(at: now)
            // Whoever might read the one before may read this one.
            if let mode = before.mode { chmod(part.path, mode) }
            try part.replace(path)
            try before.release()
            return Restored(copy: restored, keptAs: kept)
        } catch {
            throw StoreError(error, path: path)
        }
    }

    private static func isSameFile(_ one: String, _ other: String) -> Bool {
        var (first, second) = (stat(), stat())
        return stat(one, &first) == 0 && stat(other, &second) == 0
            && (first.st_dev, first.st_ino) == (second.st_dev, second.st_ino)
    }

    private static func begin(
        epochAfter epoch: Int64?, in path: String, at now: Instant
    ) throws -> StoreCopy {
        let store = try OrderStore(path: path)
        guard let pool = store.pool else { throw StoreError(.inconsistent, Notice("store.read_only", path)) }
        let copy = try pool.write { database in
            let known = max(try StoreCopy(database, file: path).epoch, epoch ?? 0)
            // Not known + 1 alone: the same backup may be restored on two machines.
            try database.execute(
                sql: """
                    INSERT INTO epoch (epoch, from_batch, began_at_ms)
                    SELECT ?, coalesce(max(batch), 0) + 1, ? FROM batch
                    """, arguments: [max(known + 1, now.seconds), now.milliseconds])
            return try StoreCopy(database, file: path)
        }
        try pool.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
        try pool.close()
        return copy
    }
}

/// The store that is to make room for another.
private struct PresentStore {
    private let path: String
    /// Holds the file for itself; `nil` where there is none, or one that no database can be read from.
    private let queue: DatabaseQueue?
    private let isThere: Bool
    let epoch: Int64?
    /// Its rights; `nil` where there is none.
    let mode: mode_t?

    /// Throws `busy` where somebody else has it open.
    init(_ path: String) throws {
        self.path = path
        var status = stat()
        isThere = stat(path, &status) == 0
        mode = isThere ? status.st_mode & 0o777 : nil
        guard isThere else {
            (queue, epoch) = (nil, nil)
            return
        }
        do {
            var configuration = Configuration()
            configuration.busyMode = .timeout(5)
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            // All of the log goes into the file, and nobody can open it as long as this queue has it: a reader that came in
            // between would leave the log of one store beside the other.
            try queue.writeWithoutTransaction { database in
                try database.execute(sql: "PRAGMA locking_mode = EXCLUSIVE")
                try database.execute(sql: "PRAGMA journal_mode = DELETE")
                try database.execute(sql: "BEGIN EXCLUSIVE; COMMIT")
            }
            epoch = try queue.read { try StoreCopy($0, file: path).epoch }
            self.queue = queue
        } catch let error as DatabaseError where [.SQLITE_NOTADB, .SQLITE_CORRUPT].contains(error.resultCode)
        {
            (queue, epoch) = (nil, nil)
        }
    }

    /// Gives it another name as well, which is answered; `nil` where there is none.
    ///
    /// Its log, where it has one that nobody can read, goes with it.
    func keep(at now: Instant) throws -> String? {
        guard isThere else { return nil }
        let first = "\(path).before-\(now.description.filter(\.isNumber))"
        for kept in [first] + (2...99).map({ "\(first)-\($0)" }) {
            if link(path, kept) == 0 {
                for suffix in ["-wal", "-shm"] where access(path + suffix, F_OK) == 0 {
                    rename(path + suffix, kept + suffix)
                }
                return kept
            }
            guard errno == EEXIST else { break }
        }
        throw StoreError(.unreadable, Notice("backup.not_kept", path, first))
    }

    func release() throws { try queue?.close() }
}
