import Domain
import GRDB

/// The rows of orders and lines, read and written.
extension LandingWriter {
    @discardableResult
    func insert(
        _ header: StoredHeader, _ prepared: PreparedOrder, _ key: StoredKey, _ origin: PageOrigin,
        _ statement: RawStatement
    ) throws -> Int32 {
        let order = prepared.order
        statement.bind(key)
        statement.bind(4, header.source)
        statement.bind(5, header.isFile ? 1 : 0)
        statement.bind(6, order.status)
        statement.bind(7, order.createdAt?.milliseconds)
        statement.bind(8, order.paidAt?.milliseconds)
        statement.bind(9, header.updatedAtMilliseconds)
        statement.bind(10, origin.fetchedAtMilliseconds)
        statement.bind(11, origin.landing)
        statement.bind(12, header.content)
        statement.bind(13, header.day)
        statement.bind(14, header.headerPaidFen)
        statement.bind(15, header.headerGapFen)
        statement.bind(16, order.freightFen.amount)
        statement.bind(17, header.organisation)
        if case .organisation(let purchaserID, let name) = order.buyer {
            statement.bind(18, purchaserID)
            statement.bind(19, name)
        } else {
            statement.bind(18, "")
            statement.bind(19, "")
        }
        statement.bind(20, (order.fundSource?.rawValue).map(Int64.init))
        statement.bind(21, try keys.place(order.buyerPlace, database))
        statement.bind(22, order.sellerRemark)
        return try statement.run()
    }

    func insertLine(_ place: Int, of prepared: PreparedOrder, _ stored: StoredLine, _ key: StoredKey) throws {
        let line = prepared.order.lines[place]
        let evidence = prepared.decisions[place]?.weightEvidence ?? .none
        try statements.lines.addRow { row in
            row.add(key)
            row.add(line.lineID)
            row.add(line.productID)
            row.add(line.skuID)
            row.add(line.title)
            row.add(line.spec)
            row.add(stored.quantityMilli)
            row.add(Int64(line.quantity.unit.rawValue))
            row.add(stored.grossFen)
            row.add(Int64(line.grossOrigin.rawValue))
            row.add(stored.paidFen)
            row.add(Int64(line.paidOrigin.rawValue))
            row.add(line.subsidies.shopFen.amount)
            row.add(line.subsidies.platformFen.amount)
            row.add(line.subsidies.talentFen.amount)
            row.add(line.subsidies.stateFen.amount)
            row.add(stored.notSale)
            if case .sale(let instant) = line.sale { row.add(instant.milliseconds) } else { row.add(nil) }
            row.add(stored.day)
            row.add(stored.closedAtMilliseconds)
            row.add(stored.refundedFen)
            row.add(stored.returnedMilli)
            row.add(stored.orderedGrams)
            row.add(Int64(evidence.rawValue))
            row.add(line.hostID)
            row.add(line.roomID)
            row.add(line.originRegion?.code ?? Int64(0))
            row.add(line.category)
        }
    }

    func writeWeight(_ line: StoredLine, _ decision: LineCredit, _ key: StoredKey) throws {
        try database.cachedStatement(
            sql: """
                UPDATE order_line SET ordered_grams = ?, weight_evidence = ?
                WHERE channel = ? AND shop = ? AND order_id = ? AND line_id = ?
                """
        ).execute(arguments: [
            line.orderedGrams, decision.weightEvidence.rawValue, key.channel, key.shop, key.orderID,
            line.lineID,
        ])
    }

    func storedHeader(_ key: StoredKey) throws -> StoredHeader? {
        statements.selectHeader.bind(key)
        return try statements.selectHeader.first { row in
            StoredHeader(
                source: row.integer(0), isFile: row.integer(1) == 1, updatedAtMilliseconds: row.integer(2),
                content: row.integer(3), day: row.integer(4), headerPaidFen: row.integer(5),
                headerGapFen: row.integer(6), organisation: row.integer(7))
        }
    }

    func storedLines(_ key: StoredKey) throws -> [StoredLine] {
        statements.selectLines.bind(key)
        var lines: [StoredLine] = []
        while try statements.selectLines.next() {
            lines.append(StoredLine(statements.selectLines))
        }
        return lines
    }

    func storedLine(_ key: StoredKey, _ lineID: String) throws -> StoredLine? {
        statements.selectLine.bind(key)
        statements.selectLine.bind(4, lineID)
        return try statements.selectLine.first { StoredLine($0) }
    }

    /// Fills what the API left empty with what a file knows: host, room, county, remark.
    ///
    /// Money is never touched.
    func fill(_ order: Order, _ key: StoredKey, _ counts: inout LandingCounts) throws {
        var filled = 0
        for line in order.lines where !line.hostID.isEmpty || !line.roomID.isEmpty {
            try database.execute(
                sql: """
                    UPDATE order_line SET room_id = CASE room_id WHEN '' THEN ? ELSE room_id END,
                        host_id = CASE host_id WHEN '' THEN ? ELSE host_id END
                    WHERE channel = ? AND shop = ? AND order_id = ? AND line_id = ?
                        AND (room_id = '' AND ? <> '' OR host_id = '' AND ? <> '')
                    """,
                arguments: [
                    line.roomID, line.hostID, key.channel, key.shop, key.orderID, line.lineID, line.roomID,
                    line.hostID,
                ])
            filled += database.changesCount
        }
        try database.execute(
            sql: """
                UPDATE orders SET place = CASE place WHEN 0 THEN ?1 ELSE place END,
                    seller_remark = CASE seller_remark WHEN '' THEN ?2 ELSE seller_remark END
                WHERE channel = ?3 AND shop = ?4 AND order_id = ?5
                    AND (place = 0 AND ?1 <> 0 OR seller_remark = '' AND ?2 <> '')
                """,
            arguments: [
                try keys.place(order.buyerPlace, database), order.sellerRemark, key.channel, key.shop,
                key.orderID,
            ])
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

extension StoredLine {
    init(_ row: RawStatement) {
        self.init(
            lineID: row.text(0), day: row.integer(1), notSale: row.optionalInteger(2),
            paidFen: row.integer(3),
            grossFen: row.integer(4), quantityMilli: row.integer(5), refundedFen: row.integer(6),
            returnedMilli: row.integer(7), closedAtMilliseconds: row.optionalInteger(8),
            orderedGrams: row.optionalInteger(9))
    }
}
