import Domain
import GRDB

/// The names behind integer keys, read once for a query.
struct NameTables {
    private(set) var shops: [Int64: Shop] = [:]
    private(set) var sources: [Int64: String] = [:]
    private(set) var platforms: [Int64: String] = [:]
    private(set) var parties: [Int64: String] = [:]
    private(set) var categories: [Int64: String] = [0: ""]

    init(_ database: Database) throws {
        for row in try Row.fetchAll(database, sql: "SELECT shop, channel, shop_id FROM shop") {
            shops[row[0]] = Shop(channel: Channel(rawValue: row[1]) ?? .other, shopID: row[2])
        }
        for row in try Row.fetchAll(database, sql: "SELECT source, name, platform FROM source") {
            sources[row[0]] = row[1]
            platforms[row[0]] = row[2]
        }
        for row in try Row.fetchAll(database, sql: "SELECT party, party_id FROM party") {
            parties[row[0]] = row[1]
        }
        for row in try Row.fetchAll(database, sql: "SELECT category, name FROM category") {
            categories[row[0]] = row[1]
        }
    }

    /// A shop of a channel; the schema's CHECK keeps strangers out.
    struct Shop {
        let channel: Channel
        let shopID: String
    }

    func shop(_ key: Int64) -> Shop {
        shops[key] ?? Shop(channel: .other, shopID: "")
    }

    /// The day behind a stored yyyymmdd; the schema's CHECK keeps strangers out.
    static func day(_ stored: Int64) -> BusinessDay {
        BusinessDay(stored: stored) ?? BusinessDay(number: 0)
    }
}
