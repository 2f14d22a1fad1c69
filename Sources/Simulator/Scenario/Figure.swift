package import Domain

/// One figure of the founding article, with the exact truth of the simulated orders behind it.
package struct Figure: Hashable, Sendable {
    /// The key of the figure: `pds-live`.
    package let id: String
    /// What the article says it is.
    package let title: Notice
    /// The amount as the article prints it: `455 吨`.
    package let articleText: Notice
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

    var articleText: Notice {
        switch self {
        case .secretaries: Notice("figure.tonnes", "455")
        case .matching: Notice("figure.tonnes", "9013")
        case .venues: Notice("figure.tonnes", "300")
        case .waterUniversity: Notice("figure.tonnes", "4.95")
        case .normalUniversity: Notice("figure.tonnes", "13")
        case .ecommerceMembers: Notice("figure.tonnes", "4410")
        case .cateringMembers: Notice("figure.tonnes", "133")
        case .media: Notice("figure.ten_thousand_tonnes", "3.8")
        }
    }

    var title: Notice {
        switch self {
        case .secretaries: Notice("figure.secretaries")
        case .matching: Notice("figure.matching")
        case .venues: Notice("figure.venues")
        case .waterUniversity: Notice("figure.water_university")
        case .normalUniversity: Notice("figure.normal_university")
        case .ecommerceMembers: Notice("figure.ecommerce_members")
        case .cateringMembers: Notice("figure.catering_members")
        case .media: Notice("figure.media")
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
