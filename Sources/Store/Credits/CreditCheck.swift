import Domain
import GRDB

/// Compares the credits of every line with the line, its refunds and the journal.
struct CreditCheck {
    /// Lines whose sell credits don't add up to what was paid, or cannot be read.
    private(set) var wrongLines = 0
    /// Lines whose sell credits don't add up to what was refunded.
    private(set) var wrongRefunds = 0
    /// (Day, leg, party) whose postings don't add up to the credits.
    private(set) var wrongBookings = 0

    private struct Account: Hashable {
        let day: Int64
        let leg: Int64
        let party: Int64
    }

    private struct Sums: Equatable {
        var paidFen: Int64 = 0
        var refundedFen: Int64 = 0
        var grams: Int64 = 0
    }

    init(_ database: Database) throws {
        var sums: [Account: Sums] = [:]
        try CreditedLines.eachOrder(database) { lines in
            for line in lines { count(line, &sums) }
        }
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
            if sums.removeValue(forKey: account) ?? Sums() != booked { wrongBookings += 1 }
        }
        wrongBookings += sums.values.count { $0 != Sums() }
    }

    private mutating func count(_ line: CreditedLines.Line, _ sums: inout [Account: Sums]) {
        guard let credits = line.credits else {
            wrongLines += 1
            return
        }
        var sold = Sums()
        for credit in credits {
            let account = Account(day: credit.day, leg: credit.leg, party: credit.party)
            sums[account, default: Sums()].paidFen += credit.paidFen
            sums[account, default: Sums()].refundedFen += credit.refundedFen
            sums[account, default: Sums()].grams += credit.grams ?? 0
            if credit.leg == Int64(Leg.sell.rawValue) {
                sold.paidFen += credit.paidFen
                sold.refundedFen += credit.refundedFen
            }
        }
        if sold.paidFen != line.salePaidFen { wrongLines += 1 }
        if sold.refundedFen != line.refundedFen { wrongRefunds += 1 }
    }
}
