/// 采购清单, our form for what units buy (`daihuo template purchase-list`): one row per kind of goods.
///
/// - **Number**: 采购单号 where it is filled in; else what a unit bought on a day from one source of funds is one order. A list
///   states such an order as a whole: the newest list of a day counts.
/// - **Channel** by 资金来源: 食堂 is joint purchase of canteens, 工会 and 个人 (staff's own money, bought together) that of unions.
/// - **Buyer**: 采购单位, an organisation; it is who is credited on the buy leg.
/// - **Money** is yuan: 金额 is what was paid for the goods of the row, without freight, gross of 退款金额, which is what was refunded
///   so far and has 退款日期 beside it. Dated by 日期.
/// - 供应商 is for people and is not read.
enum PurchaseListForm {
    static let description = #"""
        kind: file
        name: purchase-list
        title: 单位采购清单
        platform: [canteen, union]
        channel: {path: 资金来源, map: {食堂: canteen, 工会: union, 个人: union}, default: other}
        recognised_by: [采购单位, 资金来源, 金额（元）]
        rows: order
        columns:
          ids: [采购单号, 产地]
          amounts: [单价（元）, 金额（元）, 退款金额（元）]
          times: [日期, 退款日期]
          quantities: [数量]
          units: {数量: 单位}
          optional: [采购单号, 规格, 单价（元）, 退款金额（元）, 退款日期, 帮带人, 产地, 备注]
          agree: [采购单位, 资金来源]
          filled: [采购单位, 资金来源, 日期, 商品名称, 数量, 金额（元）]
        key: {order: [日期, 采购单位, 资金来源], unless: 采购单号, line: [商品名称, 规格, 单位, 帮带人]}
        order:
          id: order
          created_at: 日期
          list_day: 日期
          dated_by: list_day
          updated_at: latest
          buyer: {kind: organisation, name: 采购单位, person_words: [个人]}
          fund_source: {path: 资金来源}
          remark: 备注
          lines:
            path: rows
            id: line
            title: 商品名称
            spec: 规格
            quantity: 数量
            unit: {path: 单位, default: 件}
            price: {path: 单价（元）, missing: unknown}
            paid: 金额（元）
            refunded: 退款金额（元）
            refunded_at: 退款日期
            host: 帮带人
            origin: 产地
        """#
}
