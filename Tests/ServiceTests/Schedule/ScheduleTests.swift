import Domain
import SeededRandomness
import Testing

@testable import Service

@Suite("When accounts are read")
struct ScheduleTests {
    private static let start = Instant(iso: "2022-12-01T08:00:00+08:00") ?? Instant(seconds: 0)

    private static func at(_ seconds: Int64) -> Instant { start.advanced(byMilliseconds: seconds * 1000) }

    private static func entry(_ id: String, _ seconds: Int64, lastAt: Int64? = nil) -> Schedule.Entry {
        Schedule.Entry(id: id, every: .seconds(seconds), lastAt: lastAt.map(at))
    }

    @Test("what was missed while nothing ran is one reading, soon; what was read just now waits for its beat")
    func catchUp() {
        var schedule = Schedule(seed: 1)
        schedule.keep(
            [
                Self.entry("down", 900, lastAt: -86_400), Self.entry("never", 900),
                Self.entry("fresh", 900, lastAt: -300), Self.entry("ahead", 900, lastAt: 1_000_000),
            ], at: Self.start)
        #expect(Set(schedule.due(at: Self.at(20))) == ["down", "never"])
        #expect(!schedule.due(at: Self.at(599)).contains("fresh"))
        #expect(schedule.due(at: Self.at(600)).contains("fresh"))
        #expect(schedule.due(at: Self.at(900)).contains("ahead"))
        schedule.begin("down", at: Self.at(20))
        schedule.end("down", hasFailed: false, at: Self.at(30))
        #expect(!schedule.due(at: Self.at(800)).contains("down"))
        #expect(schedule.due(at: Self.at(20 + 945)).contains("down"))
    }

    @Test("whoever is being read is not due, also where it leaves the configuration meanwhile")
    func running() {
        var schedule = Schedule(seed: 1)
        schedule.keep([Self.entry("a", 60)], at: Self.start)
        schedule.begin("a", at: Self.at(10))
        #expect(schedule.due(at: Self.at(100_000)) == [] && schedule.nextAt == nil)
        schedule.keep([], at: Self.at(20))
        schedule.keep([Self.entry("a", 60)], at: Self.at(30))
        #expect(schedule.due(at: Self.at(100_000)) == [])
        schedule.end("a", hasFailed: false, at: Self.at(100_000))
        #expect(schedule.due(at: Self.at(100_000)) == [] && schedule.due(at: Self.at(100_006)) == ["a"])
    }

    @Test("one that the configuration has no more is not read again once its reading has ended")
    func gone() {
        var schedule = Schedule(seed: 1)
        schedule.keep([Self.entry("a", 60), Self.entry("b", 60), Self.entry("c", 60)], at: Self.start)
        for id in ["a", "b"] { schedule.begin(id, at: Self.at(10)) }
        schedule.keep([], at: Self.at(20))
        schedule.end("a", hasFailed: true, at: Self.at(30))
        schedule.postpone("b", at: Self.at(30))
        #expect(schedule.due(at: Self.at(100_000)) == [] && schedule.nextAt == nil)
    }

    @Test("a clock that was ahead and is set right keeps nobody waiting")
    func setRight() {
        var schedule = Schedule(seed: 1)
        schedule.keep([Self.entry("a", 900), Self.entry("b", 86_400)], at: Self.at(2_592_000))
        for id in ["a", "b"] {
            schedule.begin(id, at: Self.at(2_592_020))
            schedule.end(id, hasFailed: false, at: Self.at(2_592_030))
        }
        #expect(Set(schedule.due(at: Self.start)) == ["a", "b"])
    }

    @Test(
        "failures are tried again sooner at first, and never later than what is read well, or than an hour and a quarter"
    )
    func failing() {
        for every in [Int64(60), 900, 86_400] {
            var schedule = Schedule(seed: 3)
            schedule.keep([Self.entry("a", every)], at: Self.start)
            var now = schedule.nextAt ?? Self.start
            var pauses: [Int64] = []
            for _ in 0..<12 {
                schedule.begin("a", at: now)
                schedule.end("a", hasFailed: true, at: now)
                let next = schedule.nextAt ?? now
                pauses.append(next.seconds - now.seconds)
                now = next
            }
            #expect(pauses[0] >= 60 && pauses[0] <= 75 && pauses[3] >= min(480, every), "\(pauses)")
            #expect(pauses.allSatisfy { $0 <= min(3_600 * 5 / 4, every) }, "\(pauses)")
            schedule.begin("a", at: now)
            schedule.end("a", hasFailed: false, at: now)
            #expect((schedule.nextAt?.seconds ?? 0) - now.seconds <= max(every * 21 / 20, every + 1))
        }
    }

    @Test("one that another process reads is looked at again within a minute")
    func postponed() {
        var schedule = Schedule(seed: 1)
        schedule.keep([Self.entry("a", 900)], at: Self.start)
        schedule.begin("a", at: Self.at(20))
        schedule.postpone("a", at: Self.at(20))
        #expect(schedule.due(at: Self.at(79)) == [] && schedule.due(at: Self.at(80)) == ["a"])
        schedule.begin("a", at: Self.at(80))
        schedule.postpone("a", readAt: Self.at(70), at: Self.at(81))
        #expect(schedule.due(at: Self.at(969)) == [] && schedule.due(at: Self.at(970)) == ["a"])
        schedule.begin("a", at: Self.at(970))
        schedule.postpone("a", readAt: Self.at(0), at: Self.at(971))
        #expect(schedule.due(at: Self.at(1_030)) == [] && schedule.due(at: Self.at(1_031)) == ["a"])
    }

    @Test("in any history each account is read about once a beat, and never twice at once")
    func beats() {
        var random = SeededRandom()
        print("schedule seed \(random.seed)")
        for _ in 0..<50 {
            let entries = (0..<random.next(in: 1...20)).map {
                Self.entry("a\($0)", Int64(random.next(in: 60...3_600)))
            }
            var schedule = Schedule(seed: random.seed)
            schedule.keep(entries, at: Self.start)
            var ends: [String: Int64] = [:]
            var begun: [String: [Int64]] = [:]
            for second in stride(from: Int64(0), to: 4 * 3_600, by: 5) {
                for (id, end) in ends where end <= second {
                    schedule.end(id, hasFailed: false, at: Self.at(second))
                    ends[id] = nil
                }
                for id in schedule.due(at: Self.at(second)) {
                    #expect(ends[id] == nil, "\(id) twice at once, seed \(random.seed)")
                    schedule.begin(id, at: Self.at(second))
                    begun[id, default: []].append(second)
                    ends[id] = second + Int64(random.next(in: 1...20))
                }
            }
            for entry in entries {
                let times = begun[entry.id] ?? []
                let longest = zip(times, times.dropFirst()).map { $1 - $0 }.max() ?? 0
                #expect(times.first.map { $0 <= 25 } == true)
                #expect(longest <= entry.every.components.seconds * 21 / 20 + 30, "seed \(random.seed)")
            }
        }
    }
}
