import Domain
import Reports

extension Template {
    /// What a unit has bought for its canteen or by its trade union.
    static let purchaseList = Template(
        name: "purchase-list", title: "单位采购清单（食堂、工会）",
        purpose: Notice("template.purchase_list"), use: .imported,
        notes: ["一行一样商品，同一单的几行挨着写。采购单位是机关、高校、企业等单位，不写个人。", "已经从 832 平台等后台导入的订单不要再写进来，否则会算两次。"],
        sheets: [
            TemplateSheet(
                name: "采购清单",
                columns: [
                    .optional(
                        "采购单号", .id, "单位自己的采购编号，照抄；没有就空着。同一单的几样商品写同一个号，各占一行。", "CG2022110101",
                        "CG2022110101"),
                    .required("采购单位", .text, "单位的全称，每次写法相同。", "示例师范大学", "示例师范大学"),
                    .required(
                        "资金来源", .word(FundSource.allCases.map { $0.name(in: .chinese) }),
                        "食堂、工会，或职工个人出钱由单位统一采买（渠道按工会团购计）。", "食堂", "食堂"),
                    .day("付款的那一天；先货后款的写收货的那一天。"),
                    .optional("供应商", .text, "卖方的名称，给人看的；归属看“帮带人”。", "示例农产品合作社", "示例农产品合作社"),
                    .product, .spec, .quantity, .unit, .unitPrice,
                    .required("金额（元）", .amount, "这一行付的钱，以元为单位，不含运费。", "358.80", "16200.00"),
                    .refund, .refundDay, .seller, .origin, .remark,
                ])
        ])
}
