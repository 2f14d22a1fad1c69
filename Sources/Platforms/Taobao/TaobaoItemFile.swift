/// 淘宝, 天猫 and 千牛 宝贝导出, `ExportOrderDetailList…` since about 2020: one row for each item, by 子订单编号.
///
/// - CSV in GBK or XLSX. (B: headers of three importers.)
/// - **Money** is yuan. 买家实际支付金额 is the item's own, without freight (C), and gross of refunds (C; so is `payment` of an item in the
///   platform's interface, by its documentation): *paid* is that figure. *gross* = 价格 × 购买数量. Where the order's freight
///   stands in the file, it stands again in each of its rows, and is not read: the export of orders tells it.
/// - 退款金额 counts where 退款状态 says 退款成功; before that it is what was asked for. 无退款申请: nothing was.
/// - **State** is the item's own. 交易关闭 with 订单付款时间 is a sale that was closed.
/// - Rows stand by themselves, in any order.
/// - 备注 and what a merchant adds of the buyer is never read.
enum TaobaoItemFile {
    static let description = #"""
        kind: file
        name: taobao-items
        title: 淘宝/天猫宝贝导出
        platform: taobao
        channel: taobao
        recognised_by: [子订单编号, 主订单编号, 购买数量]
        rows: line
        columns:
          ids: [主订单编号, 子订单编号, 商品ID]
          amounts: [价格, 买家实际支付金额, 退款金额]
          times: [订单创建时间, 订单付款时间, 确认收货时间, 发货时间]
          quantities: [购买数量]
          optional: [商品ID, 商品属性, 确认收货时间, 发货时间]
          variants:
            标题: [商品标题, 宝贝标题]
            价格: [商品价格]
            买家实际支付金额: [买家实付金额]
          empty: {退款金额: [无退款申请]}
        order:
          id: 主订单编号
          status:
            path: 订单状态
            map:
              等待买家付款: unpaid
              买家已付款，等待卖家发货: sale
              "买家已付款,等待卖家发货": sale
              卖家已发货，等待买家确认: sale
              "卖家已发货,等待买家确认": sale
              交易成功: sale
              交易关闭: closed
            default: park
          created_at: 订单创建时间
          paid_at: 订单付款时间
          updated_at: latest
          lines:
            path: rows
            id: 子订单编号
            product: 商品ID
            title: 标题
            spec: 商品属性
            quantity: 购买数量
            price: 价格
            paid: 买家实际支付金额
            refunded: 退款金额
            refund_status:
              path: 退款状态
              map:
                退款成功: succeeded
                没有申请退款: without_refund
                退款关闭: without_refund
                买家已经申请退款，等待卖家同意: open
                "买家已经申请退款,等待卖家同意": open
                卖家已经同意退款，等待买家退货: open
                "卖家已经同意退款,等待买家退货": open
                买家已经退货，等待卖家确认收货: open
                "买家已经退货,等待卖家确认收货": open
                卖家拒绝退款: without_refund
              default: open
        """#
}
