import Domain

extension Template {
    /// What was sold by newspapers, stations and their apps.
    static let mediaCampaign = Template(
        name: "media-campaign", title: "媒体助农",
        purpose: Notice("template.media_campaign"), use: .imported,
        notes: ["一行一样商品，同一单的几行挨着写。", "金额不知道就空着：只计重量，金额按“未知”另计，不当作 0 元。", "已经从抖音等后台导入的订单不要再写进来，否则会算两次。"],
        sheets: [
            TemplateSheet(
                name: "媒体助农",
                columns: [
                    .orderNumber,
                    .required("活动名称", .text, "哪一次活动，每次写法相同。", "百家媒体聚力河南公益助农", "百家媒体聚力河南公益助农"),
                    .required("媒体名称", .text, "哪一家媒体：daihuo.yaml 里账号的 shop，一字不差。", "示例日报", "示例日报"),
                    .day("成交的那一天。"),
                    .optional("采购方", .text, "买方单位的名称；个人买的空着，不写姓名。", "示例餐饮公司", ""),
                    .product, .spec, .quantity, .unit, .amountIfKnown, .refund, .refundDay, .seller, .origin,
                    .remark,
                ])
        ])
}
