import Domain

/// The words of closed lists, and of platforms and roles.
enum RosterWords {
    static let partyKinds = PartyKind.allCases.map { kind in
        let words =
            switch kind {
            case .firstSecretary: ["第一书记", "驻村第一书记"]
            case .workTeam: ["驻村工作队", "工作队"]
            case .memberEcommerce: ["电商会员", "协会电商会员"]
            case .memberCatering: ["餐饮会员", "协会餐饮会员"]
            case .unit: ["定点帮扶单位", "帮扶单位"]
            case .university: ["结对高校", "结对帮扶高校", "高校"]
            case .city: ["结对城市", "结对帮扶市"]
            case .enterprise: ["企业", "百企联盟企业"]
            case .venue: ["场馆", "专馆专区"]
            case .organiser: ["组织者", "组织单位"]
            case .other: ["其他", "其它"]
            }
        return RosterWord(kind, kind.rawValue, words)
    }

    static let identityKinds = Identity.Kind.allCases.map { kind in
        let words =
            switch kind {
            case .host: ["达人", "主播", "达人ID", "主播ID"]
            case .room: ["直播间", "直播间ID"]
            case .shop: ["店铺", "店铺ID"]
            case .purchaser: ["采购人编号", "采购单位编号", "采购账号"]
            case .purchaserName: ["采购人名称", "采购单位名称"]
            case .promo: ["推广码", "推广位"]
            }
        return RosterWord(kind, kind.rawValue, words)
    }

    static let channels = Channel.allCases.map { channel in
        let words =
            switch channel {
            case .douyin, .kuaishou, .weixin, .taobao, .jd, .pinduoduo, .youzan, .p832:
                platforms.first { $0.key == channel.key }?.chinese ?? []
            case .counter: ["专柜"]
            case .hall: ["专馆"]
            case .zone: ["专区"]
            case .relay: ["接龙", "微信接龙"]
            case .canteen: ["食堂采买", "食堂", "食堂统一采买"]
            case .union: ["工会团购", "工会"]
            case .event: ["产销对接", "产销对接会"]
            case .media: ["媒体", "媒体助农"]
            case .other: ["其他", "其它"]
            }
        return RosterWord(channel, channel.key, words)
    }

    /// The platforms by other names than those of the configuration; a bureau describes further ones by names of its own.
    static let platforms: [RosterWord<String>] = [
        word("douyin", "抖音", "抖店"), word("kuaishou", "快手", "快手小店"), word("weixin", "微信", "微信小店", "视频号"),
        word("taobao", "淘宝", "天猫", "淘宝/天猫", "千牛"), word("jd", "京东"), word("pinduoduo", "拼多多"),
        word("youzan", "有赞"), word("p832", "832平台", "832"), word("xiaohongshu", "小红书"),
        word("jushuitan", "聚水潭"), word("wangdiantong", "旺店通"),
    ]

    /// What a tenure may be in; other roles stay as they are written.
    static let roles: [RosterWord<String>] = [
        word("first_secretary", "第一书记", "驻村第一书记"), word("work_team", "驻村工作队", "工作队"),
        word("member", "会员", "协会会员"),
    ]

    static let legs = [
        RosterWord(Leg.sell, Leg.sell.key, ["销售", "帮助销售"]), RosterWord(Leg.buy, Leg.buy.key, ["采购", "组织购买"]),
    ]

    private static func word(_ key: String, _ chinese: String...) -> RosterWord<String> {
        RosterWord(key, key, chinese)
    }
}
