/// 媒体助农, our form for deals of media campaigns (`daihuo template media-campaign`): one row per kind of goods.
///
/// - **Where**: 媒体名称 names an account of platform media by its shop; rows of a medium that no account names are parked.
/// - **Number**: 单号 where it is filled in; else what a medium sold to a buyer in a campaign on a day is one order. A list states such an
///   order as a whole: the newest list of a day counts.
/// - **Buyer**: 采购方, an organisation; nobody, 个人, and what may be a person's name, is a private person, whose name is not kept.
/// - **Money** is yuan: 金额 of the row, gross of 退款金额, which is what was refunded so far and has 退款日期 beside it. Where 金额 is
///   empty nobody knows it: the weight counts, the amount is unknown and counted apart. Dated by 日期.
/// - 活动名称 is the order's room.
enum MediaCampaignForm {
    static let description = #"""
        kind: file
        name: media-campaign
        title: 媒体助农清单
        platform: media
        channel: media
        shops: by_name
        recognised_by: [活动名称, 媒体名称]
        rows: order
        columns:
          ids: [单号, 产地]
          amounts: [金额（元）, 退款金额（元）]
          times: [日期, 退款日期]
          quantities: [数量]
          units: {数量: 单位}
          optional: [单号, 采购方, 规格, 退款金额（元）, 退款日期, 帮带人, 产地, 备注]
          agree: [活动名称, 媒体名称, 采购方]
          filled: [活动名称, 媒体名称, 日期, 商品名称, 数量]
        key: {order: [日期, 活动名称, 媒体名称, 采购方], unless: 单号, line: [商品名称, 规格, 单位, 帮带人]}
        order:
          id: order
          shop: 媒体名称
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
            room: 活动名称
            origin: 产地
        """#
}
