package import Domain
import GRDB

/// Words that a description does not know: told by record, until a version of the record has none.
extension WriteSession {
    /// An order has landed: what was unknown of it is known now, unless it is noted again.
    ///
    /// From whatever feed, which may get another name, and whatever account of its shop. It does not speak for its after-sales.
    package func forgetUnknownWords(of key: OrderKey, source: Int64) throws {
        guard hasUnknownWords else { return }
        try database.cachedStatement(
            sql:
                "DELETE FROM unknown_word WHERE order_id = ?1 AND refund_id = ?2 AND \(Self.isOfSameShop)"
        ).execute(arguments: [key.orderID, "", source, key.shopID])
    }

    /// An after-sale has landed: likewise.
    package func forgetUnknownWords(of afterSale: AfterSale, source: Int64) throws {
        guard hasUnknownWords else { return }
        try database.cachedStatement(
            sql: """
                DELETE FROM unknown_word WHERE order_id = ?1 AND refund_id = ?2
                    AND (?5 IS NULL OR line_id IN ('', ?5)) AND \(Self.isOfSameShop)
                """
        ).execute(arguments: [
            afterSale.orderKey.orderID, afterSale.refundID, source, afterSale.orderKey.shopID,
            afterSale.lineID,
        ])
    }

    /// Notes a word that the description of a source does not know.
    package func note(_ unknown: UnknownWord, source: Int64, in page: PageFacts, number: Int64) throws {
        try database.execute(
            sql: """
                INSERT INTO unknown_word (source, feed, shop_id, order_id, line_id, refund_id, description_key, word,
                    paid_fen, page, read_at_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET word = excluded.word, paid_fen = excluded.paid_fen, page = excluded.page
                """,
            arguments: [
                source, page.feed, unknown.shopID ?? "", unknown.orderID, unknown.lineID, unknown.refundID,
                unknown.key, unknown.word,
                unknown.paidFen?.amount, number, page.fetchedAt.milliseconds,
            ])
        hasUnknownWords = true
    }
}
