import Domain
import GRDB

/// Records that could not be decoded or stored.
extension LandingWriter {
    /// Keeps a record, once however often it is read.
    func park(_ record: ParkedRecord, _ origin: PageOrigin, _ counts: inout LandingCounts) throws {
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

    /// What has landed as new, or as a newer version, is no longer parked.
    ///
    /// An order does not speak for its after-sales, nor one after-sale for another whose number is known.
    func unpark(_ orderID: String, refundID: String = "", _ origin: PageOrigin) throws {
        guard hasParked else { return }
        try database.execute(
            sql: """
                DELETE FROM parked WHERE source = ?1 AND feed = ?2 AND (
                    order_id = ?3 AND refund_id IN (?4, '') OR order_id = '' AND refund_id = ?4 AND ?4 <> '')
                """, arguments: [origin.source, origin.feed, orderID, refundID])
    }
}

extension ParkedRecord {
    /// A record that was decoded but cannot be stored: where it stands in the place of its body, which is gone.
    init(_ flaw: RecordFlaw, orderID: String, refundID: String = "") {
        let path = [orderID, refundID, flaw.field].filter { !$0.isEmpty }.joined(separator: " ")
        self.init(path: path, reason: flaw.reason, orderID: orderID, refundID: refundID, body: path)
    }
}
