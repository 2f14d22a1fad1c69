import Domain

/// 抖店's export of after-sales: one row per after-sale of one line; how many pieces came back does not stand in it.
struct DouyinAfterSaleExport {
    let orders: [OrderSpec]
    /// Epoch seconds.
    let now: Int64

    var table: ExportTable {
        var table = ExportTable(columns: Self.columns)
        for order in orders {
            for refund in order.refunds where refund.appliedAt <= now {
                table.add(numbers(of: refund, in: order).merging(course(of: refund, in: order)) { $1 })
            }
        }
        return table
    }

    private func numbers(of refund: RefundSpec, in order: OrderSpec) -> [String: String] {
        let line = order.lines[refund.line]
        return [
            "售后单号": ExportTable.number(refund.number), "订单号": ExportTable.number(order.number),
            "商品单号": ExportTable.number(order.lineNumber(refund.line)), "商品名称": line.goods.title,
            "商品ID": ExportTable.number(line.goods.productID),
            "应付金额（元）": yuan(line.paidFen + line.freightFen), "商品运费（元）": yuan(line.freightFen),
            "支付优惠（元）": yuan(0), "商品税费（元）": Self.nothing,
            "退商品金额（元）": refund.kind == .exchange ? Self.nothing : yuan(refund.amountFen),
            "退运费金额（元）": Self.nothing, "退支付优惠（元）": Self.nothing, "退税费金额（元）": Self.nothing,
            "换货商品信息": refund.kind == .exchange ? line.goods.title : "",
            "用户售后说明": order.buyerWords, "订单备注": order.sellerWords,
        ]
    }

    private func course(of refund: RefundSpec, in order: OrderSpec) -> [String: String] {
        let isDone = refund.doneAt <= now
        let paidBackAt = isDone && refund.paysBack ? refund.doneAt : 0
        let closedAt = isDone && refund.kind == .withdrawn ? refund.doneAt : 0
        return [
            "商品发货状态": refund.kind == .beforeShipping ? "未发货" : "1/1已发货", "售后类型": refund.kind.exportWord,
            "售后状态": refund.exportState(isDone: isDone), "售后原因": "不想要了", "退款方式": "原路退款",
            "是否已上传退款凭证": "否", "售后申请时间": time(refund.appliedAt),
            "自动处理截止时间": isDone ? "" : time(refund.appliedAt + 2 * Season.daySeconds),
            "同意售后申请时间": paidBackAt == 0 ? "" : time(refund.appliedAt), "商家退款时间": time(paidBackAt),
            "用户到账时间": paidBackAt == 0 ? Self.nothing : time(paidBackAt), "售后关闭时间": time(closedAt),
            "售后完结时间": isDone ? time(refund.doneAt) : "",
        ]
    }

    private func yuan(_ fen: Int64) -> String { Fen(fen).description }

    private func time(_ seconds: Int64) -> String { ExportTable.time(seconds) }

    private static let nothing = "-"

    private static let columns = [
        "售后单号", "订单号", "商品单号", "商品名称", "商品ID", "应付金额（元）", "商品运费（元）", "支付优惠（元）", "商品税费（元）",
        "商品发货状态", "售后类型", "退商品金额（元）", "退运费金额（元）", "退支付优惠（元）", "退税费金额（元）", "售后状态", "售后申请时间",
        "退款方式", "是否已上传退款凭证", "售后原因", "售后原因标签", "退货物流单号", "退货异常", "退货发货时间", "退货物流公司",
        "自动处理截止时间", "同意售后申请时间", "商家退款时间", "用户到账时间", "售后关闭时间", "售后完结时间", "订单备注", "用户售后说明",
        "售后备注", "操作人", "协商记录", "换货商品信息", "商家编码", "门店名称",
    ]
}

extension RefundSpec {
    /// 售后状态 as the exports write it.
    func exportState(isDone: Bool) -> String {
        guard isDone else { return "待商家处理" }
        switch kind {
        case .returned, .moneyOnly, .beforeShipping: return "同意退款，退款成功"
        case .exchange: return "换货成功"
        case .withdrawn: return "售后关闭"
        }
    }
}

extension RefundSpec.Kind {
    /// 售后类型 as the export writes it.
    fileprivate var exportWord: String {
        switch self {
        case .returned: "退货退款"
        case .moneyOnly, .withdrawn: "已发货退款"
        case .beforeShipping: "未发货退款"
        case .exchange: "换货"
        }
    }
}
