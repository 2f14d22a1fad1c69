/// A product of the catalogue (产品目录): what one sold unit weighs and where it comes from.
package struct CatalogueItem: Hashable, Sendable {
    /// The platform's name as in the configuration; empty = any.
    package let platform: String
    package let productID: String
    /// Empty = every SKU of the product.
    package let skuID: String
    /// The exact title, where the product has no id.
    package let title: String
    package let netGrams: Grams?
    package let category: String
    /// Village or county of origin.
    package let region: Region?
    package let supplier: String

    /// An item of catalogue.csv.
    package init(
        platform: String, productID: String, skuID: String, title: String, netGrams: Grams?, category: String,
        region: Region?, supplier: String
    ) {
        self.platform = platform
        self.productID = productID
        self.skuID = skuID
        self.title = title
        self.netGrams = netGrams
        self.category = category
        self.region = region
        self.supplier = supplier
    }
}

extension CatalogueItem: Codable {
    /// The columns of catalogue.csv.
    private enum CodingKeys: String, CodingKey {
        case platform
        case productID = "product"
        case skuID = "sku"
        case title
        case netGrams = "net_grams"
        case category, region, supplier
    }
}
