package import Domain

extension PartyKind {
    /// What staff read.
    package func name(in language: Language) -> String {
        switch self {
        case .firstSecretary: language.text("第一书记", "first secretary")
        case .workTeam: language.text("驻村工作队", "work team")
        case .memberEcommerce: language.text("电商会员", "e-commerce member")
        case .memberCatering: language.text("餐饮会员", "catering member")
        case .unit: language.text("帮扶单位", "unit")
        case .university: language.text("高校", "university")
        case .city: language.text("结对城市", "paired city")
        case .enterprise: language.text("企业", "enterprise")
        case .venue: language.text("专馆专区", "venue")
        case .organiser: language.text("组织单位", "organiser")
        case .other: language.text("其他", "other")
        }
    }
}

extension Leg {
    /// The leg in words.
    package func name(in language: Language) -> String {
        switch self {
        case .sell: language.text("帮助销售", "sell")
        case .buy: language.text("组织购买", "buy")
        }
    }
}

extension Evidence {
    /// The field that a credit rests on, in words.
    func name(in language: Language) -> String {
        switch self {
        case .none: language.text("无", "none")
        case .hostID: language.text("达人ID", "host id")
        case .shopID: language.text("店铺ID", "shop id")
        case .purchaserID: language.text("采购账号", "purchaser id")
        case .purchaserName: language.text("采购单位名称", "purchaser name")
        }
    }
}

extension UnassignedReason {
    /// Why nobody is credited, in words.
    func name(in language: Language) -> String {
        switch self {
        case .noIdentity: language.text("名册中无此平台身份", "no identity")
        case .outsideTenure: language.text("不在任期内", "outside tenure")
        case .ambiguous: language.text("同时属于多个主体", "ambiguous")
        }
    }
}

extension WeightEvidence {
    /// What a weight rests on, in words.
    func name(in language: Language) -> String {
        switch self {
        case .none: language.text("无明确重量", "none")
        case .quantityUnit: language.text("数量单位", "quantity unit")
        case .catalogue: language.text("产品目录", "catalogue")
        case .spec: language.text("规格", "spec")
        case .title: language.text("标题", "title")
        }
    }
}
