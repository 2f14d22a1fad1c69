/// 有赞 订单导出 by goods: one row per line of an order.
///
/// - Merchants choose columns. (B: two importers check the whole header of 36 and 38 columns, two more read single ones, among them
///   买家付款时间, 订单创建时间, 商品ID and 订单类型; cells not checked live.) 买家付款时间 must be chosen: 交易成功时间 is when the buyer had it.
/// - **Money** is yuan, the row's own. 商品实际成交金额 is what was paid for the line after the shop's share of discounts, without freight:
///   *paid*. *gross* = 商品单价 × 商品数量. 商品已退款金额 is what was paid back of the line so far. The file has no freight.
/// - There is no number of a line: it is 商品ID, 规格编码, 商品规格 and 商品名称 within the order, as far as the file has them; the same
///   goods twice in an order are told apart by their place.
/// - **State** is the line's. 交易关闭 after payment is closed: what 商品已退款金额 does not explain is a derived refund.
/// - Receiver, phones, address, nickname and the buyer's words are never read.
enum YouzanItemFile {
    static let description = #"""
        kind: file
        name: youzan-items
        title: 有赞订单商品
        platform: youzan
        channel: youzan
        recognised_by: [订单号, 订单商品状态, 商品实际成交金额]
        rows: order
        columns:
          ids: [订单号, 商品ID]
          amounts: [商品单价, 店铺优惠（分摊）, 商品实际成交金额, 商品已退款金额]
          times: [订单创建时间, 买家付款时间, 交易成功时间]
          quantities: [商品数量]
          optional: [商品ID, 规格编码, 商品规格, 店铺优惠（分摊）, 商品已退款金额, 订单创建时间, 交易成功时间, 收货人省份, 收货人城市, 收货人地区, 商家订单备注, 商品类目]
          variants: {商品类目: [商品目录]}
        key: {line: [商品ID, 规格编码, 商品规格, 商品名称]}
        order:
          id: 订单号
          status:
            path: 订单商品状态
            map: STATES
            default: park
          created_at: 订单创建时间
          paid_at: 买家付款时间
          updated_at: latest
          buyer_place: {province: 收货人省份, city: 收货人城市, county: 收货人地区}
          remark: 商家订单备注
          lines:
            path: rows
            id: line
            status:
              path: 订单商品状态
              map: STATES
              default: park
            product: 商品ID
            sku: 规格编码
            title: 商品名称
            spec: 商品规格
            category: 商品类目
            quantity: 商品数量
            price: 商品单价
            paid: 商品实际成交金额
            refunded: 商品已退款金额
            subsidies: {shop: 店铺优惠（分摊）}
        """#.replacing("STATES", with: states)

    /// What the words for states mean.
    static let states =
        "{待付款: unpaid, 待接单: sale, 待成团: sale, 待发货: sale, 部分发货: sale, 已发货: sale, 交易完成: sale, 已完成: sale, 交易关闭: closed, 已关闭: closed}"
}
