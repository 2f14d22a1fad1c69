import Domain
import GRDB

extension LandingWriter {
    /// An order that has come, with its key and the header it would be stored with.
    private struct Arrival {
        let prepared: PreparedOrder
        let key: StoredKey
        var header: StoredHeader
    }

    /// Lands orders by the version rank: (platform update time, API over file, fetched later); lower never overwrites
    /// higher.
    func land(_ orders: [PreparedOrder], _ origin: PageOrigin, _ counts: inout LandingCounts) throws {
        var rest = orders[...]
        while !rest.isEmpty {
            let isMany = rest.count >= LandingStatements.ordersAtOnce
            let arrivals = try rest.prefix(isMany ? LandingStatements.ordersAtOnce : 1).map { prepared in
                let order = prepared.order
                let key = StoredKey(
                    shop: try keys.shop(order.channel, order.shopID, database), orderID: order.orderID)
                return Arrival(prepared: prepared, key: key, header: try newHeader(of: prepared, key, origin))
            }
            try land(arrivals, by: isMany ? statements.insertOrders : statements.insertOrder, origin, &counts)
            rest = rest.dropFirst(arrivals.count)
        }
    }

    /// Inserts what is new by a statement of so many rows, and compares the others with what is stored.
    private func land(
        _ arrivals: [Arrival], by statement: RawStatement, _ origin: PageOrigin, _ counts: inout LandingCounts
    ) throws {
        for (row, arrival) in arrivals.enumerated() {
            try bind(arrival.header, arrival.prepared, origin, to: statement, row: row)
        }
        let inserted = Int64(try statement.run())
        // Orders are never deleted, so new ones are numbered one after the other, in the order of the rows.
        var next = inserted == 0 ? nil : database.lastInsertedRowID - inserted + 1
        for var arrival in arrivals {
            if inserted == arrivals.count, let order = next {
                arrival.header.order = order
                next = order + 1
                try landNew(arrival, &counts)
            } else if let stored = try storedHeader(arrival.key) {
                arrival.header.order = stored.order
                if stored.order == next {
                    next = stored.order + 1
                    try landNew(arrival, &counts)
                } else {
                    try landKnown(arrival, stored, origin, &counts)
                }
            }
            try unpark(arrival.key.orderID, origin)
        }
    }

    private func landNew(_ arrival: Arrival, _ counts: inout LandingCounts) throws {
        try writeNew(arrival.prepared, arrival.key, arrival.header)
        counts.inserted += 1
        counts.countDecisions(of: arrival.prepared)
    }

    private func landKnown(
        _ arrival: Arrival, _ stored: StoredHeader, _ origin: PageOrigin, _ counts: inout LandingCounts
    ) throws {
        let (prepared, key, header) = (arrival.prepared, arrival.key, arrival.header)
        switch VersionRank.compare(stored: stored, new: header) {
        case .same: counts.unchanged += 1
        case .older: counts.older += 1
        case .fills:
            try statements.flushRead()
            try fill(prepared.order, stored.order, &counts)
        case .conflict:
            try recordConflict(stored, header, origin)
            counts.conflicts += 1
            counts.changed += 1
            counts.countDecisions(of: prepared)
            try replace(prepared, key, stored: stored, header: header, origin)
        case .newer:
            counts.changed += 1
            counts.countDecisions(of: prepared)
            try replace(prepared, key, stored: stored, header: header, origin)
        }
    }

    /// Writes the decisions of a roster that changed: the order itself stays as it is.
    func recredit(_ prepared: PreparedOrder, _ key: StoredKey) throws {
        guard let header = try storedHeader(key) else { return }
        var lines = try storedLines(header)
        let refunds = try storedRefunds(key)
        for (place, line) in zip(lines.indices, prepared.lines) {
            lines[place].orderedGrams = line.orderedGrams
            lines[place].take(refunds)
            if line.notSale == nil { try writeWeight(of: line, place, header) }
        }
        var rows = try creditRows(prepared)
        CreditRow.share(lines, over: &rows)
        let old = try storedCredits(header)
        if old == rows { return }
        try replaceCredits(
            old: old, oldHeader: header, with: rows, header, key, LineNames(lines.map(\.lineID)))
    }

    private func newHeader(
        of prepared: PreparedOrder, _ key: StoredKey, _ origin: PageOrigin
    ) throws -> StoredHeader {
        StoredHeader(
            order: 0, shop: key.shop, source: origin.source, isFile: origin.isFile,
            updatedAtMilliseconds: prepared.order.updatedAt.milliseconds, content: prepared.content,
            day: prepared.day, unsoldDay: prepared.unsoldDay,
            headerPaidFen: prepared.headerPaidFen,
            headerGapFen: prepared.headerGapFen,
            purchaser: try keys.purchaser(prepared.order.buyer, database))
    }

    private func writeNew(_ prepared: PreparedOrder, _ key: StoredKey, _ header: StoredHeader) throws {
        let refunds = hasOrphans ? try storedRefunds(key) : []
        if !refunds.isEmpty {
            // They came before their order: no orphans any more.
            sums.add(ReadContribution(orphans: refunds, shop: key.shop), sign: -1)
        }
        let lines = try writeLines(prepared, key, header, refunds)
        sums.add(ReadContribution(header, lines: lines, refunds: refunds), sign: 1)
        var rows = try creditRows(prepared)
        if !refunds.isEmpty || prepared.hasClosedLine { CreditRow.share(lines, over: &rows) }
        try insertCredits(rows, header, key) { prepared.lines[$0].lineID }
    }

    private func replace(
        _ prepared: PreparedOrder, _ key: StoredKey, stored: StoredHeader, header: StoredHeader,
        _ origin: PageOrigin
    ) throws {
        try statements.flushRead()
        let allRefunds = try storedRefunds(key)
        let refunds = allRefunds.filter { !$0.isDerived }
        var oldLines = try storedLines(stored)
        for place in oldLines.indices { oldLines[place].take(refunds) }
        var names = LineNames(prepared.lines.map(\.lineID))
        var isInPlace = true
        let oldCredits = try storedCredits(stored).map { row in
            guard oldLines.indices.contains(row.line) else {
                throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "credit of line \(row.line)")
            }
            var row = row
            let place = names.place(of: oldLines[row.line].lineID)
            isInPlace = isInPlace && place == row.line
            row.line = place
            return row
        }
        sums.add(ReadContribution(stored, lines: oldLines, refunds: allRefunds), sign: -1)
        try dropDerivedRefunds(allRefunds, key)
        try bind(header, prepared, origin, to: statements.updateOrder)
        try statements.updateOrder.run()
        for statement in [statements.deleteLines, statements.deleteSubsidies] {
            statement.bind(1, header.order)
            try statement.run()
        }
        let lines = try writeLines(prepared, key, header, refunds)
        sums.add(ReadContribution(header, lines: lines, refunds: refunds), sign: 1)
        var rows = try creditRows(prepared)
        CreditRow.share(lines, over: &rows)
        // Credits are stored by their line's place: where lines have moved, equal ones are written anew, too.
        if isInPlace, oldCredits == rows, stored.hasSameSheet(as: header) { return }
        try replaceCredits(old: oldCredits, oldHeader: stored, with: rows, header, key, names)
    }

    private func writeLines(
        _ prepared: PreparedOrder, _ key: StoredKey, _ header: StoredHeader, _ refunds: [StoredRefund]
    ) throws -> [StoredLine] {
        var lines = prepared.lines
        if !refunds.isEmpty || prepared.hasClosedLine {
            for place in lines.indices {
                lines[place].take(refunds)
                try keepDerivedRefund(of: lines[place], refunds, key, source: header.source)
            }
        }
        try insertLines(prepared, header)
        return lines
    }

    private func recordConflict(
        _ stored: StoredHeader, _ header: StoredHeader, _ origin: PageOrigin
    ) throws {
        try database.execute(
            sql: """
                INSERT INTO conflict (order_key, updated_at_ms, old_content, new_content, landing)
                VALUES (?, ?, ?, ?, ?)
                """,
            arguments: [
                stored.order, header.updatedAtMilliseconds, stored.content, header.content, origin.landing,
            ])
    }
}

extension Order {
    /// The day of lines that are no sales.
    var unsoldDay: BusinessDay { (createdAt ?? updatedAt).day }
}

extension StoredLine {
    /// A line with the day that it counts on, before any refund and without a weight.
    init(_ line: OrderLine, day: Int64) {
        let notSale: Int64? = if case .notSale(let reason) = line.sale { Int64(reason.rawValue) } else { nil }
        self.init(
            lineID: line.lineID, day: day, notSale: notSale, paidFen: line.paidFen.amount,
            grossFen: line.grossFen.amount, quantityMilli: line.quantity.milli, refundedFen: 0,
            returnedMilli: 0, closedAtMilliseconds: line.closedAt?.milliseconds)
    }
}
