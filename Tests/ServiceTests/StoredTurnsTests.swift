import Domain
import Foundation
import GRDB
import Store
import Synchronization
import Testing

@testable import Service
@testable import Sync

/// Two pacers, as two processes have them, over one store.
@Suite("A budget of calls that processes share", .timeLimit(.minutes(20)))
struct StoredTurnsTests {
    private static let call = PacedCall(host: "https://example.com", appKey: "key-of-app", method: "m")
    private let folder: TemporaryFolder
    private let store: OrderStore
    private var path: String { folder.path + "/daihuo.sqlite" }

    init() throws {
        folder = try TemporaryFolder()
        store = try OrderStore(path: folder.path + "/daihuo.sqlite")
    }

    private func pacer() -> Pacer {
        Pacer(
            seed: 1,
            shared: StoredTurns(path: path) {
                Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
            })
    }

    private static func turn(_ pacer: Pacer, rate: Int? = 20) async throws -> Pacer.Turn {
        try await pacer.turn(call, requestsPerSecond: rate, patience: .seconds(300))
    }

    @Test("together they ask no more often than the rate says, and both get on to the end")
    func rate() async throws {
        let start = ContinuousClock.now
        let ends = try await withThrowingTaskGroup(of: ContinuousClock.Instant.self) { group in
            for pacer in [pacer(), pacer()] {
                // Two at a time, as an account asks for pages ahead.
                for _ in 0..<2 {
                    group.addTask {
                        for _ in 0..<15 { _ = try await Self.turn(pacer) }
                        return .now
                    }
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        // 60 turns, 50 ms apart; late they may be, never early.
        #expect(try #require(ends.max()) - start >= .milliseconds(59 * 50 - 5))
    }

    @Test("a pause of one is waited for by the other")
    func pause() async throws {
        let (one, other) = (pacer(), pacer())
        let end = await one.hold(try await Self.turn(one), for: .milliseconds(900))
        await other.answered(try await Self.turn(other))
        #expect(ContinuousClock.now >= end.advanced(by: .milliseconds(-5)))
        let long = await one.hold(try await Self.turn(one), for: .seconds(3_600))
        let held = await #expect(throws: Pacer.Held.self) {
            for _ in 0..<50 { _ = try await Self.turn(other) }
        }
        let difference = try #require(held).end - long
        // Two clocks are read one after the other; a busy machine may do something else between them.
        #expect(difference < .seconds(30) && difference > .seconds(-30))
    }

    @Test("the store holds no app key, and a call without a rate does not touch it")
    func contents() async throws {
        let pacer = pacer()
        _ = await pacer.hold(try await Self.turn(pacer, rate: nil), for: .milliseconds(10))
        let queue = try DatabaseQueue(path: path)
        #expect(try await queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM budget") } == 0)
        let paced = self.pacer()
        _ = try await Self.turn(paced)
        let rows = try await queue.read {
            try String.fetchAll($0, sql: "SELECT app || ' ' || method FROM budget")
        }
        #expect(rows.count == 1)
        #expect(try #require(rows.first).wholeMatch(of: #/[0-9a-f]{32} m/#) != nil)
    }

    @Test("where turns cannot be shared everyone keeps his own pace, and it is told once")
    func unusable() async throws {
        let pacer = Pacer(seed: 1, shared: StoredTurns(path: path + ".none") { Instant(seconds: 0) })
        let start = ContinuousClock.now
        var told: [Notice] = []
        for _ in 0..<11 { if let notice = try await Self.turn(pacer).notice { told.append(notice) } }
        #expect(ContinuousClock.now - start >= .milliseconds(495))
        #expect(told.map(\.code) == ["sync.turns_not_shared"])
        #expect(!FileManager.default.fileExists(atPath: path + ".none"))
    }
}
