/// 群接龙清单, our form for orders from WeChat groups (`daihuo template relay-list`): one row per kind of goods.
///
/// - **Number**: 接龙号, the same in each row of what one buyer ordered.
/// - **Money** is yuan: 金额 is the buyer's own for the goods of the row, gross of 退款金额, which is what was refunded so far and has
///   退款日期 beside it. Dated by 日期.
/// - **Weight**: 数量 counts pieces, which weigh what 规格 says.
/// - 帮带人 is a party's id or name, or one of its identities of kind host. Nothing is asked of the buyer.
enum RelayListForm {
    static let description = #"""
        kind: file
        name: relay-list
        title: 群接龙清单
        platform: relay
        channel: relay
        recognised_by: [接龙号, 日期, 商品名称, 金额（元）]
        unless: [采购单位]
        rows: order
        columns:
          ids: [接龙号, 产地]
          amounts: [金额（元）, 退款金额（元）]
          times: [日期, 退款日期]
          quantities: [数量]
          optional: [规格, 退款金额（元）, 退款日期, 帮带人, 产地, 备注]
          filled: [接龙号, 日期, 商品名称, 数量, 金额（元）]
        key: {line: [商品名称, 规格, 帮带人]}
        order:
          id: 接龙号
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
            paid: 金额（元）
            refunded: 退款金额（元）
            refunded_at: 退款日期
            host: 帮带人
            origin: 产地
        """#
}
