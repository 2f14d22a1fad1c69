import Domain
import SeededRandomness
import Testing

@testable import Reports

@Suite("How late changes come")
struct LatenessReportTests {
    private static let hour: Int64 = 3_600_000

    /// A record that was found so many milliseconds behind its update time.
    private static func record(_ milliseconds: Int64, _ fen: Int64) -> LateRecord {
        LateRecord(
            feed: "orders", orderID: "1", refundID: "", updatedAt: GapsScenario.at(0),
            foundAt: GapsScenario.at(0).advanced(byMilliseconds: milliseconds), isNew: true, movedFen: fen)
    }

    private static func report(
        _ records: [LateRecord], days: Int = 20, limitFen: Int64 = 10_000, byAccount: Bool = false
    ) -> LatenessReport {
        let observation = LatenessReport.Observation(
            account: "pds-douyin", platform: "douyin", feed: "orders", since: GapsScenario.at(0),
            records: records)
        return LatenessReport(
            of: [observation], byAccount: byAccount, limitFen: limitFen, asOf: GapsScenario.at(days))
    }

    /// Twenty records: most within hours, some in days, one after a month.
    private static let records =
        (0..<12).map { record(hour / 2 + Int64($0), 1_000) }
        + (0..<5).map { record(hour * 30 + Int64($0), 60_000) }
        + [record(hour * 100, 99_900), record(hour * 200, 100_100), record(hour * 721, 50_000)]

    @Test("In words", arguments: Language.allCases)
    func shown(language: Language) throws {
        let never = LatenessReport.Observation(
            account: "x", platform: "p832", feed: "refunds", since: nil, records: [])
        let quiet = LatenessReport.Observation(
            account: "x", platform: "p832", feed: "orders", since: GapsScenario.at(0), records: [])
        let observed = Self.report(Self.records, byAccount: true)
        let others = LatenessReport(
            of: [quiet, never], byAccount: false, limitFen: 10_000, asOf: GapsScenario.at(3))
        try Golden.expect(
            observed.text(in: language) + others.text(in: language),
            named: "lateness-\(language.rawValue).txt")
    }

    @Test("For programs")
    func json() throws {
        try Golden.expect(Self.report(Self.records).json, named: "lateness.json")
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
        #expect(Self.report(Self.records, limitFen: limitFen).groups.map(\.advice) == [advice])
    }

    @Test(
        "Of less than 14 days or 20 records nothing is recommended",
        arguments: [(13, 20, false), (14, 20, true), (14, 19, false), (400, 19, false)])
    func tooFew(days: Int, count: Int, isKnown: Bool) {
        let records = Array(Self.records.prefix(count))
        #expect((Self.report(records, days: days).groups[0].advice != .unknown) == isKnown)
    }

    @Test("Each record is in one class, and a look-back misses all that is later than it")
    func classes() {
        var random = SeededRandom()
        print("lateness seed \(random.seed)")
        for _ in 0..<200 {
            let days = Int64(random.next(in: 1...60))
            let records = (0..<random.next(in: 0...40)).map { _ in
                Self.record(
                    Int64(random.next(in: -1...800)) * Self.hour + Int64(random.next(in: -1...1)),
                    Int64(random.next(in: 0...100_000)))
            }
            let group = Self.report(records, days: Int(days)).groups[0]
            #expect(group.classes.reduce(0) { $0 + $1.records } == records.count, "seed \(random.seed)")
            #expect(group.classes.reduce(0) { $0 + $1.movedFen } == group.movedFen, "seed \(random.seed)")
            for one in group.classes {
                guard let border = one.border else { continue }
                let later = records.filter { $0.latenessMilliseconds > border.rawValue * Self.hour }
                let moved = later.reduce(0) { $0 + $1.movedFen }
                let missed = one.missedFenPerDay ?? -1
                #expect(missed * days >= moved && (missed - 1) * days < moved, "seed \(random.seed)")
            }
        }
    }

    @Test("Accounts of a platform count together, in the mean of their days, unless each is asked for")
    func together() {
        func observation(_ account: String, days: Int) -> LatenessReport.Observation {
            .init(
                account: account, platform: "douyin", feed: "orders", since: GapsScenario.at(30 - days),
                records: Self.records)
        }
        let both = [observation("a", days: 30), observation("b", days: 10)]
        func groups(byAccount: Bool) -> [LatenessReport.Group] {
            LatenessReport(of: both, byAccount: byAccount, limitFen: 0, asOf: GapsScenario.at(30)).groups
        }
        #expect(groups(byAccount: false).map(\.days) == [20])
        #expect(groups(byAccount: false).map(\.records) == [40])
        #expect(groups(byAccount: true).map(\.account) == ["a", "b"])
        #expect(groups(byAccount: true).map(\.days) == [30, 10])
        #expect(groups(byAccount: true).map(\.advice) == [.all, .unknown])
    }
}
