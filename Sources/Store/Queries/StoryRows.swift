import Domain
import Foundation
import GRDB

/// Gathers one order's story from all tables.
struct StoryRows {
    private let database: Database
    private let stored: OrderRows.Stored
    private let names: NameTables

    init(_ database: Database, _ stored: OrderRows.Stored) throws {
        self.database = database
        self.stored = stored
        names = try NameTables(database)
    }

    func story() throws -> OrderStory {
        let landing = try Row.fetchOne(
            database, sql: "SELECT page_hash, page FROM landing WHERE landing = ?",
            arguments: [stored.landing])
        let conflicts = try Int.fetchOne(
            database, sql: "SELECT count(*) FROM conflict WHERE order_key = ?",
            arguments: [stored.number])
        let (journal, waiting) = try postings()
        return OrderStory(
            order: stored.order, source: stored.source, platform: stored.platform, isFile: stored.isFile,
            fetchedAt: stored.fetchedAt, pageHash: landing?[0] ?? "", pageName: landing?[1] ?? "",
            conflicts: conflicts ?? 0, lines: try lines(), refunds: try refunds(), journal: journal,
            waiting: waiting)
    }

    private func lines() throws -> [String: OrderStory.LineStory] {
        var lines: [String: OrderStory.LineStory] = [:]
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT line_id, ordered_grams, weight_evidence, quantity_milli, paid_fen,
                    (SELECT coalesce(sum(refunded_fen), 0) FROM refund r WHERE \(Self.succeeded)),
                    (SELECT coalesce(sum(returned_milli), 0) FROM refund r WHERE \(Self.succeeded)), credits
                FROM order_line l WHERE order_key = ?3
                """, arguments: [stored.key.shop, stored.key.orderID, stored.number])
        for row in rows {
            let (refundedFen, returnedMilli) = (Fen(row[5]), row[6] as Int64)
            let grams = (row[1] as Int64?).map { ordered in
                Grams.remaining(
                    ordered: Grams(ordered), quantityMilli: row[3], returnedMilli: returnedMilli,
                    paidFen: Fen(row[4]), refundedFen: refundedFen)
            }
            var line = OrderStory.LineStory(
                refundedFen: refundedFen, returnedMilli: returnedMilli, grams: grams,
                weightEvidence: WeightEvidence(rawValue: row[2]) ?? .none, county: nil, category: "",
                credits: [])
            let credits = try (Data.fromDatabaseValue(row[7]) ?? Data()).withUnsafeBytes {
                try LineCredits.stored($0, line: 0, day: 0)
            }
            add(credits, to: &line)
            lines[row[0]] = line
        }
        return lines
    }

    /// Successful records of a line, derived ones included.
    private static let succeeded = "r.shop = ?1 AND r.order_id = ?2 AND r.line_id = l.line_id AND r.state = 1"

    private func add(_ credits: [CreditRow], to line: inout OrderStory.LineStory) {
        for row in credits {
            let leg = Leg(rawValue: Int(row.leg)) ?? .sell
            let share = BasisPoints(row.shareBP) ?? .whole
            let evidence = Evidence(rawValue: Int(row.evidence)) ?? .none
            let credit: Credit
            if let partyID = names.parties[row.party] {
                credit = Credit(leg: leg, partyID: partyID, share: share, evidence: evidence)
            } else {
                let reason = row.reason.flatMap { UnassignedReason(rawValue: Int($0)) } ?? .noIdentity
                credit = Credit(unassigned: leg, share: share, reason: reason, evidence: evidence)
            }
            line.county = Region(code: row.county)
            line.category = names.categories[row.category] ?? ""
            line.credits.append(
                (credit, Fen(row.paidFen), Fen(row.refundedFen), row.grams.map(Grams.init)))
        }
    }

    private func refunds() throws -> [(refund: Refund, isDerived: Bool)] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT line_id, refund_id, state, refunded_fen, returned_milli, refunded_at_ms, updated_at_ms, is_derived
                FROM refund WHERE shop = ? AND order_id = ?
                """, arguments: [stored.key.shop, stored.key.orderID]
        ).map { row in
            let refund = Refund(
                channel: stored.order.channel, shopID: stored.order.shopID, orderID: stored.order.orderID,
                lineID: row[0], refundID: row[1], state: Refund.State(rawValue: row[2]) ?? .open,
                refundedFen: Fen(row[3]), returnedMilli: row[4], refundedAt: Instant(milliseconds: row[5]),
                updatedAt: Instant(milliseconds: row[6]))
            return (refund, row[7])
        }
    }

    private func postings() throws -> (
        booked: [(batch: Int64, bookedAt: Instant, entry: JournalEntry)], waiting: [JournalEntry]
    ) {
        var booked: [(batch: Int64, bookedAt: Instant, entry: JournalEntry)] = []
        var waiting: [JournalEntry] = []
        // No index leads by order: one order is asked for at a time, and the hot path is spared a write per posting.
        let numbers = try Int64.fetchAll(
            database, sql: "SELECT posting FROM posting WHERE order_id = ? AND shop = ?",
            arguments: [stored.key.orderID, stored.key.shop])
        for number in numbers {
            let read = try PostingRows.read(database, names, after: number - 1, through: number)
            guard let entry = read.entries.first else { continue }
            let batch = try Row.fetchOne(
                database,
                sql: "SELECT batch, booked_at_ms FROM batch WHERE ? BETWEEN first_posting AND last_posting",
                arguments: [number])
            if let batch {
                booked.append((batch[0], Instant(milliseconds: batch[1]), entry))
            } else {
                waiting.append(entry)
            }
        }
        return (booked, waiting)
    }
}
