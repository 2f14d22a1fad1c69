import Domain
import Platforms
import Testing

@testable import Sync

@Suite("Which windows are read")
struct WindowPlanTests {
    private let now = Instant(iso: "2022-12-30T00:00:00+08:00") ?? Instant(seconds: 0)
    private let since = BusinessDay("2022-11-01") ?? BusinessDay(number: 0)
    private let day: Int64 = 86_400

    private func feed(reachDays: Int64? = 90, overlapSeconds: Int64 = 600, settleSeconds: Int64 = 0) -> Feed {
        Feed(
            name: "orders", method: "m", windowSecondsMax: 7 * day, reachSeconds: reachDays.map { $0 * day },
            overlapSeconds: overlapSeconds, settleSeconds: settleSeconds, rowsMax: nil, requestsPerSecond: 10)
    }

    @Test("a first sync reads from `since` to now without a gap, in windows that the platform allows")
    func first() {
        let plan = WindowPlan(
            feed: feed(), known: FeedMemory(spans: []), since: since, lookBack: .never,
            now: now)
        #expect(plan.windows.first?.from == since.start && plan.windows.last?.to == now)
        #expect(zip(plan.windows, plan.windows.dropFirst()).allSatisfy { $0.to == $1.from })
        #expect(plan.windows.allSatisfy { $0.to.seconds - $0.from.seconds <= 7 * day })
        #expect(plan.lost.isEmpty)
    }

    @Test("of the day in which the reach begins only what the platform still gives is looked at again")
    func edgeOfReach() {
        let now = now.advanced(byMilliseconds: 12 * 3_600_000)
        let reach = now.advanced(byMilliseconds: -20 * day * 1000)
        let proof = ProvedWindow(
            span: ReadSpan(from: reach, to: now), rows: 1, total: 1, askedAt: now, serverAt: now)
        let known = FeedMemory(spans: [ReadSpan(from: since.start, to: now)], proofs: [proof])
        let plan = WindowPlan(
            feed: feed(reachDays: 20, overlapSeconds: 0), known: known, since: since, lookBack: .standard,
            now: now)
        #expect(plan.windows == [] && plan.lost == [])
    }

    @Test("a later sync begins an overlap before the end of what was read, never before `since`")
    func later() {
        let readTo = now.advanced(byMilliseconds: -day * 1000)
        let read = ReadSpan(from: since.start, to: readTo)
        let plan = WindowPlan(
            feed: feed(), known: FeedMemory(spans: [read]), since: since, lookBack: .never,
            now: now)
        #expect(plan.windows.map(\.from) == [readTo.advanced(byMilliseconds: -600_000)])
        let early = WindowPlan(
            feed: feed(),
            known: FeedMemory(spans: [ReadSpan(from: since.advanced(by: -9).start, to: since.start)]),
            since: since,
            lookBack: .never,
            now: now)
        #expect(early.windows.first?.from == since.start)
    }

    @Test(
        "of an earlier `since`, what lies before the time that was read comes first, and none of that comes again"
    )
    func earlierSince() {
        let read = ReadSpan(from: since.start, to: now.advanced(byMilliseconds: -day * 1000))
        let plan = WindowPlan(
            feed: feed(), known: FeedMemory(spans: [read]), since: since.advanced(by: -10), lookBack: .never,
            now: now)
        let edges = [since.advanced(by: -10), since.advanced(by: -3), since].map(\.start)
        let latest = read.to.advanced(byMilliseconds: -600_000)
        #expect(plan.windows.map(\.from) == [edges[0], edges[1], latest])
        #expect(plan.windows.map(\.to) == [edges[1], edges[2], now])
        #expect(plan.lost.isEmpty)
    }

    @Test("what was read to its end while it was the present is read to an overlap before that end")
    func laterSince() {
        let first = ReadSpan(from: since.start, to: since.advanced(by: 3).start)
        let second = ReadSpan(from: since.advanced(by: 5).start, to: now)
        let plan = WindowPlan(
            feed: feed(), known: FeedMemory(spans: [first, second]), since: since, lookBack: .never,
            now: now)
        let overlaps = [first.to, now].map { $0.advanced(byMilliseconds: -600_000) }
        #expect(plan.windows.map(\.from) == overlaps)
        #expect(plan.windows.map(\.to) == [second.from, now])
    }

    @Test("what lies beyond the platform's reach is said to be lost, the rest is read")
    func reach() {
        let plan = WindowPlan(
            feed: feed(reachDays: 10), known: FeedMemory(spans: []), since: since, lookBack: .never,
            now: now)
        #expect(plan.lost.map(\.from) == [since.start])
        #expect(plan.lost.map(\.to) == [plan.windows[0].from])
        #expect(plan.windows[0].from.seconds == now.seconds - 10 * day)
    }

    @Test("what is lost is said each time, and what follows it is read all the same")
    func lostBefore() {
        let read = ReadSpan(from: since.advanced(by: 5).start, to: now.advanced(byMilliseconds: -day * 1000))
        let plan = WindowPlan(
            feed: feed(reachDays: 10), known: FeedMemory(spans: [read]), since: since, lookBack: .never,
            now: now)
        #expect(plan.lost == [WindowPlan.Window(from: since.start, to: read.from)])
        #expect(plan.windows.map(\.from) == [read.to.advanced(byMilliseconds: -600_000)])
    }

    @Test("a window ends as long before now as the platform needs to settle")
    func settle() {
        let plan = WindowPlan(
            feed: feed(settleSeconds: 180), known: FeedMemory(spans: []), since: since, lookBack: .never,
            now: now)
        #expect(plan.windows.last?.to.seconds == now.seconds - 180)
    }

    @Test("days are read again as far as they have come")
    func days() throws {
        let last = try #require(BusinessDay("2023-01-05"))
        let first = try #require(BusinessDay("2022-12-28"))
        let plan = WindowPlan(feed: feed(), days: first...last, now: now)
        #expect(plan.windows.map(\.from) == [first.start] && plan.windows.last?.to == now)
        #expect(WindowPlan(feed: feed(), days: last...last, now: now).windows.isEmpty)
    }

    @Test("a window halves until a second is left")
    func halves() {
        var windows = [WindowPlan.Window(from: Instant(seconds: 100), to: Instant(seconds: 117))]
        while let halved = windows.first(where: { $0.halves != nil }), let halves = halved.halves {
            #expect(
                halves[0].from == halved.from && halves[0].to == halves[1].from && halves[1].to == halved.to)
            windows.removeAll { $0 == halved }
            windows += halves
        }
        #expect(windows.allSatisfy { $0.to.seconds - $0.from.seconds == 1 } && windows.count == 17)
    }
}

@Suite("Waiting between tries")
struct BackoffTests {
    @Test("delays double from a fifth of a second to ten seconds, give or take a fifth, and begin anew")
    func delays() {
        let seed = UInt64.random(in: 0...UInt64.max)
        print("back-off seed \(seed)")
        var backoff = Backoff(seed: seed)
        let delays = (0..<12).map { _ in backoff.next() }
        for (place, delay) in delays.enumerated() {
            let base = min(10_000, 200 << place)
            #expect(delay >= .milliseconds(base - base / 5) && delay <= .milliseconds(base + base / 5))
        }
        backoff.reset()
        #expect(backoff.next() <= .milliseconds(240))
    }
}

@Suite("The hand-over between tasks")
struct MailboxTests {
    @Test("everything arrives in order, and no more than the capacity waits", arguments: [1, 2, 7])
    func order(capacity: Int) async {
        let mailbox = Mailbox<Int>(capacity: capacity)
        async let taken: [Int] = {
            var all: [Int] = []
            while true {
                let some = await mailbox.take(limit: 3)
                #expect(some.count <= min(3, capacity))
                if some.isEmpty { return all }
                all += some
            }
        }()
        for number in 0..<500 {
            await mailbox.put(number)
        }
        await mailbox.close()
        #expect(await taken == Array(0..<500))
    }

    @Test("a closed mailbox lets a waiting producer go")
    func closed() async {
        let mailbox = Mailbox<Int>(capacity: 1)
        await mailbox.put(1)
        async let isTaken = mailbox.put(2)
        await mailbox.close()
        #expect(await !isTaken)
        #expect(await mailbox.take(limit: 5) == [1])
        #expect(await mailbox.take(limit: 5).isEmpty)
    }
}
