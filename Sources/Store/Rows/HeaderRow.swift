import Domain

/// A row of `orders` with the names behind its keys.
struct HeaderRow {
    let number: Int64
    let shop: Int64
    /// Whether each statement stands apart; else the rows of the order are its one statement.
    let hasStatements: Bool
    let platform: String
    /// Without its lines.
    let order: Order
    /// Without lines and credits.
    let standing: Standing

    /// The columns that `init(_:)` reads, in its order.
    static let select = """
        SELECT o.order_key, o.shop, h.channel, h.shop_id, o.order_id, o.kind, o.has_statements, o.source, o.page,
            o.roster, o.updated_at_ms, o.fetched_at_ms, o.content, o.status, o.created_at_ms, o.paid_at_ms, o.day,
            o.header_paid_fen, o.read_fen, o.header_gap_fen, o.freight_fen, o.purchaser, u.purchaser_id, u.name,
            o.fund_source, p.region, p.province, p.city, p.county, o.seller_remark, s.platform
        FROM orders o JOIN shop h ON h.shop = o.shop JOIN source s ON s.source = o.source
            LEFT JOIN purchaser u ON u.purchaser = o.purchaser LEFT JOIN place p ON p.place = o.place
        """

    init(_ row: RawStatement) {
        number = row.integer(0)
        shop = row.integer(1)
        hasStatements = row.integer(6) == 1
        platform = row.text(30)
        let isOrganisation = row.integer(21) != 0
        let updatedAt = Instant(milliseconds: row.integer(10))
        order = Order(
            channel: Channel(rawValue: Int(row.integer(2))) ?? .other, shopID: row.text(3),
            orderID: row.text(4),
            status: row.text(13), createdAt: row.optionalInteger(14).map(Instant.init(milliseconds:)),
            paidAt: row.optionalInteger(15).map(Instant.init(milliseconds:)), updatedAt: updatedAt,
            headerPaidFen: row.optionalInteger(17).map(Fen.init), freightFen: Fen(row.integer(20)),
            buyer: isOrganisation ? .organisation(purchaserID: row.text(22), name: row.text(23)) : .person,
            buyerPlace: Place(
                region: Region(code: row.integer(25)), province: row.text(26), city: row.text(27),
                county: row.text(28)),
            fundSource: row.optionalInteger(24).flatMap { FundSource(rawValue: Int($0)) },
            sellerRemark: row.text(29), lines: [])
        standing = Standing(
            origin: Origin(source: row.integer(7), page: row.integer(8)),
            kind: SourceKind(rawValue: Int(row.integer(5))) ?? .api,
            version: Version(
                updatedAt: updatedAt, fetchedAt: Instant(milliseconds: row.integer(11)),
                content: row.integer(12)),
            isOrganisation: isOrganisation, day: StoredDay.day(row.integer(16)), readFen: row.integer(18),
            headerGapFen: row.integer(19), roster: row.integer(9), lines: [], credits: [])
    }
}

/// Days as the store writes them: yyyymmdd.
enum StoredDay {
    /// The day behind a number; a CHECK keeps strangers out, a damaged one reads as the first day there is.
    static func day(_ stored: Int64) -> BusinessDay {
        BusinessDay(stored: stored) ?? BusinessDay(number: 0)
    }
}
