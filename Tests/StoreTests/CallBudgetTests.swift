import Domain
import Foundation
import GRDB
import Synchronization
import Testing

@testable import Store

@Suite("Turns of calls that processes share", .timeLimit(.minutes(20)))
struct CallBudgetTests {
    private static let call = CallBudget.Call(app: "a", method: "m")
    private static let noon = Instant.beijing("2022-12-01T12:00:00")

    /// A wall clock that tests set.
    private final class Clock: Sendable {
        private let time = Mutex(noon)

        var now: Instant {
            get { time.withLock { $0 } }
            set { time.withLock { $0 = newValue } }
        }
    }

    private let temporary: TemporaryStore
    private let clock = Clock()

    init() throws { temporary = try TemporaryStore() }

    /// As another process would open it.
    private func budget() throws -> CallBudget {
        try CallBudget(path: temporary.path, now: { [clock] in clock.now })
    }

    private func after(_ milliseconds: Int64) -> Instant { Self.noon.advanced(byMilliseconds: milliseconds) }

    @Test("no two get the same turns, whoever asks; what has passed is given to nobody")
    func blocks() async throws {
        let (one, other) = (try budget(), try budget())
        #expect(try await one.take(Self.call, milliseconds: 1_000) == .turns(from: after(0)))
        #expect(try await other.take(Self.call, milliseconds: 500) == .turns(from: after(1_000)))
        #expect(try await one.take(Self.call, milliseconds: 1_000) == .turns(from: after(1_500)))
        clock.now = after(60_000)
        #expect(try await other.take(Self.call, milliseconds: 1_000) == .turns(from: after(60_000)))
    }

    @Test("each app and each call has its own")
    func apart() async throws {
        let budget = try budget()
        for call in [Self.call, .init(app: "b", method: "m"), .init(app: "a", method: "n")] {
            #expect(try await budget.take(call, milliseconds: 1_000) == .turns(from: after(0)))
        }
    }

    @Test("a pause of one is seen by the other until it is over, and a shorter one takes nothing back")
    func pauses() async throws {
        let (one, other) = (try budget(), try budget())
        try await one.hold(Self.call, until: after(5_000))
        try await other.hold(Self.call, until: after(1_000))
        #expect(try await other.take(Self.call, milliseconds: 1_000) == .held(until: after(5_000)))
        clock.now = after(5_000)
        #expect(try await other.take(Self.call, milliseconds: 1_000) == .turns(from: after(5_000)))
    }

    @Test("what a clock that was wrong has noted holds up nobody")
    func wrongClocks() async throws {
        let (one, other) = (try budget(), try budget())
        clock.now = after(7 * 86_400_000)
        _ = try await one.take(Self.call, milliseconds: 1_000)
        try await one.hold(Self.call, until: after(30 * 86_400_000))
        clock.now = after(0)
        #expect(try await other.take(Self.call, milliseconds: 1_000) == .turns(from: after(0)))
        try await other.hold(Self.call, until: after(1_000))
        #expect(try await one.take(Self.call, milliseconds: 1_000) == .held(until: after(1_000)))
    }

    @Test("a store that is written to for long, is none or is not there is not waited for")
    func unusable() async throws {
        let budget = try budget()
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        let writer = try DatabaseQueue(path: temporary.path, configuration: configuration)
        try await writer.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }
        let error = await #expect(throws: StoreError.self) {
            try await budget.take(Self.call, milliseconds: 1_000)
        }
        #expect(error?.kind == .busy)
        try await writer.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
        #expect(try await budget.take(Self.call, milliseconds: 1_000) == .turns(from: after(0)))

        let missing = temporary.path + ".none"
        let absence = #expect(throws: StoreError.self) { try CallBudget(path: missing, now: { Self.noon }) }
        #expect(absence?.kind == .missing && !FileManager.default.fileExists(atPath: missing))
    }
}
