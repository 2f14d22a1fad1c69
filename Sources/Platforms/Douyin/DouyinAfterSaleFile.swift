/// 抖店售后单导出: one row per after-sale of one line.
///
/// - 50 columns, found by name. (B: headers and words read by several importers; cells not checked live.) Ids may be led by `'`
///   or followed by a tab; a cell where there is nothing is `-`.
/// - **Money** is yuan. 退商品金额 is what was paid back for the goods; 退运费金额, 退税费金额 and 退支付优惠 are not the goods' and are
///   not read. One importer takes 退支付优惠 out of 退商品金额 (?); by the API nothing is taken out of `aftersale_pay_amount`.
/// - A row is of one line: 商品单号 is the 子订单编号 of the export of orders.
/// - **State**: 售后关闭 has paid nothing back, whatever was asked for. 换货成功 with an amount contradicts itself, as by the API. A
///   success of 0 paid back freight alone; one whose amount is `-` is parked.
/// - **Time** is Beijing time; the latest of the after-sale's own instants stands in for its update, 自动处理截止时间 lies ahead and
///   is not read. How many pieces came back does not stand in the file.
/// - The buyer's and the seller's words, who handled it and the numbers of parcels are never read.
enum DouyinAfterSaleFile {
    static let description = #"""
        kind: file
        name: douyin-after-sales
        title: 抖店售后单
        platform: douyin
        channel: douyin
        recognised_by: [售后单号, 商品单号, 退商品金额（元）]
        rows: line
        columns:
          ids: [售后单号, 订单号, 商品单号]
          amounts: [退商品金额（元）]
          times: [售后申请时间, 同意售后申请时间, 商家退款时间, 用户到账时间, 售后关闭时间, 售后完结时间]
          optional: [同意售后申请时间, 商家退款时间, 用户到账时间, 售后关闭时间, 售后完结时间]
          variants: {退商品金额（元）: [退商品金额(元)]}
        refund:
          id: 售后单号
          order: 订单号
          line: 商品单号
          status:
            path: 售后状态
            map:
              同意退款，退款成功: succeeded
              退款成功: succeeded
              售后关闭: without_refund
              换货成功: exchange
              待商家处理: open
              待买家退货: open
              待买家退货处理: open
              待商家收货: open
              同意退款，退款中: open
              仲裁中: open
            default: park
          amount: 退商品金额（元）
          refunded_at: 商家退款时间
          updated_at: latest
        """#
}
