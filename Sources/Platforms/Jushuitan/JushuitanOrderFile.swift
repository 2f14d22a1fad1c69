/// 聚水潭 订单导出 with goods: an ERP's orders, one row per line of a platform's order, with rows of several shops.
///
/// - An ERP is a source, never a channel: 店铺 is its name of a shop, and the account that has it as its alias says where the
///   orders were sold. Rows of other shops wait.
/// - Merchants choose columns. (C: two importers' headers, of 2019 with 47 columns and of 2026 with 24; which of them hold the
///   platform's numbers is as remembered from the ERP's interface. (?)) A file without one of those that are read here is refused by its name:
///   付款日期 and 线上子订单编号 must be chosen.
/// - 原始线上订单号 is the platform's order; 线上订单号 may hold several, of orders that were merged. 线上子订单编号 is its line; 子订单编号 is the
///   ERP's own. A line in two parcels stands in two rows: the first counts, the other is parked.
/// - **Money** is yuan. 买家实付 is the row's own, what the buyer paid for it: *paid*. (?) 商品金额 is before 抵扣金额, which stands on the
///   ERP's order; 应付金额 and 已付金额 are that order's and stand in each of its rows. None of them is read. Gross of refunds.
/// - **State**: 被合并 and 被拆分 are parents whose children stand beside them; 取消 is an ERP order that was given up, which says
///   nothing of the platform's; gifts that the ERP put in are no lines. All of these are passed over.
/// - Receiver, phones, street, account and the buyer's words are never read.
enum JushuitanOrderFile {
    static let description = #"""
        kind: file
        name: jushuitan-orders
        title: 聚水潭订单
        platform: jushuitan
        channel: by_shop
        recognised_by: [线上订单号, 原始线上订单号, 线上子订单编号]
        rows: line
        same_line: park
        skip: {状态: [被合并, 被拆分, 已合并, 已拆分, 取消, 已取消], 是否赠品: [是]}
        columns:
          ids: [原始线上订单号, 线上子订单编号]
          amounts: [买家实付]
          times: [下单时间, 付款日期, 发货日期]
          quantities: [数量]
          optional: [发货日期, 是否赠品, 商品编码, 颜色及规格, 订单备注, 省份, 城市, 区县]
          variants: {店铺: [店铺名称], 状态: [订单状态], 数量: [销售数量], 付款日期: [付款时间], 下单时间: [订单日期], 颜色及规格: [颜色规格], 省份: [省], 城市: [市], 订单备注: [卖家备注]}
        order:
          id: 原始线上订单号
          shop: 店铺
          status:
            path: 状态
            map:
              待付款: unpaid
              已付款待审核: sale
              已客审待财审: sale
              发货中: sale
              异常: sale
              等供销商|外仓发货: sale
              已发货: sale
            default: park
          created_at: 下单时间
          paid_at: 付款日期
          updated_at: latest
          buyer_place: {province: 省份, city: 城市, county: 区县}
          remark: 订单备注
          lines:
            path: rows
            id: 线上子订单编号
            sku: 商品编码
            title: 商品名称
            spec: 颜色及规格
            quantity: 数量
            paid: 买家实付
        """#
}
