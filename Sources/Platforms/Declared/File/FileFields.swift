internal import Domain

/// Which columns state which fields of an order: what a file has no column for, it says nothing of.
struct FileFields: Sendable {
    private let columns: [(field: OrderFields, names: [String])]

    private static let ofOrder: [(String, OrderFields)] = [
        ("freight", .freight), ("buyer", .buyer), ("buyer_place", .buyerPlace), ("fund_source", .fundSource),
        ("remark", .sellerRemark), ("status", .status), ("created_at", .createdAt), ("paid_at", .paidAt),
        ("paid", .headerPaid),
    ]
    private static let ofLines: [(String, OrderFields)] = [
        ("product", .productID), ("sku", .skuID), ("title", .title), ("spec", .spec), ("price", .gross),
        ("gross", .gross), ("subsidies", .subsidies), ("host", .hostID), ("room", .roomID),
        ("origin", .originRegion), ("category", .category),
    ]

    /// Reads the whole description.
    init(_ root: DescriptionSection) {
        columns =
            Self.ofOrder.map { ($0.1, root.values(below: "order", $0.0)) }
            + Self.ofLines.map { ($0.1, root.values(below: "order", "lines", $0.0)) }
    }

    /// What a file with these columns says nothing of.
    func unstated(having names: Set<String>) -> OrderFields {
        var stated: OrderFields = []
        for (field, columns) in columns where columns.contains(where: names.contains) { stated.insert(field) }
        return columns.reduce(into: OrderFields()) { $0.insert($1.field) }.subtracting(stated)
    }
}
