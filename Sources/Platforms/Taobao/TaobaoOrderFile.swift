/// 淘宝, 天猫 and 千牛 订单导出, `ExportOrderList…`: one row for each order.
///
/// - CSV in GBK of 2014 and 2017 (49 columns, blanks behind some names), 2020 and later (支付单号, 支付详情 and 确认收货时间 added), or XLSX
///   of 千牛 since 2025 (买家实付金额, 商品标题). (B: headers of several importers; the last: C.) Ids are written `="…"`.
/// - **Money** is yuan. 买家实际支付金额 is with freight and *net of refunds*: what was refunded has been taken out, down to 0.00 of an
///   order that was refunded whole (B), so *paid* = 买家实际支付金额 + 退款金额 − 买家应付邮费. A refund may have freight in it, which the file
///   does not tell apart: then more is refunded than was paid for the goods, which is shown as a difference. There is no list
///   price: *gross* is what was paid.
/// - **State**: 交易关闭 with 订单付款时间 is an order that was closed after payment. 千牛's file has no 订单状态: there an order with 订单付款时间
///   is a sale. It has no 宝贝总数量 either: there an order is one piece, whatever was bought. The import says both.
/// - An order is one line, `#0`, whatever it holds; the export of items tells them apart. Its 宝贝标题 names all of them.
/// - The address holds the place and the street in one cell: it is never read, nor receiver, phones, 买家会员名, 支付宝账号 and 买家留言.
enum TaobaoOrderFile {
    static let description = #"""
        kind: file
        name: taobao-orders
        title: 淘宝/天猫订单导出
        platform: taobao
        channel: taobao
        recognised_by: [订单编号, 买家应付货款, 买家应付邮费]
        paid_is: net_of_refunds
        rows: order
        columns:
          ids: [订单编号]
          amounts: [买家实际支付金额, 退款金额, 买家应付邮费]
          times: [订单创建时间, 订单付款时间, 确认收货时间, 发货时间]
          quantities: [宝贝总数量]
          optional: [商品属性SKU, 订单备注, 确认收货时间, 发货时间]
          variants:
            买家实际支付金额: [买家实付金额]
            宝贝标题: [商品标题]
            订单备注: [商家备忘, 商家备注]
          absent: {订单状态: 未导出, 宝贝总数量: 1}
        order:
          id: 订单编号
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
              未导出: sale_if_dated
            default: park
          created_at: 订单创建时间
          paid_at: 订单付款时间
          updated_at: latest
          paid: {path: 买家实际支付金额, plus: [退款金额], less: [买家应付邮费]}
          freight: 买家应付邮费
          remark: 订单备注
          lines: {title: 宝贝标题, spec: 商品属性SKU, quantity: 宝贝总数量, refunded: 退款金额}
        """#
}
