/// 销售清单, our form for counters, halls and zones (`daihuo template sales-list`): one row per kind of goods.
///
/// - **Where**: 场所类型 and 场所名称 name an account, by its platform and shop; rows of a place that no account names are parked.
/// - **Number**: 单号 where it is filled in; else what a place sold on a day is one order. A list states such an order as a whole: the
///   newest list of a day counts.
/// - **Money** is yuan: 实付金额 is the buyer's own for the goods of the row, gross of 退款金额, which is what was refunded so far and
///   has 退款日期 beside it. Dated by 日期.
/// - **Weight**: 数量 in 单位, also as `13吨` or `2.6万斤`; of pieces by 规格.
/// - 帮带人 is a party's id or name, or one of its identities of kind host.
enum SalesListForm {
    static let description = #"""
        kind: file
        name: sales-list
        title: 专柜、专馆、专区销售清单
        platform: [hall, counter, zone]
        channel: {path: 场所类型, map: {专柜: counter, 专馆: hall, 专区: zone}, default: other}
        shops: by_name
        recognised_by: [场所类型, 场所名称, 实付金额（元）]
        rows: order
        columns:
          ids: [单号, 产地]
          amounts: [单价（元）, 实付金额（元）, 退款金额（元）]
          times: [日期, 退款日期]
          quantities: [数量]
          units: {数量: 单位}
          optional: [单号, 规格, 单价（元）, 退款金额（元）, 退款日期, 帮带人, 产地, 备注]
          agree: [场所类型, 场所名称]
          filled: [日期, 场所类型, 场所名称, 商品名称, 数量, 实付金额（元）]
        key: {order: [日期, 场所类型, 场所名称], unless: 单号, line: [商品名称, 规格, 单位, 帮带人]}
        order:
          id: order
          shop: 场所名称
          created_at: 日期
          list_day: 日期
          dated_by: list_day
          updated_at: latest
          remark: 备注
          lines:
            path: rows
            id: line
            title: 商品名称
            spec: 规格
            quantity: 数量
            unit: {path: 单位, default: 件}
            price: {path: 单价（元）, missing: unknown}
            paid: 实付金额（元）
            refunded: 退款金额（元）
            refunded_at: 退款日期
            host: 帮带人
            origin: 产地
        """#
}
