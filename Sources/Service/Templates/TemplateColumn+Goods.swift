import Domain

/// Columns that several templates have alike.
extension TemplateColumn {
    /// The number of an order, of lists that need not have one.
    static let orderNumber = optional(
        "单号", .id, "小票、合同或登记的编号，照抄；没有就空着。同一单的几样商品写同一个号，各占一行。", "SQ20221101001", "SQ20221101001")
    static let product = required("商品名称", .text, "卖的是什么，一行一样。", "红薯粉条", "白菜")
    static let spec = optional(
        "规格", .text, "一件有多重、怎么装，如“5斤/箱”；数量的单位已是重量时可以空着。", "5斤/箱", "")
    static let quantity = required("数量", .quantity, "只写数字，可以有小数。", "12", "13.5")
    static let unit = required(
        "单位", .usualWord(Quantity.Unit.allCases.map(\.word)),
        "数量的单位。斤、公斤、吨、克直接算作重量，件数按规格算。", "件", "吨")
    static let unitPrice = optional("单价（元）", .amount, "一个单位的标价，以元为单位；可以空着。", "29.90", "1200.00")
    static let refund = optional(
        "退款金额（元）", .amount, "后来退还的金额，写正数；没有退款就空着。", "29.90", "")
    static let refundDay = optional("退款日期", .day, "退款的那一天；有退款金额时要写。", "2022-11-05", "")
    static let seller = optional(
        "帮带人", .text, "带货的第一书记、工作队或会员：名册里的编号或姓名；没有就空着。", "fs-0001", "fs-0001")
    static let origin = optional(
        "产地", .id, "商品产自哪里，写行政区划代码：县写 6 位，村写 12 位。", "410423", "410423106201")
    static let remark = optional("备注", .text, "不要写买家的姓名、电话、地址。", "", "")

    /// The day of a list, which counts as the day of the sale.
    static func day(_ explanation: String) -> TemplateColumn {
        required("日期", .day, explanation, "2022-11-01", "2022-11-01")
    }

    /// What a buyer has paid, of lists that may not know it.
    static let amountIfKnown = optional(
        "金额（元）", .amount, "这一行的成交金额，以元为单位；不知道就空着，不要写 0。", "358.80", "")
}
