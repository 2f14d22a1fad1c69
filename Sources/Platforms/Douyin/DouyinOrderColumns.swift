internal import Domain
internal import Tabular

/// Where the columns of one export stand; see `DouyinOrderFile`.
struct DouyinOrderColumns {
    let orderID, lineID, quantity, payable: Int
    let productID, hostID, title, spec, price, goods: Int?
    let freight, tax, channelDiscount: Int?
    let shopDiscount, platformDiscount, talentDiscount: Int?
    let province, city, county, remark: Int?
    /// What a parked row keeps.
    let kept: [(name: String, column: Int)]

    init(_ file: TableFile) throws(TabularError) {
        orderID = try file.requiredColumn("主订单编号")
        lineID = try file.requiredColumn("子订单编号")
        quantity = try file.requiredColumn("商品数量")
        payable = try file.requiredColumn("订单应付金额")
        (productID, hostID) = (file.column("商品ID"), file.column("达人ID"))
        (title, spec) = (file.column("选购商品", "商品名称"), file.column("商品规格"))
        (price, goods) = (file.column("商品单价"), file.column("商品金额"))
        (freight, tax) = (file.column("运费"), file.column("税费"))
        channelDiscount = file.column("支付优惠")
        shopDiscount = file.column("商家实际承担优惠金额", "商家优惠")
        platformDiscount = file.column("平台实际承担优惠金额", "平台优惠")
        talentDiscount = file.column("达人实际承担优惠金额", "达人优惠")
        (province, city, county) = (file.column("省"), file.column("市"), file.column("区"))
        remark = file.column("商家备注")
        kept = Self.keptNames.compactMap { name in file.column(name).map { (name, $0) } }
    }

    /// What a parked row keeps: nothing of the receiver and the buyer's words.
    private static let keptNames = [
        "主订单编号", "子订单编号", "选购商品", "商品规格", "商品数量", "商品ID", "商品单价", "商品金额", "订单应付金额", "运费", "税费",
        "支付优惠", "商家优惠", "平台优惠", "达人优惠", "商家实际承担优惠金额", "平台实际承担优惠金额", "达人实际承担优惠金额", "支付方式", "省", "市",
        "区", "订单提交日期", "订单提交时间", "支付完成时间", "发货时间", "订单完成时间", "订单状态", "订单类型", "达人ID",
    ]

    /// What the rows of this file say nothing of: what the format never has, and what this file has no column for.
    var unstated: OrderFields {
        var fields: OrderFields = [
            .headerPaid, .buyer, .fundSource, .skuID, .roomID, .originRegion, .category,
        ]
        let optional: [(OrderFields, [Int?])] = [
            (.freight, [freight]), (.buyerPlace, [province, city, county]), (.sellerRemark, [remark]),
            (.productID, [productID]), (.title, [title]), (.spec, [spec]), (.gross, [price, goods]),
            (.subsidies, [shopDiscount, platformDiscount, talentDiscount, channelDiscount]),
            (.hostID, [hostID]),
        ]
        // What was paid is worked out from these; a tax column is rare, and without one there was no tax.
        if freight == nil || channelDiscount == nil { fields.insert(.paid) }
        for (field, columns) in optional where columns.allSatisfy({ $0 == nil }) { fields.insert(field) }
        return fields
    }
}
