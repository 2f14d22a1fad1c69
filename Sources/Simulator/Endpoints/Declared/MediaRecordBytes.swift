/// Writes one record of the media campaign: an outlet, a buyer, one kind of goods by the tonne.
struct MediaRecordBytes {
    let order: OrderSpec
    let version: OrderSpec.Version

    func write(to json: inout JSONBytes) {
        guard let line = order.lines.first else { return }
        let done = order.refunds(in: version).filter(\.isDone).map(\.refund)
        json.raw(#"{"id":"MT"#)
        json.number(order.number)
        json.raw(#"","outlet":"#)
        json.text(order.sellerID)
        json.raw(#","buyer_id":"#)
        json.text(order.purchaser?.id ?? "")
        json.raw(#","buyer_name":"#)
        json.text(order.purchaser?.name ?? "")
        json.raw(#","buyer_county":"#)
        json.quoted(order.buyerPlace.code)
        json.raw(#","state":""#)
        json.raw(version.state == .unpaid ? "未付" : version.state == .cancelled ? "作废" : "成交")
        json.raw(#"","ordered":"#)
        json.beijing(order.createdAt)
        json.raw(#","paid":"#)
        json.beijing(version.state == .unpaid ? 0 : order.paidAt)
        json.raw(#","changed":"#)
        json.beijing(version.updatedAt)
        json.raw(#","goods":"#)
        json.text(line.goods.title)
        json.raw(#","goods_code":"#)
        json.quoted(line.goods.productID)
        json.raw(#","origin":"#)
        json.quoted(line.goods.origin)
        json.raw(#","tonnes":"#)
        json.thousandths(line.quantityMilli)
        json.raw(#","price":"#)
        json.yuan(line.goods.priceFen)
        json.raw(#","total":"#)
        json.yuan(line.paidFen)
        json.raw(#","refund":"#)
        json.yuan(done.reduce(0) { $0 + $1.amountFen })
        json.raw(#","refund_tonnes":"#)
        json.thousandths(done.reduce(0) { $0 + $1.returnedMilli })
        json.raw(#","refund_at":"#)
        json.beijing(done.last?.doneAt ?? 0)
        json.raw("}")
    }
}
