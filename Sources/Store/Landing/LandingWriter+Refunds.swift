import Domain
import GRDB

extension LandingWriter {
    /// Lands one after-sale record; lower update time never overwrites higher.
    ///
    /// Its order may be missing: an orphan. Throws `RecordFlaw`, before anything is written, where it cannot be stored.
    func land(_ refund: Refund, _ origin: PageOrigin, _ counts: inout LandingCounts) throws {
        try refund.expectSound()
        let key = StoredKey(
            shop: try keys.shop(refund.channel, refund.shopID, database), orderID: refund.orderID)
        try statements.flushRead()
        let stored = try refunds(key, lineID: refund.lineID)
        let old = stored.first { $0.refund.refundID == refund.refundID }
        switch rank(refund, old) {
        case .older, .same, .fills: counts.knownRefunds += 1
        case .newer, .conflict:
            let others = stored.reduce(0) {
                $0 + ($1.refund.refundID == refund.refundID ? 0 : $1.refund.refundedFen)
            }
            try RecordFlaw.expectAmount(refund.refundedFen.amount + others, "refunded_fen")
            counts.refunds += 1
            try write(refund, old, key, origin)
            try follow(refund, old?.refund, stored.map(\.refund), key, origin)
            try unpark(refund.orderID, refundID: refund.refundID, origin)
        }
    }

    /// Keeps the row of a derived refund in step with what the line now says: paid, then closed by the platform.
    ///
    /// Its source is that of the order.
    func keepDerivedRefund(
        of line: StoredLine, _ refunds: [StoredRefund], _ key: StoredKey, source: Int64
    ) throws {
        let real = refunds.filter { $0.lineID == line.lineID && !$0.isDerived && $0.hasSucceeded }
        let derived = refunds.first { $0.lineID == line.lineID && $0.isDerived }
        if let closedAt = line.closedAtMilliseconds, line.isClosedWithoutRecord(real) {
            bind(key, lineID: line.lineID, refundID: Self.derivedID, source: source)
            let statement = statements.upsertRefund
            statement.bind(6, Int64(Refund.State.succeeded.rawValue))
            statement.bind(7, 1)
            statement.bind(8, line.refundedFen)
            statement.bind(9, line.returnedMilli)
            statement.bind(10, closedAt)
            statement.bind(11, Instant(milliseconds: closedAt).day.stored)
            statement.bind(12, closedAt)
            statement.bind(13, 0)
            try statement.run()
        } else if derived != nil {
            try database.execute(
                sql: """
                    DELETE FROM refund WHERE shop = ? AND order_id = ? AND line_id = ? AND refund_id = ?
                        AND is_derived = 1
                    """, arguments: [key.shop, key.orderID, line.lineID, Self.derivedID])
        }
    }

    /// Forgets what was derived from an older version of the order.
    func dropDerivedRefunds(_ refunds: [StoredRefund], _ key: StoredKey) throws {
        guard refunds.contains(where: \.isDerived) else { return }
        try database.execute(
            sql: "DELETE FROM refund WHERE shop = ? AND order_id = ? AND is_derived = 1",
            arguments: [key.shop, key.orderID])
    }

    func storedRefunds(_ key: StoredKey) throws -> [StoredRefund] {
        statements.selectRefunds.bind(key)
        var refunds: [StoredRefund] = []
        while try statements.selectRefunds.next() {
            refunds.append(StoredRefund(statements.selectRefunds))
        }
        return refunds
    }

    /// The evidence of a refund that the store derives: the platform closed the paid line.
    private static let derivedID = "closed"

    private struct VersionedRefund {
        let refund: StoredRefund
        let state: Int64
        let updatedAtMilliseconds: Int64
        let refundedAtMilliseconds: Int64
    }

    private func refunds(_ key: StoredKey, lineID: String) throws -> [VersionedRefund] {
        let statement = statements.selectRefunds
        statement.bind(key)
        var refunds: [VersionedRefund] = []
        while try statement.next() {
            let refund = StoredRefund(statement)
            guard refund.lineID == lineID else { continue }
            refunds.append(
                VersionedRefund(
                    refund: refund, state: statement.integer(2), updatedAtMilliseconds: statement.integer(8),
                    refundedAtMilliseconds: statement.integer(9)))
        }
        return refunds
    }

    private func rank(_ refund: Refund, _ old: VersionedRefund?) -> VersionRank {
        guard let old else { return .newer }
        let updatedAt = refund.updatedAt.milliseconds
        if updatedAt != old.updatedAtMilliseconds {
            return updatedAt < old.updatedAtMilliseconds ? .older : .newer
        }
        let isSame =
            old.state == Int64(refund.state.rawValue) && old.refund.refundedFen == refund.refundedFen.amount
            && old.refund.returnedMilli == refund.returnedMilli
        return isSame ? .same : .conflict
    }

    private func write(
        _ refund: Refund, _ old: VersionedRefund?, _ key: StoredKey, _ origin: PageOrigin
    ) throws {
        // A later touch of a record that had succeeded does not move its date.
        let hadSucceeded = old?.refund.hasSucceeded == true && refund.state == .succeeded
        let refundedAt = hadSucceeded ? old?.refundedAtMilliseconds : nil
        let instant = Instant(milliseconds: refundedAt ?? refund.refundedAt.milliseconds)
        bind(key, lineID: refund.lineID, refundID: refund.refundID, source: origin.source)
        let statement = statements.upsertRefund
        statement.bind(6, Int64(refund.state.rawValue))
        statement.bind(7, 0)
        statement.bind(8, refund.refundedFen.amount)
        statement.bind(9, refund.returnedMilli)
        statement.bind(10, instant.milliseconds)
        statement.bind(11, instant.day.stored)
        statement.bind(12, refund.updatedAt.milliseconds)
        statement.bind(13, origin.landing)
        try statement.run()
    }

    private func bind(_ key: StoredKey, lineID: String, refundID: String, source: Int64) {
        statements.upsertRefund.bind(key)
        statements.upsertRefund.bind(3, lineID)
        statements.upsertRefund.bind(4, refundID)
        statements.upsertRefund.bind(5, source)
    }

    /// What follows from a written record: the line's cumulative refund and its credits, or an orphan.
    ///
    /// `stored` are the records of the line before.
    private func follow(
        _ refund: Refund, _ old: StoredRefund?, _ stored: [StoredRefund], _ key: StoredKey,
        _ origin: PageOrigin
    ) throws {
        let new = StoredRefund(
            lineID: refund.lineID, refundID: refund.refundID, hasSucceeded: refund.state == .succeeded,
            isDerived: false, refundedFen: refund.refundedFen.amount, returnedMilli: refund.returnedMilli,
            day: (old?.hasSucceeded == true ? old?.day : nil) ?? refund.refundedAt.day.stored,
            source: origin.source)
        guard let header = try storedHeader(key),
            let (place, line, credits) = try storedLine(refund.lineID, header)
        else {
            hasOrphans = true
            if let old { sums.add(ReadContribution(orphans: [old], shop: key.shop), sign: -1) }
            return sums.add(ReadContribution(orphans: [new], shop: key.shop), sign: 1)
        }
        let refunds = stored.filter { $0.refundID != refund.refundID } + [new]
        var (before, after) = (line, line)
        before.take(stored)
        after.take(refunds)
        try keepDerivedRefund(of: after, refunds, key, source: header.source)
        let deltaFen = after.refundedFen - before.refundedFen
        guard deltaFen != 0 || after.returnedMilli != before.returnedMilli else { return }
        sums.add(
            ReadKey(
                day: line.day, organisation: header.isOrganisation ? 1 : 0, shop: key.shop,
                source: header.source),
            ReadSums(refundsReadFen: deltaFen, notSalesRefundedFen: line.notSale == nil ? 0 : deltaFen),
            sign: 1)
        if line.notSale == nil { try updateCredits(credits, of: after, place, header, key) }
    }

    private func storedLine(
        _ lineID: String, _ header: StoredHeader
    ) throws -> (place: Int, line: StoredLine, credits: [CreditRow])? {
        statements.selectLine.bind(1, header.order)
        statements.selectLine.bind(2, lineID)
        return try statements.selectLine.first { row in
            let line = StoredLine(row, unsoldDay: header.unsoldDay)
            let place = Int(row.integer(8))
            return (place, line, try line.credits(in: row, place: place))
        }
    }
}
