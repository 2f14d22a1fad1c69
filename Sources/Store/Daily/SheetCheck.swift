import Domain
import GRDB

/// Adds the daily sums up anew from the credits.
struct SheetCheck {
    private let database: Database

    init(_ database: Database) {
        self.database = database
    }

    private struct Key: Hashable {
        let day: Int64
        let leg: Int64
        let party: Int64
    }

    /// How many sums of a day, leg and party are not those of its credits; a sheet that cannot be read counts as one.
    func wrongSums() throws -> Int {
        var sums: [Key: CreditSums] = [:]
        let credits = try RawStatement(
            database,
            """
            SELECT day, leg, party, count(*), sum(gross_fen), sum(paid_fen), sum(refunded_fen), sum(coalesce(grams, 0)),
                sum(CASE WHEN grams IS NULL THEN 0 ELSE paid_fen END) FROM credit GROUP BY day, leg, party
            """)
        while try credits.next() {
            let key = Key(day: credits.integer(0), leg: credits.integer(1), party: credits.integer(2))
            sums[key] = CreditSums(
                lines: credits.integer(3), grossFen: credits.integer(4), paidFen: credits.integer(5),
                refundedFen: credits.integer(6), grams: credits.integer(7),
                weighedPaidFen: credits.integer(8))
        }
        var broken = 0
        let sheets = try RawStatement(database, "SELECT day, cells FROM daily")
        while try sheets.next() {
            let day = sheets.integer(0)
            let isSheet = sheets.withBytes(1) { bytes in
                DailySheet.read(bytes) { key, cell in
                    guard key.leg < 3 else { return }
                    // Orders of a cell are no sum over credits.
                    var lines = cell
                    lines.orders = 0
                    sums[Key(day: day, leg: key.leg, party: key.party), default: CreditSums()]
                        .add(lines, sign: -1)
                } sharedOrder: { _, _, _ in
                }
            }
            if !isSheet { broken += 1 }
        }
        return broken + sums.values.count { $0 != CreditSums() }
    }
}
