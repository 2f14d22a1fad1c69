import Domain

/// Collects the catalogue and finds rows that contradict each other.
struct CatalogueCheck {
    private(set) var items: [CatalogueItem] = []
    private var first: [Key: (item: CatalogueItem, line: Int)] = [:]

    private struct Key: Hashable {
        let platform: String
        let productID: String
        let skuID: String
        /// Counts only where there is no product.
        let title: String
    }

    mutating func add(_ item: CatalogueItem, _ row: RosterRow) {
        items.append(item)
        if item.productID.isEmpty, item.title.isEmpty {
            row.warn(Notice("roster.item_without_name"), Notice("roster.state_product_or_title"))
            return
        }
        let key = Key(
            platform: item.platform, productID: item.productID,
            skuID: item.productID.isEmpty ? "" : item.skuID,
            title: item.productID.isEmpty ? item.title : "")
        guard let known = first[key] else {
            first[key] = (item, row.line)
            return
        }
        let contradictions = [
            Self.differ(known.item.netGrams, item.netGrams) ? Notice("roster.net_weight") : nil,
            Self.differ(known.item.region, item.region) ? Notice("roster.origin") : nil,
            Self.differ(Self.stated(known.item.category), Self.stated(item.category))
                ? Notice("roster.category") : nil,
        ].compactMap(\.self)
        if !contradictions.isEmpty {
            row.warn(
                Notice("roster.items_contradict", known.line, contradictions), Notice("roster.keep_one_item"))
        }
    }

    private static func stated(_ text: String) -> String? {
        text.isEmpty ? nil : text
    }

    private static func differ<Value: Equatable>(_ one: Value?, _ other: Value?) -> Bool {
        guard let one, let other else { return false }
        return one != other
    }
}
