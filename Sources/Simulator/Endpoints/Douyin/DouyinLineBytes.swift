/// Writes one element of `sku_order_list`.
struct DouyinLineBytes {
    private let parent: DouyinOrderBytes
    private let index: Int
    private let line: LineSpec

    init(of parent: DouyinOrderBytes, index: Int) {
        self.parent = parent
        self.index = index
        line = parent.order.lines[index]
    }

    func write(to json: inout JSONBytes) {
        json.raw(#"{"order_id":"#)
        json.quoted(parent.order.lineNumber(index))
        json.raw(#","parent_order_id":"#)
        json.quoted(parent.order.number)
        json.raw(#","order_level":3,"biz":2,"order_type":0,"#)
        parent.writeState(to: &json)
        DouyinMoney(line).write(to: &json)
        writeGoods(to: &json)
        writeHost(to: &json)
        writeAfterSale(to: &json)
        json.raw("}")
    }

    private func writeGoods(to json: inout JSONBytes) {
        let goods = line.goods
        json.raw(#","origin_amount":"#)
        json.number(goods.priceFen)
        json.raw(#","sum_amount":"#)
        json.number(line.grossFen)
        json.raw(#","item_num":"#)
        json.number(line.quantityMilli / 1000)
        json.raw(#","goods_type":0,"has_tax":false,"is_comment":0,"product_id":"#)
        json.number(goods.productID)
        json.raw(#","product_id_str":"#)
        json.quoted(goods.productID)
        json.raw(#","sku_id":"#)
        parent.writesTexts ? json.quoted(goods.skuID) : json.number(goods.skuID)
        json.raw(
            #","code":"","out_sku_id":"0","first_cid":20005,"second_cid":20174,"third_cid":20174,"fourth_cid":0,"#
        )
        json.raw(
            #""product_pic":"https://p9-aio.ecombdimg.com/obj/ecom-shop-material/sim.jpg","product_name":"#)
        json.text(goods.title)
        json.raw(#","spec":[{"name":"规格","value":"#)
        json.text(goods.spec)
        json.raw(#"}],"given_product_type":""#)
        json.raw(line.isGift ? "FREE" : parent.order.lines.contains { $0.isGift } ? "MASTER" : "")
        json.raw(#"""#)
    }

    private func writeHost(to json: inout JSONBytes) {
        json.raw(#","author_id":"#)
        let hostID = line.host?.id ?? 0
        parent.writesTexts ? json.quoted(hostID) : json.number(hostID)
        json.raw(#","author_name":"#)
        json.text(line.host?.name ?? "")
        json.raw(
            line.roomID == 0
                ? #","theme_type":"0","theme_type_desc":"其他""# : #","theme_type":"1","theme_type_desc":"直播间""#
        )
        json.raw(#","room_id":"#)
        json.number(line.roomID)
        json.raw(#","room_id_str":"#)
        json.quoted(line.roomID)
        json.raw(#","content_id":"#)
        json.quoted(line.roomID)
        json.raw(#","video_id":"0","origin_id":"0","cid":0,"send_pay":7,"page_id":0,"#)
        // A host without a room sells by the affiliate market.
        json.raw(
            hostID != 0 && line.roomID == 0
                ? #""c_biz":2,"c_biz_desc":"精选联盟","# : #""c_biz":8,"c_biz_desc":"小店自卖","#)
        json.raw(#""sku_order_tag_ui":[]"#)
    }

    /// What the order says of an after-sale: a state, never an amount.
    private func writeAfterSale(to json: inout JSONBytes) {
        let known = parent.order.refunds.last { $0.line == index && $0.appliedAt <= parent.version.updatedAt }
        let isDone = known.map { $0.doneAt <= parent.version.updatedAt } ?? false
        json.raw(#","after_sale_info":{"after_sale_status":"#)
        json.number(known?.douyinStatus(isDone: isDone) ?? 0)
        json.raw(#","after_sale_type":"#)
        json.number(known?.douyinType ?? 0)
        json.raw(#","refund_status":"#)
        json.number(known?.douyinRefundStatus(isDone: isDone) ?? 0)
        json.raw("}")
    }
}

extension OrderSpec {
    /// The number of a line: the first has its order's own, as the platform does it.
    func lineNumber(_ index: Int) -> UInt64 { number + UInt64(index) }
}
