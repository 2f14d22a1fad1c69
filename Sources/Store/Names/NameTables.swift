import Domain
import GRDB

/// The names behind integer keys, read once for a query.
struct NameTables: Sendable {
    private var shops: [Int64: Shop] = [:]
    private(set) var sources: [Int64: String] = [:]
    private(set) var platforms: [Int64: String] = [:]
    private(set) var parties: [Int64: String] = [:]
    private(set) var categories: [Int64: String] = [0: ""]

    /// A shop of a channel; the schema's CHECK keeps strangers out.
    struct Shop: Sendable {
        let channel: Channel
        let shopID: String
    }

    init(_ database: Database) throws {
        try Self.each(database, "SELECT shop, shop_id, channel FROM shop") { row in
            shops[row.integer(0)] = Shop(
                channel: Channel(rawValue: Int(row.integer(2))) ?? .other, shopID: row.text(1))
        }
        try Self.each(database, "SELECT source, name, platform FROM source") { row in
            sources[row.integer(0)] = row.text(1)
            platforms[row.integer(0)] = row.text(2)
        }
        try Self.each(database, "SELECT party, party_id FROM party") { row in
            parties[row.integer(0)] = row.text(1)
        }
        try Self.each(database, "SELECT category, name FROM category") { row in
            categories[row.integer(0)] = row.text(1)
        }
    }

    var shopIDs: [String] { shops.values.map(\.shopID) }

    func shop(_ key: Int64) -> Shop {
        shops[key] ?? Shop(channel: .other, shopID: "")
    }

    private static func each(
        _ database: Database, _ sql: String, _ body: (RawStatement) -> Void
    ) throws {
        let statement = try RawStatement(database, sql)
        while try statement.next() { body(statement) }
    }
}

/// Names that the store knows, in no order.
package struct StoredNames: Sendable {
    package let shopIDs: [String]
    /// Accounts by their ids.
    package let sources: [String]
    package let categories: [String]
    /// Parties of any version of the roster, by their ids.
    package let parties: [String]
}
