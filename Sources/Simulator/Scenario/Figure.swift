package import Domain

/// One figure of the founding article, with the exact truth of the simulated orders behind it.
package struct Figure: Hashable, Sendable {
    /// The key of the figure: `pds-live`.
    package let id: String
    /// What the article says it is, in Chinese.
    package let title: String
    /// The amount as the article prints it: `455 吨`.
    package let articleText: String
    /// Net of returns, summed from the orders.
    package let grams: Grams
    /// Paid less refunded, summed from the orders.
    package let netFen: Fen
    /// What a user types after `daihuo`.
    package let reportArguments: [String]
    /// The keys of the report's rows that make up the figure; `nil` = all its rows together.
    package let rowKeys: [String]?
    /// How many rows the report has, where the article says so.
    package let expectedRowCount: Int?
}

/// The eight figures of the article that the demo checks.
enum FigureID: String, CaseIterable, Sendable {
    case secretaries = "pds-live"
    case matching = "zz-matching"
    case venues = "sq-venues"
    case waterUniversity = "univ-ncwu"
    case normalUniversity = "univ-htu"
    case ecommerceMembers = "member-ecommerce"
    case cateringMembers = "member-catering"
    case media = "media-2022"

    /// What must come out.
    var articleGrams: Int64 {
        switch self {
        case .secretaries: 455_000_000
        case .matching: 9_013_000_000
        case .venues: 300_000_000
        case .waterUniversity: 4_950_000
        case .normalUniversity: 13_000_000
        case .ecommerceMembers: 4_410_000_000
        case .cateringMembers: 133_000_000
        case .media: 38_000_000_000
        }
    }

    var articleText: String {
        switch self {
        case .secretaries: "455 吨"
        case .matching: "9013 吨"
        case .venues: "300 吨"
        case .waterUniversity: "4.95 吨"
        case .normalUniversity: "13 吨"
        case .ecommerceMembers: "4410 吨"
        case .cateringMembers: "133 吨"
        case .media: "3.8 万吨"
        }
    }

    var title: String {
        switch self {
        case .secretaries: "平顶山市“第一书记帮带货”：48 名第一书记直播，116 家帮扶单位参与"
        case .matching: "郑州市产销对接活动 180 余场"
        case .venues: "商丘市 13 个消费帮扶专馆、113 个专区"
        case .waterUniversity: "华北水利水电大学采购兰考县蔬菜"
        case .normalUniversity: "河南师范大学采购新乡市平原示范区白菜"
        case .ecommerceMembers: "省乡村振兴协会电商会员销售"
        case .cateringMembers: "省乡村振兴协会餐饮会员采购"
        case .media: "“百家媒体聚力河南公益助农”专项行动 8 天"
        }
    }

    /// The report that prints it.
    var reportArguments: [String] {
        let question =
            switch self {
            case .secretaries: ["--by", "party", "--only", "campaign=pds-live"]
            case .matching: ["--by", "campaign", "--only", "campaign=zz-matching"]
            case .venues: ["--by", "channel", "--only", "region=411400"]
            case .waterUniversity, .normalUniversity: ["--leg", "buy", "--only", "kind=university"]
            case .ecommerceMembers: ["--only", "kind=member_ecommerce"]
            case .cateringMembers: ["--leg", "buy", "--only", "kind=member_catering"]
            case .media: ["--by", "campaign", "--only", "campaign=media-2022"]
            }
        return ["report", "attribution", "--from", "2022-11-01", "--to", "2022-12-31"] + question
    }

    var rowKeys: [String]? {
        switch self {
        case .secretaries, .ecommerceMembers, .cateringMembers: nil
        case .matching, .media, .waterUniversity, .normalUniversity: [rawValue]
        case .venues: ["hall", "zone"]
        }
    }

    var expectedRowCount: Int? { self == .secretaries ? 48 : nil }
}
