internal import Domain
internal import Tabular

/// Where the columns of one export stand; see `DouyinOrderFile`.
///
/// A file is refused without those that decide whether and how much was paid: of its orders nobody could tell, unless another
/// source knows them, too.
struct DouyinOrderColumns {
    let orderID, lineID, quantity, payable, freight: Int
    /// Where the file lacks it, what the payment channel bore is not known, and counts as paid.
    let channelDiscount: Int?
    let productID, hostID, title, spec, price, goods: Int?
    let tax: Int?
    let shopDiscount, platformDiscount, talentDiscount: Int?
    let province, city, county, remark: Int?

    init(_ file: TableFile) throws(TabularError) {
        orderID = try file.requiredColumn("主订单编号")
        lineID = try file.requiredColumn("子订单编号")
        quantity = try file.requiredColumn("商品数量")
        payable = try file.requiredColumn("订单应付金额")
        (productID, hostID) = (try file.column("商品ID"), try file.column("达人ID"))
        (title, spec) = (try file.column("选购商品", "商品名称"), try file.column("商品规格"))
        (price, goods) = (try file.column("商品单价"), try file.column("商品金额"))
        (freight, tax) = (try file.requiredColumn("运费"), try file.column("税费"))
        channelDiscount = try file.column("支付优惠")
        shopDiscount = try file.column("商家实际承担优惠金额", "商家优惠")
        platformDiscount = try file.column("平台实际承担优惠金额", "平台优惠")
        talentDiscount = try file.column("达人实际承担优惠金额", "达人优惠")
        (province, city) = (try file.column("省"), try file.column("市"))
        (county, remark) = (try file.column("区"), try file.column("商家备注"))
    }

    /// What a parked row keeps of what is read.
    var keptFigures: [Int] {
        [
            orderID, lineID, quantity, productID, price, goods, payable, freight, tax, channelDiscount,
            shopDiscount, platformDiscount, talentDiscount, hostID,
        ].compactMap(\.self)
    }

    /// What the rows of this file say nothing of: what the format never has, and what this file has no column for.
    var unstated: OrderFields {
        var fields: OrderFields = [
            .headerPaid, .buyer, .fundSource, .skuID, .roomID, .originRegion, .category,
        ]
        let optional: [(OrderFields, [Int?])] = [
            (.buyerPlace, [province, city, county]), (.sellerRemark, [remark]),
            (.productID, [productID]), (.title, [title]), (.spec, [spec]), (.gross, [price, goods]),
            (.hostID, [hostID]), (.paid, [channelDiscount]),
        ]
        for (field, columns) in optional where columns.allSatisfy({ $0 == nil }) { fields.insert(field) }
        return fields
    }
}
