import Domain
import Reports

extension Template {
    /// What a county or a secretary says was sold on a day.
    static let dailyReport = Template(
        name: "daily-report", title: "日报",
        purpose: Notice("template.daily_report"), use: .imported,
        notes: ["日报是填报方自己说的数，用来与订单核对，不计入销售。", "销售额不知道就空着，不要写 0；写 0 表示当天确实没有卖出。"],
        sheets: [
            TemplateSheet(
                name: "日报",
                columns: [
                    .day("卖出的那一天，要写年份；不是填报的那一天。"),
                    .required("填报方", .text, "县、单位，或第一书记：名册里的编号或名称。", "fs-0001", "鲁山县"),
                    .required(
                        "渠道", .word(Channel.allCases.map { $0.name(in: .chinese) }), "在哪里卖出的。", "抖音", "接龙"),
                    .product,
                    .optional("销量", .quantity, "卖出多少，按右边的单位；不知道就空着。", "320", "4"),
                    .optional(
                        "单位", .usualWord(Quantity.Unit.allCases.map(\.word)), "销量的单位；有销量时要写。", "件", "吨"),
                    .optional("销售额（元）", .amount, "以元为单位；不知道就空着，不要写 0。", "12000.00", ""),
                    .optional("订单数", .count, "多少单；不知道就空着。", "320", ""),
                    .origin, .remark,
                ])
        ])
}
