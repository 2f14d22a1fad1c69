/// 产销对接, our form for deals of matching events (`daihuo template matching-event`): one row per kind of goods.
///
/// - **Number**: 单号 where it is filled in; else what a seller and a buyer agreed at an event on a day is one order. A list states such
///   an order as a whole: the newest list of a day counts.
/// - **Buyer**: 采购方, an organisation; 个人, and what may be a person's name, is a private person, whose name is not kept.
/// - **Money** is yuan: 金额 of the row, gross of 退款金额, which is what was refunded so far and has 退款日期 beside it. Where 金额 is
///   empty nobody knows it: the weight counts, the amount is unknown and counted apart. Dated by 日期.
/// - **Weight**: 数量 in 单位, also as `13吨` or `2.6万斤`.
/// - 场次 is the order's room; 供方 tells orders apart.
enum MatchingEventForm {
    static let description = #"""
        kind: file
        name: matching-event
        title: 产销对接清单
        platform: event
        channel: event
        recognised_by: [场次, 供方, 采购方]
        rows: order
        columns:
          ids: [单号, 产地]
          amounts: [金额（元）, 退款金额（元）]
          times: [日期, 退款日期]
          quantities: [数量]
          units: {数量: 单位}
          optional: [单号, 规格, 退款金额（元）, 退款日期, 帮带人, 产地, 备注]
          agree: [场次, 供方, 采购方]
          filled: [场次, 日期, 供方, 采购方, 商品名称, 数量]
        key: {order: [日期, 场次, 供方, 采购方], unless: 单号, line: [商品名称, 规格, 单位, 帮带人]}
        order:
          id: order
          created_at: 日期
          list_day: 日期
          dated_by: list_day
          updated_at: latest
          buyer: {kind: organisation, name: 采购方, person_words: [个人]}
          remark: 备注
          lines:
            path: rows
            id: line
            title: 商品名称
            spec: 规格
            quantity: 数量
            unit: {path: 单位, default: 件}
            paid: {path: 金额（元）, missing: unknown}
            refunded: 退款金额（元）
            refunded_at: 退款日期
            host: 帮带人
            room: 场次
            origin: 产地
        """#
}
