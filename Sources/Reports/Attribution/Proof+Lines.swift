package import Domain

extension Proof {
    /// What is left unexplained, in yuan.
    package var unexplained: String { Fen(unexplainedFen).grouped }

    /// The proof in a few lines that a clerk can follow with a calculator; amounts in yuan.
    package func lines(in language: Language) -> [String] {
        let salesNetFen = creditedFen + unassignedFen - (refundedFen - notSalesRefundedFen)
        let paidGapFen = readFen - creditedFen - unassignedFen - notSalesFen - headerGapFen
        let refundGapFen = refundsReadFen - refundedFen - orphanRefundFen
        let bookedGapFen = salesNetFen - journalNetFen - pendingFen
        func yuan(_ fen: Int64) -> String { Fen(fen).grouped }
        func verdict(_ gapFen: Int64) -> String {
            gapFen == 0 ? "  ✓" : language.text("  ✗ 差 ", "  ✗ off by ") + yuan(gapFen)
        }
        let unexplained = unexplainedFen == 0 ? "  ✓" : "  ✗"
        switch language {
        case .chinese:
            return [
                "核对（这些日期的全部订单，不受筛选影响；单位：元）",
                "  实付  读取 \(yuan(readFen)) = 归属 \(yuan(creditedFen)) + 未归属 \(yuan(unassignedFen))"
                    + " + 非销售 \(yuan(notSalesFen)) + 表头差额 \(yuan(headerGapFen))" + verdict(paidGapFen),
                "  退款  读取 \(yuan(refundsReadFen)) = 已对上订单 \(yuan(refundedFen))"
                    + "（其中非销售 \(yuan(notSalesRefundedFen))）+ 订单未到 \(yuan(orphanRefundFen))"
                    + verdict(refundGapFen),
                "  入账  净额 \(yuan(salesNetFen)) = 账簿净额 \(yuan(journalNetFen)) + 未入账 \(yuan(pendingFen))"
                    + verdict(bookedGapFen),
                "  搁置的记录 \(parkedRecords.grouped) 条"
                    + (parkedRecords == 0 ? "" : "；见 \(Invocation.daihuo) parked"),
            ]
                + (unknownPaidLines == 0
                    ? [] : ["  金额未知 \(unknownPaidLines.grouped) 行：没有人填报付了多少，只计重量"])
                + ["  未解释 \(yuan(unexplainedFen))" + unexplained]
        case .english:
            return [
                "Proof (all orders of these days, whatever the filters; yuan)",
                "  paid      read \(yuan(readFen)) = credited \(yuan(creditedFen))"
                    + " + unassigned \(yuan(unassignedFen)) + not sales \(yuan(notSalesFen))"
                    + " + header gaps \(yuan(headerGapFen))" + verdict(paidGapFen),
                "  refunds   read \(yuan(refundsReadFen)) = on orders \(yuan(refundedFen))"
                    + " (not sales \(yuan(notSalesRefundedFen))) + order missing \(yuan(orphanRefundFen))"
                    + verdict(refundGapFen),
                "  journal   net \(yuan(salesNetFen)) = posted \(yuan(journalNetFen))"
                    + " + pending \(yuan(pendingFen))" + verdict(bookedGapFen),
                "  parked records: \(parkedRecords.grouped)"
                    + (parkedRecords == 0 ? "" : "; see \(Invocation.daihuo) parked"),
            ]
                + (unknownPaidLines == 0
                    ? []
                    : [
                        "  unknown amounts: \(unknownPaidLines.grouped.counted("line", "lines")), of which the weight counts alone"
                    ])
                + ["  unexplained \(yuan(unexplainedFen))" + unexplained]
        }
    }
}
