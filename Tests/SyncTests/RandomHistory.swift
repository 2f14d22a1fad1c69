import Domain
import Platforms
import SeededRandomness

@testable import Sync

/// A platform with faults, its rows, and when and how it is read.
struct RandomHistory {
    let seed: UInt64
    let platform: any Platform
    let server: TimedRowServer
    /// How many syncs come before the last one.
    let syncs: Int
    /// Whether our clock shows what the platform's does.
    let isClockRight: Bool
    private let tellsDate: Bool
    private let endsBefore: Bool
    private let first: BusinessDay
    private var since: BusinessDay
    private let skewMax: Int
    private let happenings: [RowWorld.Happening]
    private var random: SeededRandom

    private static let minute = 60_000

    init(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        self.seed = seed
        let kind = random.next(in: 0...5)
        var habits = TimedRowServer.Habits(paging: Self.paging(kind, &random))
        tellsDate = random.next(in: 0...4) > 0
        habits.tellsDate = tellsDate
        isClockRight = random.next(in: 0...2) == 0
        skewMax = isClockRight ? 0 : random.element(of: [5, 90, 1_440]) * Self.minute
        habits.storms = random.next(in: 0...2) == 0 ? 40 : 0
        habits.cuts = random.next(in: 0...2) == 0 ? 30 : 0
        habits.happens = random.next(in: 0...1) == 0 ? 150 : 0
        happenings = kind >= 3 ? [.comes, .changes] : RowWorld.Happening.allCases
        syncs = random.next(in: 2...7)
        first = BusinessDay(number: 19_300 + random.next(in: 0...40))
        since = first.advanced(by: random.next(in: 0...3))
        let days = random.next(in: 4...9)
        var world = RowWorld(from: first.start, Set(happenings), seed: random.next())
        world.pass(
            milliseconds: Int64(days * 1_440 * Self.minute) + Int64(random.next(in: 0...86_400_000)),
            rowsMax: random.element(of: [5, 90, 240]),
            ties: habits.paging.ignoresPage ? 0 : random.element(of: [0, 9, 20]))
        server = TimedRowServer(world, habits, seed: random.next())
        endsBefore = habits.paging.endsBefore
        platform = kind == 0 ? Douyin() : try Self.described(kind, &random)
        self.random = random
    }

    /// What goes wrong with pages, as far as a count tells it.
    private static func paging(_ kind: Int, _ random: inout SeededRandom) -> RowServer.Habits {
        var habits = RowServer.Habits()
        func chance(_ perMille: Int) -> Int { random.next(in: 0...2) == 0 ? perMille : 0 }
        if random.next(in: 0...2) == 0 { habits.sizeMax = random.next(in: 3...8) }
        habits.ignoresPage = random.next(in: 0...7) == 0
        habits.endsBefore = random.next(in: 0...2) == 0
        habits.repeats = chance(60)
        guard kind < 3 else {
            habits.statesTotal = false
            habits.overlaps = kind == 4 && random.next(in: 0...2) == 0
            habits.goesInCircles = kind == 4 && random.next(in: 0...11) == 0
            return habits
        }
        habits.tellsSize = random.next(in: 0...1) == 0
        habits.shufflesTies = random.next(in: 0...1) == 0
        habits.addsToTotal = random.next(in: 0...23) == 0 ? random.next(in: 1...30) : 0
        habits.falseTotals = chance(60)
        habits.skips = chance(60)
        return habits
    }

    private static func described(
        _ kind: Int, _ random: inout SeededRandom
    ) throws -> any Platform {
        let pagings = [
            "kind: page, first: 0, size: 6, total: total",
            "kind: backwards, first: 0, size: 6, total: total",
            "kind: page, first: 0, size: 6, more: more", "kind: cursor, first: 0, size: 6, next: next",
            "kind: page, first: 0, size: 6",
        ]
        let window =
            "seconds_max: \(random.element(of: [86_400, 604_800])), "
            + "settle_seconds: \(random.element(of: [0, 0, 180])), "
            + "overlap_seconds: \(random.element(of: [0, 600]))"
            + random.element(of: ["", "", ", reach_days: 12"])
        return try ProofReading.described(pagings[kind - 1], window: window)
    }

    /// Whether nothing may be known beyond the platform's clock: it tells it, or ours is not ahead of it.
    var isClockKnown: Bool { tellsDate || isClockRight }

    /// Lets time pass, and says how the next sync is made.
    mutating func next(isLast: Bool) -> SyncHistory.Course {
        let minutes = random.element(of: [20, 60, 60, 61, 120, 300, 1_440, 4_320])
        // Every day is due after a week, by whatever clock it was read last.
        let passing = isLast ? 9 * 1_440 : minutes
        server.pass(
            milliseconds: Int64(passing * Self.minute) + Int64(random.next(in: 0...59_999)),
            rowsMax: max(2, passing / 90), then: random.element(of: happenings))
        if isLast { server.calmDown() }
        if random.next(in: 0...5) == 0 { since = first }
        var course = SyncHistory.Course(since: since)
        course.skew = Int64(random.next(in: -skewMax...skewMax))
        if isLast { return course }
        if random.next(in: 0...4) == 0 { course.killedBehind = random.next(in: 0...12) }
        if random.next(in: 0...9) == 0 { course.patience = .seconds(1) }
        if random.next(in: 0...7) == 0 {
            let day = server.now.day.advanced(by: -random.next(in: 0...5))
            course.span = .days(day...day.advanced(by: random.next(in: 0...2)))
        }
        return course
    }

    /// What a whole sync that began then leaves nothing out of, by the clocks of both.
    func whole(_ course: SyncHistory.Course, at start: Instant) -> ReadSpan {
        let feed = platform.feeds[0]
        let ours = start.advanced(byMilliseconds: course.skew)
        let reach = feed.reachSeconds.map { ours.advanced(byMilliseconds: -$0 * 1_000 + 1_000) }
        // The platform tells its clock to the second.
        let end = min(start, ours).advanced(byMilliseconds: -feed.settleSeconds * 1_000 - 1_000)
        return ReadSpan(from: max(course.since.start, reach ?? course.since.start), to: end)
    }

    /// Whether a row lies in a span as the platform understands it.
    func holds(_ span: ReadSpan, _ row: RowServer.Row) -> Bool {
        let at = Instant(seconds: row.at)
        return span.from <= at && (endsBefore ? row.at < span.to.seconds : at <= span.to)
    }

    /// The rows that a whole sync that began then leaves nobody without: they have been shown for longer than their day may
    /// go without being read.
    ///
    /// `skewMax`: the most that our clock was wrong so far; so much longer a reading may seem fresh.
    func due(_ course: SyncHistory.Course, at start: Instant, skewMax: Int64) -> [RowWorld.Shown] {
        let today = start.advanced(byMilliseconds: course.skew).day
        let whole = whole(course, at: start)
        return server.shown.filter { shown in
            let at = Instant(seconds: shown.row.at)
            guard whole.contains(at),
                let beat = course.lookBack.beatMilliseconds(daysAgo: today.number - at.day.number)
            else { return false }
            return shown.since <= start.advanced(byMilliseconds: -beat - 2 * skewMax)
        }
    }
}
