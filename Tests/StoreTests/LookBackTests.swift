import Domain
import Foundation
import GRDB
import SeededRandomness
import Testing

@testable import Store

@Suite("Since when late records can be seen")
struct LookBackTests {
    let temporary: TemporaryStore

    init() throws { temporary = try TemporaryStore() }

    private static func weekly(_ days: Int?) -> LookBack {
        LookBack(hourlyDays: 0, dailyDays: 0, weeklyDays: days)
    }

    private static func proof(at askedAt: Instant, of span: ReadSpan = span) -> ProvedWindow {
        ProvedWindow(span: span, rows: 1, total: 1, askedAt: askedAt, serverAt: nil)
    }

    private static let span = ReadSpan(
        from: .beijing("2022-12-01T00:00:00"), to: .beijing("2022-12-01T07:00:00"))

    /// A page of a sync that looks back, with the window that it proves.
    private func sync(
        at askedAt: Instant, _ lookBack: LookBack, in store: OrderStore, feed: String = "orders"
    ) async throws {
        try await store.write { session in
            try Delivery(feed: feed, fetchedAt: askedAt, read: Self.span).land(session)
            let source = try Self.number(session)
            try session.note(Self.proof(at: askedAt), source: source, feed: feed)
            try session.note(lookBack, askedAt: askedAt, source: source, feed: feed)
        }
    }

    private static func number(_ session: WriteSession) throws -> Int64 {
        try #require(
            try Int64.fetchOne(session.database, sql: "SELECT source FROM source WHERE name = 'shop-1'"))
    }

    private func since(_ lookBack: LookBack, in store: OrderStore) async throws -> [String: Instant] {
        try await store.lookedBackSince(source: "shop-1", lookBack)
    }

    @Test(
        "It is the first proof of all that looked back so far without a break, whatever is read again later")
    func unbroken() async throws {
        var random = SeededRandom()
        print("look-back seed \(random.seed)")
        let store = temporary.store
        var syncs: [(at: Instant, days: Int?)] = []
        for number in 0..<60 {
            // Our clock may be set back.
            let at = Instant.beijing("2022-12-01T08:00:00")
                .advanced(byMilliseconds: Int64(number * 20 + random.next(in: 0...50)) * 60_000)
            let days = random.element(of: [0, 3, 3, 15, 15, 15, nil, nil])
            syncs.append((at, days))
            try await sync(at: at, Self.weekly(days), in: store)
            for asked in [0, 1, 3, 4, 15, 90, nil] {
                let unbroken = syncs.reversed().prefix { $0.days ?? .max >= asked ?? .max }
                let expected = unbroken.map(\.at).min()
                #expect(
                    try await since(Self.weekly(asked), in: store)
                        == (expected.map { ["orders": $0] } ?? [:]),
                    "\(String(describing: asked)), seed \(random.seed)")
            }
        }
        #expect(try await store.disagreements().isEmpty)
        #expect(try await store.lookedBackSince(source: "shop-2", .never).isEmpty)
    }

    @Test("Each feed has its own")
    func feeds() async throws {
        let (first, second) = (Instant.beijing("2022-12-01T08:00:00"), Instant.beijing("2022-12-02T08:00:00"))
        try await sync(at: first, .standard, in: temporary.store)
        try await sync(at: second, .standard, in: temporary.store, feed: "refunds")
        #expect(try await since(.standard, in: temporary.store) == ["orders": first, "refunds": second])
        #expect(
            try await temporary.ask("SELECT feed, days FROM v_look_back ORDER BY 1")
                == [["orders", "-"], ["refunds", "-"]])
    }

    @Test("A store of the first schema has none, and begins with its first proof")
    func migrated() async throws {
        let fixture = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../fixtures/stores/001.sql").standardizedFileURL
        let folder = try TemporaryFolder()
        let path = folder.path + "/daihuo.sqlite"
        let sql = String(decoding: try Data(contentsOf: fixture), as: UTF8.self)
        try await DatabaseQueue(path: path).write { try $0.execute(sql: sql) }
        let store = try OrderStore(path: path)
        #expect(try await store.memory(source: "shop-1", feed: "orders").spans.isEmpty == false)
        #expect(try await since(.never, in: store) == [:])

        let first = Instant.beijing("2023-01-05T08:00:00")
        for days in 0..<3 {
            let at = first.advanced(byMilliseconds: Int64(days) * 86_400_000)
            try await sync(at: at, .standard, in: store)
            // Its only proof is that of the last reading.
            #expect(try await store.memory(source: "shop-1", feed: "orders").proofs.map(\.askedAt) == [at])
            #expect(try await since(.standard, in: store) == ["orders": first])
        }
        #expect(try await store.disagreements().isEmpty)
    }

    @Test("What is late is kept with the last time at which its time had been read, where a proof tells it")
    func readBefore() async throws {
        let (early, late) = (Instant.beijing("2022-12-01T08:00:00"), Instant.beijing("2022-12-02T08:00:00"))
        let other = ReadSpan(from: Self.span.to, to: early)
        try await temporary.store.write { session in
            for askedAt in [early, late] {
                try Delivery(fetchedAt: askedAt, read: Self.span).land(session)
            }
            let source = try Self.number(session)
            try session.note(Self.proof(at: early), source: source, feed: "orders")
            try session.note(Self.proof(at: late, of: other), source: source, feed: "orders")
            let instants = [
                Self.span.from, Self.span.from.advanced(byMilliseconds: 1), Self.span.to,
                Self.span.from.advanced(byMilliseconds: -1),
            ]
            for updatedAt in instants {
                let record = LateRecord(
                    feed: "orders", orderID: "o\(updatedAt.milliseconds)", refundID: "", updatedAt: updatedAt,
                    foundAt: late, isNew: true, movedFen: 1)
                try session.note(record, at: Origin(source: source, page: 2))
            }
        }
        let records = try await temporary.store.lateRecords(source: "shop-1").sorted {
            $0.updatedAt < $1.updatedAt
        }
        // On the edge of two windows it is the later of both.
        #expect(records.map(\.readBefore) == [nil, early, early, late])
    }
}
