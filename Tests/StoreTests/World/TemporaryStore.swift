import Books
import Domain
import Foundation
import GRDB
import Ledger
import Testing

@testable import Store

/// A store in a folder of its own that goes with it.
final class TemporaryStore: Sendable {
    let store: OrderStore
    let path: String
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        path = folder.path + "/daihuo.sqlite"
        store = try OrderStore(path: path)
    }

    /// Lands one order after the other, each alone with its refunds.
    func land(_ orders: Order..., refunds: [Refund] = [], parked: [ParkedRecord] = []) async throws {
        try await land(Delivery(orders: orders.map { [$0] }, refunds: refunds, parked: parked))
    }

    func land(_ deliveries: Delivery...) async throws {
        try await store.write { session in for delivery in deliveries { try delivery.land(session) } }
    }

    /// Books all that waits as one batch.
    func post(at bookedAt: Instant = .beijing("2022-12-01T09:00:00")) async throws {
        try await store.write { session in
            let waiting = try session.waiting(limit: 1_000)
            let batch = Journal.seal(waiting.entries, try session.nextHead(bookedAt: bookedAt))
            try session.book(batch, over: waiting)
        }
    }

    /// The order as it is stored.
    func stored(_ key: OrderKey) async throws -> StoredOrder? {
        try await store.write { try $0.stored(key) }
    }

    /// What an audit of every order finds, each by the roster that decided it.
    func misfits() async throws -> [Misfit] {
        let isStandard = "hash = '\(HostCrediting.standard.version.hash)'"
        let standard = try await ask("SELECT roster FROM roster WHERE \(isStandard)").first?.first
        let batch = try await store.auditedOrders(from: 0, step: 1, limit: 1_000)
        return batch.misfits
            + batch.orders.flatMap { order in
                let number = order.stored.state.standing?.roster ?? 0
                let crediting: HostCrediting = standard == "\(number)" ? .standard : .other
                return Books.audit(order, by: RosterInForce(number: number, crediting: crediting))
            }
    }

    /// Rows as an analyst sees them, each column as a text, NULL as `-`.
    func ask(_ sql: String) async throws -> [[String]] {
        try await store.read { database in
            try Row.fetchAll(database, sql: sql).map { row in
                row.databaseValues.map {
                    String.fromDatabaseValue($0) ?? Int64.fromDatabaseValue($0)?.description ?? "-"
                }
            }
        }
    }

    /// Changes the file behind the store's back.
    func damage(_ sql: String) throws {
        try DatabaseQueue(path: path).write { try $0.execute(sql: sql) }
    }
}

/// A folder that is removed with its last user.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "daihuo-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
