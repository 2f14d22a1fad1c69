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
    var hasParked: Bool
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
            let flawed = try landRecords(of: page, origin, &counts)
            // Behind what landed, so that a sound version of the same record does not take them away.
            for record in flawed + page.parked {
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

    /// Lands what can be stored, and returns what cannot.
    private func landRecords(
        of page: LandedPage, _ origin: PageOrigin, _ counts: inout LandingCounts
    ) throws -> [ParkedRecord] {
        var flawed: [ParkedRecord] = []
        var orders = page.orders
        if orders.contains(where: { $0.flaw != nil }) {
            flawed = orders.compactMap { prepared in
                prepared.flaw.map { ParkedRecord($0, orderID: prepared.order.orderID) }
            }
            orders.removeAll { $0.flaw != nil }
        }
        try land(orders, origin, &counts)
        for refund in page.refunds {
            do {
                try land(refund, origin, &counts)
            } catch let flaw as RecordFlaw {
                flawed.append(ParkedRecord(flaw, orderID: refund.orderID, refundID: refund.refundID))
            }
        }
        return flawed
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
}

/// Where the records of a page come from.
struct PageOrigin {
    let source: Int64
    let feed: String
    let isFile: Bool
    let landing: Int64
    let fetchedAtMilliseconds: Int64
}
