package import Domain

extension Channel {
    /// What staff read.
    package func name(in language: Language) -> String {
        switch self {
        case .douyin: language.text("抖音", "Douyin")
        case .kuaishou: language.text("快手", "Kuaishou")
        case .weixin: language.text("微信", "WeChat")
        case .taobao: language.text("淘宝/天猫", "Taobao/Tmall")
        case .jd: language.text("京东", "JD")
        case .pinduoduo: language.text("拼多多", "Pinduoduo")
        case .youzan: language.text("有赞", "Youzan")
        case .p832: language.text("832平台", "832 platform")
        case .counter: language.text("专柜", "counter")
        case .hall: language.text("专馆", "hall")
        case .zone: language.text("专区", "zone")
        case .relay: language.text("接龙", "group relay")
        case .canteen: language.text("食堂采买", "canteen")
        case .union: language.text("工会团购", "trade union")
        case .event: language.text("产销对接", "matching event")
        case .media: language.text("媒体", "media")
        case .other: language.text("其他", "other")
        }
    }
}
