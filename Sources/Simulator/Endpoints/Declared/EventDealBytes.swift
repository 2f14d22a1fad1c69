/// Writes one deal of a matching event: organiser, buyer, tonnes; returns stand inside.
struct EventDealBytes {
    let order: OrderSpec
    let version: OrderSpec.Version

    func write(to json: inout JSONBytes) {
        json.raw(#"{"deal_no":"ZZ"#)
        json.number(order.number)
        json.raw(#"","event_no":"#)
        json.text(order.occasion)
        json.raw(#","organiser":{"code":"#)
        json.text(order.sellerID)
        json.raw(#"},"buyer":{"code":"#)
        json.text(order.purchaser?.id ?? "")
        json.raw(#","name":"#)
        json.text(order.purchaser?.name ?? "")
        json.raw(#","county_code":"#)
        json.quoted(order.buyerPlace.code)
        json.raw(#"},"state":""#)
        json.raw(version.state == .unpaid ? "待付款" : version.state == .cancelled ? "已取消" : "已成交")
        json.raw(#"","signed_at":"#)
        json.beijing(order.createdAt)
        json.raw(#","paid_at":"#)
        json.beijing(version.state == .unpaid ? 0 : order.paidAt)
        json.raw(#","updated_at":"#)
        json.beijing(version.updatedAt)
        json.raw(#","goods":"#)
        json.list(order.lines.indices) { json, index in
            let line = order.lines[index]
            json.raw(#"{"no":"#)
            json.number(index + 1)
            json.raw(#","code":"#)
            json.quoted(line.goods.productID)
            json.raw(#","name":"#)
            json.text(line.goods.title)
            json.raw(#","tonnes":"#)
            json.thousandths(line.quantityMilli)
            json.raw(#","price_per_tonne":"#)
            json.yuan(line.goods.priceFen)
            json.raw(#","amount":"#)
            json.yuan(line.paidFen)
            json.raw("}")
        }
        json.raw(#","returns":"#)
        json.list(order.refunds(in: version)) { json, entry in
            json.raw(#"{"return_no":"ZR"#)
            json.number(entry.refund.number)
            json.raw(#"","goods_no":"#)
            json.number(entry.refund.line + 1)
            json.raw(#","state":""#)
            json.raw(entry.isDone ? "已退" : "处理中")
            json.raw(#"","tonnes":"#)
            json.thousandths(entry.refund.returnedMilli)
            json.raw(#","amount":"#)
            json.yuan(entry.refund.amountFen)
            json.raw(#","at":"#)
            json.beijing(entry.isDone ? entry.refund.doneAt : entry.refund.appliedAt)
            json.raw("}")
        }
        json.raw("}")
    }
}
