import Domain

extension GapsReport {
    /// A page that needs nothing but itself: the picture, how far each feed was read, and the gaps.
    package func html(in language: Language) -> String {
        let title = language.text("缺口图：哪些读到了，哪些还没有", "The gap map: what was read, and what was not")
        let picture = HeatMap(self, in: language).map { [Markup.element("figure", [:], [$0.svg])] } ?? []
        let page = Markup.element(
            "html", ["lang": language.text("zh-CN", "en")],
            [
                .element(
                    "head", [:],
                    [
                        .element("meta", ["charset": "utf-8"]),
                        .element(
                            "meta",
                            [
                                "http-equiv": "Content-Security-Policy",
                                "content": "default-src 'none'; style-src 'unsafe-inline'",
                            ]),
                        .element("title", [:], title), .element("style", [:], [Self.sheet]),
                    ]),
                .element(
                    "body", [:],
                    [.element("h1", [:], title), .element("p", [:], subtitle(language))]
                        + notes.map { .element("p", [:], $0.text(in: language)) } + picture
                        + [summary(language)] + (isBeforeAll ? [] : gapsSection(language))),
            ])
        return "<!DOCTYPE html>\n" + page.description + "\n"
    }

    private func subtitle(_ language: Language) -> String {
        let from = scope.from?.description ?? language.text("各账号的第一天", "the first day of each account")
        let to = scope.to?.description ?? language.text("现在", "now")
        return language.text(
            "从\(from)到\(to)，截至 \(asOf)（北京时间）。日子按平台的更新时间算；把鼠标停在一格上，可看条数和原因。",
            "From \(from) to \(to), as of \(asOf), Beijing time. Days are those of the platforms' update times; point at a "
                + "cell for its records and reason.")
    }

    private func summary(_ language: Language) -> Markup {
        let unit = scope.step == .day ? language.text("天", "days") : language.text("小时", "hours")
        let titles = [
            language.text("账号", "account"), language.text("数据", "feed"),
            language.text("读到", "read up to"),
        ]
        let counts = Count.allCases
        return table(
            titles + counts.map { $0.title(language) + language.text("(\(unit))", " (\(unit))") },
            ["", "", ""] + counts.map { _ in "n" },
            feeds.map { feed in
                [feed.account, FeedName.shown(feed.name, in: language), feed.shownReadTo(language)]
                    + counts.map { $0.of(feed).grouped }
            })
    }

    private func gapsSection(_ language: Language) -> [Markup] {
        let gaps = gaps
        let heading = Markup.element("h2", [:], language.text("缺口", "Gaps"))
        if gaps.isEmpty {
            return [heading, .element("p", [:], language.text("没有缺口。", "There are no gaps."))]
        }
        let titles =
            switch language {
            case .chinese: ["缺口从", "到", "账号", "数据", "情况", "原因", "下一步"]
            case .english: ["gap from", "to", "account", "feed", "state", "reason", "next step"]
            }
        return [
            heading,
            table(
                titles, ["", "", "", "", "", "w", "w"],
                gaps.map { feed, gap in
                    [
                        gap.span.from.description, gap.span.to.description, feed.account,
                        FeedName.shown(feed.name, in: language),
                        gap.known.name(in: language), gap.known.why(in: language),
                        feed.next(gap).text(in: language),
                    ]
                }),
        ]
    }

    /// A table, each column with its class: `n` are numbers, `w` are words that may go on in the next line.
    private func table(_ titles: [String], _ classes: [String], _ rows: [[String]]) -> Markup {
        func row(_ name: String, _ cells: [String]) -> Markup {
            .element("tr", [:], zip(cells, classes).map { .element(name, ["class": $1], $0) })
        }
        return .element(
            "table", [:],
            [
                .element("thead", [:], [row("th", titles)]),
                .element("tbody", [:], rows.map { row("td", $0) }),
            ])
    }

    private static let sheet = Markup.verbatim(
        """
        body{font:14px/1.6 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;color:#1b2733;
        margin:2rem auto;max-width:1280px;padding:0 1rem}
        h1{font-size:1.4rem;margin:0}h2{font-size:1.1rem;margin:2rem 0 .5rem}p{color:#5b6773;margin:.25rem 0 1rem}
        figure{margin:1rem 0;overflow-x:auto}
        table{border-collapse:collapse;margin:.5rem 0 1rem}
        th,td{padding:.3rem .9rem .3rem 0;border-bottom:1px solid #e3e7eb;text-align:left;vertical-align:top;
        white-space:nowrap}.w{white-space:normal;min-width:14rem}
        th{color:#5b6773;font-weight:600;border-bottom-color:#b9c1c9}
        .n{text-align:right;font-variant-numeric:tabular-nums}
        """)
}
