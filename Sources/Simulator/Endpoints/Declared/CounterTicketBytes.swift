import Domain

/// Writes one ticket of a counter: a day, a venue, fen, several units; returns stand inside.
struct CounterTicketBytes {
    let order: OrderSpec
    let version: OrderSpec.Version

    func write(to json: inout JSONBytes) {
        json.raw(#"{"ticket":"SQ"#)
        json.number(order.number)
        json.raw(#"","venue":{"code":"#)
        json.text(order.sellerID)
        json.raw(#","kind":""#)
        json.raw(order.occasion == "hall" ? "专馆" : "专区")
        json.raw(#""},"day":"#)
        json.text(Instant(seconds: order.createdAt).day.description)
        json.raw(#","created":"#)
        json.beijing(order.createdAt)
        json.raw(#","updated":"#)
        json.beijing(version.updatedAt)
        json.raw(#","total_fen":"#)
        json.number(order.lines.reduce(0) { $0 + $1.paidFen })
        json.raw(#","rows":"#)
        json.list(order.lines.indices) { json, index in
            let line = order.lines[index]
            json.raw(#"{"row":"#)
            json.number(index + 1)
            json.raw(#","code":"#)
            json.quoted(line.goods.productID)
            json.raw(#","sku":"#)
            json.quoted(line.goods.skuID)
            json.raw(#","name":"#)
            json.text(line.goods.title)
            json.raw(#","spec":"#)
            json.text(line.goods.spec)
            json.raw(#","amount":"#)
            json.thousandths(line.quantityMilli)
            json.raw(#","unit":"#)
            json.text(line.goods.unit.word)
            json.raw(#","price_fen":"#)
            json.number(line.goods.priceFen)
            json.raw(#","paid_fen":"#)
            json.number(line.paidFen)
            json.raw("}")
        }
        json.raw(#","returns":"#)
        json.list(order.refunds(in: version)) { json, entry in
            json.raw(#"{"id":"SR"#)
            json.number(entry.refund.number)
            json.raw(#"","row":"#)
            json.number(entry.refund.line + 1)
            json.raw(#","done":"#)
            json.raw(entry.isDone ? "1" : "0")
            json.raw(#","amount":"#)
            json.thousandths(entry.refund.returnedMilli)
            json.raw(#","fen":"#)
            json.number(entry.refund.amountFen)
            json.raw(#","at":"#)
            json.beijing(entry.isDone ? entry.refund.doneAt : entry.refund.appliedAt)
            json.raw("}")
        }
        json.raw("}")
    }
}
