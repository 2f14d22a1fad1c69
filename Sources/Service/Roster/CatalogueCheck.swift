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
            row.warn("既没有商品编号也没有标题，不会匹配任何订单", "请至少填写 product 或 title")
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
            Self.differ(known.item.netGrams, item.netGrams) ? "净重" : nil,
            Self.differ(known.item.region, item.region) ? "产地" : nil,
            Self.differ(Self.stated(known.item.category), Self.stated(item.category)) ? "品类" : nil,
        ].compactMap(\.self)
        if !contradictions.isEmpty {
            row.warn(
                "与第 \(known.line) 行是同一商品，\(contradictions.joined(separator: "、"))不同，按未知处理",
                "请核对后只留一行")
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
