package import Domain
package import Tabular

/// 抖店订单导出: the orders that a shop's back end exports as a table, one row per 子订单.
///
/// Columns come in at least two real variants, older files split 订单提交日期 and 订单提交时间, and merchants choose
/// columns; so everything is found by name. (C: headers seen in KevinFan1/FinEngine; cells not checked live.)
///
/// - Ids may be led or followed by a tab, led by `'` or a backtick, or written `="…"`; what Excel has made a
///   number of is refused, row by row.
/// - A row is a statement of its own about one line: its order's other rows may stand anywhere, older or newer.
///   A column that the file lacks says nothing (`Order.unstated`), an empty cell says that there is nothing. Without the
///   columns that decide whether and how much was paid (订单状态, 支付完成时间, 订单应付金额, 运费) a file is refused;
///   without 支付优惠 what the payment channel bore counts as paid, which the import says.
/// - **Time** is Beijing time. There is no update time: the latest instant of the row stands in, and is also
///   when a paid order was closed. A file never outranks the API.
/// - **Money** is yuan, per row. 订单应付金额 is read as the line's `pay_amount`, with freight, and without
///   discounts but the payment channel's. *paid* = 订单应付金额 − 运费 − 税费 − 支付优惠, as for the API. 红包抵扣 is within
///   优惠总金额 (the API's red packets are within the promotions), so it is not taken out again. (?) *gross* =
///   商品单价 × 商品数量, else 商品金额, else 订单应付金额. The file has no header of the order: `headerPaidFen` is nil,
///   and 运费 is the row's: it stands on the line (`OrderLine.freightFen`), the order's own is zero.
/// - **State** and kind are words: a row with an unknown one is parked, and so is one that says paid without 支付完成时间.
///   货到付款 counts by 订单完成时间. What was not paid is 0. No amount may be negative, and none less than what is inside.
/// - Numbers are 10 to 20 digits; 省, 市 and 区 hold no digits, else the row's cells have moved.
/// - **Host** is 达人ID (0 or empty: none). 流量体裁 may say 数据将于第二天更新; it is not read. There is no room.
/// - 售后状态 has no amounts: refunds come by the API or the export of after-sales.
/// - Receiver, phone, street, address and 买家留言 are never read.
package struct DouyinOrderFile: OrderFileFormat {
    package let name = "douyin-orders"
    package let channel: Channel? = .douyin
    package let platforms = ["douyin"]

    /// The format.
    package init() {}

    package func matches(_ columns: [String]) -> Bool {
        let names = Set(columns)
        // 淘宝's export of items calls its numbers so, too; what else is missing is said by name.
        return names.isSuperset(of: ["主订单编号", "子订单编号"]) && !names.contains("购买数量")
    }

    package func mapping(of file: TableFile) throws(TabularError) -> any OrderRowMapping {
        try DouyinOrderRows(file)
    }
}
