import Domain
import Platforms
import SeededRandomness
import Testing

@testable import Sync

/// The plan against hours that are looked at one by one.
@Suite("Which windows are read, hour by hour")
struct WindowPlanPropertyTests {
    private static let hour: Int64 = 3_600
    private static let origin = BusinessDay(number: 19_300)

    private static func instant(_ hours: Int) -> Instant {
        Instant(seconds: origin.start.seconds + Int64(hours) * hour)
    }

    private static func span(_ from: Int, _ to: Int) -> ReadSpan {
        ReadSpan(from: instant(from), to: instant(to))
    }

    /// The limits of a feed, in hours.
    private struct Limits {
        let window, overlap, settle: Int
        let reach: Int?

        init(_ random: inout SeededRandom) {
            window = random.next(in: 1...60)
            overlap = random.next(in: 0...6)
            settle = random.next(in: 0...3)
            reach = random.next(in: 0...2) == 0 ? nil : random.next(in: 10...200)
        }

        var feed: Feed {
            Feed(
                name: "orders", method: "m", windowSecondsMax: Int64(window) * hour,
                reachSeconds: reach.map { Int64($0) * hour }, overlapSeconds: Int64(overlap) * hour,
                settleSeconds: Int64(settle) * hour, rowsMax: nil, requestsPerSecond: 10)
        }
    }

    /// How often each hour lies in the windows; each window begins and ends at a full hour.
    private static func hours(of windows: [WindowPlan.Window]) -> [Int: Int] {
        var hours: [Int: Int] = [:]
        for window in windows {
            let from = Int((window.from.seconds - origin.start.seconds) / hour)
            let to = Int((window.to.seconds - origin.start.seconds) / hour)
            for hour in from..<to { hours[hour, default: 0] += 1 }
        }
        return hours
    }

    @Test("an hour is read once if it is wanted, within reach and not yet read; it is lost if beyond")
    func naive() {
        var random = SeededRandom()
        for _ in 0..<3000 {
            let limits = Limits(&random)
            var edges = Set((0..<2 * random.next(in: 0...4)).map { _ in random.next(in: -50...200) }).sorted()
            if edges.count % 2 == 1 { edges.removeLast() }
            let spans = stride(from: 0, to: edges.count, by: 2).map { (edges[$0], edges[$0 + 1]) }
            let (sinceDay, now) = (random.next(in: -3...8), random.next(in: 0...220))
            let plan = WindowPlan(
                feed: limits.feed, known: FeedMemory(spans: spans.map { Self.span($0.0, $0.1) }),
                since: Self.origin.advanced(by: sinceDay), lookBack: .never, now: Self.instant(now))

            var wanted: [Int: Int] = [:]
            var lost: [Int: Int] = [:]
            for hour in -100..<300 where hour >= sinceDay * 24 && hour < now - limits.settle {
                let isReachable = limits.reach.map { hour >= now - $0 } ?? true
                let isSettled = spans.contains { $0.0 <= hour && hour < $0.1 - limits.overlap }
                let isRead = spans.contains { $0.0 <= hour && hour < $0.1 }
                if isReachable, !isSettled { wanted[hour] = 1 }
                if !isReachable, !isRead { lost[hour] = 1 }
            }
            #expect(Self.hours(of: plan.windows) == wanted, "seed \(random.seed)")
            #expect(Self.hours(of: plan.lost) == lost, "seed \(random.seed)")
            #expect(
                plan.windows.allSatisfy {
                    $0.from < $0.to && $0.to.seconds - $0.from.seconds <= Int64(limits.window) * Self.hour
                }, "seed \(random.seed)")
            for windows in [plan.windows, plan.lost] {
                let isInOrder = zip(windows, windows.dropFirst()).allSatisfy { $0.to <= $1.from }
                #expect(isInOrder, "seed \(random.seed)")
            }
        }
    }

    @Test(
        "whatever `since` becomes and wherever a sync is killed, a whole sync has read all, and the next little"
    )
    func histories() {
        var random = SeededRandom()
        for _ in 0..<500 {
            let limits = Limits(&random)
            var read: [ReadSpan] = []
            var hoursRead: Set<Int> = []
            var now = random.next(in: 24...60)
            for _ in 0..<random.next(in: 1...8) {
                let sinceDay = random.next(in: -5...now / 24)
                let plan = Self.plan(limits, read, sinceDay, now)
                let isKilled = random.next(in: 0...2) == 0
                let begun = isKilled ? random.next(in: 0...plan.windows.count) : plan.windows.count
                for window in plan.windows.prefix(begun) {
                    hoursRead.formUnion(Self.hours(of: [window]).keys)
                    read = read.adding(ReadSpan(from: window.from, to: window.to))
                }
                if !isKilled {
                    let first = max(sinceDay * 24, limits.reach.map { now - $0 } ?? .min)
                    let missing = (-200..<now - limits.settle).filter {
                        $0 >= first && !hoursRead.contains($0)
                    }
                    #expect(missing.isEmpty, "seed \(random.seed)")
                    // Only where late updates may still come is anything read once more.
                    let again = Self.hours(of: Self.plan(limits, read, sinceDay, now).windows).count
                    #expect(again <= limits.overlap * read.count, "seed \(random.seed)")
                }
                now += random.next(in: 0...48)
            }
        }
    }

    private static func plan(
        _ limits: Limits, _ read: [ReadSpan], _ sinceDay: Int, _ now: Int
    ) -> WindowPlan {
        WindowPlan(
            feed: limits.feed, known: FeedMemory(spans: read), since: origin.advanced(by: sinceDay),
            lookBack: .never, now: instant(now))
    }
}
