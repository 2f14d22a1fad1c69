import Domain

extension LatenessReport.Group {
    /// What to write as `look_back`; `nil` where there is too little to say.
    ///
    /// Up to three days late is read every hour, what comes later every day. All is read every week whatever is advised:
    /// else it would not be seen any more how late changes come.
    var lookBack: LookBack? {
        let standard = LookBack.standard
        switch advice {
        case .enough(.nothing): return LookBack(hourlyDays: 0, dailyDays: 0, weeklyDays: nil)
        case .enough(let border):
            return LookBack(
                hourlyDays: border.rawValue <= LatenessReport.Border.threeDays.rawValue
                    ? border.lookBackDays : standard.hourlyDays,
                dailyDays: max(standard.dailyDays, border.lookBackDays), weeklyDays: nil)
        case .all: return standard
        case .unknown: return nil
        }
    }

    /// How much that reads again beside what is set now; `nil` where there is no advice, or accounts are set otherwise.
    var change: LookBack.Comparison? {
        guard let lookBack, lookBacks.count == 1 else { return nil }
        return lookBacks.first.map { lookBack.compared(to: $0) }
    }

    /// The advice in words, and how it stands beside what is set now.
    var advised: Notice {
        guard let lookBack else { return Notice("lateness.unknown") }
        let written = lookBack.written
        switch advice {
        case .enough(.nothing): return Notice("lateness.no_look_back", written, beside)
        case .enough(let border): return Notice("lateness.enough", border.notice, written, beside)
        case .all, .unknown:
            let last = classes.last { $0.missedFenPerDay != nil && $0.border != .nothing }?.border
            return last.map { Notice("lateness.all", $0.notice, written, beside) }
                ?? Notice("lateness.cannot_tell", written, beside)
        }
    }

    private var beside: Notice {
        let now = lookBacks.map(\.written)
        return switch change {
        case .same: Notice("lateness.same")
        case .more: Notice("lateness.more", now)
        case .less: Notice("lateness.less", now)
        case .otherwise: Notice("lateness.otherwise", now)
        case nil: Notice("lateness.various", now)
        }
    }

    /// What nobody looks for; `nil` where all is looked at that the platform gives.
    var unseen: Notice? {
        guard since != nil, let lookBackDays else { return nil }
        // A day of it may have only just begun.
        return lookBackDays > 1
            ? Notice("lateness.unseen", lookBackDays - 1) : Notice("lateness.unseen_next_day")
    }
}

extension LatenessReport {
    /// What is so of several groups, each once.
    var notes: [Notice] {
        let observed = groups.filter { $0.since != nil }
        func holds(_ condition: (Group) -> Bool) -> Bool { observed.contains(where: condition) }
        return [
            holds { if case .enough = $0.advice { true } else { false } }
                ? Notice("lateness.days_named") : nil,
            holds { $0.unseen != nil } ? Notice("lateness.unseen_why") : nil,
            holds { $0.advice == .unknown }
                ? Notice(
                    "lateness.unknown_why", Self.daysMin, Self.recordsMin, LookBack.standard.written) : nil,
        ].compactMap(\.self)
    }
}

extension LatenessReport.Border {
    /// The border in words.
    var notice: Notice {
        switch self {
        case .nothing: Notice("lateness.nothing")
        case .hour, .sixHours: Notice("lateness.hours", rawValue)
        case .day, .threeDays, .week, .fifteenDays, .thirtyDays: Notice("lateness.days", rawValue / 24)
        }
    }
}
