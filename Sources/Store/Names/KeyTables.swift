import Domain
import GRDB

/// Integer keys of names, kept in memory by the writer.
///
/// A name is inserted when it is first seen.
///
/// A transaction takes the tables and puts them back when it commits: keys given in one that failed are forgotten.
struct KeyTables: Sendable {
    private var shops: [ShopName: Int64] = [:]
    private var parties: [ByteKey: Int64] = [:]
    private var categories: [ByteKey: Int64] = [:]
    private var goods: [GoodsName: Int64] = [:]
    private var places: [PlaceName: Int64] = [:]
    private var purchasers: [PurchaserName: Int64] = [:]
    /// Names of a kind that are kept at most: strange ones of a bad source must not fill the memory.
    private static let namesMax = 20_000

    /// Pages come shop by shop: spares a look-up an order.
    private var lastShop: (name: ShopName, key: Int64)?

    private struct ShopName: Hashable {
        let channel: Channel
        let shopID: ByteKey
    }

    private struct GoodsName: Hashable {
        let title: ByteKey
        let spec: ByteKey
        let category: ByteKey
    }

    /// Places differ by their code nearly always.
    private struct PlaceName: Hashable {
        let region: Region?
        let province: ByteKey
        let city: ByteKey
        let county: ByteKey

        init(_ place: Place) {
            region = place.region
            province = ByteKey(place.province)
            city = ByteKey(place.city)
            county = ByteKey(place.county)
        }

        func hash(into hasher: inout Hasher) {
            if let region { hasher.combine(region) } else { hasher.combine(county) }
        }
    }

    private struct PurchaserName: Hashable {
        let purchaserID: ByteKey
        let name: ByteKey
    }

    mutating func shop(_ channel: Channel, _ shopID: String, _ database: Database) throws -> Int64 {
        let name = ShopName(channel: channel, shopID: ByteKey(shopID))
        if let lastShop, lastShop.name == name { return lastShop.key }
        if let key = shops[name] {
            lastShop = (name, key)
            return key
        }
        let key = try Self.key(
            database, insert: "INSERT INTO shop (channel, shop_id) VALUES (?, ?) ON CONFLICT DO NOTHING",
            select: "SELECT shop FROM shop WHERE channel = ? AND shop_id = ?",
            [.number(Int64(channel.rawValue)), .text(shopID)])
        shops[name] = key
        return key
    }

    /// 0 is `unassigned`.
    ///
    /// All are read when the first is asked for: a roster has thousands.
    mutating func party(_ partyID: String?, _ database: Database) throws -> Int64 {
        guard let partyID else { return 0 }
        if let key = parties[ByteKey(partyID)] { return key }
        if parties.isEmpty { try readParties(database) }
        if let key = parties[ByteKey(partyID)] { return key }
        // Another process may have named it meanwhile, or others.
        let key = try Self.key(
            database, insert: "INSERT INTO party (party_id) VALUES (?) ON CONFLICT DO NOTHING",
            select: "SELECT party FROM party WHERE party_id = ?", [.text(partyID)])
        parties[ByteKey(partyID)] = key
        return key
    }

    private mutating func readParties(_ database: Database) throws {
        let rows = try Row.fetchCursor(database, sql: "SELECT party, party_id FROM party")
        while let row = try rows.next() {
            parties[ByteKey(row[1])] = row[0]
        }
    }

    mutating func category(_ name: String, _ database: Database) throws -> Int64 {
        if name.isEmpty { return 0 }
        if let key = categories[ByteKey(name)] { return key }
        let key = try Self.key(
            database, insert: "INSERT INTO category (name) VALUES (?) ON CONFLICT DO NOTHING",
            select: "SELECT category FROM category WHERE name = ?", [.text(name)])
        if categories.count > Self.namesMax { categories = [:] }
        categories[ByteKey(name)] = key
        return key
    }

    /// What goods are called: a shop says it anew with every line that it sells.
    mutating func goods(_ line: borrowing OrderLine, _ database: Database) throws -> Int64 {
        let name = GoodsName(
            title: ByteKey(line.title), spec: ByteKey(line.spec), category: ByteKey(line.category))
        if let key = goods[name] { return key }
        let key = try Self.key(
            database,
            insert: "INSERT INTO goods (title, spec, category) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            select: "SELECT goods FROM goods WHERE title = ? AND spec = ? AND category = ?",
            [.text(line.title), .text(line.spec), .text(line.category)])
        if goods.count > Self.namesMax { goods = [:] }
        goods[name] = key
        return key
    }

    mutating func place(_ place: Place, _ database: Database) throws -> Int64 {
        if place == Place() { return 0 }
        let name = PlaceName(place)
        if let key = places[name] { return key }
        let key = try Self.key(
            database,
            insert:
                "INSERT INTO place (region, province, city, county) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
            select: "SELECT place FROM place WHERE region = ? AND province = ? AND city = ? AND county = ?",
            [.number(place.region?.code ?? 0), .text(place.province), .text(place.city), .text(place.county)])
        if places.count > Self.namesMax { places = [:] }
        places[name] = key
        return key
    }

    /// 0 is a private person, of whom nothing is kept.
    mutating func purchaser(_ buyer: Buyer, _ database: Database) throws -> Int64 {
        guard case .organisation(let purchaserID, let name) = buyer else { return 0 }
        let purchaser = PurchaserName(purchaserID: ByteKey(purchaserID), name: ByteKey(name))
        if let key = purchasers[purchaser] { return key }
        let key = try Self.key(
            database,
            insert: "INSERT INTO purchaser (purchaser_id, name) VALUES (?, ?) ON CONFLICT DO NOTHING",
            select: "SELECT purchaser FROM purchaser WHERE purchaser_id = ? AND name = ?",
            [.text(purchaserID), .text(name)])
        if purchasers.count > Self.namesMax { purchasers = [:] }
        purchasers[purchaser] = key
        return key
    }

    /// What a row of a table of names is found by.
    private enum Part {
        case number(Int64)
        case text(String)
    }

    /// Bound by hand: GRDB would end a text at its first NUL.
    private static func key(
        _ database: Database, insert: String, select: String, _ parts: [Part]
    ) throws -> Int64 {
        func bound(_ sql: String) throws -> RawStatement {
            let statement = try RawStatement(database, sql)
            for (place, part) in parts.enumerated() {
                switch part {
                case .number(let number): statement.bind(Int32(place) + 1, number)
                case .text(let text): statement.bind(Int32(place) + 1, text)
                }
            }
            return statement
        }
        if let found = try bound(select).first({ $0.integer(0) }) { return found }
        try bound(insert).run()
        return database.lastInsertedRowID
    }
}
