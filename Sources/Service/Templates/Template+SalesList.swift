import Domain
import Reports

extension Template {
    /// What a counter, hall or zone has sold.
    static let salesList = Template(
        name: "sales-list", title: "专柜、专馆、专区销售清单",
        purpose: Notice("template.sales_list"), use: .imported,
        notes: ["一行一样商品，按日期和场所排着写。同一天再交一张表，以后交的那张为准，所以要把那天的都写全。实付金额是买家自己付的钱，不含运费；优惠已经减去，后来的退款不要减，写在退款金额里。"],
        sheets: [
            TemplateSheet(
                name: "销售清单",
                columns: [
                    .orderNumber, .day("卖出的那一天。"),
                    .required(
                        "场所类型", .word([Channel.counter, .hall, .zone].map { $0.name(in: .chinese) }),
                        "专柜、专馆或专区。", "专馆", "专馆"),
                    .required("场所名称", .text, "哪一个专柜、专馆或专区：daihuo.yaml 里账号的 shop，一字不差。", "商丘3号馆", "商丘3号馆"),
                    .product, .spec, .quantity, .unit, .unitPrice,
                    .required("实付金额（元）", .amount, "这一行买家付的钱，以元为单位。", "358.80", "16200.00"),
                    .refund, .refundDay, .seller, .origin, .remark,
                ])
        ])
}
