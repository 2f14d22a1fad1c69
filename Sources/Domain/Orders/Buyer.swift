/// Who bought.
///
/// A private person has no id and no name here, on purpose.
package enum Buyer: Hashable, Sendable {
    case person
    /// A unit, university, firm: its account on the platform (may be empty) and its name (may be empty).
    case organisation(purchaserID: String, name: String)

    /// Whether the buy leg applies.
    package var isOrganisation: Bool { self != .person }
}

/// What a purchaser on 832-style platforms pays from.
///
/// The raw value is the key in the store.
package enum FundSource: Int, CaseIterable, Sendable {
    /// 食堂
    case canteen = 1
    /// 工会
    case union
    /// 个人
    case personal

    /// The key for those who ask the store with SQL.
    package var key: String { String(describing: self) }

    /// The word on the platform.
    private var word: String {
        switch self {
        case .canteen: "食堂"
        case .union: "工会"
        case .personal: "个人"
        }
    }

    /// The source that the platform's word means.
    package init?(word: String) {
        guard let source = Self.allCases.first(where: { word.hasPrefix($0.word) }) else { return nil }
        self = source
    }
}

/// Province, city and county of a buyer; never a street.
package struct Place: Hashable, Sendable {
    /// The GB/T 2260 code, where the platform gives one.
    package var region: Region?
    package var province: String
    package var city: String
    package var county: String

    /// A place; everything may be unknown.
    package init(region: Region? = nil, province: String = "", city: String = "", county: String = "") {
        self.region = region
        self.province = province
        self.city = city
        self.county = county
    }
}
