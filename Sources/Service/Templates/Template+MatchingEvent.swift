import Domain

extension Template {
    /// What was agreed at events that bring growers and buyers together.
    static let matchingEvent = Template(
        name: "matching-event", title: "产销对接",
        purpose: Notice("template.matching_event"), use: .imported,
        notes: ["一行一样商品，同一单的几行挨着写；写已经成交的，不写意向。", "金额不知道就空着：只计重量，金额按“未知”另计，不当作 0 元。"],
        sheets: [
            TemplateSheet(
                name: "产销对接",
                columns: [
                    .orderNumber,
                    .required("场次", .text, "哪一场对接会，每次写法相同。", "2022-郑州-031", "2022-郑州-031"),
                    .day("成交的那一天。"),
                    .required("供方", .text, "卖方单位的名称；归属看“帮带人”，不看这一列。", "示例农产品合作社", "示例农产品合作社"),
                    .required("采购方", .text, "买方单位的全称；个人买的写“个人”，不写姓名。", "示例餐饮公司", "示例餐饮公司"),
                    .product, .spec, .quantity, .unit, .amountIfKnown, .refund, .refundDay, .seller, .origin,
                    .remark,
                ])
        ])
}
