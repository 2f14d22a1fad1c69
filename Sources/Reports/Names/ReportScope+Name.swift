import Domain

extension ReportKey {
    /// The heading of the column.
    func name(in language: Language) -> String {
        switch self {
        case .party: language.text("责任主体", "party")
        case .kind: language.text("主体类别", "kind of party")
        case .day: language.text("日期", "day")
        case .channel: language.text("渠道", "channel")
        case .shop: language.text("店铺", "shop")
        case .source: language.text("来源", "source")
        case .county: language.text("产地县", "county of origin")
        case .region: language.text("主体所在地", "party's region")
        case .partyCounty: language.text("主体所在县", "party's county")
        case .buyerCounty: language.text("买家所在县", "buyer's county")
        case .category: language.text("品类", "category")
        case .session: language.text("直播场次", "live session")
        case .campaign: language.text("专项行动", "campaign")
        }
    }
}

extension ReportLeg {
    /// The leg in words.
    func name(in language: Language) -> String {
        switch self {
        case .sell: language.text("帮助销售", "sell")
        case .buy: language.text("组织购买", "buy")
        case .any: language.text("销售与购买（每行只计一次）", "sell or buy, each line once")
        }
    }
}

extension ReportScope.Dating {
    /// The dating in words.
    func name(in language: Language) -> String {
        switch self {
        case .paid: language.text("按付款日", "by day of payment")
        case .refunded: language.text("退款按退款日", "refunds on their own day")
        case .booked: language.text("按入账日", "by day of booking")
        }
    }
}
