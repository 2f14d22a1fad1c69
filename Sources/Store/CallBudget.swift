package import Domain
import Foundation
import GRDB

/// The turns of calls that accounts and processes share over one store, taken in blocks.
///
/// It has a connection of its own that gives up soon: nobody's sync waits long for a turn because the store is busy.
package final class CallBudget: Sendable {
    /// A turn or pause that lies further ahead was noted by a clock that was wrong.
    private static let turnsAheadMaxMilliseconds: Int64 = 60_000
    private static let pauseMaxMilliseconds: Int64 = 86_400_000

    private let queue: DatabaseQueue
    private let path: String
    /// The wall clock, which is what processes have in common.
    private let now: @Sendable () -> Instant

    /// A call of an app: which it is, without naming the app.
    package struct Call: Hashable, Sendable {
        package let app: String
        package let method: String

        /// `app`: a hash of whatever tells one app from another.
        package init(app: String, method: String) {
            self.app = app
            self.method = method
        }
    }

    /// What was given to whoever asked for turns.
    package enum Block: Hashable, Sendable {
        /// The first begins then, the others follow.
        case turns(from: Instant)
        /// None: nobody makes this call before that.
        case held(until: Instant)
    }

    /// The budget of a store that is there already.
    package init(path: String, now: @escaping @Sendable () -> Instant) throws(StoreError) {
        (self.path, self.now) = (path, now)
        guard FileManager.default.fileExists(atPath: path) else {
            throw StoreError(.missing, Notice("store.missing", path))
        }
        var configuration = Configuration()
        configuration.busyMode = .timeout(0.5)
        configuration.prepareDatabase { database in
            // As the pool writes: the log is the store's own, and its head must reach the disk before what follows. Moving it is
            // left to those who fill it.
            try database.execute(sql: "PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 0")
        }
        do {
            queue = try DatabaseQueue(path: path, configuration: configuration)
        } catch {
            throw StoreError(error, path: path)
        }
    }

    /// Takes turns for so many milliseconds, behind those that are taken; no two processes get the same.
    package func take(_ call: Call, milliseconds: Int64) async throws(StoreError) -> Block {
        try await write { [now] database in
            let now = now().milliseconds
            let noted = try Self.noted(call, database)
            if let held = noted?.heldUntil, now < held, held - now <= Self.pauseMaxMilliseconds {
                return .held(until: Instant(milliseconds: held))
            }
            var start = max(now, noted?.nextAt ?? now)
            if start - now > Self.turnsAheadMaxMilliseconds { start = now }
            try Self.note(call, nextAt: start + milliseconds, heldUntil: 0, database)
            return .turns(from: Instant(milliseconds: start))
        }
    }

    /// Nobody makes this call before that, but for at most a day; a pause that is longer already stays.
    package func hold(_ call: Call, until end: Instant) async throws(StoreError) {
        try await write { [now] database in
            let now = now().milliseconds
            let noted = try Self.noted(call, database)
            let end = min(end.milliseconds, now + Self.pauseMaxMilliseconds)
            let held = noted.map(\.heldUntil) ?? 0
            let isLonger = held > end && held - now <= Self.pauseMaxMilliseconds
            try Self.note(call, nextAt: noted?.nextAt ?? 0, heldUntil: isLonger ? held : end, database)
        }
    }

    private static func noted(
        _ call: Call, _ database: Database
    ) throws -> (nextAt: Int64, heldUntil: Int64)? {
        try Row.fetchOne(
            database, sql: "SELECT next_at_ms, held_until_ms FROM budget WHERE app = ? AND method = ?",
            arguments: [call.app, call.method]
        ).map { ($0[0], $0[1]) }
    }

    private static func note(
        _ call: Call, nextAt: Int64, heldUntil: Int64, _ database: Database
    ) throws {
        try database.execute(
            sql: """
                INSERT INTO budget (app, method, next_at_ms, held_until_ms) VALUES (?, ?, ?, ?)
                ON CONFLICT (app, method)
                DO UPDATE SET next_at_ms = excluded.next_at_ms, held_until_ms = excluded.held_until_ms
                """, arguments: [call.app, call.method, nextAt, heldUntil])
    }

    private func write<Value: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws(StoreError) -> Value {
        do {
            return try await queue.write(body)
        } catch {
            throw StoreError(error, path: path)
        }
    }
}
