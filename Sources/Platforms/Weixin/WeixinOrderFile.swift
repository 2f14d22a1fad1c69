/// 微信小店 订单导出: one row for each product of an order, what the order paid in each of them.
///
/// - CSV or XLSX; 57 columns, later 带货ID, 活动商家补贴 and those of 企业微信. (B: headers of two importers.)
/// - **Money** is yuan. 订单实际支付金额 is the order's, with freight, and stands in each row (A for the interface's `order_price`):
///   *paid* = 订单实际支付金额 − 订单运费, spread over the rows by 商品实际价格(总共), what each cost after its own discounts. 订单实际收款金额
///   has what the platform adds, and is not read. 商品平台券优惠 is the platform's; 商品优惠, 跨店优惠 and 积分抵扣 are the order's, and not
///   told by line. *gross* = 商品价格(单件) × 商品数量.
/// - Gross of refunds: 商品已退款金额 is what was refunded of the row so far, 0 where nothing was. (? with freight or without.)
/// - **State**: 已取消 with 支付时间 is an order that was closed after payment. 待发货, 已发货, 已完成, 已取消 (C); the others are the words
///   of the interface (A). 支付方式 tells lotteries and points, which are no sales; of its other words the order's state holds.
/// - There is no number of a line: it is the product and the shop's code of its SKU within the order.
/// - **Host** is 带货ID where the file has it (0: none).
/// - Receiver, phone, address, 买家备注 and 交易单号 are never read.
enum WeixinOrderFile {
    static let description = #"""
        kind: file
        name: weixin-orders
        title: 微信小店订单导出
        platform: weixin
        channel: weixin
        recognised_by: [订单下单时间, 商品编码(平台)]
        rows: order
        columns:
          ids: [订单号, 商品编码(平台), 带货ID]
          amounts:
            [订单实际支付金额, 订单运费, 商品价格(单件), 商品实际价格(总共), 商品平台券优惠, 商品已退款金额]
          times: [订单下单时间, 支付时间, 订单发货时间, 订单确认收货时间, 订单完成结算时间]
          quantities: [商品数量]
          optional:
            [SKU编码(自定义), 商品属性, 商品平台券优惠, 带货ID, 商家备注, 支付方式, 省, 市, 区, 订单发货时间, 订单确认收货时间,
             订单完成结算时间]
          empty: {带货ID: ["0"]}
        key: {line: [商品编码(平台), SKU编码(自定义)]}
        order:
          id: 订单号
          status:
            path: 订单状态
            map:
              待付款: unpaid
              礼物待收下: sale_if_dated
              凑单买凑团中: sale_if_dated
              待发货: sale
              部分发货: sale
              待收货: sale
              已发货: sale
              完成: sale
              已完成: sale
              取消: closed
              已取消: closed
              全部售后后取消: closed
            default: park
          created_at: 订单下单时间
          paid_at: 支付时间
          updated_at: latest
          paid: {path: 订单实际支付金额, less: [订单运费]}
          freight: 订单运费
          buyer_place: {province: 省, city: 市, county: 区}
          remark: 商家备注
          lines:
            path: rows
            id: line
            product: 商品编码(平台)
            title: 商品名称
            spec: 商品属性
            quantity: 商品数量
            price: 商品价格(单件)
            spread_by: 商品实际价格(总共)
            subsidies: {platform: 商品平台券优惠}
            refunded: 商品已退款金额
            host: 带货ID
            status:
              path: 支付方式
              map:
                微信支付: order
                先用后付: order
                抽奖商品0元订单: lottery
                会员积分兑换订单: points
              default: order
        """#
}
