import Domain

extension Template {
    /// What was ordered in a WeChat group.
    static let relayList = Template(
        name: "relay-list", title: "群接龙清单",
        purpose: Notice("template.relay_list"), use: .imported,
        notes: ["一行一样商品：一个人要了两样，就写两行，接龙号相同。", "没有收货人、电话、地址列：统计用不着。从接龙里复制时，请不要把这几列带过来。"],
        sheets: [
            TemplateSheet(
                name: "群接龙",
                columns: [
                    .required(
                        "接龙号", .id, "哪一次接龙的第几号，不能与别的接龙重复，如“日期-群-序号”。", "20221101-A-001",
                        "20221101-A-001"),
                    .day("下单的那一天。"), .product,
                    .optional("规格", .text, "一份有多重、怎么装，如“5斤/箱”。", "5斤/箱", "10斤/袋"),
                    .required("数量", .quantity, "几份，只写数字。", "12", "1"),
                    .required("金额（元）", .amount, "这一行买家付的钱，以元为单位，不含运费。", "358.80", "27.00"),
                    .refund, .refundDay,
                    .optional(
                        "帮带人", .text, "团长，或带货的第一书记、工作队、会员：名册里的编号或姓名。", "fs-0001", "fs-0001"),
                    .origin, .remark,
                ])
        ])
}
