/// 京东商家后台 订单导出: one row per SKU of an order, what the order paid in each of them.
///
/// - GBK CSV or XLSX; columns come in any order. (B: headers published by two importers; cells not checked live.)
/// - **Money** is yuan. 应付金额 is the order's, with freight, and stands in each row: *paid* = 应付金额 − 运费金额, spread over the
///   rows by 京东价 × 订购数量 (largest remainder). 订单金额 and 结算金额 are the order's too, and are not read. 余额支付 is the buyer's
///   own money, and within 应付金额. Gross of refunds: the file does not tell of them.
/// - **State**: （删除）… is an order that was cancelled after payment: its lines are closed, and what no after-sale explains is
///   a derived refund. A sale without 付款确认时间 (cash on delivery) cannot be dated from the file, and is parked. The words are
///   those that are seen in exports, not a published list. (?)
/// - There is no number of a line: it is the SKU within the order.
/// - Buyer's account, name, address, phone and words are never read.
enum JDOrderFile {
    static let description = #"""
        kind: file
        name: jd-orders
        title: 京东订单导出
        platform: jd
        channel: jd
        recognised_by: [京东价, 应付金额, 订购数量]
        rows: order
        columns:
          ids: [订单号, 商品ID]
          amounts: [京东价, 应付金额, 运费金额]
          times: [下单时间, 付款确认时间, 订单完成时间]
          quantities: [订购数量]
          optional: [商家备注, 订单完成时间]
        key: {line: [商品ID]}
        order:
          id: 订单号
          status:
            path: 订单状态
            map:
              等待付款: unpaid
              等待付款确认: unpaid
              等待出库: sale
              等待打印: sale
              等待确认收货: sale
              等待发货: sale
              已发货: sale
              完成: sale
              已完成: sale
              锁定: sale
              已取消: closed
              （删除）等待付款: closed
              （删除）等待付款确认: closed
              （删除）等待出库: closed
              （删除）等待确认收货: closed
              （删除）完成: closed
              （删除）锁定: closed
            default: park
          created_at: 下单时间
          paid_at: 付款确认时间
          updated_at: latest
          paid: {path: 应付金额, less: [运费金额]}
          freight: 运费金额
          remark: 商家备注
          lines: {path: rows, id: line, product: 商品ID, title: 商品名称, quantity: 订购数量, price: 京东价}
        """#
}
