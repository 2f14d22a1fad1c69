import Domain

extension AttributionReport {
    /// The report for Excel: yuan with two decimals, tonnes with every gram, unassigned (and why) and totals as the last
    /// rows, and the proof beneath a blank line.
    package func csv(in language: Language) -> String {
        var csv = CSVText()
        csv.add(Self.headings(language).map(CSVText.Cell.text))
        for row in rows {
            let key: CSVText.Cell = scope.by == .day ? .text(row.key) : .id(row.key)
            csv.add(
                [.text(language.text("明细", "row")), key, .text(name(of: row, in: language))] + row.sums.cells)
        }
        csv.add([.text(language.text("未归属", "unassigned")), .empty, .empty] + unassigned.cells)
        for share in reasons {
            let name = share.reason.name(in: language)
            csv.add(
                [.text(language.text("其中", "of it")), .text(share.reason.key), .text(name)] + share.sums.cells
            )
        }
        csv.add([.text(language.text("合计", "total")), .empty, .empty] + totals.cells)
        csv.add([])
        csv.add([.text(language.text("核对", "proof")), .text(language.text("元", "yuan"))])
        for (label, amount) in proof.amounts(in: language) {
            csv.add([.text(label), .number(amount)])
        }
        return csv.description
    }

    private static func headings(_ language: Language) -> [String] {
        switch language {
        case .chinese:
            [
                "类别", "代码", "名称", "订单数", "子订单数", "原价(元)", "实付(元)", "退款(元)", "净额(元)", "重量(吨)",
                "有重量的实付占比(%)",
            ]
        case .english:
            [
                "section", "key", "name", "orders", "lines", "gross_yuan", "paid_yuan", "refunded_yuan",
                "net_yuan",
                "tonnes", "grams_cover_percent",
            ]
        }
    }
}

extension CreditSums {
    fileprivate var cells: [CSVText.Cell] {
        [
            .number(String(orders)), .number(String(lines)), .number(Fen(grossFen).description),
            .number(Fen(paidFen).description), .number(Fen(refundedFen).description),
            .number(Fen(netFen).description), knownGrams.map { .number($0.description) } ?? .empty,
            .number(BasisPoints.percent(gramsCoverBasisPoints)),
        ]
    }
}

extension Proof {
    fileprivate func amounts(in language: Language) -> [(String, String)] {
        [
            (language.text("读取实付", "read"), Fen(readFen).description),
            (language.text("归属", "credited"), Fen(creditedFen).description),
            (language.text("未归属", "unassigned"), Fen(unassignedFen).description),
            (language.text("非销售", "not_sales"), Fen(notSalesFen).description),
            (language.text("表头差额", "header_gap"), Fen(headerGapFen).description),
            (language.text("读取退款", "refunds_read"), Fen(refundsReadFen).description),
            (language.text("已对上订单的退款", "refunded"), Fen(refundedFen).description),
            (language.text("其中非销售的退款", "not_sales_refunded"), Fen(notSalesRefundedFen).description),
            (language.text("订单未到的退款", "orphan_refund"), Fen(orphanRefundFen).description),
            (language.text("账簿净额", "journal_net"), Fen(journalNetFen).description),
            (language.text("未入账", "pending"), Fen(pendingFen).description),
            (language.text("未解释", "unexplained"), Fen(unexplainedFen).description),
            (language.text("搁置的记录(条)", "parked_records"), String(parkedRecords)),
            (language.text("金额未知(行)", "unknown_paid_lines"), String(unknownPaidLines)),
        ]
    }
}
