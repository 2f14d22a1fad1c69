import Domain
import GRDB

/// Compares the credits of every line with the line, its refunds and the journal.
struct CreditCheck {
    /// Lines whose sell credits don't add up to what was paid, or cannot be read.
    private(set) var wrongLines = 0
    /// Lines whose sell credits don't add up to what was refunded.
    private(set) var wrongRefunds = 0
    private var sums: [Account: Sums] = [:]

    private struct Account: Hashable {
        let day: Int64
        let leg: Int64
        let party: Int64
    }

    /// Wrapping: what is damaged must differ, not trap.
    private struct Sums: Equatable {
        var paidFen: Int64 = 0
        var refundedFen: Int64 = 0
        var grams: Int64 = 0

        mutating func add(_ credit: CreditRow) {
            paidFen &+= credit.paidFen
            refundedFen &+= credit.refundedFen
            grams &+= credit.grams ?? 0
        }
    }

    /// Looks at a line.
    mutating func add(_ line: CreditedLines.Line) {
        guard let credits = line.credits else {
            wrongLines += 1
            return
        }
        var sold = Sums()
        for credit in credits {
            let account = Account(day: credit.day, leg: credit.leg, party: credit.party)
            sums[account, default: Sums()].add(credit)
            if credit.leg == Int64(Leg.sell.rawValue) { sold.add(credit) }
        }
        if sold.paidFen != line.salePaidFen { wrongLines += 1 }
        if sold.refundedFen != line.refundedFen { wrongRefunds += 1 }
    }

    /// How many (day, leg, party) have postings that don't add up to the credits of all lines.
    func wrongBookings(_ database: Database) throws -> Int {
        var unbooked = sums
        var wrong = 0
        let postings = try RawStatement(
            database,
            """
            SELECT day, leg, party, sum(paid_fen), sum(refunded_fen), sum(grams) FROM posting
            GROUP BY day, leg, party
            """)
        while try postings.next() {
            let account = Account(
                day: postings.integer(0), leg: postings.integer(1), party: postings.integer(2))
            let booked = Sums(
                paidFen: postings.integer(3), refundedFen: postings.integer(4), grams: postings.integer(5))
            if unbooked.removeValue(forKey: account) ?? Sums() != booked { wrong += 1 }
        }
        return wrong + unbooked.values.count { $0 != Sums() }
    }
}
