import Domain

extension LatenessReport {
    /// All figures for programs, in no language; what is not known is `null`.
    package var json: String {
        JSONTree.object([
            ("report", .text("lateness")), ("as_of", .text(asOf.iso)), ("limit_fen", .integer(limitFen)),
            ("groups", .array(groups.map(\.tree))),
        ]).description
    }
}

extension LatenessReport.Group {
    fileprivate var tree: JSONTree {
        .object([
            ("platform", .text(platform)), ("account", .optional(account)), ("feed", .text(feed)),
            ("observed_since", .optional(since?.iso)),
            ("days_observed", .optional(since.map { _ in days })),
            ("looked_back_days", .optional(lookBackDays.map { Int64($0) })),
            ("records", .integer(Int64(records))), ("earlier_records", .integer(Int64(earlierRecords))),
            ("moved_fen", .integer(movedFen)),
            ("largest_fen", .optional(records == 0 ? nil : largestFen)),
            ("latest_ms", .optional(records == 0 ? nil : latestMilliseconds)),
            ("classes", .array(classes.map(\.tree))),
            ("advice", .text(adviceKey)), ("look_back_ms", .optional(enough?.milliseconds)),
            ("look_back", .optional(lookBack?.written)), ("compared_with_now", .optional(change?.rawValue)),
            ("look_back_now", .array(lookBacks.map { .text($0.written) })),
        ])
    }

    private var adviceKey: String {
        switch advice {
        case .enough: "enough"
        case .all: "all"
        case .unknown: "unknown"
        }
    }

    private var enough: LatenessReport.Border? {
        if case .enough(let border) = advice { border } else { nil }
    }
}

extension LatenessReport.Class {
    fileprivate var tree: JSONTree {
        .object([
            ("not_later_than_ms", .optional(border?.milliseconds)), ("records", .integer(Int64(records))),
            ("moved_fen", .integer(movedFen)), ("missed_fen_per_day", .optional(missedFenPerDay)),
        ])
    }
}
