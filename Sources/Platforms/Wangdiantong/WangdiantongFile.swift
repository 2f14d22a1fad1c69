/// 旺店通 订单明细: an ERP's parcels, one row per line of a platform's order in a parcel, with rows of several shops.
///
/// - An ERP is a source, never a channel: 店铺 is its name of a shop, and the account that has it as its alias says where the
///   orders were sold. Rows of other shops wait.
/// - A parcel (订单编号) may hold several of the platform's orders, an order may lie in several parcels, and is merged and split
///   again. So parcels are not read: a row is a line of the platform's order, with the platform's numbers. A line in two parcels
///   or a set that was taken apart (拆自组合装) stands in several rows: the first counts, the others are parked.
/// - Which column holds which number differs. Where there is 原始子单号 (or 子单原始子订单号) it is the line's, and 子单原始单号 the
///   order's (`details`; C: three importers). Where there is none, 子单原始单号 is the line's and 原始单号 the order's (`orders`).
/// - **Money** is yuan with up to four decimals. 分摊后总价 is the row's own, after discounts and without freight: *paid*. 买家实付 and
///   应收金额 are the parcel's and stand in each of its rows; they are not read, and neither is freight. Gross of refunds.
/// - **State**: 已取消 is a parcel that was given up, which says nothing of the order; gifts that the ERP put in are no lines of
///   it. Both are passed over. 全部退款 closes the line; 部分退款 has no amount here, its refund is the platform's to tell.
///   (State words: as remembered from the interface of the ERP, not looked up again. (?))
/// - Receiver, phones, address, nickname and the buyer's words are never read.
enum WangdiantongFile {
    /// With a column of its own for the line's number.
    static let details =
        #"""
        kind: file
        name: wangdiantong-details
        title: 旺店通订单明细
        platform: wangdiantong
        channel: by_shop
        recognised_by: [订单编号, 子单原始单号, 原始子单号, 分摊后总价]

        """# + rows(order: "子单原始单号", line: "原始子单号")

    /// Without one: the line's number stands where others have the order's.
    static let orders =
        #"""
        kind: file
        name: wangdiantong-orders
        title: 旺店通订单
        platform: wangdiantong
        channel: by_shop
        recognised_by: [订单编号, 子单原始单号, 原始单号, 分摊后总价]
        unless: [原始子单号, 子单原始子订单号]

        """# + rows(order: "原始单号", line: "子单原始单号")

    private static func rows(order: String, line: String) -> String {
        #"""
        rows: line
        same_line: park
        skip: {订单状态: [已取消], 赠品方式: [自动赠送, 手工赠送]}
        columns:
          ids: [ORDER, LINE]
          amounts: [分摊后总价]
          times: [交易时间, 付款时间, 发货时间]
          quantities: [实发数量]
          optional: [赠品方式, 发货时间, 订单退款状态, 商家编码, 规格名称, 客服备注]
          variants: {实发数量: [货品数量, 下单数量], 付款时间: [支付时间], 交易时间: [下单时间], LINE: [子单原始子订单号]}
        order:
          id: ORDER
          shop: 店铺
          status:
            path: 订单状态
            map:
              待付款: unpaid
              待尾款: unpaid
              等未付: unpaid
              待选仓: sale
              延时审核: sale
              预订单前处理: sale
              前处理: sale
              委外前处理: sale
              抢单前处理: sale
              预订单: sale
              待抢单: sale
              待客审: sale
              待财审: sale
              待递交仓库: sale
              递交仓库中: sale
              已递交仓库: sale
              未确认: sale
              已确认: sale
              已审核: sale
              已发货: sale
              部分打款: sale
              已完成: sale
            default: park
          created_at: 交易时间
          paid_at: 付款时间
          updated_at: latest
          remark: 客服备注
          lines:
            path: rows
            id: LINE
            sku: 商家编码
            title: 货品名称
            spec: 规格名称
            quantity: 实发数量
            paid: 分摊后总价
            status: {path: 订单退款状态, map: {无退款: order, 申请退款: order, 部分退款: order, 全部退款: closed}, default: order}
        """#.replacing("ORDER", with: order).replacing("LINE", with: line)
    }
}
