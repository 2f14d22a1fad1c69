import Domain
import Foundation
import SeededRandomness
import Testing

@testable import Reports

@Suite("How late changes come")
struct LatenessReportTests {
    private typealias Scenario = LatenessScenario

    @Test("In words: what is so of all groups is said once", arguments: Language.allCases)
    func shown(language: Language) throws {
        let early = Scenario.record(Scenario.hour * 50, 700, readBefore: GapsScenario.at(-1))
        func other(_ feed: String, since: Instant?, _ lookBack: LookBack) -> LatenessReport.Observation {
            .init(
                account: "x", platform: "p832", feed: feed, lookBack: lookBack, since: since,
                until: GapsScenario.at(3), records: [])
        }
        let report = LatenessReport(
            of: [
                Scenario.observation(Scenario.records + [early]),
                Scenario.observation(account: "b", lookBack: Scenario.weekly(16)),
                other("orders", since: GapsScenario.at(0), .standard),
                other("refunds", since: GapsScenario.at(0), .never), other("退换", since: nil, .standard),
            ], byAccount: true, limitFen: 10_000, asOf: GapsScenario.at(20))
        let text = report.text(in: language)
        try Golden.expect(text, named: "lateness-\(language.rawValue).txt")
        for note in report.notes {
            #expect(text.components(separatedBy: note.text(in: language)).count == 2, "\(note)")
        }
        #expect(report.notes.count == 3)
    }

    @Test("For programs")
    func json() throws {
        let unobserved = LatenessReport.Observation(
            account: "x", platform: "p832", feed: "refunds", lookBack: .standard, since: nil, until: nil,
            records: [])
        try Golden.expect(
            Scenario.report(Scenario.observation(lookBack: Scenario.weekly(16)), unobserved).json,
            named: "lateness.json")
    }

    @Test(
        "The smallest look-back is recommended that misses no more than the limit",
        arguments: [
            (28_100, LatenessReport.Advice.enough(.nothing)), (28_099, .enough(.hour)),
            (27_500, .enough(.hour)),
            (27_499, .enough(.threeDays)), (12_500, .enough(.threeDays)), (12_499, .enough(.week)),
            (7_505, .enough(.week)), (7_504, .enough(.fifteenDays)), (2_500, .enough(.fifteenDays)),
            (2_499, .all), (0, .all),
        ] as [(Int64, LatenessReport.Advice)])
    func limits(limitFen: Int64, advice: LatenessReport.Advice) {
        #expect(Scenario.report(Scenario.observation(), limitFen: limitFen).groups.map(\.advice) == [advice])
    }

    @Test(
        "Of less than 14 days or 20 records nothing is recommended",
        arguments: [(13, 20, false), (14, 20, true), (14, 19, false), (400, 19, false)])
    func tooFew(days: Int, count: Int, isKnown: Bool) {
        let observation = Scenario.observation(Array(Scenario.records.prefix(count)), days: days)
        #expect((Scenario.report(observation).groups[0].advice != .unknown) == isKnown)
    }

    @Test("Days count from the first look-back to the last reading, whatever came before and is to come")
    func observed() {
        let group = Scenario.report(Scenario.observation(from: 10, days: 17)).groups[0]
        #expect(group.days == 17 && group.since == GapsScenario.at(10))
    }

    @Test(
        "A record counts that came while it was observed; one that may have been there before is told apart")
    func earlier() {
        let since = GapsScenario.at(10)
        let records = [
            Scenario.record(Scenario.hour * 400, 1, readBefore: since),
            Scenario.record(Scenario.hour * 400, 10, readBefore: since.advanced(byMilliseconds: 1)),
            Scenario.record(Scenario.hour * 400, 100, readBefore: since.advanced(byMilliseconds: -1)),
            Scenario.record(Scenario.hour * 400, 1_000, readBefore: nil),
        ]
        let group = Scenario.report(Scenario.observation(records, from: 10)).groups[0]
        #expect(group.movedFen == 11 && group.records == 2 && group.earlierRecords == 2)
    }

    @Test(
        "Nothing is said of what is later than the look-back, and no border is recommended that nobody looked beyond",
        arguments: [
            // 3 d late lie within 4 days of the calendar, so that only a fifth shows what is later.
            (nil, 8, LatenessReport.Advice.enough(.threeDays)), (32, 8, .enough(.threeDays)),
            (31, 7, .enough(.threeDays)), (9, 6, .enough(.threeDays)), (5, 5, .enough(.threeDays)),
            (4, 4, .all), (3, 4, .all), (2, 1, .all), (1, 1, .all), (0, 0, .all),
        ] as [(Int?, Int, LatenessReport.Advice)])
    func censored(days: Int?, told: Int, advice: LatenessReport.Advice) {
        let observation = Scenario.observation(lookBack: Scenario.weekly(days))
        let group = Scenario.report(observation, limitFen: 20_000).groups[0]
        #expect(group.classes.map { $0.missedFenPerDay != nil } == (0..<9).map { $0 < told })
        #expect(group.advice == advice && group.lookBackDays == days)
        #expect((group.unseen == nil) == (days == nil))
    }

    @Test("Each record is in one class, and a look-back misses all that is later than it")
    func classes() {
        var random = SeededRandom()
        print("lateness seed \(random.seed)")
        for _ in 0..<200 {
            let days = Int64(random.next(in: 1...60))
            let depth = random.element(of: [nil, random.next(in: 0...40)])
            let records = (0..<random.next(in: 0...40)).map { _ in
                Scenario.record(
                    Int64(random.next(in: -1...800)) * Scenario.hour + Int64(random.next(in: -1...1)),
                    Int64(random.next(in: 0...100_000)))
            }
            let observation = Scenario.observation(
                records, days: Int(days), lookBack: Scenario.weekly(depth))
            let group = Scenario.report(observation).groups[0]
            #expect(group.classes.reduce(0) { $0 + $1.records } == records.count, "seed \(random.seed)")
            #expect(group.classes.reduce(0) { $0 + $1.movedFen } == group.movedFen, "seed \(random.seed)")
            for one in group.classes {
                guard let border = one.border else { continue }
                let later = records.filter { $0.latenessMilliseconds > border.rawValue * Scenario.hour }
                let moved = later.reduce(0) { $0 + $1.movedFen }
                // What is late by no more than the border may be of so many days before today.
                let before = (0...31).first { Int64($0) * 24 >= border.rawValue } ?? 0
                guard border == .nothing ? depth != 0 : depth.map({ $0 > before + 1 }) ?? true else {
                    #expect(one.missedFenPerDay == nil, "\(border), seed \(random.seed)")
                    continue
                }
                let missed = one.missedFenPerDay ?? -1
                #expect(missed * days >= moved && (missed - 1) * days < moved, "seed \(random.seed)")
            }
        }
    }

    @Test("Accounts of a platform count together, in the mean of their days, unless each is asked for")
    func together() {
        let never = LatenessReport.Observation(
            account: "c", platform: "douyin", feed: "orders", lookBack: .never, since: nil,
            until: GapsScenario.at(90), records: [])
        let all = [
            Scenario.observation(account: "a", days: 30, lookBack: Scenario.weekly(40)),
            Scenario.observation(account: "b", days: 11, lookBack: Scenario.weekly(9)), never,
        ]
        func groups(byAccount: Bool) -> [LatenessReport.Group] {
            LatenessReport(of: all, byAccount: byAccount, limitFen: 0, asOf: GapsScenario.at(90)).groups
        }
        let together = groups(byAccount: false)
        #expect(together.map(\.days) == [20] && together.map(\.records) == [40])
        // What all of them looked at, but for the one that is not observed.
        #expect(together.map(\.lookBackDays) == [9])
        #expect(together.map(\.lookBacks) == [[Scenario.weekly(40), Scenario.weekly(9)]])
        #expect(groups(byAccount: true).map(\.account) == ["a", "b", "c"])
        #expect(groups(byAccount: true).map(\.days) == [30, 11, 1])
        #expect(groups(byAccount: true).map(\.lookBackDays) == [40, 9, nil])
        #expect(groups(byAccount: true).map(\.advice) == [.all, .unknown, .unknown])
    }
}
