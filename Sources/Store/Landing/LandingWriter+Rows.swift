import Domain
import GRDB

/// The rows of orders and lines, read and written.
extension LandingWriter {
    /// Binds the order's own row to a statement that writes it, as the row at that place.
    func bind(
        _ header: StoredHeader, _ prepared: PreparedOrder, _ origin: PageOrigin, to statement: RawStatement,
        row: Int = 0
    ) throws {
        let order = prepared.order
        let before = Int32(row) * LandingStatements.orderParameters
        statement.bind(before + 1, header.shop)
        statement.bind(before + 2, order.orderID)
        statement.bind(before + 3, header.source)
        statement.bind(before + 4, header.isFile ? 1 : 0)
        statement.bind(before + 5, origin.landing)
        statement.bind(before + 6, order.status)
        statement.bind(before + 7, order.createdAt?.milliseconds)
        statement.bind(before + 8, order.paidAt?.milliseconds)
        statement.bind(before + 9, header.updatedAtMilliseconds)
        statement.bind(before + 10, header.content)
        statement.bind(before + 11, header.day)
        statement.bind(before + 12, header.headerPaidFen)
        statement.bind(before + 13, header.headerGapFen)
        statement.bind(before + 14, order.freightFen.amount)
        statement.bind(before + 15, header.purchaser)
        statement.bind(before + 16, (order.fundSource?.rawValue).map(Int64.init))
        statement.bind(before + 17, try keys.place(order.buyerPlace, database))
        statement.bind(before + 18, order.sellerRemark)
    }

    /// Inserts the order's lines with their credits, which come line by line.
    func insertLines(_ prepared: PreparedOrder, _ header: StoredHeader, _ credits: [CreditRow]) throws {
        let (lines, stored) = (prepared.order.lines, prepared.lines)
        // A span lends each line; a loop over the array would copy it, text by text.
        let (span, storedSpan) = (lines.span, stored.span)
        for place in span.indices {
            try insert(span[place], storedSpan[place], place, header, credits.ofLine(place))
        }
    }

    private func insert(
        _ line: borrowing OrderLine, _ stored: borrowing StoredLine, _ place: Int, _ header: StoredHeader,
        _ credits: ArraySlice<CreditRow>
    ) throws {
        let goods = try keys.goods(
            GoodsName(title: line.title, spec: line.spec, category: line.category, hash: stored.goodsHash),
            database)
        var row = statements.lines.begin()
        row.add(header.order)
        row.add(Int64(place))
        row.add(line.lineID)
        row.add(line.productID)
        row.add(line.skuID)
        row.add(goods)
        row.add(stored.quantityMilli)
        row.add(Int64(line.quantity.unit.rawValue))
        row.add(stored.grossFen)
        row.add(Int64(line.grossOrigin.rawValue))
        row.add(stored.paidFen)
        row.add(Int64(line.paidOrigin.rawValue))
        row.add(stored.notSale)
        if case .sale(let instant) = line.sale { row.add(instant.milliseconds) } else { row.add(nil) }
        row.add(stored.closedAtMilliseconds)
        row.add(stored.orderedGrams)
        row.add(stored.weightEvidence)
        row.add(line.hostID)
        row.add(line.roomID)
        row.add(line.originRegion?.code ?? Int64(0))
        row.add(credits)
        try statements.lines.end(row)
        if line.subsidies != Subsidies() { try insert(line.subsidies, place, header) }
    }

    private func insert(_ subsidies: Subsidies, _ place: Int, _ header: StoredHeader) throws {
        for (bearer, fen) in subsidies.byBearer where fen != 0 {
            var row = statements.subsidies.begin()
            row.add(header.order)
            row.add(Int64(place))
            row.add(bearer)
            row.add(fen)
            try statements.subsidies.end(row)
        }
    }

    /// Writes the credits of a line that stays as it is.
    func write(_ credits: ArraySlice<CreditRow>, of place: Int, _ header: StoredHeader) throws {
        let statement = statements.updateCredits
        statement.bind(1, header.order)
        statement.bind(2, Int64(place))
        try statement.run(3, bytes: LineCredits.bytes(credits))
    }

    /// Writes the credits and the weight of a line that stays as it is otherwise.
    func write(
        _ credits: ArraySlice<CreditRow>, weightOf line: StoredLine, _ place: Int, _ header: StoredHeader
    ) throws {
        let statement = statements.updateWeightAndCredits
        statement.bind(1, header.order)
        statement.bind(2, Int64(place))
        statement.bind(4, line.orderedGrams)
        statement.bind(5, line.weightEvidence)
        try statement.run(3, bytes: LineCredits.bytes(credits))
    }

    func storedHeader(_ key: StoredKey) throws -> StoredHeader? {
        statements.selectHeader.bind(key)
        return try statements.selectHeader.first { StoredHeader($0) }
    }

    /// The order's lines, by their place, before any refund, and their credits.
    func storedLines(_ header: StoredHeader) throws -> (lines: [StoredLine], credits: [CreditRow]) {
        statements.selectLines.bind(1, header.order)
        var lines: [StoredLine] = []
        var credits: [CreditRow] = []
        while try statements.selectLines.next() {
            let line = StoredLine(statements.selectLines, unsoldDay: header.unsoldDay)
            credits += try line.credits(in: statements.selectLines, place: lines.count)
            lines.append(line)
        }
        return (lines, credits)
    }

    /// Fills what the API left empty with what a file knows: host, room, county, remark.
    ///
    /// Money is never touched.
    func fill(_ order: Order, _ stored: Int64, _ counts: inout LandingCounts) throws {
        var filled = 0
        for line in order.lines where !line.hostID.isEmpty || !line.roomID.isEmpty {
            try database.execute(
                sql: """
                    UPDATE order_line SET room_id = CASE room_id WHEN '' THEN ? ELSE room_id END,
                        host_id = CASE host_id WHEN '' THEN ? ELSE host_id END
                    WHERE order_key = ? AND line_id = ? AND (room_id = '' AND ? <> '' OR host_id = '' AND ? <> '')
                    """,
                arguments: [
                    line.roomID, line.hostID, stored, line.lineID, line.roomID, line.hostID,
                ])
            filled += database.changesCount
        }
        try database.execute(
            sql: """
                UPDATE orders SET place = CASE place WHEN 0 THEN ?1 ELSE place END,
                    seller_remark = CASE seller_remark WHEN '' THEN ?2 ELSE seller_remark END
                WHERE order_key = ?3 AND (place = 0 AND ?1 <> 0 OR seller_remark = '' AND ?2 <> '')
                """,
            arguments: [try keys.place(order.buyerPlace, database), order.sellerRemark, stored])
        filled += database.changesCount
        if filled > 0 {
            counts.changed += 1
            // A host that was unknown may have a party: the next `attribute` looks at every order again.
            try StoredSetting.creditedBy.write("", database)
        } else {
            counts.unchanged += 1
        }
    }
}

extension Subsidies {
    /// What each bearer bore, in fen; the numbers are the keys in the store.
    fileprivate var byBearer: [(bearer: Int64, fen: Int64)] {
        [(1, shopFen.amount), (2, platformFen.amount), (3, talentFen.amount), (4, stateFen.amount)]
    }

    /// Sets what the bearer with that key bore.
    mutating func set(_ fen: Fen, bearer: Int64) {
        switch bearer {
        case 1: shopFen = fen
        case 2: platformFen = fen
        case 3: talentFen = fen
        default: stateFen = fen
        }
    }
}
