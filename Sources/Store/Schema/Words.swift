import Domain
import GRDB

/// What the numbers of closed lists mean, for those who ask with SQL: the table `word`.
///
/// Written whenever a store is opened for writing, so that a list may grow without a migration.
enum Words {
    static func write(_ database: Database) throws {
        let upsert = try database.makeStatement(
            sql: """
                INSERT INTO word (list, number, word) VALUES (?, ?, ?)
                ON CONFLICT (list, number) DO UPDATE SET word = excluded.word WHERE word <> excluded.word
                """)
        for (list, words) in lists {
            for (number, word) in words { try upsert.execute(arguments: [list, number, key(word)]) }
        }
    }

    /// The words that this version knows, as rows `list, number, word` of SQL.
    static let rows = lists.flatMap { list, words in
        words.map { "SELECT '\(list)' AS list, \($0) AS number, '\(key($1))' AS word" }
    }.joined(separator: " UNION ALL ")

    /// `closedUnpaid` → `closed_unpaid`, as in JSON.
    private static func key(_ word: String) -> String {
        word.map { $0.isUppercase ? "_" + $0.lowercased() : String($0) }.joined()
    }

    private static let lists: [(String, [(Int, String)])] = [
        ("channel", Channel.allCases.map { ($0.rawValue, $0.key) }),
        ("leg", ReportLeg.allCases.map { ($0.rawValue, $0.key) }),
        ("rule", Evidence.allCases.map { ($0.rawValue, $0.key) }),
        ("reason", UnassignedReason.allCases.map { ($0.rawValue, $0.key) }),
        ("kind", SourceKind.allCases.map { ($0.rawValue, $0.key) }),
        ("not_sale", NotSaleReason.allCases.map { ($0.rawValue, $0.key) }),
        ("refund_state", Refund.State.allCases.map { ($0.rawValue, $0.key) }),
        ("refund_evidence", RefundEvidence.allCases.map { ($0.rawValue, $0.key) }),
        ("weight_evidence", WeightEvidence.allCases.map { ($0.rawValue, $0.key) }),
        ("unit", Quantity.Unit.allCases.map { ($0.rawValue, $0.key) }),
        ("cause", BookingCause.allCases.map { ($0.rawValue, $0.key) }),
        ("fund_source", FundSource.allCases.map { ($0.rawValue, $0.key) }),
        ("amount_origin", AmountOrigin.allCases.map { ($0.rawValue, $0.key) }),
        ("unread_cause", UnreadWindow.Cause.allCases.map { ($0.rawValue, $0.key) }),
        ("bearer", [(1, "shop"), (2, "platform"), (3, "talent"), (4, "state")]),
    ]
}
