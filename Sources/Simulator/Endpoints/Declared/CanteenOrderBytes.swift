import Domain

/// Writes one order of joint purchasing: milliseconds and fen.
struct CanteenOrderBytes {
    let order: OrderSpec
    let version: OrderSpec.Version

    func write(to json: inout JSONBytes) {
        json.raw(#"{"orderNo":"CY"#)
        json.number(order.number)
        json.raw(#"","supplierNo":"#)
        json.text(order.sellerID)
        json.raw(#","buyer":{"no":"#)
        json.text(order.purchaser?.id ?? "")
        json.raw(#","name":"#)
        json.text(order.purchaser?.name ?? "")
        json.raw(#","county":"#)
        json.number(order.buyerPlace.code)
        json.raw(#"},"state":"#)
        json.number(version.state == .unpaid ? 10 : version.state == .cancelled ? 90 : 30)
        json.raw(#","orderedAt":"#)
        json.number(order.createdAt * 1000)
        json.raw(#","updatedAt":"#)
        json.number(version.updatedAt * 1000)
        json.raw(#","goods":"#)
        json.list(order.lines.indices) { json, index in
            let line = order.lines[index]
            json.raw(#"{"lineNo":"#)
            json.number(index + 1)
            json.raw(#","goodsNo":"#)
            json.quoted(line.goods.productID)
            json.raw(#","skuNo":"#)
            json.quoted(line.goods.skuID)
            json.raw(#","goodsName":"#)
            json.text(line.goods.title)
            json.raw(#","spec":"#)
            json.text(line.goods.spec)
            json.raw(#","num":"#)
            json.thousandths(line.quantityMilli)
            json.raw(#","unit":"#)
            json.text(line.goods.unit.word)
            json.raw(#","priceFen":"#)
            json.number(line.goods.priceFen)
            json.raw(#","payFen":"#)
            json.number(line.paidFen)
            json.raw("}")
        }
        json.raw("}")
    }
}

/// Writes one return of joint purchasing.
struct CanteenReturnBytes {
    let order: OrderSpec
    let row: Shelf.RefundRow

    func write(to json: inout JSONBytes) {
        let refund = order.refunds[row.refund]
        json.raw(#"{"returnNo":"CR"#)
        json.number(refund.number)
        json.raw(#"","orderNo":"CY"#)
        json.number(order.number)
        json.raw(#"","lineNo":"#)
        json.number(refund.line + 1)
        json.raw(#","supplierNo":"#)
        json.text(order.sellerID)
        json.raw(#","state":"#)
        json.number(row.isDone ? 2 : 1)
        json.raw(#","fen":"#)
        json.number(refund.amountFen)
        json.raw(#","num":"#)
        json.thousandths(refund.returnedMilli)
        json.raw(#","updatedAt":"#)
        json.number(row.listedAt * 1000)
        json.raw("}")
    }
}
