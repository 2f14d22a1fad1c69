import Domain
import GRDB

/// The work of one landing transaction: orders, lines, refunds, credits, postings, sums, lineage and cursor commit
/// together or not at all.
///
/// Extended by stage: `+Orders` (version rank, rows), `+Refunds`, `+Credits` (credits, postings, cells).
final class LandingWriter {
    let database: Database
    var keys: KeyTables
    let statements: LandingStatements
    let sums: DailySums
    /// Whether any record is parked at all: spares a delete per order.
    private(set) var hasParked: Bool
    /// Whether a refund may wait for its order: spares a look-up per new order.
    var hasOrphans: Bool

    init(_ database: Database, keys: KeyTables) throws {
        self.database = database
        self.keys = keys
        statements = try LandingStatements(database)
        sums = try DailySums(database)
        hasParked =
            try Bool.fetchOne(
                database.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM parked)")) ?? false
        hasOrphans =
            try Bool.fetchOne(
                database.cachedStatement(
                    sql: "SELECT EXISTS (SELECT 1 FROM daily_read WHERE orphan_refunds <> 0)")) ?? true
    }

    /// Lands all pages and moves the cursor; the caller's transaction commits.
    func land(_ landing: Landing) throws -> LandingCounts {
        let source = try keys.source(landing.source, database)
        var total = LandingCounts()
        var number =
            try Int64.fetchOne(
                database.cachedStatement(sql: "SELECT coalesce(max(landing), 0) FROM landing")) ?? 0
        for page in landing.pages {
            number += 1
            let origin = PageOrigin(
                source: source, feed: landing.feed, isFile: landing.isFile, landing: number,
                fetchedAtMilliseconds: page.fetchedAt.milliseconds)
            var counts = LandingCounts()
            try land(try sound(page.orders, origin, &counts), origin, &counts)
            for refund in page.refunds {
                do throws(RecordFlaw) {
                    try refund.expectSound()
                } catch {
                    try park(error, refund.orderID, refund.refundID, origin, &counts)
                    continue
                }
                try land(refund, origin, &counts)
            }
            for record in page.parked {
                try park(record, origin, &counts)
            }
            try writeLineage(page, landing, origin, counts)
            total.add(counts)
        }
        try finish()
        if let readTo = landing.readTo {
            try database.cachedStatement(
                sql: """
                    INSERT INTO read_to (source, feed, read_to_ms) VALUES (?, ?, ?)
                    ON CONFLICT (source, feed) DO UPDATE SET read_to_ms = excluded.read_to_ms
                    WHERE excluded.read_to_ms > read_to.read_to_ms
                    """
            ).execute(arguments: [source, landing.feed, readTo.milliseconds])
        }
        return total
    }

    /// Writes what was gathered: once, before the commit.
    func finish() throws {
        try statements.flush()
        try sums.write()
    }

    private func writeLineage(
        _ page: LandedPage, _ landing: Landing, _ origin: PageOrigin, _ counts: LandingCounts
    ) throws {
        try database.cachedStatement(
            sql: """
                INSERT INTO landing (landing, source, feed, page, page_hash, fetched_at_ms, records, inserted,
                    changed, unchanged, older, parked) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            origin.landing, origin.source, landing.feed, page.name, page.hash, origin.fetchedAtMilliseconds,
            counts.records, counts.inserted, counts.changed, counts.unchanged, counts.older, counts.parked,
        ])
    }

    /// The orders that the store takes; the others are parked.
    private func sound(
        _ orders: [PreparedOrder], _ origin: PageOrigin, _ counts: inout LandingCounts
    ) throws -> [PreparedOrder] {
        guard orders.contains(where: { $0.flaw != nil }) else { return orders }
        for prepared in orders {
            guard let flaw = prepared.flaw else { continue }
            try park(flaw, prepared.order.orderID, "", origin, &counts)
        }
        return orders.filter { $0.flaw == nil }
    }

    private func park(
        _ flaw: RecordFlaw, _ orderID: String, _ refundID: String, _ origin: PageOrigin,
        _ counts: inout LandingCounts
    ) throws {
        let path = [orderID, refundID, flaw.field].filter { !$0.isEmpty }.joined(separator: " ")
        try park(
            ParkedRecord(path: path, reason: flaw.reason, orderID: orderID, refundID: refundID, body: path),
            origin, &counts)
    }

    /// Keeps a record that could not be taken, once however often it is read.
    private func park(_ record: ParkedRecord, _ origin: PageOrigin, _ counts: inout LandingCounts) throws {
        var hash = StableHash()
        hash.combine(record.orderID)
        hash.combine(record.body)
        try database.execute(
            sql: """
                INSERT INTO parked (source, feed, order_id, refund_id, path, reason, body, body_hash, landing)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (source, feed, body_hash) DO UPDATE SET path = excluded.path, reason = excluded.reason
                """,
            arguments: [
                origin.source, origin.feed, record.orderID, record.refundID, record.path, record.reason,
                record.body, hash.value, origin.landing,
            ])
        counts.parked += 1
        hasParked = true
    }

    /// What decodes now is no longer parked.
    ///
    /// An order does not speak for its after-sales, nor one after-sale for another whose number is known.
    func unpark(_ orderID: String, refundID: String = "", _ origin: PageOrigin) throws {
        guard hasParked else { return }
        try database.execute(
            sql: "DELETE FROM parked WHERE source = ? AND feed = ? AND order_id = ? AND refund_id IN (?, '')",
            arguments: [origin.source, origin.feed, orderID, refundID])
    }
}

/// Where the records of a page come from.
struct PageOrigin {
    let source: Int64
    let feed: String
    let isFile: Bool
    let landing: Int64
    let fetchedAtMilliseconds: Int64
}
