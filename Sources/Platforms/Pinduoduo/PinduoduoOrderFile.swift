/// 拼多多商家后台 订单明细: one row per order, which has one kind of goods.
///
/// - Columns are those of one real file, others add 省/市/区 (often `****`), 支付时间, 拼单成功时间 and 订单来源, and merchants
///   choose columns. (B: headers read by several importers; cells not checked live.) Ids may be followed by a tab.
/// - **Money** is yuan. 用户实付金额 is what the buyer paid, with 邮费 and after all discounts: *paid* = 用户实付金额 − 邮费. 商家实收金额
///   also holds what the platform bore, and is not read. Gross of refunds: the file has no amount of them. *gross* = 商品总价.
/// - **Time**: 支付时间 where the file has it, else 拼单成功时间, else 订单成交时间 (when the group was full). A cell that is blank is
///   not made up: the number begins with the day of the order (`221101-…`), which near midnight is not that of the payment. Such
///   an order is parked, and so is a cancelled one without any time.
/// - **State**: …退款成功 is an order that was paid and refunded: it is closed, and what no after-sale explains is a derived
///   refund. Whether only a part was paid back does not stand in the file, so of 已发货 and 已收货 too little may count. (?)
/// - 售后状态 says nothing that 订单状态 does not say and is not read. There is no live host, room or source of the visit.
/// - Receiver, phone, street and the buyer's words are never read.
enum PinduoduoOrderFile {
    static let description = #"""
        kind: file
        name: pinduoduo-orders
        title: 拼多多订单明细
        platform: pinduoduo
        channel: pinduoduo
        recognised_by: [商品总价(元), 用户实付金额(元), 商品数量(件)]
        rows: order
        columns:
          ids: [订单号, 商品id, 样式ID]
          amounts: [商品总价(元), 邮费(元), 店铺优惠折扣(元), 平台优惠折扣(元), 多多支付立减金额(元), 用户实付金额(元)]
          times: [支付时间, 订单创建时间, 订单成交时间, 发货时间, 确认收货时间]
          quantities: [商品数量(件)]
          optional:
            [订单创建时间, 订单成交时间, 发货时间, 确认收货时间, 店铺优惠折扣(元), 平台优惠折扣(元), 多多支付立减金额(元), 商品id, 样式ID, 商品规格, 商家备注, 省, 市, 区]
          variants: {支付时间: [拼单成功时间, 订单成交时间], 样式ID: [规格ID]}
        order:
          id: 订单号
          status:
            path: 订单状态
            map:
              待付款: unpaid
              待发货: sale
              已发货，待收货: sale
              已发货，待签收: sale
              已收货: sale
              已签收: sale
              已取消: closed
              未成交，退款成功: closed
              已取消，退款成功: closed
              未发货，退款成功: closed
              已发货，退款成功: closed
              已收货，退款成功: closed
              已签收，退款成功: closed
            default: park
          created_at: 订单创建时间
          paid_at: 支付时间
          updated_at: latest
          paid: {path: 用户实付金额(元), less: [邮费(元)]}
          freight: 邮费(元)
          buyer_place: {province: 省, city: 市, county: 区}
          remark: 商家备注
          lines:
            product: 商品id
            sku: 样式ID
            title: 商品
            spec: 商品规格
            quantity: 商品数量(件)
            gross: 商品总价(元)
            subsidies: {shop: 店铺优惠折扣(元), platform: {path: 平台优惠折扣(元), plus: [多多支付立减金额(元)]}}
        """#
}
