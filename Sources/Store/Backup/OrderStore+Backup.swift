import Domain
import Foundation
import GRDB
import Glibc

extension OrderStore {
    /// Writes a copy of the store, as it is at one instant, to a file of its own, while others go on reading and writing.
    ///
    /// The file has its name only when it is whole and on the disk; it is for its owner alone (0600). Throws `refused` where
    /// there is a file of that name, `full` or `unreadable` where it cannot be written, `unreadable` where the copy is damaged.
    package func backUp(to file: String) throws(StoreError) -> StoreCopy {
        do {
            guard access(file, F_OK) != 0 else { throw Self.taken(file) }
            let part = try PartFile(for: file)
            defer { part.remove() }
            let copy = try DatabaseQueue(path: part.path)
            // All pages in one step: what others write meanwhile is not in it, and does not make it begin again.
            try database.backup(to: copy)
            guard stamp == nil || stamp == FileStamp(path) else {
                throw StoreError(.busy, Notice("store.changed_while_read", path))
            }
            // One file, without a log beside it.
            try copy.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
            let contents = try copy.read { database in
                guard try PageCheck.damage(database) == nil else {
                    throw StoreError(.unreadable, Notice("backup.damaged", path))
                }
                return try StoreCopy(database, file: file)
            }
            try copy.close()
            try part.land(at: file)
            return contents
        } catch {
            throw StoreError(error, path: file)
        }
    }

    /// What SQLite finds wrong with the pages and the keys of the file, in its own words; `nil` where nothing is.
    package func damage() async throws(StoreError) -> String? {
        try await read { try PageCheck.damage($0) }
    }

    /// What a backup holds.
    ///
    /// Throws `unreadable` for a file that is none.
    package static func contents(ofBackup file: String) throws(StoreError) -> StoreCopy {
        do {
            return try backup(file).read { try StoreCopy($0, file: file) }
        } catch {
            throw StoreError(error, path: file)
        }
    }

    /// A backup for reading: a store of this release or an earlier one whose pages are sound.
    static func backup(_ file: String) throws -> DatabaseQueue {
        guard access(file, R_OK) == 0 else { throw StoreError(.missing, Notice("backup.missing", file)) }
        var configuration = Configuration()
        configuration.readonly = true
        let queue = try DatabaseQueue(path: file, configuration: configuration)
        try queue.read { database in
            guard try PageCheck.damage(database) == nil else {
                throw StoreError(.unreadable, Notice("backup.damaged", file))
            }
            guard try Schema.isReleased(database) else {
                throw StoreError(.unreadable, Notice("backup.no_backup", file))
            }
            if try Schema.migrator.hasBeenSuperseded(database) {
                throw StoreError(.newer, Notice("store.newer", file))
            }
        }
        return queue
    }

    static func taken(_ file: String) -> StoreError {
        StoreError(.refused, Notice("backup.file_exists", file))
    }
}
