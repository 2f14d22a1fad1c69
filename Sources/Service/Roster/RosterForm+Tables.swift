extension RosterForm {
    /// The tables that decide who is credited; the first one has to be there.
    static let read = [parties, tenures, identities, sessions, campaigns]

    /// The tables that nothing uses yet.
    static let notUsed = [suppliers, targets]

    /// All tables, in the order of the contract.
    static let all = read + notUsed + [catalogue]

    static let parties = RosterForm(
        "parties", ["责任主体", "主体"],
        [
            Column("party", ["编号"] + partyNames), Column("name", ["姓名", "名称", "姓名或名称", "姓名/名称"]),
            Column("kind", ["类别", "主体类别", "类型", "主体类型"]), Column("region", regionNames + ["主体所在地"]),
            Column("organisation", ["单位", "所属单位", "派出单位", "工作单位"], isUnused: true),
        ])

    static let tenures = RosterForm(
        "tenures", ["任期", "任职"],
        [
            Column("party", ["编号"] + partyNames), Column("region", regionNames + ["任职地", "任职村"]),
            Column("role", ["角色", "职务"]), from, to,
        ])

    static let identities = RosterForm(
        "identities", ["平台身份", "身份"],
        [
            Column("party", ["编号"] + partyNames), platform, Column("kind", ["身份类型", "身份类别", "类型", "类别"]),
            Column("value", ["身份值", "平台编号", "平台ID"]), from, to,
        ])

    static let sessions = RosterForm(
        "sessions", ["直播场次", "场次"],
        [
            Column("session", ["场次", "场次编号", "直播场次"]), platform,
            Column("shop", ["店铺", "店铺编号", "店铺ID"]),
            Column("room", ["直播间", "直播间编号", "直播间ID"]), Column("party", partyNames, isUnused: true),
            Column("start", ["开始", "开始时间", "开播时间"]), Column("end", ["结束", "结束时间", "下播时间"]),
            Column("share", ["份额", "份额(万分之)"], isUnused: true),
        ])

    static let campaigns = RosterForm(
        "campaigns", ["专项行动", "行动"],
        [
            Column("campaign", ["编号", "专项行动", "专项行动编号", "行动编号"]), Column("name", ["名称", "行动名称", "专项行动名称"]),
            from, to, Column("channel", ["渠道"]), Column("category", ["品类"]), Column("region", regionNames),
            Column("party", partyNames),
        ])

    static let suppliers = RosterForm(
        "suppliers", ["供货方", "供应商"],
        [
            Column("supplier", ["编号"] + supplierNames), Column("name", ["名称", "供货方名称", "供应商名称"]),
            Column("region", regionNames), Column("households", ["带动户数", "户数"]),
            Column("people", ["带动人数", "人数"]), from, to,
        ])

    static let targets = RosterForm(
        "targets", ["目标"],
        [
            Column("party", ["编号"] + partyNames), Column("leg", ["方向"]), from, to,
            Column("fen", ["金额(分)", "目标金额(分)"]), Column("grams", ["重量(克)", "目标重量(克)"]),
        ])

    /// The catalogue, whose file the settings name.
    static let catalogue = RosterForm(
        "catalogue", ["产品目录"],
        [
            platform, Column("product", ["商品编号", "商品ID"]), Column("sku", ["规格编号", "规格ID", "SKU编号"]),
            Column("title", ["标题", "商品标题", "商品名称"]),
            Column("net_grams", ["净重(克)", "净重克数", "每件净重(克)"]), Column("category", ["品类"]),
            Column("region", regionNames + ["产地", "产地代码"]),
            Column("supplier", supplierNames, isUnused: true),
        ])

    private static let platform = Column("platform", ["平台"])
    private static let from = Column("from", ["起", "开始", "开始日期", "起始日期", "起始日"])
    /// The first day that is not in the span any more, whatever it is called.
    private static let to = Column("to", ["止", "结束", "结束日期", "终止日期", "结束日期(不含)", "止(不含)"])
    private static let partyNames = ["责任主体", "责任主体编号", "主体编号"]
    private static let regionNames = ["地区", "行政区划代码", "行政区划", "区划代码", "地区代码"]
    private static let supplierNames = ["供货方", "供货方编号", "供应商", "供应商编号"]
}
