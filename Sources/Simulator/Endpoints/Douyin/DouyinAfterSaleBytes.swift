/// Writes one element of `afterSale.List`.
struct DouyinAfterSaleBytes {
    let order: OrderSpec
    let row: Shelf.RefundRow
    /// Some shops' answers write numbers as texts.
    let writesTexts: Bool

    func write(to json: inout JSONBytes) {
        let refund = order.refunds[row.refund]
        let line = order.lines[refund.line]
        // The money of a request that came to nothing stays stated.
        let items = refund.returnedMilli == 0 ? 0 : refund.returnedMilli / 1000
        json.raw(#"{"aftersale_info":{"aftersale_id":"#)
        json.quoted(refund.number)
        json.raw(#","aftersale_order_type":1,"related_id":"#)
        json.quoted(order.lineNumber(refund.line))
        number(#","aftersale_num":"#, items, to: &json)
        number(#","aftersale_type":"#, Int64(refund.douyinType), to: &json)
        number(#","aftersale_status":"#, Int64(refund.douyinStatus(isDone: row.isDone)), to: &json)
        number(#","refund_amount":"#, refund.amountFen, to: &json)
        number(#","refund_post_amount":"#, 0, to: &json)
        number(#","refund_tax_amount":"#, 0, to: &json)
        number(#","refund_status":"#, Int64(refund.douyinRefundStatus(isDone: row.isDone)), to: &json)
        json.raw(#","apply_time":"#)
        json.number(refund.appliedAt)
        json.raw(#","create_time":"#)
        json.number(refund.appliedAt)
        json.raw(#","update_time":"#)
        json.number(row.listedAt)
        json.raw(
            #","status_deadline":0,"got_pkg":1,"part_type":0,"refund_type":1,"remark":""},"order_info":{"shop_order_id":"#
        )
        json.quoted(order.number)
        json.raw(#","order_flag":0,"related_order_info":[{"sku_order_id":"#)
        json.quoted(order.lineNumber(refund.line))
        number(#","order_status":"#, refund.kind == .beforeShipping ? 4 : 5, to: &json)
        number(#","pay_amount":"#, line.paidFen + line.freightFen, to: &json)
        number(#","post_amount":"#, line.freightFen, to: &json)
        number(#","item_num":"#, line.quantityMilli / 1000, to: &json)
        number(#","aftersale_pay_amount":"#, refund.amountFen, to: &json)
        number(#","aftersale_post_amount":"#, 0, to: &json)
        number(#","aftersale_item_num":"#, items, to: &json)
        json.raw(#","create_time":"#)
        json.number(order.createdAt)
        json.raw(#","product_id":"#)
        json.quoted(line.goods.productID)
        json.raw(#","product_name":"#)
        json.text(line.goods.title)
        json.raw(#"}]},"text_part":{"aftersale_status_text":""#)
        json.raw(row.isDone ? "售后完成" : "待商家处理")
        json.raw(#""}}"#)
    }

    private func number(_ key: StaticString, _ value: Int64, to json: inout JSONBytes) {
        json.raw(key)
        writesTexts ? json.quoted(value) : json.number(value)
    }
}
