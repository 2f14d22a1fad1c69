package import Domain
import GRDB

/// Words that a description does not know: told by record, until a version of the record has none.
extension WriteSession {
    /// A record has landed: what was unknown of it is known now, unless it is noted again.
    ///
    /// From whatever feed: a feed may get another name. `refundID` is empty for an order.
    package func forgetUnknownWords(
        orderID: String, refundID: String = "", source: Int64
    ) throws {
        guard hasUnknownWords else { return }
        try database.cachedStatement(
            sql: "DELETE FROM unknown_word WHERE source = ? AND order_id = ? AND refund_id = ?"
        ).execute(arguments: [source, orderID, refundID])
    }

    /// Notes a word that the description of a source does not know.
    package func note(_ unknown: UnknownWord, source: Int64, in page: PageFacts, number: Int64) throws {
        try database.execute(
            sql: """
                INSERT INTO unknown_word (source, feed, order_id, refund_id, description_key, word, paid_fen, page,
                    read_at_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (source, feed, order_id, refund_id, description_key) DO UPDATE SET word = excluded.word,
                    paid_fen = excluded.paid_fen, page = excluded.page
                """,
            arguments: [
                source, page.feed, unknown.orderID, unknown.refundID, unknown.key, unknown.word,
                unknown.paidFen?.amount, number, page.fetchedAt.milliseconds,
            ])
        hasUnknownWords = true
    }
}
