/// 有赞 订单导出 by orders: one row per order, its goods in one cell.
///
/// - Merchants choose columns. (C: four importers read parts of the header, none of them all of it.)
/// - **Money** is yuan. 订单实付金额 is what the buyer paid, with freight: *paid* = 订单实付金额 − 运费. Gross of refunds: the file does not
///   tell of them. *gross* = 商品金额合计.
/// - The order is one line, its title all goods (`示例红薯(2件);…`); the export by goods takes its place.
/// - **State**: as there. Receiver, phones, address, nickname and the buyer's words are never read.
enum YouzanOrderFile {
    static let description = #"""
        kind: file
        name: youzan-orders
        title: 有赞订单
        platform: youzan
        channel: youzan
        recognised_by: [订单号, 全部商品名称, 订单实付金额]
        unless: [订单商品状态]
        rows: order
        columns:
          ids: [订单号]
          amounts: [商品金额合计, 店铺优惠合计, 运费, 订单实付金额]
          times: [订单创建时间, 买家付款时间, 交易成功时间]
          quantities: [订单商品总件数]
          optional: [店铺优惠合计, 订单创建时间, 交易成功时间, 收货人省份, 收货人城市, 收货人地区, 商家订单备注]
        order:
          id: 订单号
          status:
            path: 订单状态
            map: STATES
            default: park
          created_at: 订单创建时间
          paid_at: 买家付款时间
          updated_at: latest
          paid: {path: 订单实付金额, less: [运费]}
          freight: 运费
          buyer_place: {province: 收货人省份, city: 收货人城市, county: 收货人地区}
          remark: 商家订单备注
          lines: {title: 全部商品名称, quantity: 订单商品总件数, gross: 商品金额合计, subsidies: {shop: 店铺优惠合计}}
        """#.replacing("STATES", with: YouzanItemFile.states)
}
