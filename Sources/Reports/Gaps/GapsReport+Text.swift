import Domain

extension GapsReport {
    /// A line a feed, the cells where they are asked for, the gaps, and what closes them.
    package func text(in language: Language) -> String {
        if feeds.isEmpty { return language.text("配置里没有账号。\n", "The configuration has no accounts.\n") }
        let notes = notes.map { $0.text(in: language).forTerminal + "\n" }.joined()
        let parts = [
            summary(language), scope.listsCells ? cellsText(language) : "", gapsText(language), notes,
        ]
        return parts.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private func summary(_ language: Language) -> String {
        let unit = step(in: language)
        let counted = Count.allCases.filter { count in
            count.isAlwaysShown || feeds.contains { count.of($0) != 0 }
        }
        var table = TextTable(
            columns: [
                .init(language.text("账号", "account")), .init(language.text("数据", "feed")),
                .init(language.text("读到", "read up to")),
            ] + counted.map { .init($0.title(language) + unit, .right) })
        for feed in feeds {
            table.add(
                [feed.account, FeedName.shown(feed.name, in: language), feed.shownReadTo(language)]
                    + counted.map { $0.of(feed).grouped })
        }
        return table.text()
    }

    /// `(days)`, behind the title of a column that counts cells.
    private func step(in language: Language) -> String {
        scope.step == .day ? language.text("(天)", " (days)") : language.text("(小时)", " (hours)")
    }

    /// Cell by cell, those that are known to be alike as well.
    private func cellsText(_ language: Language) -> String {
        var table = TextTable(
            columns: [
                .init(language.text("账号", "account")), .init(language.text("数据", "feed")),
                .init(scope.step == .day ? language.text("日期", "day") : language.text("小时", "hour")),
                .init(language.text("情况", "state")), .init(language.text("条数", "records"), .right),
                .init(language.text("平台总数", "platform's total"), .right),
                .init(language.text("已读次数", "times read"), .right),
            ])
        for feed in feeds {
            for cell in feed.cells {
                let figures = [cell.proof?.rows, cell.proof?.total, cell.proof?.times]
                table.add(
                    [
                        feed.account, FeedName.shown(feed.name, in: language),
                        cell.span.shownStart(scope.step),
                        cell.known.name(in: language),
                    ] + figures.map { $0?.grouped ?? "—" })
            }
        }
        return table.text()
    }

    /// What of the days that are asked for no account was asked for.
    var notes: [Notice] {
        if isBeforeAll, let first = feeds.map(\.since).min() { return [Notice("gaps.before_all", first)] }
        guard let from = scope.from else { return [] }
        let later = feeds.filter { $0.since > from }
        // The feeds of an account stand together.
        let each = later.reduce(into: [Notice]()) { each, feed in
            let notice = Notice("gaps.since", feed.account, feed.since)
            if each.last != notice { each.append(notice) }
        }
        return each.isEmpty
            ? [] : [Notice("gaps.not_before", Notice.accounts(each, of: Set(feeds.map(\.account)).count))]
    }

    private func gapsText(_ language: Language) -> String {
        let gaps = gaps
        if isBeforeAll { return "" }
        if gaps.isEmpty { return language.text("没有缺口。\n", "There are no gaps.\n") }
        var table = TextTable(
            columns: [
                .init(language.text("缺口从", "gap from")), .init(language.text("到", "to")),
                .init(language.text("账号", "account")), .init(language.text("数据", "feed")),
                .init(language.text("情况", "state")), .init(language.text("原因", "reason")),
            ])
        for (feed, gap) in gaps {
            table.add([
                gap.span.from.description, gap.span.to.description, feed.account,
                FeedName.shown(feed.name, in: language),
                gap.known.name(in: language), gap.known.why(in: language),
            ])
        }
        let lines = ways.map { $0.text(in: language).forTerminal + "\n" }
        return table.text() + "\n" + lines.joined()
    }
}

extension GapsReport.Feed {
    /// Up to when it was read, in Beijing time.
    func shownReadTo(_ language: Language) -> String {
        readTo?.description ?? language.text("从未读过", "never read")
    }
}

extension ReadSpan {
    /// The day or the hour that it lies in.
    func shownStart(_ step: GapsReport.Step) -> String {
        step == .day ? from.day.description : String(from.description.dropLast(3))
    }
}
