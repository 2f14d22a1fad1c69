import Domain

extension GapsReport {
    /// A row a stretch for a spreadsheet: of each feed all time that is asked for, gap or not.
    package func csv(in language: Language) -> String {
        var text = CSVText()
        let titles =
            switch language {
            case .chinese: ["账号", "平台", "数据", "从", "到", "情况", "缺口", "原因", "下一步"]
            case .english:
                ["account", "platform", "feed", "from", "to", "state", "gap", "reason", "next step"]
            }
        text.add(titles.map { .text($0) })
        for feed in feeds {
            for stretch in feed.stretches {
                let known = stretch.known
                text.add([
                    .id(feed.account), .id(feed.platform), .id(feed.name),
                    .text(stretch.span.from.description), .text(stretch.span.to.description),
                    .text(known.name(in: language)),
                    .text(known.isGap ? language.text("是", "yes") : language.text("否", "no")),
                    .text(known.why(in: language)),
                    .text(known.isGap ? feed.next(stretch).text(in: language) : ""),
                ])
            }
        }
        return text.description
    }
}
