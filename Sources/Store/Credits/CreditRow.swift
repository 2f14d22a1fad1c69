import Domain

/// What a party (0 = nobody) has of a line on a leg, with the keys of its daily cell.
///
/// Numbers only: copied by the hundred thousand without counting references.
struct CreditRow: Equatable {
    /// The line's place in its order, or in its order's `LineNames` where two versions meet.
    var line: Int
    var leg: Int64
    var party: Int64
    var shareBP: Int64
    var evidence: Int64
    var reason: Int64?
    var day: Int64
    var county: Int64
    var category: Int64
    var grossFen: Int64
    var paidFen: Int64
    var refundedFen: Int64
    var grams: Int64?

    var sums: CreditSums {
        CreditSums(
            lines: 1, grossFen: grossFen, paidFen: paidFen, refundedFen: refundedFen, grams: grams ?? 0,
            weighedPaidFen: grams == nil ? 0 : paidFen)
    }

    /// Whether the two book to the same account, place and day.
    func hasSameBooking(as other: CreditRow) -> Bool {
        line == other.line && leg == other.leg && party == other.party && day == other.day
            && county == other.county && category == other.category
    }
}

/// The ids of the lines of two versions of an order, by which their credits are compared.
struct LineNames {
    private(set) var ids: [String]

    init(_ ids: [String] = []) {
        self.ids = ids
    }

    /// The line's place; a line that is not known yet gets the next one.
    mutating func place(of id: String) -> Int {
        if let place = ids.firstIndex(of: id) { return place }
        ids.append(id)
        return ids.count - 1
    }
}

/// The amounts of a line that its credits share.
struct LineAmounts {
    var grossFen: Int64
    var paidFen: Int64
    var refundedFen: Int64
    var grams: Int64?
}

extension CreditRow {
    /// The rows that count each line once: those of the sell leg where it is credited, else of the buy leg where that
    /// is, else the unassigned sell leg.
    static func headline(_ rows: [CreditRow]) -> [CreditRow] {
        rows.filter { row in
            func isCredited(on leg: Leg) -> Bool {
                rows.contains { $0.line == row.line && $0.leg == Int64(leg.rawValue) && $0.party != 0 }
            }
            let leg = isCredited(on: .sell) || !isCredited(on: .buy) ? Leg.sell : .buy
            return row.leg == Int64(leg.rawValue)
        }
    }

    /// Spreads one line's amounts over its rows, leg by leg.
    static func share(_ amounts: LineAmounts, over rows: inout [CreditRow]) {
        share(over: &rows) { _ in amounts }
    }

    /// Spreads the lines' cumulative amounts over their rows, line by line and leg by leg.
    static func share(_ lines: [StoredLine], over rows: inout [CreditRow]) {
        share(over: &rows) { lines[$0].amounts }
    }

    private static func share(over rows: inout [CreditRow], _ amounts: (Int) -> LineAmounts) {
        var start = 0
        while start < rows.count {
            let first = rows[start]
            var end = start + 1
            while end < rows.count, rows[end].line == first.line, rows[end].leg == first.leg { end += 1 }
            share(amounts(first.line), over: &rows, in: start..<end)
            start = end
        }
    }

    /// Spreads a line's cumulative amounts over the rows of one leg by the largest remainder.
    ///
    /// By their places: a slice of the rows would be a copy of them.
    private static func share(_ amounts: LineAmounts, over rows: inout [CreditRow], in range: Range<Int>) {
        if range.count == 1 { return rows[range.lowerBound].take(amounts) }
        let weights = rows[range].map(\.shareBP)
        let gross = Split.largestRemainder(amounts.grossFen, by: weights)
        let paid = Split.largestRemainder(amounts.paidFen, by: weights)
        let refunded = Split.largestRemainder(amounts.refundedFen, by: weights)
        let grams = amounts.grams.map { Split.largestRemainder($0, by: weights) }
        for (offset, index) in range.enumerated() {
            rows[index].take(
                LineAmounts(
                    grossFen: gross[offset], paidFen: paid[offset], refundedFen: refunded[offset],
                    grams: grams?[offset]))
        }
    }

    private mutating func take(_ amounts: LineAmounts) {
        grossFen = amounts.grossFen
        paidFen = amounts.paidFen
        refundedFen = amounts.refundedFen
        grams = amounts.grams
    }
}

extension [CreditRow] {
    /// The credits of the line at this place, of credits that come line by line.
    func ofLine(_ place: Int) -> ArraySlice<CreditRow> {
        drop { $0.line < place }.prefix { $0.line == place }
    }
}
