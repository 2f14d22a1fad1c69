/// 小红书 千帆 订单导出: one row for each SKU of a package, with its own amounts.
///
/// - XLSX, sheet 包裹详情, or CSV; 72 columns. (B: the header stands in two importers, parts of it in five more.)
/// - **Money** is yuan, by row. 商家应收金额(元)（支付金额） is what the buyer paid, the deposit of a presale, and what the platform bore
///   (A, as `merchantActualReceiveAmount` of the interface; that the rows of an order add up: C): *paid* = that less 平台优惠(元).
///   *gross* = 商品总价(元). 店铺优惠(元) is the shop's. 包裹总运费(元) is the package's and stands in each row; whether a row's amount has any of
///   it is not told, so it is not taken out. (?) 支付渠道优惠(元) is not read: whether it is inside is not told. (?)
/// - Gross of refunds: 售后状态 has no amount.
/// - **State**: 已取消 and 已关闭 with 支付时间 were closed after payment. 待付款, 待配货, 已完成 (C); the others are the words of the
///   interface (A). A gift (是否为赠品) is no sale. A presale counts on 支付时间. (?)
/// - There is no number of a line: it is 规格ID within the order.
/// - **Host** is 达人ID where the file has it.
/// - Receiver, phone, address, ids of citizens, 用户编号 and 用户备注 are never read.
enum XiaohongshuOrderFile {
    static let description = #"""
        kind: file
        name: xiaohongshu-orders
        title: 小红书订单导出
        platform: xiaohongshu
        channel: other
        recognised_by: [SKU件数, 规格ID]
        rows: order
        columns:
          ids: [订单号, 规格ID, 商品ID, 达人ID]
          amounts: [商家应收金额(元)（支付金额）, 平台优惠(元), 店铺优惠(元), 商品总价(元), 包裹总运费(元)]
          times: [订单创建时间, 支付时间, 订单发货时间, 订单完成时间]
          quantities: [SKU件数]
          optional:
            [商品ID, 达人ID, SKU规格, 店铺优惠(元), 包裹总运费(元), 是否为赠品, 包裹备注信息, 省, 市, 区, 订单发货时间, 订单完成时间]
          variants: {"商家应收金额(元)（支付金额）": [商家应收金额(元)]}
          empty: {达人ID: ["0"]}
        key: {line: [规格ID]}
        order:
          id: 订单号
          status:
            path: 订单状态
            map:
              已下单待付款: unpaid
              待付款: unpaid
              已支付处理中: sale
              清关中: sale
              待配货: sale
              待发货: sale
              部分发货: sale
              待收货: sale
              已发货: sale
              已完成: sale
              换货申请中: sale
              已关闭: closed
              已取消: closed
            default: park
          created_at: 订单创建时间
          paid_at: 支付时间
          updated_at: latest
          freight: 包裹总运费(元)
          buyer_place: {province: 省, city: 市, county: 区}
          remark: 包裹备注信息
          lines:
            path: rows
            id: line
            product: 商品ID
            sku: 规格ID
            title: SKU名称
            spec: SKU规格
            quantity: SKU件数
            gross: 商品总价(元)
            paid: {path: 商家应收金额(元)（支付金额）, less: [平台优惠(元)]}
            subsidies: {shop: 店铺优惠(元), platform: 平台优惠(元)}
            host: 达人ID
            status: {path: 是否为赠品, map: {是: gift, 否: order}, default: order}
        """#
}
