import Domain

extension ReplayReport {
    /// Two tables, what was left, and what comes next.
    package func text(in language: Language) -> String {
        let head = Notice(isDryRun ? "replay.tried" : "replay.done").text(in: language)
        let tables = accountTable(language) + "\n" + (parties.isEmpty ? "" : partyTable(language) + "\n")
        let notices = notices.map { $0.text(in: language).forTerminal + "\n" }.joined()
        return head + "\n\n" + tables + notices
    }

    private var notices: [Notice] {
        var notices = accounts.flatMap { account in
            let left = account.pagesLeft.map { Notice("replay.pages_left", account.id, $0.pages, $0.reason) }
            let nothing = account.lastDay == nil ? [Notice("replay.nothing_kept", account.id)] : []
            let records =
                account.recordsLeftOut == 0
                ? [] : [Notice("replay.records_left_out", account.id, account.recordsLeftOut)]
            return nothing + left + records
        }
        if parties.isEmpty { notices.append(Notice("replay.no_effect")) }
        if parkedBefore != parkedAfter { notices.append(Notice("replay.parked", parkedBefore, parkedAfter)) }
        if !parties.isEmpty { notices.append(Notice(isDryRun ? "replay.how_to_do" : "replay.next")) }
        return notices
    }

    private func accountTable(_ language: Language) -> String {
        let figures: [(String, KeyPath<Account, Int64>)] = [
            (language.text("页", "pages"), \.pages), (language.text("新订单", "new"), \.newOrders),
            (language.text("有变化", "changed"), \.changedOrders),
            (language.text("无变化", "unchanged"), \.unchangedOrders),
            (language.text("较旧", "older"), \.olderOrders), (language.text("售后", "refunds"), \.refunds),
            (language.text("搁置", "parked"), \.parkedRecords),
            (language.text("不必重读的时段", "windows read"), \.windows),
        ]
        var table = TextTable(
            columns: [
                TextTable.Column(language.text("账号", "account")),
                TextTable.Column(language.text("取回日期", "fetched")),
            ] + figures.map { TextTable.Column($0.0, .right) })
        for account in accounts {
            let days = [account.firstDay, account.lastDay].compactMap { $0?.description }
            table.add(
                [account.id, Set(days).count == 1 ? days[0] : days.joined(separator: "–")]
                    + figures.map { account[keyPath: $0.1].grouped })
        }
        return table.text()
    }

    private func partyTable(_ language: Language) -> String {
        let titles = [
            language.text("原实付", "paid before"), language.text("新实付", "paid after"),
            language.text("差额", "difference"), language.text("原退款", "refunded before"),
            language.text("新退款", "refunded after"), language.text("重量差（千克）", "weight difference (kg)"),
        ]
        var table = TextTable(
            columns: [
                TextTable.Column(language.text("归属对象", "party")),
                TextTable.Column(language.text("方向", "leg")),
            ] + titles.map { TextTable.Column($0, .right) })
        for leg in Leg.allCases {
            let rows = parties.filter { $0.leg == leg }
            for party in rows {
                table.add([party.shownName(language), leg.name(in: language)] + party.cells)
            }
            guard rows.count > 1 else { continue }
            let all = rows.reduce(into: (CreditSums(), CreditSums())) { sums, row in
                sums.0.add(row.before)
                sums.1.add(row.moved)
            }
            let total = Party(leg: leg, id: nil, name: "", before: all.0, moved: all.1)
            table.addFooter([language.text("合计", "total"), leg.name(in: language)] + total.cells)
        }
        return table.text()
    }
}

extension ReplayReport.Party {
    fileprivate func shownName(_ language: Language) -> String {
        guard let id else { return language.text("未归属", "unassigned") }
        return name.isEmpty ? id : "\(name) \(id)"
    }

    fileprivate var cells: [String] {
        let after = after
        return [
            before.paidFen, after.paidFen, moved.paidFen, before.refundedFen, after.refundedFen,
        ].map { Fen($0).grouped } + [Grams(moved.grams).kilograms]
    }
}
