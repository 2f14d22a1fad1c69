import Domain
import GRDB

/// Stored orders read back as the domain's nouns.
struct OrderRows {
    private let database: Database
    private let names: NameTables

    /// An order with what the store adds to it.
    struct Stored {
        var key: StoredKey
        var order: Order
        var source: String
        var platform: String
        var isFile: Bool
        var landing: Int64
        var fetchedAt: Instant
    }

    init(_ database: Database) throws {
        self.database = database
        names = try NameTables(database)
    }

    /// Up to `limit` orders after the key, in key order, with their lines.
    func after(_ key: StoredKey?, limit: Int) throws -> [Stored] {
        let rows = try Row.fetchAll(
            database,
            sql: Self.selectOrders + """
                 WHERE (channel, shop, order_id) > (?, ?, ?) ORDER BY channel, shop, order_id LIMIT ?
                """, arguments: [key?.channel ?? 0, key?.shop ?? 0, key?.orderID ?? "", limit])
        return try rows.map(stored)
    }

    /// The orders with this number, one a shop.
    func with(orderID: String) throws -> [Stored] {
        var found: [Stored] = []
        for shop in try Row.fetchAll(database, sql: "SELECT channel, shop FROM shop ORDER BY channel, shop") {
            let row = try Row.fetchOne(
                database, sql: Self.selectOrders + " WHERE channel = ? AND shop = ? AND order_id = ?",
                arguments: [shop[0] as Int64, shop[1] as Int64, orderID])
            if let row { found.append(try stored(row)) }
        }
        return found
    }

    private func stored(_ row: Row) throws -> Stored {
        let key = StoredKey(channel: row[0], shop: row[1], orderID: row[2])
        let isOrganisation: Bool = row[11]
        let buyer: Buyer = isOrganisation ? .organisation(purchaserID: row[12], name: row[13]) : .person
        let channel = NameTables.channel(key.channel)
        let source: Int64 = row[3]
        let order = Order(
            channel: channel, shopID: names.shops[key.shop] ?? "", orderID: key.orderID, status: row[5],
            createdAt: instant(row[6]), paidAt: instant(row[7]), updatedAt: Instant(milliseconds: row[8]),
            headerPaidFen: Fen(row[9]), freightFen: Fen(row[10]), buyer: buyer,
            buyerPlace: Place(
                region: Region(code: row[19] ?? 0), province: row[20] ?? "", city: row[21] ?? "",
                county: row[22] ?? ""),
            fundSource: (row[14] as Int?).flatMap(FundSource.init(rawValue:)), sellerRemark: row[15],
            lines: try lines(of: key))
        return Stored(
            key: key, order: order, source: names.sources[source] ?? "",
            platform: names.platforms[source] ?? "",
            isFile: row[4], landing: row[17], fetchedAt: Instant(milliseconds: row[18]))
    }

    private func lines(of key: StoredKey) throws -> [OrderLine] {
        let statement = try RawStatement(database, Self.selectLines)
        statement.bind(key)
        var lines: [OrderLine] = []
        while try statement.next() {
            lines.append(Self.line(statement))
        }
        return lines
    }

    private static func line(_ row: RawStatement) -> OrderLine {
        let notSale = row.optionalInteger(16).flatMap { NotSaleReason(rawValue: Int($0)) }
        let sale: SaleState = notSale.map(SaleState.notSale) ?? .sale(Instant(milliseconds: row.integer(17)))
        return OrderLine(
            lineID: row.text(0), productID: row.text(1), skuID: row.text(2), title: row.text(3),
            spec: row.text(4),
            quantity: Quantity(
                milli: row.integer(5), unit: Quantity.Unit(rawValue: Int(row.integer(6))) ?? .piece),
            grossFen: Fen(row.integer(8)), grossOrigin: origin(row.integer(9)), paidFen: Fen(row.integer(10)),
            paidOrigin: origin(row.integer(11)),
            subsidies: Subsidies(
                shopFen: Fen(row.integer(12)), platformFen: Fen(row.integer(13)),
                talentFen: Fen(row.integer(14)),
                stateFen: Fen(row.integer(15))),
            sale: sale, closedAt: row.optionalInteger(18).map(Instant.init(milliseconds:)),
            hostID: row.text(19),
            roomID: row.text(20), originRegion: Region(code: row.integer(21)), category: row.text(22))
    }

    private static func origin(_ stored: Int64) -> AmountOrigin {
        AmountOrigin(rawValue: Int(stored)) ?? .stated
    }

    private func instant(_ milliseconds: Int64?) -> Instant? {
        milliseconds.map(Instant.init(milliseconds:))
    }

    private static let selectOrders = """
        SELECT channel, shop, order_id, source, is_file, status, created_at_ms, paid_at_ms, updated_at_ms,
            header_paid_fen, freight_fen, is_organisation, purchaser_id, purchaser_name, fund_source, seller_remark,
            header_gap_fen, landing, fetched_at_ms, place.region, place.province, place.city, place.county
        FROM orders LEFT JOIN place USING (place)
        """

    private static let selectLines = """
        SELECT line_id, product_id, sku_id, title, spec, quantity_milli, unit, ordered_grams, gross_fen, gross_origin,
            paid_fen, paid_origin, shop_subsidy_fen, platform_subsidy_fen, talent_subsidy_fen, state_subsidy_fen,
            not_sale, sale_at_ms, closed_at_ms, host_id, room_id, origin, category
        FROM order_line WHERE channel = ? AND shop = ? AND order_id = ?
        """
}
