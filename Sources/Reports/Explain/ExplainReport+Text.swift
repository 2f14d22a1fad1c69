import Domain

extension ExplainReport {
    /// The order for a person: where it came from, its money, its lines with their credits, its bookings.
    package func text(in language: Language) -> String {
        var lines = header(language)
        for version in versions {
            lines.append(version.line(in: language))
        }
        for (index, line) in self.lines.enumerated() {
            lines += ["", line.heading(number: index + 1, in: language)]
            lines += line.details(in: language).map { "  " + $0 }
        }
        if !orphanRefunds.isEmpty {
            lines += [
                "", language.text("子订单未到的售后", "orphans: after-sales on lines that the order does not have"),
            ]
            lines += orphanRefunds.map { "  \($0.refund.lineID)  " + $0.words(in: language) }
        }
        let text = lines.map { $0.forTerminal + "\n" }.joined()
        return text + "\n" + journalText(language)
    }

    private func header(_ language: Language) -> [String] {
        let colon = language.text("：", ": ")
        let unknown = language.text("（无）", "(none)")
        func line(_ chinese: String, _ english: String, _ value: String) -> String {
            "  " + language.text(chinese, english) + colon + value
        }
        let header = order.headerPaidFen.map { paid in
            let gap = headerGapFen.map(\.grouped) ?? language.text("（超出范围）", "(out of range)")
            return language.text(
                "\(paid.grouped) 元，与各子订单相差 \(gap)", "\(paid.grouped) yuan, \(gap) more than its lines")
        }
        return [
            language.text("订单 ", "Order ")
                + "\(order.orderID)  \(order.channel.name(in: language))  "
                + language.text("店铺 ", "shop ") + order.shopID,
            line("平台状态", "status", order.status),
            line("下单", "created", order.createdAt?.description ?? unknown),
            line("付款", "paid at", order.paidAt?.description ?? unknown),
            line("平台更新", "updated", order.updatedAt.description),
            line("买家", "buyer", buyer(language)),
            line("表头实付", "header paid", header ?? unknown),
            line("运费", "freight", "\(order.freightFen.grouped) \(language.text("元", "yuan"))"),
            line("归属依据", "credited by", decidedBy?.words(in: language) ?? unknown),
            line("读取", "readings", "\(versions.count)"),
        ]
    }

    private func buyer(_ language: Language) -> String {
        var parts: [String] = []
        switch order.buyer {
        case .person: parts.append(language.text("个人", "a private person"))
        case .organisation(let purchaserID, let name):
            parts.append(language.text("单位", "organisation"))
            parts += [name, purchaserID].filter { !$0.isEmpty }
        }
        if let source = order.fundSource { parts.append(source.name(in: language)) }
        let place = order.buyerPlace
        parts += [place.province, place.city, place.county].filter { !$0.isEmpty }
        if let region = place.region { parts.append(region.description) }
        return parts.joined(separator: language.text("，", ", "))
    }

    private func journalText(_ language: Language) -> String {
        guard !journal.isEmpty else { return language.text("账簿：尚未入账\n", "journal: nothing posted\n") }
        let titles =
            switch language {
            case .chinese: ["批", "入账时间", "子订单", "方向", "科目", "销售日", "账期日", "原因"]
            case .english:
                ["batch", "booked at", "line", "leg", "account", "sale day", "period day", "cause"]
            }
        let amounts =
            switch language {
            case .chinese: ["实付(元)", "退款(元)", "重量(公斤)"]
            case .english: ["paid (yuan)", "refunded", "kg"]
            }
        var table = TextTable(
            columns: titles.map { TextTable.Column($0) } + amounts.map { TextTable.Column($0, .right) })
        for booked in journal {
            let (entry, booking, sums) = (booked.entry, booked.entry.booking, booked.entry.sums)
            table.add([
                String(booked.batch), booked.bookedAt.description, booking.lineID,
                booking.leg.name(in: language),
                booking.partyID ?? language.text("未归属", "unassigned"), booking.day.description,
                entry.periodDay.description, entry.cause.name(in: language), Fen(sums.paidFen).grouped,
                Fen(sums.refundedFen).grouped, Grams(sums.grams).kilograms,
            ])
        }
        return language.text("账簿\n", "journal\n") + table.text(indent: 2)
    }
}

extension ExplainReport.Version {
    fileprivate func line(in language: Language) -> String {
        let outcome =
            switch self.outcome {
            case .applied: language.text("采用", "applied")
            case .filled: language.text("补充空缺", "filled what was empty")
            case .older: language.text("较旧，未采用", "older, not applied")
            case .conflict:
                language.text("更新时间相同而内容不同，以后读取的为准", "same update time, other content: the later counts")
            }
        let place = file.map { language.text("（\($0)）", " (\($0))") } ?? ""
        return language.text(
            "    \(fetchedAt)  \(kind.name(in: language)) \(source)\(place)  平台更新 \(updatedAt)  页面 \(pageHash)  \(outcome)",
            "    \(fetchedAt)  \(kind.name(in: language)) \(source)\(place)  updated \(updatedAt)  page \(pageHash)  \(outcome)"
        )
    }
}

extension ExplainReport.Decision {
    fileprivate func words(in language: Language) -> String {
        language.text(
            "名册第 \(roster) 版，\(loadedAt) 载入，"
                + (isPresent ? "即现行名册" : "已不是现行名册：请运行 \(Invocation.daihuo) attribute 重新归属"),
            "version \(roster) of the roster, loaded \(loadedAt), "
                + (isPresent
                    ? "the present one" : "no longer the present one: run \(Invocation.daihuo) attribute"))
    }
}
