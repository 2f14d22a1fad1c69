import Domain
import SeededRandomness
import Testing

@testable import Reports

@Suite("The look-back that is recommended")
struct LatenessAdviceTests {
    private typealias Scenario = LatenessScenario

    @Test(
        "It is what to write, in days of the calendar, with how it stands beside what is set now",
        arguments: [
            (28_100, LookBack.standard, "{all: 7d}", LookBack.Comparison.less),
            (27_500, .standard, "{2d: 1h, 15d: 1d, all: 7d}", .less),
            (12_500, .standard, "{4d: 1h, 15d: 1d, all: 7d}", .more),
            (
                12_500, .init(hourlyDays: 4, dailyDays: 15, weeklyDays: nil), "{4d: 1h, 15d: 1d, all: 7d}",
                .same
            ),
            (
                12_500, .init(hourlyDays: 3, dailyDays: 20, weeklyDays: nil), "{4d: 1h, 15d: 1d, all: 7d}",
                .otherwise
            ),
            (7_505, .standard, "{3d: 1h, 15d: 1d, all: 7d}", .same),
            (7_505, .init(hourlyDays: 3, dailyDays: 15, weeklyDays: 90), "{3d: 1h, 15d: 1d, all: 7d}", .more),
            // All that an hourly sweep reads a daily one need not read.
            (
                7_505, .init(hourlyDays: 15, dailyDays: 0, weeklyDays: nil), "{3d: 1h, 15d: 1d, all: 7d}",
                .less
            ),
            (2_500, .standard, "{3d: 1h, 16d: 1d, all: 7d}", .more),
            (0, .standard, "{3d: 1h, 15d: 1d, all: 7d}", .same),
        ] as [(Int64, LookBack, String, LookBack.Comparison)])
    func written(limitFen: Int64, now: LookBack, written: String, change: LookBack.Comparison) {
        let report = Scenario.report(Scenario.observation(lookBack: now), limitFen: limitFen)
        let group = report.groups[0]
        #expect(group.lookBack?.written == written)
        #expect(group.change == change)
        for language in Language.allCases {
            let text = report.text(in: language)
            #expect(text.contains("look_back: \(written)"))
            #expect(text.contains(now.written) || change == .same)
        }
    }

    @Test("Whatever was found no later than a border lies in the days that are written for it")
    func covers() {
        var random = SeededRandom()
        print("advice seed \(random.seed)")
        for border in LatenessReport.Border.allCases where border != .nothing {
            var deepest = 0
            for _ in 0..<500 {
                let found = GapsScenario.at(40).advanced(
                    byMilliseconds: Int64(random.next(in: 0...86_399_999)))
                let updated = found.advanced(byMilliseconds: -border.milliseconds)
                deepest = max(deepest, found.day.number - updated.day.number + 1)
            }
            #expect(border.lookBackDays == deepest, "\(border), seed \(random.seed)")
        }
    }

    @Test("Accounts that are set otherwise are told, and not compared")
    func various() {
        let both = Scenario.report(
            Scenario.observation(), Scenario.observation(account: "b", lookBack: Scenario.weekly(nil)))
        #expect(both.groups.map(\.change) == [nil] && both.groups[0].lookBack != nil)
        #expect(both.text(in: .chinese).contains("{3d: 1h, 15d: 1d, all: 7d}、{all: 7d}"))
    }

    @Test("Where nothing was looked beyond, nobody can tell how far is enough", arguments: [0, 1, 2])
    func cannotTell(days: Int) {
        let report = Scenario.report(Scenario.observation(lookBack: Scenario.weekly(days)), limitFen: 0)
        #expect(report.groups[0].advised.code == "lateness.cannot_tell")
        #expect(report.groups[0].change == .more)
    }

    @Test(
        "A look-back is written as the configuration has it",
        arguments: [
            (LookBack.never, "never"), (.init(hourlyDays: 0, dailyDays: .max, weeklyDays: 0), "{all: 1d}"),
            (.init(hourlyDays: 2, dailyDays: 0, weeklyDays: 90), "{2d: 1h, 90d: 7d}"),
            (.init(hourlyDays: 4, dailyDays: 4, weeklyDays: 3), "{4d: 1h}"),
        ])
    func setting(lookBack: LookBack, written: String) { #expect(lookBack.written == written) }
}
