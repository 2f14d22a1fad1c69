import Domain

/// Writes one order of the 832 platform: purchaser, supplier, source of funds; yuan and Beijing time as text.
struct PlatformOrderBytes {
    let order: OrderSpec
    let version: OrderSpec.Version

    func write(to json: inout JSONBytes) {
        json.raw(#"{"order_no":"P832"#)
        json.number(order.number)
        json.raw(#"","status":""#)
        json.raw(version.state.platformWord)
        json.raw(#"","order_time":"#)
        json.beijing(order.createdAt)
        json.raw(#","pay_time":"#)
        json.beijing(version.state == .unpaid ? 0 : order.paidAt)
        json.raw(#","update_time":"#)
        json.beijing(version.updatedAt)
        json.raw(#","pay_amount":"#)
        json.yuan(order.lines.reduce(0) { $0 + $1.paidFen })
        json.raw(#","freight":"0.00","fund_source":""#)
        json.raw(order.buyerNumber % 4 == 0 ? "工会福利" : "食堂食材")
        json.raw(#"","supplier":{"id":"#)
        json.text(order.sellerID)
        json.raw(#","county_code":"#)
        json.quoted(order.lines.first?.goods.origin ?? 0)
        json.raw("}")
        writePurchaser(to: &json)
        json.raw(#","items":"#)
        json.list(order.lines.indices) { json, index in
            writeItem(index, to: &json)
        }
        json.raw("}")
    }

    private func writePurchaser(to json: inout JSONBytes) {
        let place = order.buyerPlace
        json.raw(#","purchaser":{"type":"单位","id":"#)
        json.text(order.purchaser?.id ?? "")
        json.raw(#","name":"#)
        json.text(order.purchaser?.name ?? "")
        json.raw(#","contact":"#)
        json.text(PersonNames.masked(order.buyerNumber))
        json.raw(#","county_code":"#)
        json.quoted(place.code)
        json.raw(#","province":"#)
        json.text(place.province)
        json.raw(#","city":"#)
        json.text(place.city)
        json.raw(#","county":"#)
        json.text(place.name)
        json.raw("}")
    }

    private func writeItem(_ index: Int, to json: inout JSONBytes) {
        let line = order.lines[index]
        json.raw(#"{"item_no":"#)
        json.quoted(order.lineNumber(index))
        json.raw(#","goods_id":"#)
        json.quoted(line.goods.productID)
        json.raw(#","sku_id":"#)
        json.quoted(line.goods.skuID)
        json.raw(#","goods_name":"#)
        json.text(line.goods.title)
        json.raw(#","spec":"#)
        json.text(line.goods.spec)
        json.raw(#","num":"#)
        json.thousandths(line.quantityMilli)
        json.raw(#","unit":"#)
        json.text(line.goods.unit.word)
        json.raw(#","price":"#)
        json.yuan(line.goods.priceFen)
        json.raw(#","amount":"#)
        json.yuan(line.paidFen)
        json.raw(#","origin_code":"#)
        json.quoted(line.goods.origin)
        json.raw(#","category":"#)
        json.text(line.goods.category)
        json.raw("}")
    }
}

/// Writes one refund of the 832 platform.
struct PlatformRefundBytes {
    let order: OrderSpec
    let row: Shelf.RefundRow

    func write(to json: inout JSONBytes) {
        let refund = order.refunds[row.refund]
        json.raw(#"{"refund_no":"R"#)
        json.number(refund.number)
        json.raw(#"","order_no":"P832"#)
        json.number(order.number)
        json.raw(#"","item_no":"#)
        json.quoted(order.lineNumber(refund.line))
        json.raw(#","supplier":{"id":"#)
        json.text(order.sellerID)
        json.raw(#"},"status":""#)
        json.raw(row.isDone ? refund.paysBack ? "已退款" : "已撤销" : "处理中")
        json.raw(#"","refund_amount":"#)
        json.yuan(refund.amountFen)
        json.raw(#","num":"#)
        json.thousandths(refund.returnedMilli)
        json.raw(#","finish_time":"#)
        json.beijing(row.isDone ? refund.doneAt : 0)
        json.raw(#","update_time":"#)
        json.beijing(row.listedAt)
        json.raw("}")
    }
}

extension OrderSpec.State {
    /// The 832 platform's word.
    var platformWord: StaticString {
        switch self {
        case .unpaid: "待付款"
        case .paid: "待发货"
        case .shipped: "待验货验票"
        case .finished: "完成"
        case .cancelled: "关闭"
        }
    }
}

extension JSONBytes {
    /// Beijing time as text; empty for 0.
    mutating func beijing(_ seconds: Int64) {
        text(seconds == 0 ? "" : Instant(seconds: seconds).description)
    }
}
