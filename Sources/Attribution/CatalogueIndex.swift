import Domain

/// The catalogue, prepared for lookups by product and by title.
struct CatalogueIndex: Sendable {
    /// What the catalogue says of the goods of a line.
    struct Goods: Sendable {
        var netGrams = Stated<Grams>.nothing
        var region = Stated<Region>.nothing
        var category = Stated<String>.nothing

        /// Takes what is still unknown from a less specific row.
        mutating func fill(from other: Goods) {
            netGrams.fill(from: other.netGrams)
            region.fill(from: other.region)
            category.fill(from: other.category)
        }

        fileprivate mutating func add(_ item: CatalogueItem) {
            netGrams.add(item.netGrams)
            region.add(item.region)
            category.add(item.category.isEmpty ? nil : item.category)
        }
    }

    private struct Row: Sendable {
        let platform: String
        let skuID: String
        var goods = Goods()
    }

    private var rowsByProduct: [ByteKey: [Row]] = [:]
    private var rowsByTitle: [ByteKey: [Row]] = [:]

    init(_ items: [CatalogueItem]) {
        for item in items {
            if !item.productID.isEmpty {
                Self.add(item, skuID: item.skuID, to: &rowsByProduct[ByteKey(item.productID), default: []])
            } else if !item.title.isEmpty {
                Self.add(item, skuID: "", to: &rowsByTitle[ByteKey(item.title), default: []])
            }
        }
    }

    private static func add(_ item: CatalogueItem, skuID: String, to rows: inout [Row]) {
        let place = rows.firstIndex { $0.platform == item.platform && $0.skuID == skuID }
        if place == nil { rows.append(Row(platform: item.platform, skuID: skuID)) }
        rows[place ?? rows.endIndex - 1].goods.add(item)
    }

    /// Each field from the most specific row that states it: product and SKU, product, title; within each the
    /// row of the platform before the row of any.
    func goods(of facts: LineFacts) -> Goods {
        var goods = Goods()
        if !facts.productID.isEmpty, let rows = rowsByProduct[ByteKey(facts.productID)] {
            if !facts.skuID.isEmpty {
                Self.fill(&goods, from: rows, platform: facts.platform, skuID: facts.skuID)
            }
            Self.fill(&goods, from: rows, platform: facts.platform, skuID: "")
        }
        if !rowsByTitle.isEmpty, let rows = rowsByTitle[ByteKey(facts.title)] {
            Self.fill(&goods, from: rows, platform: facts.platform, skuID: "")
        }
        return goods
    }

    private static func fill(_ goods: inout Goods, from rows: [Row], platform: String, skuID: String) {
        var ofAnyPlatform: Goods?
        for row in rows where row.skuID == skuID {
            if row.platform == platform {
                goods.fill(from: row.goods)
            } else if row.platform.isEmpty {
                ofAnyPlatform = row.goods
            }
        }
        if let ofAnyPlatform { goods.fill(from: ofAnyPlatform) }
    }
}
