import Domain

extension ParkedReport {
    /// A table, and beneath it how each kind is settled.
    package func text(in language: Language) -> String {
        if records.isEmpty { return language.text("没有待处理的记录。\n", "Nothing is held.\n") }
        var table = TextTable(columns: titles(language))
        for record in records {
            table.add([
                record.name ?? "—", record.kind.name(in: language), record.source, record.subject,
                record.amountFen.map { Fen($0).grouped } ?? "—", ageDays(record).grouped,
                record.shownPlace(in: language),
                record.shownReason(in: language),
            ])
        }
        let kinds = HeldRecord.Kind.allCases.filter { kind in records.contains { $0.kind == kind } }
        let ways = kinds.map { kind in
            let count = records.filter { $0.kind == kind }.reduce(0) { $0 + $1.records }.grouped
            return
                "\(kind.name(in: language)) \(count)\(language.text("：", ": "))\(kind.wayOut(in: language))"
        }
        return table.withoutEmptyColumns.text() + "\n" + ways.joined(separator: "\n") + "\n"
    }

    /// The list for a spreadsheet.
    package func csv(in language: Language) -> String {
        var text = CSVText()
        text.add(titles(language).map { .text($0.title) })
        for record in records {
            text.add([
                record.name.map { .id($0) } ?? .empty, .text(record.kind.name(in: language)),
                .id(record.source), .id(record.subject),
                record.amountFen.map { .number(Fen($0).description) } ?? .empty,
                .number("\(ageDays(record))"),
                .text(record.shownPlace(in: language)), .text(record.shownReason(in: language)),
            ])
        }
        return text.description
    }

    private func titles(_ language: Language) -> [TextTable.Column] {
        switch language {
        case .chinese:
            [
                .init("编号"), .init("种类"), .init("账号"), .init("订单 / 子订单 / 售后"), .init("金额(元)", .right),
                .init("天数", .right), .init("位置"), .init("原因"),
            ]
        case .english:
            [
                .init("id"), .init("kind"), .init("account"), .init("order / line / after-sale"),
                .init("yuan", .right), .init("days", .right), .init("where"), .init("reason"),
            ]
        }
    }
}

extension HeldRecord {
    /// Order, line and after-sale, as far as they are known.
    fileprivate var subject: String {
        let known = [orderID, lineID, refundID].filter { !$0.isEmpty }
        return known.isEmpty ? "—" : known.joined(separator: " / ")
    }
}

extension HeldRecord {
    /// The row of a file, or the way within a page.
    fileprivate func shownPlace(in language: Language) -> String {
        let row = path.hasPrefix("line ") ? Int64(path.dropFirst(5)) : nil
        let shown = row.map { language.text("第 \($0) 行", "line \($0)") } ?? path
        return [file ?? "", shown].filter { !$0.isEmpty }.joined(separator: " ")
    }

    fileprivate func shownReason(in language: Language) -> String {
        guard let reason else { return "" }
        guard kind == .unknownWord else { return reason.text(in: language) }
        // The word itself is verbatim; that it was empty is a sentence.
        let word = (reason.code == "verbatim" ? Notice("quoted", reason) : reason).text(in: language)
        return language.text(
            "\(word) 在 \(records.grouped) 条记录里", "\(word) in \(records.grouped.counted("record", "records"))")
    }
}

extension HeldRecord.Kind {
    func name(in language: Language) -> String {
        switch self {
        case .parked: language.text("搁置", "parked")
        case .orphan: language.text("订单未到", "orphan")
        case .conflict: language.text("前后矛盾", "conflict")
        case .headerGap: language.text("表头差额", "header gap")
        case .unknownWord: language.text("没见过的词", "unknown word")
        }
    }

    fileprivate func wayOut(in language: Language) -> String {
        switch self {
        case .parked:
            language.text(
                "读不懂的记录，没有计入（以前读懂的那一版仍然计着）。平台或描述改正后重读、或导入改好的文件即可消除；"
                    + "没有编号的行、确认作废的，请用 \(Invocation.daihuo) parked dismiss 编号 --why 原因",
                "could not be read and does not count; an earlier version that could be read still does. It leaves when a sound "
                    + "record lands: mend the description or read the days again, or import a mended file; a row without a "
                    + "number, or one that is void, leaves by \(Invocation.daihuo) parked dismiss ID --why REASON"
            )
        case .orphan:
            language.text(
                "售后已到、订单未到，退款暂未计入。请重读该订单付款那几天（\(Invocation.daihuo) sync --from --to），或导入包含它的文件",
                "the after-sale has come and its order has not. Read the days of the order again (\(Invocation.daihuo) sync --from --to) "
                    + "or import a file that holds it")
        case .conflict:
            language.text(
                "同一更新时间、内容不同，以后取到的为准。请向平台核对；核对过请用 \(Invocation.daihuo) parked dismiss 编号 --why 原因",
                "one update time, two contents; what was fetched later counts. Ask the platform, then: \(Invocation.daihuo) parked "
                    + "dismiss ID --why REASON")
        case .headerGap:
            language.text(
                "订单合计与各行之和不同，按各行计。请向平台核对这一单（\(Invocation.daihuo) explain 订单号）",
                "the order's sum is not that of its lines; the lines count. Ask the platform (\(Invocation.daihuo) explain ORDER)"
            )
        case .unknownWord:
            language.text(
                "平台描述的 map 里没有这个词，暂按 default 处理。请弄清它的意思，写进“位置”所说的那个 map",
                "the description's map does not have this word; its default decides. Find out what it means and put it into "
                    + "the map that \"where\" names")
        }
    }
}
