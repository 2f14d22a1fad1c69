import Domain
import GRDB

/// Integer keys of names, kept in memory by the writer.
///
/// A name is inserted when it is first seen.
///
/// A transaction takes the tables and puts them back when it commits: keys given in one that failed are forgotten.
struct KeyTables: Sendable {
    private var shops: [ShopName: Int64] = [:]
    private var sources: [String: Int64] = [:]
    private var parties: [String: Int64] = [:]
    private var categories: [String: Int64] = ["": 0]
    private var places: [Place: Int64] = [Place(): 0]

    /// Pages come shop by shop: spares a look-up an order.
    private var lastShop: (name: ShopName, key: Int64)?

    private struct ShopName: Hashable {
        let channel: Channel
        let shopID: String
    }

    mutating func shop(_ channel: Channel, _ shopID: String, _ database: Database) throws -> Int64 {
        let name = ShopName(channel: channel, shopID: shopID)
        if let lastShop, lastShop.name == name { return lastShop.key }
        if let key = shops[name] {
            lastShop = (name, key)
            return key
        }
        let key = try Self.key(
            database, insert: "INSERT INTO shop (channel, shop_id) VALUES (?, ?) ON CONFLICT DO NOTHING",
            select: "SELECT shop FROM shop WHERE channel = ? AND shop_id = ?", [channel.rawValue, shopID])
        shops[name] = key
        return key
    }

    mutating func source(_ source: SourceName, _ database: Database) throws -> Int64 {
        if let key = sources[source.name] { return key }
        try database.execute(
            sql: "INSERT INTO source (name, platform) VALUES (?, ?) ON CONFLICT DO NOTHING",
            arguments: [source.name, source.platform])
        let key = try Int64.fetchOne(
            database, sql: "SELECT source FROM source WHERE name = ?", arguments: [source.name])
        sources[source.name] = key ?? 0
        return key ?? 0
    }

    /// 0 is `unassigned`.
    mutating func party(_ partyID: String?, _ database: Database) throws -> Int64 {
        guard let partyID else { return 0 }
        if let key = parties[partyID] { return key }
        let key = try Self.key(
            database, insert: "INSERT INTO party (party_id) VALUES (?) ON CONFLICT DO NOTHING",
            select: "SELECT party FROM party WHERE party_id = ?", [partyID])
        parties[partyID] = key
        return key
    }

    mutating func category(_ name: String, _ database: Database) throws -> Int64 {
        if name.isEmpty { return 0 }
        if let key = categories[name] { return key }
        let key = try Self.key(
            database, insert: "INSERT INTO category (name) VALUES (?) ON CONFLICT DO NOTHING",
            select: "SELECT category FROM category WHERE name = ?", [name])
        categories[name] = key
        return key
    }

    mutating func place(_ place: Place, _ database: Database) throws -> Int64 {
        if let key = places[place] { return key }
        let key = try Self.key(
            database,
            insert:
                "INSERT INTO place (region, province, city, county) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
            select: "SELECT place FROM place WHERE region = ? AND province = ? AND city = ? AND county = ?",
            [place.region?.code ?? 0, place.province, place.city, place.county])
        // Bounded: strange places of one bad source must not fill the memory.
        if places.count > 20_000 { places = [Place(): 0] }
        places[place] = key
        return key
    }

    private static func key(
        _ database: Database, insert: String, select: String, _ arguments: StatementArguments
    ) throws -> Int64 {
        if let key = try Int64.fetchOne(database, sql: select, arguments: arguments) { return key }
        try database.execute(sql: insert, arguments: arguments)
        return database.lastInsertedRowID
    }
}
