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

/// The key of an order as the store writes it.
struct StoredKey {
    var channel: Int64
    var shop: Int64
    var orderID: String
}

/// The header of a stored order, as far as the next version needs it.
struct StoredHeader {
    var source: Int64
    var isFile: Bool
    var updatedAtMilliseconds: Int64
    var content: Int64
    var day: Int64
    var headerPaidFen: Int64
    var headerGapFen: Int64
    var organisation: Int64
}
