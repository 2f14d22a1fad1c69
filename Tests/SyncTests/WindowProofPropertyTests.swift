import Domain
import Foundation
import Hummingbird
import HummingbirdTesting
import Platforms
import SeededRandomness
import Synchronization
import Testing

@testable import Sync

@Suite("A window is read when it is proved: random servers")
struct WindowProofPropertyTests {
    private static let seeds = ProcessInfo.processInfo.environment["SEEDS"].flatMap { UInt64($0) } ?? 200

    @Test("what counts as read holds no row that did not land and could still be shown")
    func complete() async throws {
        let current = Mutex<RowServer?>(nil)
        let application = Application(
            responder: CallbackResponder<BasicRequestContext> { request, _ in
                guard let server = current.withLock({ $0 }) else { return Response(status: .notFound) }
                return try await server.response(to: request)
            })
        try await application.test(.live) { client in
            var (complete, failed, again) = (0, 0, 0)
            for seed in 1...Self.seeds {
                var random = SeededRandom(seed: seed)
                let (platform, habits) = try Self.platform(&random)
                let server = RowServer(
                    Self.rows(&random, ties: habits.moves == 0), habits, seed: random.next())
                current.withLock { $0 = server }
                let reading = try await ProofReading.of(
                    port: client.port ?? 0, by: platform, days: 2, span: .new)
                let lost = reading.lost(of: server)
                #expect(lost.isEmpty, "seed \(seed): \(lost.count) rows are lost, \(habits)")
                #expect(server.answers < 6_000, "seed \(seed): \(server.answers) pages")
                complete += reading.outcome.failures.isEmpty ? 1 : 0
                failed += reading.outcome.failures.isEmpty ? 0 : 1
                again += reading.told.isEmpty ? 0 : 1
            }
            // Else it would say nothing about what is proved, what fails or what is read again.
            #expect(min(complete, failed, again) > Int(Self.seeds) / 20, "\((complete, failed, again))")
        }
    }

    /// Up to 400 rows over two days; with `ties` some seconds hold many.
    private static func rows(_ random: inout SeededRandom, ties: Bool) -> [RowServer.Row] {
        let count = random.next(in: 0...400)
        let spread = random.element(of: ties ? [3, 600, 170_000] : [170_000])
        let first = RowServer.now.seconds - 171_000
        return (0..<count).map {
            RowServer.Row(number: $0, at: first + Int64(random.next(in: 0...spread)))
        }
    }

    /// A platform with faults; what no count can tell is left out: rows that leave or pages that are passed over where no
    /// total is stated, and two rows that change places between two answers.
    private static func platform(
        _ random: inout SeededRandom
    ) throws -> (any Platform, RowServer.Habits) {
        func chance(_ perMille: Int) -> Int { random.next(in: 0...2) == 0 ? perMille : 0 }
        var habits = RowServer.Habits()
        if random.next(in: 0...2) == 0 { habits.sizeMax = random.next(in: 5...60) }
        habits.ignoresPage = random.next(in: 0...5) == 0
        habits.repeats = chance(100)
        let kind = random.next(in: 0...5)
        if kind >= 3 {
            habits.statesTotal = false
            habits.goesInCircles = kind == 4 && random.next(in: 0...3) == 0
            let pagings = [
                "kind: page, first: 0, size: 40, more: more", "kind: cursor, first: 0, size: 40, next: next",
                "kind: page, first: 0, size: 40",
            ]
            let paging = pagings[kind - 3]
            return (try ProofReading.described(paging), habits)
        }
        habits.shufflesTies = random.next(in: 0...2) == 0
        habits.addsToTotal = random.next(in: 0...7) == 0 ? random.next(in: 1...120) : 0
        habits.falseTotals = chance(60)
        habits.skips = chance(60)
        if kind == 0 {
            habits.tellsSize = random.next(in: 0...1) == 0
            habits.leaves = chance(200)
            return (Douyin(), habits)
        }
        if random.next(in: 0...1) == 0 { habits.leaves = chance(200) } else { habits.moves = chance(200) }
        let paging = kind == 1 ? "kind: page, first: 0, size: 40" : "kind: backwards, first: 0, size: 40"
        return (try ProofReading.described(paging + ", total: total"), habits)
    }
}
