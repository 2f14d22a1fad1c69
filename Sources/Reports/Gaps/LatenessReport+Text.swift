import Domain

extension LatenessReport {
    /// For a person: the records of each platform by how late they were found, what each look-back would miss, and which
    /// is enough.
    package func text(in language: Language) -> String {
        if groups.isEmpty { return language.text("配置里没有账号。\n", "The configuration has no accounts.\n") }
        let limit = Fen(limitFen).grouped
        let heading = language.text(
            """
            迟到：更新时间落在已经读过的时段里、后来重读才发现的记录。多晚是上限：它在两次读取之间的某一刻就已经到了。
            观察从第一次回看到现在这么远起；比观察期更晚的还看不见；每周才重读的日子，最近一周里到的可能还没找到。
            回看到某一行，就漏掉更晚的；每天预期漏计 = 更晚的金额 ÷ 观察天数，— 是看不出。限额：每天 \(limit) 元。

            """,
            """
            Late: found, by reading again, in time that had been read before. How late is an upper bound: a record came at some
            moment between two readings. Observed since the first sync that looked back as far as now; what is later than the days
            observed cannot be seen yet, nor perhaps what came in the last week to days that are read every week only. A look-back
            misses what is later: yuan a day = what is later ÷ days observed, — where that cannot be told. Limit: \(limit) yuan a day.

            """)
        let notes = notes.map { $0.text(in: language) + "\n" }
        return heading + groups.map { "\n" + $0.text(language) }.joined()
            + (notes.isEmpty ? "" : "\n" + notes.joined())
    }
}

extension LatenessReport.Group {
    fileprivate func text(_ language: Language) -> String {
        let name = [platform, account ?? "", FeedName.shown(feed, in: language)].filter { !$0.isEmpty }
            .joined(separator: " ").forTerminal
        guard let since else {
            return name + language.text("：还没有观察，从下一次同步起\n", ": not observed yet: the next sync begins it\n")
        }
        let observed = language.text(
            "：\(since.day) 起观察 \(days.grouped) 天，迟到 \(records.grouped) 条，涉及 \(Fen(movedFen).grouped) 元",
            ": observed \(days.grouped.counted("day", "days")) since \(since.day), \(records.grouped.counted("late record that moves", "late records that move")) "
                + "\(Fen(movedFen).grouped) yuan")
        let lines = [advised, unseen].compactMap(\.self).map { $0.text(in: language) + "\n" }
        return name + observed + details(language) + "\n" + (records == 0 ? "" : table(language))
            + lines.joined()
    }

    private func details(_ language: Language) -> String {
        let (largest, latest) = (
            Fen(largestFen).grouped, LatenessReport.duration(latestMilliseconds, language)
        )
        let extremes = language.text(
            "；最大一笔 \(largest) 元，最晚 \(latest)", "; the largest \(largest) yuan, the latest \(latest)")
        let earlier = language.text(
            "；另有 \(earlierRecords.grouped) 条可能在那以前就到了，不计",
            "; \(earlierRecords.grouped) more may have come before that")
        return (records == 0 ? "" : extremes) + (earlierRecords == 0 ? "" : earlier)
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
                one.border?.notice.text(in: language) ?? language.text("更晚", "later"), one.records.grouped,
                Fen(one.movedFen).grouped, one.missedFenPerDay.map { Fen($0).grouped } ?? "—",
            ])
        }
        return table.text(indent: 2)
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
