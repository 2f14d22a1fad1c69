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
                try landNew(arrival, origin, &counts)
            } else if let stored = try storedHeader(arrival.key) {
                arrival.header.order = stored.order
                if stored.order == next {
                    next = stored.order + 1
                    try landNew(arrival, origin, &counts)
                } else {
                    try landKnown(arrival, stored, origin, &counts)
                }
            }
        }
    }

    private func landNew(
        _ arrival: Arrival, _ origin: PageOrigin, _ counts: inout LandingCounts
    ) throws {
        try writeNew(arrival.prepared, arrival.key, arrival.header)
        try unpark(arrival.key.orderID, origin)
        counts.inserted += 1
        counts.countDecisions(of: arrival.prepared)
    }

    private func landKnown(
        _ arrival: Arrival, _ stored: StoredHeader, _ origin: PageOrigin, _ counts: inout LandingCounts
    ) throws {
        let (prepared, key, header) = (arrival.prepared, arrival.key, arrival.header)
        let rank = VersionRank.compare(stored: stored, new: header)
        if rank != .same, rank != .older { try unpark(key.orderID, origin) }
        switch rank {
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
        var (lines, old) = try storedLines(header)
        let refunds = try storedRefunds(key)
        for (place, line) in zip(lines.indices, prepared.lines) {
            lines[place].orderedGrams = line.orderedGrams
            lines[place].take(refunds)
        }
        var rows = try creditRows(prepared)
        CreditRow.share(lines, over: &rows)
        for (place, line) in prepared.lines.enumerated() where line.notSale == nil {
            try write(rows.ofLine(place), weightOf: line, place, header)
        }
        if old == rows { return }
        try rebookCredits(
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
        let lines = try lines(of: prepared, key, header, after: refunds)
        sums.add(ReadContribution(header, lines: lines, refunds: refunds), sign: 1)
        var rows = try creditRows(prepared)
        if !refunds.isEmpty || prepared.hasClosedLine { CreditRow.share(lines, over: &rows) }
        try insertLines(prepared, header, rows)
        try bookCredits(rows, header, key) { prepared.lines[$0].lineID }
    }

    private func replace(
        _ prepared: PreparedOrder, _ key: StoredKey, stored: StoredHeader, header: StoredHeader,
        _ origin: PageOrigin
    ) throws {
        try statements.flushRead()
        let allRefunds = try storedRefunds(key)
        let refunds = allRefunds.filter { !$0.isDerived }
        var (oldLines, oldCredits) = try storedLines(stored)
        for place in oldLines.indices { oldLines[place].take(refunds) }
        var names = LineNames(prepared.lines.map(\.lineID))
        let newPlaces = oldLines.map { names.place(of: $0.lineID) }
        for place in oldCredits.indices { oldCredits[place].line = newPlaces[oldCredits[place].line] }
        sums.add(ReadContribution(stored, lines: oldLines, refunds: allRefunds), sign: -1)
        try dropDerivedRefunds(allRefunds, key)
        try bind(header, prepared, origin, to: statements.updateOrder)
        try statements.updateOrder.run()
        for statement in [statements.deleteLines, statements.deleteSubsidies] {
            statement.bind(1, header.order)
            try statement.run()
        }
        let lines = try lines(of: prepared, key, header, after: refunds)
        sums.add(ReadContribution(header, lines: lines, refunds: refunds), sign: 1)
        var rows = try creditRows(prepared)
        CreditRow.share(lines, over: &rows)
        try insertLines(prepared, header, rows)
        if oldCredits == rows, stored.hasSameSheet(as: header) { return }
        try rebookCredits(old: oldCredits, oldHeader: stored, with: rows, header, key, names)
    }

    /// The lines with the refunds on record; one that the platform closed gets its derived refund.
    private func lines(
        of prepared: PreparedOrder, _ key: StoredKey, _ header: StoredHeader, after refunds: [StoredRefund]
    ) throws -> [StoredLine] {
        var lines = prepared.lines
        if !refunds.isEmpty || prepared.hasClosedLine {
            for place in lines.indices {
                lines[place].take(refunds)
                try keepDerivedRefund(of: lines[place], refunds, key, source: header.source)
            }
        }
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
    init(_ line: borrowing OrderLine, day: Int64) {
        let notSale: Int64? = if case .notSale(let reason) = line.sale { Int64(reason.rawValue) } else { nil }
        self.init(
            lineID: line.lineID, day: day, notSale: notSale, paidFen: line.paidFen.amount,
            grossFen: line.grossFen.amount, quantityMilli: line.quantity.milli, refundedFen: 0,
            returnedMilli: 0, closedAtMilliseconds: line.closedAt?.milliseconds,
            goodsHash: GoodsName.hash(of: line))
    }
}
