import Domain
import Reports

extension Template {
    /// Who may be credited, since when, and by which identities.
    static let roster = Template(
        name: "roster", title: "名册", purpose: Notice("template.roster"),
        use: .partOfRoster,
        notes: ["先填“责任主体”，其他表里的编号都要在那里有。“供货方”和“目标”可以不填。", "日期的“结束”都不含当天：任期到 2022-12-31 为止，就写 2023-01-01。"],
        sheets: [parties, tenures, identities, suppliers, targets])

    private static let parties = TemplateSheet(
        name: "责任主体",
        columns: [
            .required("编号", .id, "自己起，不能重复，以后不改。", "fs-0001", "fs-0002"),
            .required("姓名或名称", .text, "人的姓名，或单位的全称。", "甲村书记", "示例师范大学"),
            .required(
                "类别", .word(PartyKind.allCases.map { $0.name(in: .chinese) }), "是哪一类责任主体。", "第一书记", "高校"),
            .region,
            .optional("单位", .text, "派出或所属的单位。", "示例厅", ""),
        ])

    private static let tenures = TemplateSheet(
        name: "任期",
        columns: [
            .party, .region,
            .required(
                "角色", .usualWord(["第一书记", "驻村工作队", "会员"]), "第一书记、工作队和协会会员要有任期才能归属。", "第一书记", "会员"),
            .from, .to,
        ])

    private static let identities = TemplateSheet(
        name: "平台身份",
        columns: [
            .party, .platform,
            .required(
                "身份类型", .word(["达人", "直播间", "店铺", "采购人编号", "采购人名称", "推广码"]), "这个编号是什么的编号。", "达人",
                "采购人名称"),
            .required("身份值", .id, "平台上的编号，照抄；采购人名称写单位全称。", "700000000001", "示例师范大学"),
            .from, .to,
        ])

    private static let suppliers = TemplateSheet(
        name: "供货方",
        columns: [
            .required("供货方编号", .id, "自己起，不能重复；产品目录里写的就是它。", "sup-001", "sup-002"),
            .required("名称", .text, "单位或合作社的全称。", "示例农产品合作社", "示例粮油公司"), .region,
            .optional("带动户数", .count, "带动多少户脱贫户；不知道就空着。", "62", ""),
            .optional("带动人数", .count, "带动多少人；不知道就空着。", "163", ""), .from, .to,
        ])

    private static let targets = TemplateSheet(
        name: "目标",
        columns: [
            .party,
            .required("方向", .word(Leg.allCases.map { $0.name(in: .chinese) }), "帮助销售，或组织购买。", "帮助销售", "组织购买"),
            .from, .to,
            .optional("目标金额（分）", .count, "以分为单位：1 万元写 1000000；没有金额目标就空着。", "1000000", ""),
            .optional("目标重量（克）", .count, "以克为单位：1 吨写 1000000；没有重量目标就空着。", "", "13000000"),
        ])
}
