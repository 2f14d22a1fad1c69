import Domain

/// What the sums need of a line that is stored or about to be.
struct StoredLine: Sendable {
    var lineID: String
    /// The sale's day, or the creation day of a line that is no sale.
    var day: Int64
    var notSale: Int64?
    var paidFen: Int64
    var grossFen: Int64
    var quantityMilli: Int64
    var refundedFen: Int64
    var returnedMilli: Int64
    var closedAtMilliseconds: Int64?
    var orderedGrams: Int64?
    /// A hash of what the line's goods are called, of a line that is being written.
    var goodsHash: Int64 = 0
    /// Where the weight comes from, of a line that is being written; a line that is read leaves it out.
    var weightEvidence = Int64(Evidence.none.rawValue)

    /// What the line's credits share, as known now.
    var amounts: LineAmounts {
        let grams = orderedGrams.map { ordered in
            Grams.remaining(
                ordered: Grams(ordered), quantityMilli: quantityMilli, returnedMilli: returnedMilli,
                paidFen: Fen(paidFen), refundedFen: Fen(refundedFen)
            ).amount
        }
        return LineAmounts(grossFen: grossFen, paidFen: paidFen, refundedFen: refundedFen, grams: grams)
    }

    /// Takes over the refunds on record: real ones; else, if the platform closed the paid line, all of it.
    mutating func take(_ refunds: [StoredRefund]) {
        let real = refunds.filter { $0.lineID == lineID && !$0.isDerived && $0.hasSucceeded }
        refundedFen = real.reduce(0) { $0 + $1.refundedFen }
        returnedMilli = real.reduce(0) { $0 + $1.returnedMilli }
        if isClosedWithoutRecord(real) {
            refundedFen = paidFen
            returnedMilli = quantityMilli
        }
    }

    /// Paid, then closed, and no successful after-sale on record.
    func isClosedWithoutRecord(_ real: [StoredRefund]) -> Bool {
        real.isEmpty && closedAtMilliseconds != nil && notSale == nil && paidFen > 0
    }
}

/// What the sums need of an after-sale record.
struct StoredRefund {
    var lineID: String
    var refundID: String
    var hasSucceeded: Bool
    var isDerived: Bool
    var refundedFen: Int64
    var returnedMilli: Int64
    /// The refund's own day, which counts while its order is missing.
    var day: Int64
    var source: Int64
}

/// What others know an order by.
struct StoredKey {
    var shop: Int64
    var orderID: String
}

/// The header of a stored order, as far as its rows and the next version need it.
struct StoredHeader {
    /// The order's number in the store; 0 while it has none.
    var order: Int64
    var shop: Int64
    var source: Int64
    var isFile: Bool
    var updatedAtMilliseconds: Int64
    var content: Int64
    var day: Int64
    /// The day of lines that are no sales.
    var unsoldDay: Int64
    var headerPaidFen: Int64
    var headerGapFen: Int64
    /// 0 = a private person.
    var purchaser: Int64

    var isOrganisation: Bool { purchaser != 0 }
}

extension StoredHeader {
    /// The columns that `init(_:)` reads, in its order.
    static let columns = """
        order_key, shop, source, is_file, updated_at_ms, content, day, header_paid_fen, header_gap_fen, purchaser,
        created_at_ms
        """

    /// A row of `columns`.
    init(_ row: RawStatement) {
        let unsoldAt = row.optionalInteger(10) ?? row.integer(4)
        self.init(
            order: row.integer(0), shop: row.integer(1), source: row.integer(2), isFile: row.integer(3) == 1,
            updatedAtMilliseconds: row.integer(4), content: row.integer(5), day: row.integer(6),
            unsoldDay: Instant(milliseconds: unsoldAt).day.stored, headerPaidFen: row.integer(7),
            headerGapFen: row.integer(8), purchaser: row.integer(9))
    }
}

extension StoredLine {
    /// The columns that `init(_:)` reads, in its order.
    static let columns = """
        line_id, not_sale, paid_fen, gross_fen, quantity_milli, sale_at_ms, closed_at_ms, ordered_grams, line, credits
        """

    /// A row of `columns`, before any refund.
    init(_ row: RawStatement, unsoldDay: Int64) {
        let saleAt = row.optionalInteger(5).map(Instant.init(milliseconds:))
        self.init(
            lineID: row.text(0), day: saleAt?.day.stored ?? unsoldDay, notSale: row.optionalInteger(1),
            paidFen: row.integer(2), grossFen: row.integer(3), quantityMilli: row.integer(4), refundedFen: 0,
            returnedMilli: 0, closedAtMilliseconds: row.optionalInteger(6),
            orderedGrams: row.optionalInteger(7))
    }

    /// The credits of the line in a row of `columns`; its place is the one it has in its order.
    func credits(in row: RawStatement, place: Int) throws -> [CreditRow] {
        try row.withBytes(9) { try LineCredits.stored($0, line: place, day: day) }
    }
}

extension StoredRefund {
    /// The columns that `init(_:)` reads first, in its order.
    static let columns = """
        line_id, refund_id, state, is_derived, refunded_fen, returned_milli, day, source
        """

    /// A row of `columns`.
    init(_ row: RawStatement) {
        self.init(
            lineID: row.text(0), refundID: row.text(1),
            hasSucceeded: row.integer(2) == Int64(Refund.State.succeeded.rawValue),
            isDerived: row.integer(3) == 1, refundedFen: row.integer(4), returnedMilli: row.integer(5),
            day: row.integer(6), source: row.integer(7))
    }
}
