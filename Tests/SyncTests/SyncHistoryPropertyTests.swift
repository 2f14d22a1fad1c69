import Domain
import Foundation
import HTTPTypes
import HummingbirdCore
import Platforms
import SeededRandomness
import Synchronization
import Testing

@testable import Sync

/// Histories of syncs over one memory, killed and failed ones among them, against platforms with a time of their own.
///
/// By design is not seen, and therefore left out (docs/decisions/0025, 0026): one row that goes and another one that comes
/// between the same two answers; rows that go or move, and pages that are passed over, where no total is stated; totals
/// that are too small; that a row is gone; a row that is there only between two readings.
@Suite("Nothing is missed: random servers and histories")
struct SyncHistoryPropertyTests {
    private static let seeds = ProcessInfo.processInfo.environment["SEEDS"].flatMap { UInt64($0) } ?? 25
    private static let firstSeed = ProcessInfo.processInfo.environment["SEED"].flatMap { UInt64($0) } ?? 1

    /// What became of the syncs of all histories.
    private struct Tally {
        var killed = 0
        var failed = 0
        var whole = 0
        var wholeAtEnd = 0
        /// Those that found rows in time that had been read wholly.
        var foundLate = 0
        var answers = 0
    }

    @Test(
        "what is proved has landed, nothing is known beyond the server's clock, and what is shown for longer than its beat has landed"
    )
    func histories() async throws {
        let current = Mutex<TimedRowServer?>(nil)
        try await LoopbackServer.answer(
            with: { request in
                guard let server = current.withLock({ $0 }) else { return Response(status: .notFound) }
                return try await server.response(to: request)
            },
            while: { port in
                var tally = Tally()
                for seed in Self.firstSeed..<Self.firstSeed + Self.seeds {
                    var plan = try RandomHistory(seed: seed)
                    let server = plan.server
                    current.withLock { $0 = server }
                    let history = try await SyncHistory(plan.platform, port: port)
                    try await Self.play(&plan, history, &tally)
                }
                print("\(Self.seeds) histories: \(tally)")
                // Else it would say nothing about syncs that are killed, fail, or find what came late.
                let least = min(tally.killed, tally.failed, tally.whole, tally.wholeAtEnd, tally.foundLate)
                #expect(least > Int(Self.seeds) / 5, "\(tally)")
            })
    }

    /// All syncs of a history; the last one comes when every day is due to be read again, on a sound line.
    private static func play(
        _ plan: inout RandomHistory, _ history: SyncHistory, _ tally: inout Tally
    ) async throws {
        var skewMax: Int64 = 0
        var lastReadTo: Instant?
        for round in 0...plan.syncs {
            let isLast = round == plan.syncs
            let course = plan.next(isLast: isLast)
            skewMax = max(skewMax, abs(course.skew))
            let server = plan.server
            let start = server.now
            let before = history.landed
            let outcome = try await history.sync(course, clock: { server.now })
            let place = "seed \(plan.seed), sync \(round), \(course)"
            try await expectProofsHold(plan, course, history, place)
            tally.answers += isLast ? server.answers : 0
            tally.killed += outcome == nil ? 1 : 0
            guard let outcome else { continue }
            tally.failed += outcome.failures.isEmpty ? 0 : 1
            guard outcome.failures.isEmpty, course.span == .new else { continue }
            tally.whole += 1
            tally.wholeAtEnd += isLast ? 1 : 0
            let missing = plan.due(course, at: start, skewMax: skewMax).filter {
                !history.landed.contains($0.row)
            }
            #expect(missing.isEmpty, "\(place): \(missing.count) rows are missing: \(missing.prefix(2))")
            let gaps = try await history.memory.spans.gaps(in: plan.whole(course, at: start))
            #expect(gaps.isEmpty, "\(place): a gap in what was read")
            let found = history.landed.subtracting(before)
            tally.foundLate +=
                lastReadTo.map { readTo in found.contains { $0.at < readTo.seconds } } ?? false ? 1 : 0
            lastReadTo = plan.whole(course, at: start).to
        }
    }

    private static func expectProofsHold(
        _ plan: RandomHistory, _ course: SyncHistory.Course, _ history: SyncHistory, _ place: String
    ) async throws {
        let memory = try await history.memory
        let (shown, now) = (plan.server.shown, plan.server.now)
        for proof in memory.proofs {
            guard let askedAt = proof.serverAt ?? (plan.isClockRight ? proof.askedAt : nil) else { continue }
            let lost = shown.filter {
                $0.since <= askedAt && plan.holds(proof.span, $0.row) && !history.landed.contains($0.row)
            }
            #expect(lost.isEmpty, "\(place): \(lost.count) rows lost in \(proof): \(lost.prefix(2))")
        }
        // Two clocks are never the same: by two minutes ours may be behind what it read before.
        let ours = now.advanced(byMilliseconds: course.skew + 120_000)
        for proof in memory.proofs where proof.serverAt == nil {
            #expect(proof.span.to <= ours, "\(place): known up to \(proof.span.to), ours is \(ours)")
        }
        guard let readTo = memory.spans.last?.to else { return }
        if plan.isClockKnown { #expect(readTo <= now, "\(place): known up to \(readTo) at \(now)") }
    }
}
