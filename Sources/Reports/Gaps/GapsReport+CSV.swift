import Domain

extension GapsReport {
    /// A row a stretch for a spreadsheet, or a cell where cells are asked for: of each feed all time, gap or not.
    package func csv(in language: Language) -> String {
        var text = CSVText()
        let titles =
            switch language {
            case .chinese: ["账号", "平台", "数据", "从", "到", "情况", "缺口", "条数", "平台总数", "已读次数", "原因", "下一步"]
            case .english:
                [
                    "account", "platform", "feed", "from", "to", "state", "gap", "records",
                    "platform's total", "times read", "reason", "next step",
                ]
            }
        text.add(titles.map { .text($0) })
        for feed in feeds {
            for part in scope.listsCells ? feed.cells : feed.stretches {
                let (known, isGap) = (part.known, part.known.state.isGap)
                let figures = [part.proof?.rows, part.proof?.total, part.proof?.times]
                text.add(
                    [
                        .id(feed.account), .id(feed.platform), .text(FeedName.shown(feed.name, in: language)),
                        .text(part.span.from.description), .text(part.span.to.description),
                        .text(known.name(in: language)),
                        .text(isGap ? language.text("是", "yes") : language.text("否", "no")),
                    ] + figures.map { .text($0?.description ?? "") } + [
                        .text(known.why(in: language)),
                        .text(isGap ? feed.next(part).text(in: language) : ""),
                    ])
            }
        }
        return text.description
    }
}
