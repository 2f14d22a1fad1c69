import Domain

@testable import Reports

/// Late records of a feed of one account, from November 2022 on.
enum LatenessScenario {
    static let hour: Int64 = 3_600_000

    /// A record that was found so many milliseconds behind its update time, which had been looked at when it began.
    static func record(_ milliseconds: Int64, _ fen: Int64, readBefore: Instant? = GapsScenario.at(0))
        -> LateRecord
    {
        LateRecord(
            feed: "orders", orderID: "1", refundID: "", updatedAt: GapsScenario.at(0),
            foundAt: GapsScenario.at(0).advanced(byMilliseconds: milliseconds), readBefore: readBefore,
            isNew: true, movedFen: fen)
    }

    /// Twenty records: most within hours, some in days, one after a month.
    static let records =
        (0..<12).map { record(hour / 2 + Int64($0), 1_000) }
        + (0..<5).map { record(hour * 30 + Int64($0), 60_000) }
        + [record(hour * 100, 99_900), record(hour * 200, 100_100), record(hour * 721, 50_000)]

    static func observation(
        _ records: [LateRecord] = records, account: String = "pds-douyin", from: Int = 0, days: Int = 20,
        lookBack: LookBack = .standard
    ) -> LatenessReport.Observation {
        LatenessReport.Observation(
            account: account, platform: "douyin", feed: "orders", lookBack: lookBack,
            since: GapsScenario.at(from), until: GapsScenario.at(from + days), records: records)
    }

    static func report(
        _ observations: LatenessReport.Observation..., limitFen: Int64 = 10_000, byAccount: Bool = false
    ) -> LatenessReport {
        LatenessReport(
            of: observations, byAccount: byAccount, limitFen: limitFen, asOf: GapsScenario.at(90))
    }

    /// A look-back at so many of the last days.
    static func weekly(_ days: Int?) -> LookBack { LookBack(hourlyDays: 0, dailyDays: 0, weeklyDays: days) }
}
