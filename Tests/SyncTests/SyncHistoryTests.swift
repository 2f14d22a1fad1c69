import Domain
import HTTPTypes
import HummingbirdCore
import Platforms
import Synchronization
import Testing

@testable import Sync

/// Several syncs over one memory, against a platform whose rows become visible in their own time.
@Suite("What one sync leaves to the next")
struct SyncHistoryTests {
    private static let start = RowServer.now
    private static let hour: Int64 = 3_600_000
    private static let day = 24 * hour
    private static let since = start.day.advanced(by: -20)

    /// One row an hour for two days up to now, and these, each with the time at which it is shown first.
    private static func server(
        _ more: [(secondsBeforeNow: Int64, shownAfter: Int64)] = [], tellsDate: Bool = true
    ) -> TimedRowServer {
        let hourly = (1...48).map { number in
            RowWorld.Shown(
                row: .init(number: number, at: start.seconds - Int64(number) * 3_600),
                since: start.advanced(byMilliseconds: -Int64(number) * hour))
        }
        let late = more.enumerated().map { place, row in
            RowWorld.Shown(
                row: .init(number: 100 + place, at: start.seconds - row.secondsBeforeNow),
                since: start.advanced(byMilliseconds: row.shownAfter))
        }
        return TimedRowServer(
            RowWorld(at: start, rows: hourly + late), .init(tellsDate: tellsDate), seed: 1)
    }

    /// What `body` makes of a history against the server.
    private static func history(
        _ server: TimedRowServer, _ body: @escaping @Sendable (SyncHistory) async throws -> Void
    ) async throws {
        try await LoopbackServer.answer(
            with: { try await server.response(to: $0) },
            while: { port in
                let platform = try ProofReading.described(
                    "kind: page, first: 0, size: 10, total: total", window: "seconds_max: 604800")
                try await body(try await SyncHistory(platform, port: port))
            })
    }

    @Test(
        "K26: by a clock that is a day ahead nothing is known beyond the platform's, and the next sync reads the day"
    )
    func clockAhead() async throws {
        let server = Self.server([(-5 * 3_600, 5 * Self.hour), (-20 * 3_600, 20 * Self.hour)])
        try await Self.history(server) { history in
            let ahead = SyncHistory.Course(since: Self.since, lookBack: .never, skew: Self.day)
            #expect(try await history.sync(ahead, clock: { server.now })?.failures.isEmpty == true)
            #expect(history.landed.count == 48 && history.told == ["sync.clock_ahead"])
            let readTo = try #require(try await history.memory.spans.last?.to)
            #expect(readTo >= Self.start && readTo <= server.now)

            server.pass(milliseconds: Self.day, rowsMax: 0)
            let right = SyncHistory.Course(since: Self.since, lookBack: .never)
            _ = try await history.sync(right, clock: { server.now })
            #expect(history.landed.count == 50)
        }
    }

    @Test(
        "K26: what was read ahead of a platform that tells no time is read again as soon as our clock is right"
    )
    func readAhead() async throws {
        let server = Self.server([(-1_800, Self.hour / 2)], tellsDate: false)
        try await Self.history(server) { history in
            let ahead = SyncHistory.Course(since: Self.since, lookBack: .never, skew: Self.day)
            _ = try await history.sync(ahead, clock: { server.now })
            #expect(try await history.memory.spans.last.map { $0.to > server.now } == true)

            server.pass(milliseconds: Self.hour, rowsMax: 0)
            let right = SyncHistory.Course(since: Self.since, lookBack: .never)
            _ = try await history.sync(right, clock: { server.now })
            #expect(history.landed.count == 49)
            #expect(try await history.memory.spans.last.map { $0.to <= server.now } == true)
        }
    }

    @Test(
        "K27: a row that becomes visible late is found by the first look back behind that: within hours, a day, a week",
        arguments: [
            // Shown so long after its update time; the syncs before it is shown, and the one that finds it; in minutes.
            (15, [0], 60), (20 * 60, [0, 60, 19 * 60], 20 * 60 + 61),
            (4 * 1_440, [0, 4 * 1_440 - 120], 5 * 1_440),
            (12 * 1_440, [0, 11 * 1_440], 19 * 1_440),
        ] as [(Int64, [Int64], Int64)])
    func late(delay: Int64, before: [Int64], found: Int64) async throws {
        let minute: Int64 = 60_000
        // Older than the overlap of two syncs when it is read first: nothing but the look back comes to it again.
        for lookBack in [LookBack.standard, .never] {
            let server = Self.server([(660, delay * minute - 660_000)])
            try await Self.history(server) { history in
                let course = SyncHistory.Course(since: Self.since, lookBack: lookBack)
                for minutes in before {
                    server.pass(until: Self.start.advanced(byMilliseconds: minutes * minute))
                    _ = try await history.sync(course, clock: { server.now })
                    #expect(history.landed.count == 48)
                }
                server.pass(until: Self.start.advanced(byMilliseconds: found * minute))
                _ = try await history.sync(course, clock: { server.now })
                #expect(history.landed.count == (lookBack == .never ? 48 : 49))
            }
        }
    }

    @Test(
        "a sync that is killed anywhere leaves nothing read that did not land, and the next one reads the rest",
        arguments: 0...12)
    func killed(behind: Int) async throws {
        let server = Self.server()
        try await Self.history(server) { history in
            let killed = SyncHistory.Course(since: Self.since, killedBehind: behind)
            let isKilled = try await history.sync(killed, clock: { server.now }) == nil
            let spans = try await history.memory.spans
            for row in server.shown.map(\.row)
            where spans.contains(where: { $0.contains(Instant(seconds: row.at)) }) {
                #expect(history.landed.contains(row))
            }
            // Three windows since the first day: a page each of the first two, five of the last, and three proofs.
            #expect(isKilled == (behind <= 10))

            let proved = try await history.memory.proofs.count
            let answers = server.answers
            let whole = SyncHistory.Course(since: Self.since)
            #expect(try await history.sync(whole, clock: { server.now })?.failures.isEmpty == true)
            #expect(history.landed.count == 48)
            // What is proved is not asked for again, but for the overlap at its end.
            #expect(server.answers - answers == [7, 6, 5, 1][proved])
        }
    }
}
