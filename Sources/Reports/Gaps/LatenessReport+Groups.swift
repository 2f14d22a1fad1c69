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
                (grouped[key] ?? []).filter { $0.since != nil }, platform: key.platform, feed: key.feed,
                account: byAccount ? key.account : nil, limitFen: limitFen)
        }
        self.init(groups: groups, limitFen: limitFen, asOf: asOf)
    }
}

extension LatenessReport.Group {
    fileprivate init(
        _ observed: [LatenessReport.Observation], platform: String, feed: String, account: String?,
        limitFen: Int64
    ) {
        let records = observed.flatMap(\.arrived)
        // What a new account adds in few days counts as much as what an old one does in many.
        let milliseconds = observed.reduce(0) { $0 + $1.milliseconds }
        let days = max(1, milliseconds / 86_400_000 / Int64(max(1, observed.count)))
        let lookBackDays = observed.compactMap(\.lookBack.days).min()
        let classes = Self.classes(of: records, days: days, lookBackDays: observed.isEmpty ? 0 : lookBackDays)
        let enough = classes.first { $0.missedFenPerDay.map { $0 <= limitFen } ?? false }?.border
        let isKnown = days >= LatenessReport.daysMin && records.count >= LatenessReport.recordsMin
        self.init(
            platform: platform, feed: feed, account: account, since: observed.compactMap(\.since).min(),
            days: days, lookBackDays: lookBackDays,
            lookBacks: observed.map(\.lookBack).reduce(into: []) { if !$0.contains($1) { $0.append($1) } },
            records: records.count,
            earlierRecords: observed.reduce(0) { $0 + $1.records.count } - records.count,
            movedFen: Self.moved(records), largestFen: records.map(\.movedFen).max() ?? 0,
            latestMilliseconds: records.map(\.latenessMilliseconds).max() ?? 0, classes: classes,
            advice: isKnown ? enough.map { .enough($0) } ?? .all : .unknown)
    }

    private static func classes(
        of records: [LateRecord], days: Int64, lookBackDays: Int?
    ) -> [LatenessReport.Class] {
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
            // That nothing later was found says nothing where nobody looked for it.
            let isLookedBeyond = border.map { $0.lookBackDays < lookBackDays ?? .max } ?? false
            return LatenessReport.Class(
                border: border, records: (within ?? rest).count, movedFen: moved(within ?? rest),
                // Rounded up: a limit is not kept by a fraction.
                missedFenPerDay: isLookedBeyond ? later.map { (moved($0) + days - 1) / days } : nil)
        }
    }

    private static func moved(_ records: [LateRecord]) -> Int64 { records.reduce(0) { $0 + $1.movedFen } }
}
