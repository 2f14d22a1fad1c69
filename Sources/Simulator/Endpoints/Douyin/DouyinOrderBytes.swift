/// Writes one order of `order.searchList` as the platform does: header, masked receiver, lines.
struct DouyinOrderBytes {
    let order: OrderSpec
    let version: OrderSpec.Version
    let account: Account
    /// Some shops' answers write numbers as texts.
    let writesTexts: Bool

    func write(to json: inout JSONBytes) {
        json.raw(#"{"shop_id":"#)
        json.raw(Array(account.shopID.utf8))
        json.raw(#","shop_name":"#)
        json.text(account.title)
        json.raw(#","order_id":"#)
        json.quoted(order.number)
        json.raw(#","order_level":2,"biz":2,"biz_desc":"小店","order_type":0,"order_type_desc":"普通订单","#)
        writeState(to: &json)
        writeMoney(to: &json)
        writeReceiver(to: &json)
        json.raw(#","sku_order_list":"#)
        json.list(order.lines.indices) { json, index in
            DouyinLineBytes(of: self, index: index).write(to: &json)
        }
        json.raw("}")
    }

    /// Times, states and kinds, which header and lines state alike.
    func writeState(to json: inout JSONBytes) {
        let isUnpaid = order.paidAt == 0 || version.state == .unpaid
        let shippedAt = order.time(of: .shipped, in: version)
        json.raw(#""trade_type":"#)
        json.number(order.kind.douyinTradeType)
        json.raw(#","order_status":"#)
        json.number(version.state.douyinStatus)
        json.raw(#","order_status_desc":""#)
        json.raw(version.state.douyinWord)
        json.raw(#"","create_time":"#)
        json.number(order.createdAt)
        json.raw(#","pay_time":"#)
        json.number(isUnpaid ? 0 : order.paidAt)
        json.raw(#","update_time":"#)
        json.number(version.updatedAt)
        json.raw(#","finish_time":"#)
        json.number(order.time(of: .finished, in: version))
        json.raw(#","ship_time":"#)
        json.number(shippedAt)
        json.raw(#","exp_ship_time":"#)
        json.number(isUnpaid ? 0 : order.paidAt + 172_800)
        json.raw(
            #","order_expire_time":1800,"b_type":2,"b_type_desc":"抖音","sub_b_type":1,"app_id":"1128","pay_type":"#
        )
        json.number(order.kind == .sentSample ? 7 : 1 + Int(order.number / 10 % 2))
        json.raw(#","cancel_reason":""#)
        json.raw(version.state == .cancelled ? "用户取消" : "")
        json.raw(#"","#)
    }

    private func writeMoney(to json: inout JSONBytes) {
        var sums = DouyinMoney()
        for line in order.lines {
            sums.add(DouyinMoney(line))
        }
        sums.write(to: &json)
        json.raw(#","seller_remark_stars":0,"buyer_words":"#)
        json.text(order.buyerWords)
        json.raw(#","seller_words":"#)
        json.text(order.sellerWords)
        json.raw(",")
    }

    private func writeReceiver(to json: inout JSONBytes) {
        json.raw(#""open_id":"sim-"#)
        json.number(order.buyerNumber)
        json.raw(#"","doudian_open_id":"1@#sim"#)
        json.number(order.buyerNumber)
        json.raw(#"==","encrypt_post_tel":"$$sim"#)
        json.number(order.buyerNumber)
        json.raw(#"$1$$","encrypt_post_receiver":"$$sim"#)
        json.number(order.buyerNumber)
        json.raw(#"$2$$","mask_post_receiver":"#)
        json.text(PersonNames.masked(order.buyerNumber))
        json.raw(#","mask_post_tel":"#)
        json.text(order.maskedPhone)
        json.raw(#","post_addr":"#)
        writeAddress(to: &json)
        json.raw(#","mask_post_addr":"#)
        writeAddress(to: &json)
    }

    private func writeAddress(to json: inout JSONBytes) {
        let place = order.buyerPlace
        json.raw(#"{"province":{"name":"#)
        json.text(place.province)
        json.raw(#","id":"#)
        json.quoted(place.provinceCode)
        json.raw(#"},"city":{"name":"#)
        json.text(place.city)
        json.raw(#","id":"#)
        json.quoted(place.cityCode)
        json.raw(#"},"town":{"name":"#)
        json.text(place.name)
        json.raw(#","id":"#)
        json.quoted(place.code)
        json.raw(#"},"street":{"name":"城关镇","id":""#)
        json.number(place.code)
        json.raw(#"100"},"encrypt_detail":"$$detail"#)
        json.number(order.buyerNumber)
        json.raw(#"$3$$"}"#)
    }
}

/// The amounts that header and lines state alike, in fen; the header's are the lines' sums.
struct DouyinMoney {
    private var grossFen: Int64 = 0
    private var paidFen: Int64 = 0
    private var freightFen: Int64 = 0
    private var shopFen: Int64 = 0
    private var platformFen: Int64 = 0
    private var talentFen: Int64 = 0

    init() {}

    init(_ line: LineSpec) {
        grossFen = line.grossFen
        paidFen = line.paidFen
        freightFen = line.freightFen
        shopFen = line.isGift ? line.grossFen : line.shopDiscountFen
        platformFen = line.platformDiscountFen
        talentFen = line.talentDiscountFen
    }

    mutating func add(_ other: DouyinMoney) {
        grossFen += other.grossFen
        paidFen += other.paidFen
        freightFen += other.freightFen
        shopFen += other.shopFen
        platformFen += other.platformFen
        talentFen += other.talentFen
    }

    /// What was due is within `order_amount` and `pay_amount` with the freight.
    func write(to json: inout JSONBytes) {
        json.raw(#""order_amount":"#)
        json.number(grossFen + freightFen)
        json.raw(#","pay_amount":"#)
        json.number(paidFen + freightFen)
        json.raw(#","post_amount":"#)
        json.number(freightFen)
        json.raw(#","post_insurance_amount":0,"modify_amount":0,"modify_post_amount":0,"tax_amount":0,"#)
        json.raw(#""promotion_pay_amount":0,"promotion_redpack_amount":0,"promotion_amount":"#)
        json.number(shopFen + platformFen + talentFen)
        json.raw(#","promotion_shop_amount":"#)
        json.number(shopFen)
        json.raw(#","promotion_platform_amount":"#)
        json.number(platformFen)
        json.raw(#","promotion_talent_amount":"#)
        json.number(talentFen)
        json.raw(#","shop_cost_amount":"#)
        json.number(shopFen)
        json.raw(#","platform_cost_amount":"#)
        json.number(platformFen + talentFen)
        json.raw(#","only_platform_cost_amount":"#)
        json.number(platformFen)
        json.raw(#","author_cost_amount":"#)
        json.number(talentFen)
    }
}
