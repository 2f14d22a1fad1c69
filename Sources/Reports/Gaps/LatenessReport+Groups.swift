package import Domain

extension LatenessReport {
    /// The least that is to be observed before a look-back is recommended.
    static let daysMin: Int64 = 14
    static let recordsMin = 20

    /// What was observed, platform by platform, or account by account.
    package init(
        of observations: [Observation], byAccount: Bool, limitFen: Int64, asOf: Instant
    ) {
        struct Key: Hashable { let platform, feed, account: String }
        var keys: [Key] = []
        var grouped: [Key: [Observation]] = [:]
        for one in observations {
            let key = Key(platform: one.platform, feed: one.feed, account: byAccount ? one.account : "")
            if grouped[key] == nil { keys.append(key) }
            grouped[key, default: []].append(one)
        }
        let groups = keys.map { key in
            Group(
                grouped[key] ?? [], platform: key.platform, feed: key.feed,
                account: byAccount ? key.account : nil, limitFen: limitFen, asOf: asOf)
        }
        self.init(groups: groups, limitFen: limitFen, asOf: asOf)
    }
}

extension LatenessReport.Group {
    fileprivate init(
        _ observations: [LatenessReport.Observation], platform: String, feed: String, account: String?,
        limitFen: Int64, asOf: Instant
    ) {
        let records = observations.flatMap(\.records)
        let starts = observations.compactMap(\.since)
        // What a new account adds in few days counts as much as what an old one does in many.
        let observed = starts.reduce(0) { $0 + max(0, asOf.milliseconds - $1.milliseconds) }
        let days = max(1, observed / 86_400_000 / Int64(max(1, starts.count)))
        let classes = Self.classes(of: records, days: days)
        let enough = classes.first { $0.missedFenPerDay.map { $0 <= limitFen } ?? false }?.border
        let isKnown = days >= LatenessReport.daysMin && records.count >= LatenessReport.recordsMin
        self.init(
            platform: platform, feed: feed, account: account, since: starts.min(), days: days,
            records: records.count, movedFen: Self.moved(records),
            largestFen: records.map(\.movedFen).max() ?? 0,
            latestMilliseconds: records.map(\.latenessMilliseconds).max() ?? 0, classes: classes,
            advice: isKnown ? enough.map { .enough($0) } ?? .all : .unknown)
    }

    private static func classes(of records: [LateRecord], days: Int64) -> [LatenessReport.Class] {
        let borders: [LatenessReport.Border?] = LatenessReport.Border.allCases + [nil]
        var rest = records
        return borders.map { border in
            let later = border.map { border in
                rest.filter { $0.latenessMilliseconds > border.milliseconds }
            }
            let within = border.map { border in
                rest.filter { $0.latenessMilliseconds <= border.milliseconds }
            }
            defer { rest = later ?? [] }
            return LatenessReport.Class(
                border: border, records: (within ?? rest).count, movedFen: moved(within ?? rest),
                // Rounded up: a limit is not kept by a fraction.
                missedFenPerDay: later.map { (moved($0) + days - 1) / days })
        }
    }

    private static func moved(_ records: [LateRecord]) -> Int64 { records.reduce(0) { $0 + $1.movedFen } }
}
