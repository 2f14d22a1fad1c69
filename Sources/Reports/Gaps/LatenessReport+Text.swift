import Domain

extension LatenessReport {
    /// For a person: the records of each platform by how late they were found, what each look-back would miss, and which
    /// is enough.
    package func text(in language: Language) -> String {
        if groups.isEmpty { return language.text("配置里没有账号。\n", "The configuration has no accounts.\n") }
        let limit = Fen(limitFen).grouped
        let note = language.text(
            """
            迟到：更新时间落在已经读过的时段里、后来重读才发现的记录。多晚是上限：它在两次读取之间的某一刻就已经到了。
            回看到某一行，就漏掉更晚的；每天预期漏计 = 更晚的金额 ÷ 观察天数。限额：每天 \(limit) 元。

            """,
            """
            Late: found, by reading again, in time that had been read before. How late is an upper bound: a record came at some
            moment between two readings. A look-back misses what is later: yuan a day = what is later ÷ days observed.
            Limit: \(limit) yuan a day.

            """)
        return note + groups.map { "\n" + $0.text(language) }.joined()
    }
}

extension LatenessReport.Group {
    fileprivate func text(_ language: Language) -> String {
        let heading = [platform, account ?? "", feed].filter { !$0.isEmpty }.joined(separator: " ")
        guard let since else {
            return heading.forTerminal + language.text("：从未读过\n", ": never read\n")
        }
        let observed = language.text(
            "：\(since.day) 起观察 \(days.grouped) 天，迟到 \(records.grouped) 条，涉及 \(Fen(movedFen).grouped) 元",
            ": observed \(days.grouped) days since \(since.day), \(records.grouped) late records that move "
                + "\(Fen(movedFen).grouped) yuan")
        let largest = language.text(
            "；最大一笔 \(Fen(largestFen).grouped) 元，最晚 \(LatenessReport.duration(latestMilliseconds, language))",
            "; the largest \(Fen(largestFen).grouped) yuan, the latest \(LatenessReport.duration(latestMilliseconds, language))"
        )
        let first = heading.forTerminal + observed + (records == 0 ? "" : largest) + "\n"
        return first + (records == 0 ? "" : table(language)) + adviceText(language) + "\n"
    }

    private func table(_ language: Language) -> String {
        var table = TextTable(
            columns: [
                .init(language.text("不晚于", "not later than")), .init(language.text("条数", "records"), .right),
                .init(language.text("涉及(元)", "yuan moved"), .right),
                .init(language.text("回看到此每天漏计(元)", "yuan a day that a look-back so far misses"), .right),
            ])
        for one in classes {
            table.add([
                one.border?.name(in: language) ?? language.text("更晚", "later"), one.records.grouped,
                Fen(one.movedFen).grouped, one.missedFenPerDay.map { Fen($0).grouped } ?? "—",
            ])
        }
        return table.text(indent: 2)
    }

    private func adviceText(_ language: Language) -> String {
        switch advice {
        case .enough(.nothing): Notice("lateness.no_look_back").text(in: language)
        case .enough(let border):
            Notice("lateness.enough", border.notice, days, records).text(in: language)
        case .all: Notice("lateness.all", days, records).text(in: language)
        case .unknown:
            Notice(
                "lateness.unknown", days, records, LatenessReport.daysMin, LatenessReport.recordsMin
            ).text(in: language)
        }
    }
}

extension LatenessReport {
    /// `2 天 3 小时`; less than an hour in minutes.
    fileprivate static func duration(_ milliseconds: Int64, _ language: Language) -> String {
        let minutes = max(0, milliseconds) / 60_000
        let (days, hours) = (minutes / 1440, minutes / 60 % 24)
        if days > 0 { return language.text("\(days) 天 \(hours) 小时", "\(days) d \(hours) h") }
        return hours > 0
            ? language.text("\(hours) 小时", "\(hours) h") : language.text("\(minutes) 分钟", "\(minutes) min")
    }
}

extension LatenessReport.Border {
    fileprivate var notice: Notice {
        switch self {
        case .nothing: Notice("lateness.nothing")
        case .hour, .sixHours: Notice("lateness.hours", rawValue)
        case .day, .threeDays, .week, .fifteenDays, .thirtyDays: Notice("lateness.days", rawValue / 24)
        }
    }

    fileprivate func name(in language: Language) -> String { notice.text(in: language) }
}
