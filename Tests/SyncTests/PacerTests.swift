import Synchronization
import Testing

@testable import Sync

@Suite("Keeping requests apart", .timeLimit(.minutes(20)))
struct PacerTests {
    private static let call = PacedCall(host: "h", appKey: "k", method: "m")

    private static func turn(
        _ pacer: Pacer, _ call: PacedCall = call, rate: Int? = nil
    ) async throws -> Pacer.Turn {
        try await pacer.turn(call, requestsPerSecond: rate, patience: .seconds(30))
    }

    @Test("turns of one call are apart as the rate says; other calls, apps and hosts have their own")
    func rate() async throws {
        let waited = Waits()
        let pacer = Pacer(seed: 1) { end in
            waited.longest.withLock { $0 = max($0, end - .now) }
            try await ContinuousClock().sleep(until: end)
        }
        let start = ContinuousClock.now
        for _ in 0..<6 { _ = try await Self.turn(pacer, rate: 20) }
        #expect(ContinuousClock.now - start >= .milliseconds(250))
        let others = (0..<10).flatMap { number in
            [
                PacedCall(host: "h", appKey: "k", method: "n\(number)"),
                PacedCall(host: "h", appKey: "l\(number)", method: "m"),
                PacedCall(host: "i\(number)", appKey: "k", method: "m"),
            ]
        }
        waited.longest.withLock { $0 = .zero }
        for call in others { _ = try await Self.turn(pacer, call, rate: 1) }
        #expect(waited.longest.withLock { $0 } == .zero)
    }

    @Test("after a pause one goes first; the others follow once it was answered, and not at the same instant")
    func probe() async throws {
        let (awaited, starts) = (Times(), Times())
        let pacer = Pacer(seed: 1) { end in
            awaited.all.withLock { $0.append(end) }
            try await ContinuousClock().sleep(until: end)
        }
        let first = try await Self.turn(pacer)
        // One that was on its way already, and is answered, ends no pause.
        let onItsWay = try await Self.turn(pacer)
        let end = await pacer.hold(first, for: .milliseconds(300))
        await pacer.answered(onItsWay)
        try await withThrowingTaskGroup(of: Pacer.Turn.self) { group in
            for _ in 0..<12 {
                group.addTask {
                    let mine = try await Self.turn(pacer)
                    starts.all.withLock { $0.append(.now) }
                    return mine
                }
            }
            let probe = try #require(try await group.next())
            try await Task.sleep(for: .milliseconds(500))
            #expect(starts.all.withLock { $0.count } == 1, "the others wait for the answer")
            await pacer.answered(probe)
            try await group.waitForAll()
        }
        #expect(starts.all.withLock { $0.count == 12 && $0.allSatisfy { $0 >= end } })
        // Woken late, all may start together: what counts is what they waited for.
        let ends = awaited.all.withLock { $0.filter { $0 >= end } }
        let spread = try #require(ends.max()) - #require(ends.min())
        #expect(Set(ends).count > 6 && spread > .milliseconds(20), "all wait for the same instant")
    }

    @Test("whoever goes first and finds that it is still too much makes everyone wait again")
    func probeFails() async throws {
        let pacer = Pacer(seed: 1)
        _ = await pacer.hold(try await Self.turn(pacer), for: .milliseconds(50))
        let again = await pacer.hold(try await Self.turn(pacer), for: .milliseconds(400))
        _ = try await Self.turn(pacer)
        #expect(ContinuousClock.now >= again)
    }

    @Test("whoever goes first and is given up is followed by another one, who goes first")
    func probeGivenUp() async throws {
        let pacer = Pacer(seed: 1)
        _ = await pacer.hold(try await Self.turn(pacer), for: .milliseconds(50))
        await pacer.abandoned(try await Self.turn(pacer))
        let second = try await Self.turn(pacer)
        let third = Task {
            _ = try await Self.turn(pacer)
            return ContinuousClock.now
        }
        try await Task.sleep(for: .milliseconds(400))
        let answered = ContinuousClock.now
        await pacer.answered(second)
        #expect(try await third.value >= answered)
    }

    @Test("a pause that is longer than the patience is not waited for")
    func patience() async throws {
        let pacer = Pacer(seed: 1)
        let end = await pacer.hold(try await Self.turn(pacer), for: .seconds(60))
        let error = await #expect(throws: Pacer.Held.self) { try await Self.turn(pacer) }
        #expect(error?.end == end)
    }

    @Test(
        "pauses grow with every one, not with every request that was on its way, and begin anew once it works"
    )
    func growing() {
        var pace = CallPace(seed: 7)
        var now = ContinuousClock.now
        var lengths: [Duration] = []
        for _ in 0..<8 {
            let end = pace.hold(for: nil, now: now)
            for _ in 0..<5 { #expect(pace.hold(for: nil, now: now) == end) }
            lengths.append(end - now)
            now = end
        }
        #expect(zip(lengths, lengths.dropFirst()).prefix(5).allSatisfy { $0 < $1 })
        #expect(lengths.allSatisfy { $0 <= Backoff.longest })
        #expect(pace.probe() && pace.isProbed && !pace.probe())
        pace.endProbe()
        #expect(!pace.isProbed && pace.hold(for: nil, now: now) - now <= .milliseconds(240))
    }

    @Test("what a platform asks for counts as it is, up to a day")
    func asked() {
        let now = ContinuousClock.now
        for (asked, length) in [(1, 1), (3_600, 3_600), (1 << 32, 86_400)] {
            var pace = CallPace(seed: 7)
            #expect(pace.hold(for: .seconds(asked), now: now) - now == .seconds(length))
            // A shorter one takes nothing back.
            #expect(pace.hold(for: .milliseconds(1), now: now) - now == .seconds(length))
        }
    }

    private final class Times: Sendable {
        let all = Mutex<[ContinuousClock.Instant]>([])
    }

    private final class Waits: Sendable {
        let longest = Mutex(Duration.zero)
    }
}
