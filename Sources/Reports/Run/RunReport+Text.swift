import Domain

extension RunReport {
    /// What was done, stage by stage, with the sentence of every account that failed.
    package func text(in language: Language) -> String {
        let seconds = Grams(max(0, finishedAt.milliseconds - startedAt.milliseconds)).kilograms
        let took = isClockFixed ? "" : language.text("，用时 \(seconds) 秒", ", took \(seconds) s")
        var text = language.text(
            "\(verb.name(in: language))  \(startedAt) 开始\(took)\n",
            "\(verb.name(in: language))  started \(startedAt) (Beijing time)\(took)\n")
        if !accounts.isEmpty {
            text += "\n" + accountTable(language) + notes(language) + failures(language)
        }
        if !open.isNothing {
            text += "\n" + Notice("run.still_open", open.notices).text(in: language) + "\n"
        }
        if isDryRun { text += "\n" + Notice("import.dry_run").text(in: language) + "\n" }
        let stages = [attribution.map { $0.line(in: language) }, posting.map { $0.lines(in: language) }]
        let done = stages.compactMap(\.self) + [reading.notice].compactMap { $0?.text(in: language) }
        return done.isEmpty ? text : text + "\n" + done.joined(separator: "\n") + "\n"
    }

    private func accountTable(_ language: Language) -> String {
        let isOfFiles = verb == .importing
        let tellsRefunds = !isOfFiles || accounts.contains { $0.refunds > 0 }
        let figures =
            (isOfFiles ? Figure.ofFile : Figure.ofAccount)
            + (tellsRefunds ? [Figure.refunds] : []) + [Figure.parked]
        let name = isOfFiles ? language.text("文件", "file") : language.text("账号", "account")
        var table = TextTable(
            columns: [TextTable.Column(name)]
                + figures.map { TextTable.Column(language.text($0.chinese, $0.english), .right) }
                + (tellsTokens ? [TextTable.Column(language.text("授权剩余天数", "token days left"), .right)] : [])
                + [TextTable.Column(language.text("结果", "outcome"))])
        for account in accounts {
            let failed = isOfFiles ? language.text("未完成", "not done") : language.text("失败", "failed")
            let outcome = account.failures.isEmpty ? language.text("完成", "done") : failed
            let days = tellsTokens ? [account.tokenDaysLeft.map(\.grouped) ?? ""] : []
            table.add([account.id] + figures.map { account[keyPath: $0.value].grouped } + days + [outcome])
        }
        if accounts.count > 1 {
            let sums = figures.map { figure in accounts.reduce(0) { $0 + $1[keyPath: figure.value] } }
            table.addFooter([language.text("合计", "total")] + sums.map(\.grouped))
        }
        return table.text()
    }

    /// Whether it is known of any account how long its authorisation lasts.
    private var tellsTokens: Bool { accounts.contains { $0.tokenDaysLeft != nil } }

    private func notes(_ language: Language) -> String {
        accounts.flatMap { account in
            let again = account.readAgainFrom.map { day in
                language.text(
                    "↻ \(account.id)：平台描述改过，从 \(day) 起全部重读",
                    "↻ \(account.id): the platform's description was changed; all is read again from \(day)")
            }
            let unknown =
                account.unknownWords == 0
                ? nil
                : language.text(
                    "? \(account.id)：\(account.unknownWords.grouped) 条记录里有没见过的词；见 \(Invocation.daihuo) parked --only kind=unknown_word",
                    "? \(account.id): \(account.unknownWords.grouped.counted("record holds", "records hold")) words that its description does not "
                        + "know: \(Invocation.daihuo) parked --only kind=unknown_word")
            let asked =
                account.ordersAsked == 0
                ? nil
                : language.text(
                    "← \(account.id)：有退款而订单未到，向平台要了 \(account.ordersAsked.grouped) 单，"
                        + "得到 \(account.ordersFound.grouped) 单",
                    "← \(account.id): \(account.ordersAsked.grouped.counted("order of an orphan was", "orders of orphans were")) asked for, "
                        + "\(account.ordersFound.grouped) came")
            let parked =
                account.parkedRecords == 0
                ? nil
                : language.text(
                    "! \(account.id)：\(account.parkedRecords.grouped) 条记录读不懂，没有计入；见 \(Invocation.daihuo) parked",
                    "! \(account.id): \(account.parkedRecords.grouped.counted("record could not be read and does", "records could not be read and do")) "
                        + "not count: \(Invocation.daihuo) parked"
                )
            let reach = account.file?.notices(account.id).map { "\($0.mark) \($0.what.text(in: language))" }
            return
                ([again, asked, unknown, parked].compactMap(\.self) + (reach ?? [])
                + (account.note?.paragraph(in: language) ?? [])).map {
                    $0.forTerminal + "\n"
                }
        }.joined()
    }

    private func failures(_ language: Language) -> String {
        accounts.compactMap { account in
            account.failure(in: language).map {
                // What is said of a file names it.
                let place = verb == .importing ? "" : account.id + language.text("：", ": ")
                return "✗ \(place)\($0)".forTerminal + "\n"
            }
        }.joined()
    }
}

extension RunReport.Account {
    /// Why it failed; `nil` where it went through.
    func failure(in language: Language) -> String? {
        if failures.isEmpty { return nil }
        return failures.map { $0.text(in: language) }.joined(separator: language.text("；", "; "))
    }
}

/// A column of the table of what was read.
private struct Figure {
    let chinese: String
    let english: String
    let value: any KeyPath<RunReport.Account, Int64> & Sendable

    /// Exports have neither windows nor pages, and most state after-sales in their orders.
    static let ofFile = [Figure("行", "rows", \.rows)] + orders
    static let ofAccount =
        [Figure("时段", "windows", \.windows), Figure("页", "pages", \.pages)] + orders
    static let refunds = Figure("售后", "refunds", \.refunds)
    static let parked = Figure("搁置", "parked", \.parkedRecords)

    private static let orders = [
        Figure("新订单", "new", \.newOrders), Figure("有变化", "changed", \.changedOrders),
        Figure("无变化", "unchanged", \.unchangedOrders), Figure("较旧", "older", \.olderOrders),
    ]

    private init(
        _ chinese: String, _ english: String, _ value: any KeyPath<RunReport.Account, Int64> & Sendable
    ) {
        (self.chinese, self.english, self.value) = (chinese, english, value)
    }
}

extension RunReport.Attribution {
    /// Reasons in the order of their keys in the store.
    var reasons: [(reason: UnassignedReason, lines: Int64)] {
        UnassignedReason.allCases.compactMap { reason in unassignedLines[reason].map { (reason, $0) } }
    }

    fileprivate func line(in language: Language) -> String {
        let unassigned = reasons.reduce(0) { $0 + $1.lines }
        let parts = reasons.map { share in
            share.reason.name(in: language) + " " + share.lines.grouped
        }
        let why =
            parts.isEmpty
            ? "" : language.text("（\(parts.joined(separator: "，"))）", " (\(parts.joined(separator: ", ")))")
        return language.text(
            "归属：已归属 \(creditedLines.grouped) 行，未归属 \(unassigned.grouped) 行\(why)",
            "credit: \(creditedLines.grouped.counted("line", "lines")) credited, \(unassigned.grouped) unassigned\(why)"
        )
    }
}

extension RunReport.Posting {
    fileprivate func lines(in language: Language) -> String {
        let head = language.text(
            "入账：\(batches.grouped) 批，\(entries.grouped) 笔",
            "journal: \(batches.grouped.counted("batch", "batches")), \(entries.grouped.counted("entry", "entries"))"
        )
        let booked = Leg.allCases.compactMap { leg -> String? in
            guard let sums = legs[leg] else { return nil }
            let (paid, refunded) = (Fen(sums.paidFen).grouped, Fen(sums.refundedFen).grouped)
            let tonnes = Grams(sums.grams).grouped
            return language.text(
                "  \(leg.name(in: language))：实付 \(paid) 元，退款 \(refunded) 元，重量 \(tonnes) 吨",
                "  \(leg.name(in: language)): paid \(paid) yuan, refunded \(refunded) yuan, \(tonnes) t")
        }
        return ([head] + booked + newest(in: language)).joined(separator: "\n")
    }

    /// The hash in full: whoever notes it can tell later whether anything of the journal was changed.
    private func newest(in language: Language) -> [String] {
        guard let lastBatch else { return [] }
        return [
            language.text(
                "  账簿 第 \(lastBatch) 批，哈希 \(hash)（可另行记下，日后核对）",
                "  journal batch \(lastBatch), hash \(hash) (note it elsewhere, to compare it later)")
        ]
    }
}

extension RunReport.Verb {
    fileprivate func name(in language: Language) -> String {
        switch self {
        case .sync: language.text("同步", "sync")
        case .importing: language.text("导入", "import")
        case .attribute: language.text("归属", "attribute")
        case .post: language.text("入账", "post")
        case .run: language.text("同步、归属、入账", "run")
        }
    }
}
