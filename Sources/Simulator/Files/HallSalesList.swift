import Domain

/// What a hall has sold, as somebody there writes it into our form 销售清单: one row per kind of goods, by its headers.
///
/// Pieces that came back cannot be written there, and neither can numbers of goods: the catalogue knows them by their titles.
struct HallSalesList {
    let orders: [OrderSpec]
    /// Epoch seconds.
    let now: Int64

    var rows: [[String: String]] {
        orders.filter { $0.version(at: now) != nil }.flatMap { order in
            order.lines.indices.map { row($0, of: order) }
        }
    }

    private func row(_ index: Int, of order: OrderSpec) -> [String: String] {
        let line = order.lines[index]
        let goods = line.goods
        var row = [
            "单号": "XS\(order.number)", "日期": day(order.createdAt), "场所类型": "专馆", "场所名称": order.sellerID,
            "商品名称": goods.title, "规格": goods.spec, "数量": decimal(line.quantityMilli), "单位": goods.unit.word,
            "单价（元）": Fen(goods.priceFen).description, "实付金额（元）": Fen(line.paidFen).description,
            "产地": String(goods.origin),
        ]
        let refunds = order.refunds.filter { $0.line == index && $0.paysBack && $0.doneAt <= now }
        if let last = refunds.map(\.doneAt).max() {
            row["退款金额（元）"] = Fen(refunds.reduce(0) { $0 + $1.amountFen }).description
            row["退款日期"] = day(last)
        }
        return row
    }

    private func day(_ seconds: Int64) -> String { Instant(seconds: seconds).day.description }

    /// Thousandths as people write them: `2`, `13.5`.
    private func decimal(_ milli: Int64) -> String {
        let rest = milli % 1000
        if rest == 0 { return String(milli / 1000) }
        var digits = Int(rest).padded(3)
        while digits.hasSuffix("0") { digits.removeLast() }
        return "\(milli / 1000).\(digits)"
    }
}
