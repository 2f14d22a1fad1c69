import Domain
import GRDB

/// Stored orders read back as the domain's nouns.
struct OrderRows {
    private let database: Database
    private let names: NameTables

    /// An order with what the store adds to it.
    struct Stored {
        /// The order's number in the store.
        var number: Int64
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

    /// Up to `limit` orders with numbers above this one, in their order, with their lines.
    func after(_ number: Int64, limit: Int) throws -> [Stored] {
        let rows = try Row.fetchAll(
            database, sql: Self.selectOrders + " WHERE order_key > ? ORDER BY order_key LIMIT ?",
            arguments: [number, limit])
        return try rows.map(stored)
    }

    /// The orders that others know by this number, one a shop.
    func with(orderID: String) throws -> [Stored] {
        var found: [Stored] = []
        for shop in try Int64.fetchAll(database, sql: "SELECT shop FROM shop ORDER BY channel, shop") {
            let row = try Row.fetchOne(
                database, sql: Self.selectOrders + " WHERE shop = ? AND order_id = ?",
                arguments: [shop, orderID])
            if let row { found.append(try stored(row)) }
        }
        return found
    }

    private func stored(_ row: Row) throws -> Stored {
        let number: Int64 = row[0]
        let key = StoredKey(shop: row[1], orderID: row[2])
        let shop = names.shop(key.shop)
        let source: Int64 = row[3]
        let purchaser: Int64 = row[11]
        let order = Order(
            channel: shop.channel, shopID: shop.shopID, orderID: key.orderID, status: row[5],
            createdAt: instant(row[6]), paidAt: instant(row[7]), updatedAt: Instant(milliseconds: row[8]),
            headerPaidFen: Fen(row[9]), freightFen: Fen(row[10]),
            buyer: purchaser == 0 ? .person : .organisation(purchaserID: row[12] ?? "", name: row[13] ?? ""),
            buyerPlace: Place(
                region: Region(code: row[18] ?? 0), province: row[19] ?? "", city: row[20] ?? "",
                county: row[21] ?? ""),
            fundSource: (row[14] as Int?).flatMap(FundSource.init(rawValue:)), sellerRemark: row[15],
            lines: try lines(of: number))
        return Stored(
            number: number, key: key, order: order, source: names.sources[source] ?? "",
            platform: names.platforms[source] ?? "", isFile: row[4], landing: row[16],
            fetchedAt: Instant(milliseconds: row[17] ?? 0))
    }

    private func lines(of number: Int64) throws -> [OrderLine] {
        let statement = try RawStatement(database, Self.selectLines)
        statement.bind(1, number)
        var lines: [OrderLine] = []
        while try statement.next() {
            lines.append(Self.line(statement))
        }
        let subsidies = try RawStatement(
            database, "SELECT line, bearer, fen FROM subsidy WHERE order_key = ?")
        subsidies.bind(1, number)
        while try subsidies.next() {
            let place = Int(subsidies.integer(0))
            guard lines.indices.contains(place) else { continue }
            lines[place].subsidies.set(Fen(subsidies.integer(2)), bearer: subsidies.integer(1))
        }
        return lines
    }

    private static func line(_ row: RawStatement) -> OrderLine {
        let notSale = row.optionalInteger(11).flatMap { NotSaleReason(rawValue: Int($0)) }
        let sale: SaleState = notSale.map(SaleState.notSale) ?? .sale(Instant(milliseconds: row.integer(12)))
        return OrderLine(
            lineID: row.text(0), productID: row.text(1), skuID: row.text(2), title: row.text(3),
            spec: row.text(4),
            quantity: Quantity(
                milli: row.integer(5), unit: Quantity.Unit(rawValue: Int(row.integer(6))) ?? .piece),
            grossFen: Fen(row.integer(7)), grossOrigin: origin(row.integer(8)), paidFen: Fen(row.integer(9)),
            paidOrigin: origin(row.integer(10)), sale: sale,
            closedAt: row.optionalInteger(13).map(Instant.init(milliseconds:)), hostID: row.text(14),
            roomID: row.text(15), originRegion: Region(code: row.integer(16)), category: row.text(17))
    }

    private static func origin(_ stored: Int64) -> AmountOrigin {
        AmountOrigin(rawValue: Int(stored)) ?? .stated
    }

    private func instant(_ milliseconds: Int64?) -> Instant? {
        milliseconds.map(Instant.init(milliseconds:))
    }

    private static let selectOrders = """
        SELECT order_key, shop, order_id, orders.source, is_file, status, created_at_ms, paid_at_ms, updated_at_ms,
            header_paid_fen, freight_fen, purchaser, purchaser_id, purchaser.name, fund_source, seller_remark,
            landing, fetched_at_ms, region, province, city, county
        FROM orders LEFT JOIN place USING (place) LEFT JOIN purchaser USING (purchaser)
            LEFT JOIN landing USING (landing)
        """

    private static let selectLines = """
        SELECT line_id, product_id, sku_id, title, spec, quantity_milli, unit, gross_fen, gross_origin, paid_fen,
            paid_origin, not_sale, sale_at_ms, closed_at_ms, host_id, room_id, origin, category
        FROM order_line LEFT JOIN goods USING (goods) WHERE order_key = ? ORDER BY line
        """
}
