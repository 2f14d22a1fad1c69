/// 832平台 orders as a table: a column map for a bureau to edit.
///
/// **The platform publishes no export, and no header of one was found** (see ``Platform832``): names of columns and words are
/// assumed, as those of the API there, and mean the same: units buy on account and are dated by the order, persons by payment.
///
/// - One row per goods of an order, rows of an order together.
/// - **Money** is yuan. 金额 is the row's, what the purchaser pays for its goods, without freight: *paid*. 运费 is the order's and stands
///   in each of its rows. 已退金额 is what was paid back of the row so far; gross of refunds.
/// - The shop is the supplier, by 供应商编号. There is no number of a line: it is 商品编号 and 规格 within the order.
/// - Number and name of a purchaser are read of units only: who is not known to be one is a person. What is not 个人, 单位 or 预算单位
///   is told.
/// - Receivers, phones and addresses are never read.
enum Platform832OrderFile {
    static let description = #"""
        # 832平台没有公开的导出格式；以下表头和状态是假定的，请按本单位拿到的表格修改。
        # 各项的写法见 docs/declared-files.md。
        kind: file
        name: p832-orders
        title: 832平台订单
        platform: p832
        channel: p832
        recognised_by: [采购人, 采购人类型, 资金来源, 供应商编号]
        rows: order
        columns:
          ids: [订单编号, 供应商编号, 商品编号]
          amounts: [单价, 金额, 运费, 已退金额]
          times: [下单时间, 付款时间, 完成时间]
          quantities: [数量]
          optional: [采购人编号, 采购人省, 采购人市, 采购人县, 商品编号, 规格, 品类, 产地代码, 运费, 已退金额, 完成时间]
        key: {line: [商品编号, 商品名称, 规格]}
        order:
          id: 订单编号
          shop: 供应商编号
          status:
            path: 订单状态
            map: {待付款: unpaid, 待发货: sale, 待验货验票: sale, 待评价: sale, 完成: sale, 关闭: closed}
            default: park
          dated_by: {person: payment, organisation: order}
          created_at: 下单时间
          paid_at: 付款时间
          updated_at: latest
          freight: 运费
          buyer:
            kind: {path: 采购人类型, map: {个人: person, 单位: organisation, 预算单位: organisation}, default: person}
            id: 采购人编号
            name: 采购人
          buyer_place: {province: 采购人省, city: 采购人市, county: 采购人县}
          fund_source: {path: 资金来源, map: {食堂食材: canteen, 工会福利: union, 个人采购: personal}}
          lines:
            path: rows
            id: line
            product: 商品编号
            title: 商品名称
            spec: 规格
            category: 品类
            origin: 产地代码
            quantity: 数量
            unit: {path: 单位, default: 件}
            price: 单价
            paid: 金额
            refunded: 已退金额
        """#
}
