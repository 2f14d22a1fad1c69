import Domain
import GRDB

extension LandingWriter {
    /// Lands one order by the version rank: (platform update time, API over file, fetched later); lower never
    /// overwrites higher.
    func land(_ prepared: PreparedOrder, _ origin: PageOrigin, _ counts: inout LandingCounts) throws {
        let order = prepared.order
        let key = StoredKey(
            channel: Int64(order.channel.rawValue),
            shop: try keys.shop(order.channel, order.shopID, database),
            orderID: order.orderID)
        let header = newHeader(of: prepared, origin)
        if try insert(header, prepared, key, origin, statements.insertOrder) > 0 {
            try writeNew(prepared, key, header)
            counts.inserted += 1
            counts.count(prepared.decisions)
            return try unpark(order.orderID, origin)
        }
        guard let stored = try storedHeader(key) else { return }
        switch VersionRank.compare(stored: stored, new: header) {
        case .same: counts.unchanged += 1
        case .older: counts.older += 1
        case .fills:
            try statements.flush()
            try fill(prepared.order, key, &counts)
        case .conflict:
            try recordConflict(key, stored, header, origin)
            counts.conflicts += 1
            counts.changed += 1
            counts.count(prepared.decisions)
            try replace(prepared, key, stored: stored, header: header, origin)
        case .newer:
            counts.changed += 1
            counts.count(prepared.decisions)
            try replace(prepared, key, stored: stored, header: header, origin)
        }
        try unpark(order.orderID, origin)
    }

    /// Writes the decisions of a roster that changed: the order itself stays as it is.
    func recredit(_ prepared: PreparedOrder, _ key: StoredKey) throws {
        guard let header = try storedHeader(key) else { return }
        let lines = try storedLines(key)
        var names = LineNames(lines.map(\.lineID))
        let old = try storedCredits(key, &names)
        let weighed = zip(lines, prepared.decisions).map { line, decision in
            var line = line
            line.orderedGrams = decision?.grams?.amount
            return line
        }
        for (line, decision) in zip(weighed, prepared.decisions) {
            guard let decision else { continue }
            try writeWeight(line, decision, key)
        }
        var rows = try creditRows(prepared, header)
        CreditRow.share(weighed, over: &rows)
        try replaceCredits(old: old, with: rows, key, names)
    }

    private func newHeader(of prepared: PreparedOrder, _ origin: PageOrigin) -> StoredHeader {
        StoredHeader(
            source: origin.source, isFile: origin.isFile,
            updatedAtMilliseconds: prepared.order.updatedAt.milliseconds, content: prepared.content,
            day: prepared.day, headerPaidFen: prepared.headerPaidFen, headerGapFen: prepared.headerGapFen,
            organisation: prepared.order.buyer.isOrganisation ? 1 : 0)
    }

    private func writeNew(_ prepared: PreparedOrder, _ key: StoredKey, _ header: StoredHeader) throws {
        let refunds = hasOrphans ? try storedRefunds(key) : []
        if !refunds.isEmpty {
            // They came before their order: no orphans any more.
            add(ReadContribution(orphans: refunds, key), sign: -1)
        }
        let lines = try writeLines(prepared, key, refunds)
        add(ReadContribution(key, header: header, lines: lines, refunds: refunds), sign: 1)
        var rows = try creditRows(prepared, header)
        if !refunds.isEmpty || prepared.hasClosedLine { CreditRow.share(lines, over: &rows) }
        try insertCredits(rows, key) { prepared.order.lines[$0].lineID }
    }

    private func replace(
        _ prepared: PreparedOrder, _ key: StoredKey, stored: StoredHeader, header: StoredHeader,
        _ origin: PageOrigin
    ) throws {
        try statements.flush()
        let allRefunds = try storedRefunds(key)
        let oldLines = try storedLines(key)
        var names = LineNames(prepared.lines.map(\.lineID))
        let oldCredits = try storedCredits(key, &names)
        add(ReadContribution(key, header: stored, lines: oldLines, refunds: allRefunds), sign: -1)
        try dropDerivedRefunds(allRefunds, key)
        let refunds = allRefunds.filter { !$0.isDerived }
        try insert(header, prepared, key, origin, statements.updateOrder)
        statements.deleteLines.bind(key)
        try statements.deleteLines.run()
        let lines = try writeLines(prepared, key, refunds)
        add(ReadContribution(key, header: header, lines: lines, refunds: refunds), sign: 1)
        var rows = try creditRows(prepared, header)
        CreditRow.share(lines, over: &rows)
        try replaceCredits(old: oldCredits, with: rows, key, names)
    }

    private func writeLines(
        _ prepared: PreparedOrder, _ key: StoredKey, _ refunds: [StoredRefund]
    ) throws -> [StoredLine] {
        var lines = prepared.lines
        if !refunds.isEmpty || prepared.hasClosedLine {
            for place in lines.indices {
                lines[place].take(refunds)
                try keepDerivedRefund(of: lines[place], refunds, key)
            }
        }
        for place in lines.indices {
            try insertLine(place, of: prepared, lines[place], key)
        }
        return lines
    }

    func add(_ contribution: ReadContribution, sign: Int64) {
        for (key, sums) in contribution.days {
            self.sums.add(key, sums, sign: sign)
        }
    }

    private func recordConflict(
        _ key: StoredKey, _ stored: StoredHeader, _ header: StoredHeader, _ origin: PageOrigin
    ) throws {
        try database.execute(
            sql: """
                INSERT INTO conflict (channel, shop, order_id, updated_at_ms, old_content, new_content, landing)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                key.channel, key.shop, key.orderID, header.updatedAtMilliseconds, stored.content,
                header.content,
                origin.landing,
            ])
    }
}

/// Which of two versions of an order counts (design.md, decision 4).
enum VersionRank {
    case same, older, newer
    /// The same update time with other content: recorded, the later fetch wins.
    case conflict
    /// A file may fill what the API left empty.
    case fills

    static func compare(stored: StoredHeader, new: StoredHeader) -> VersionRank {
        if stored.isFile != new.isFile { return new.isFile ? .fills : .newer }
        if new.updatedAtMilliseconds != stored.updatedAtMilliseconds {
            return new.updatedAtMilliseconds < stored.updatedAtMilliseconds ? .older : .newer
        }
        return new.content == stored.content ? .same : .conflict
    }
}

extension Order {
    /// The day that the header counts on: of its first sale line, else of creation.
    var day: BusinessDay {
        for line in lines {
            if case .sale(let instant) = line.sale { return instant.day }
        }
        return (createdAt ?? updatedAt).day
    }
}

extension StoredLine {
    init(_ line: OrderLine, of order: Order, orderedGrams: Int64?) {
        let notSale: Int64?
        let day: BusinessDay
        switch line.sale {
        case .sale(let instant): (notSale, day) = (nil, instant.day)
        case .notSale(let reason):
            (notSale, day) = (Int64(reason.rawValue), (order.createdAt ?? order.updatedAt).day)
        }
        self.init(
            lineID: line.lineID, day: day.stored, notSale: notSale, paidFen: line.paidFen.amount,
            grossFen: line.grossFen.amount, quantityMilli: line.quantity.milli, refundedFen: 0,
            returnedMilli: 0,
            closedAtMilliseconds: line.closedAt?.milliseconds, orderedGrams: orderedGrams)
    }
}
