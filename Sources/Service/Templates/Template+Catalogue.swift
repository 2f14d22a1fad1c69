import Domain

extension Template {
    /// What each product weighs, and where it comes from.
    static let catalogue = Template(
        name: "catalogue", title: "产品目录",
        purpose: Notice("template.catalogue"), use: .catalogue,
        notes: ["一行一个商品规格。净重以克为单位：5 斤写 2500。范围、几选一的不要写，空着由人决定。"],
        sheets: [
            TemplateSheet(
                name: "产品目录",
                columns: [
                    .platform,
                    .required("商品编号", .id, "商品在平台上的编号，照抄。", "3579000000000000001", "3579000000000000002"),
                    .optional("规格编号", .id, "规格（SKU）在平台上的编号，照抄；空着表示所有规格。", "1742000000000000001", ""),
                    .optional("商品名称", .text, "平台上的标题；只给人看。", "红薯粉条 5斤装", "铁棍山药"),
                    .optional("净重（克）", .count, "一件的净重，以克为单位。", "2500", ""),
                    .optional("品类", .text, "归哪一类，每次写法相同。", "粮油", "蔬菜"),
                    .optional("产地", .id, "行政区划代码：县写 6 位，村写 12 位。", "410423", "410823"),
                    .optional("供货方编号", .id, "“供货方”表里的编号。", "sup-001", ""),
                ])
        ])
}
