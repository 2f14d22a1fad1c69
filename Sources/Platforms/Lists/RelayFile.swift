/// 群接龙 export: one row per buyer, with the same columns again for each further item.
///
/// - The export has no order number: it is put together of 下单时间 and 序号, so that two lists of one day do not meet.
/// - **Money** is yuan: 实付 is what the buyer paid in all, spread over the items by their 金额.
/// - Sold by whoever runs the list; 昵称, phone and address are never read.
enum RelayFile {
    static let description = #"""
        kind: file
        name: relay
        title: 群接龙
        platform: relay
        channel: relay
        recognised_by: [序号, 下单时间, 商品, 实付]
        rows: order
        columns:
          amounts: [金额, 实付]
          times: [下单时间]
          quantities: [数量]
          optional: [规格]
          repeated: [商品, 规格, 数量, 金额]
        key: {order: [下单时间, 序号], line: [商品, 规格]}
        order:
          id: order
          created_at: 下单时间
          list_day: 下单时间
          dated_by: list_day
          updated_at: latest
          paid: 实付
          lines: {path: rows, id: line, title: 商品, spec: 规格, quantity: 数量, gross: 金额}
        """#
}
