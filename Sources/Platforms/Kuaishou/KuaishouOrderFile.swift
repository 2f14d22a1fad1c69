/// 快手小店 订单导出: one row for each order, and each order holds one SKU.
///
/// - CSV or XLSX, the latter often with a password; 61 columns, later 64 (国补类型, 发货类型, 订单销售主体). (B: the headers of two
///   importers; one order a row: C, seen by one of them in 213,351 rows.) Where a file says an order twice, both are parked.
/// - **Money** is yuan. 实付款 is what the buyer paid, with 快递费: *paid* = 实付款 − 快递费. (? whether freight is inside: as `totalFee` of
///   the platform's own interface.) 店铺优惠, 平台补贴, 主播补贴 and 支付优惠, 国补/类国补/消费券 are what others bore, outside 实付款, as
///   in the platform's statements. (?) Who bears 混资活动优惠 is not told, so it is not read. *gross* = 商品单价 × 成交数量.
/// - Gross of refunds: 售后状态 has no amount. What was closed after payment is a derived refund.
/// - **State**: 交易关闭 with 订单支付时间 is a sale that was closed. 待发货, 已发货, 已收货, 交易成功, 交易关闭 (C); the others are the words
///   of the platform's interface (A). A presale has 预售定金支付时间 alone until its final payment, and waits unpaid. (?)
/// - An order that is a gift is paid 0 and not told from others; 赠品订单号 is not read.
/// - **Host** is CPS达人ID (0: none); 团长 and 快赚客 are not on air.
/// - Receiver, phone, street, 实名姓名 and 买家留言 are never read.
enum KuaishouOrderFile {
    static let description = #"""
        kind: file
        name: kuaishou-orders
        title: 快手小店订单导出
        platform: kuaishou
        channel: kuaishou
        recognised_by: [成交数量, CPS达人ID]
        rows: order
        columns:
          ids: [订单号, 商品ID, CPS达人ID]
          amounts: [实付款, 快递费, 商品单价, 店铺优惠, 平台补贴, 主播补贴, 支付优惠, 国补/类国补/消费券]
          times: [订单创建时间, 订单支付时间, 预售定金支付时间, 发货时间]
          quantities: [成交数量]
          optional:
            [商品ID, 商品规格, 店铺优惠, 平台补贴, 主播补贴, 支付优惠, 国补/类国补/消费券, 预售定金支付时间, 发货时间, 订单备注,
             收货地址-省, 收货地址-市, 收货地址-区]
          variants: {订单号: [订单编号], 实付款: [订单应付金额]}
          empty: {CPS达人ID: ["0"]}
        order:
          id: 订单号
          status:
            path: 订单状态
            map:
              待付款: unpaid
              已付款: sale
              待发货: sale
              已发货: sale
              待收货: sale
              已收货: sale
              已签收: sale
              交易成功: sale
              交易关闭: closed
              已关闭: closed
            default: park
          created_at: 订单创建时间
          paid_at: 订单支付时间
          updated_at: latest
          paid: {path: 实付款, less: [快递费]}
          freight: 快递费
          buyer_place: {province: 收货地址-省, city: 收货地址-市, county: 收货地址-区}
          remark: 订单备注
          lines:
            product: 商品ID
            title: 商品名称
            spec: 商品规格
            quantity: 成交数量
            price: 商品单价
            subsidies:
              shop: 店铺优惠
              platform: {path: 平台补贴, plus: [支付优惠]}
              talent: 主播补贴
              state: 国补/类国补/消费券
            host: CPS达人ID
        """#
}
