import Domain
import GRDB

/// Credits, their postings and their daily cells change together.
extension LandingWriter {
    /// The prepared rows with their keys; their amounts are those of the lines before any refund.
    func creditRows(_ prepared: PreparedOrder) throws -> [CreditRow] {
        var rows = prepared.credits
        for (place, names) in prepared.creditNames.enumerated() {
            rows[place].party = try keys.party(names.partyID, database)
            rows[place].category = try keys.category(names.category, database)
        }
        return rows
    }

    /// Books the first credits of an order.
    func bookCredits(
        _ rows: [CreditRow], _ header: StoredHeader, _ key: StoredKey, lineID: (Int) -> String
    ) throws {
        for row in rows {
            try post(row, minus: nil, .sale, key, lineID(row.line))
        }
        let cells = DailyCell.cells(of: rows, isOrganisation: header.isOrganisation)
        try sums.addOrder(cells, of: header, sign: 1)
    }

    /// Books what an order's credits are now instead of what they were, line by line and account by account.
    ///
    /// `names` has the lines of both versions, those of the new one first.
    func rebookCredits(
        old: [CreditRow], oldHeader: StoredHeader, with rows: [CreditRow], _ header: StoredHeader,
        _ key: StoredKey, _ names: LineNames
    ) throws {
        if old.isEmpty { return try bookCredits(rows, header, key) { names.ids[$0] } }
        for gone in old where !rows.contains(where: { $0.hasSameBooking(as: gone) }) {
            try post(nil, minus: gone, .reassigned, key, names.ids[gone.line])
        }
        for row in rows {
            let lineID = names.ids[row.line]
            if let before = old.first(where: { $0.hasSameBooking(as: row) }) {
                try post(row, minus: before, .change, key, lineID)
            } else {
                let isKnown = old.contains { $0.line == row.line && $0.leg == row.leg }
                try post(row, minus: nil, isKnown ? .reassigned : .sale, key, lineID)
            }
        }
        let oldCells = DailyCell.cells(of: old, isOrganisation: oldHeader.isOrganisation)
        let cells = DailyCell.cells(of: rows, isOrganisation: header.isOrganisation)
        try sums.addOrder(oldCells, of: oldHeader, sign: -1)
        try sums.addOrder(cells, of: header, sign: 1)
    }

    /// Shares a line's amounts anew over the credits that it has: a refund moved them.
    func updateCredits(
        _ old: [CreditRow], of line: StoredLine, _ place: Int, _ header: StoredHeader, _ key: StoredKey
    ) throws {
        var rows = old
        CreditRow.share(line.amounts, over: &rows)
        try write(rows[...], of: place, header)
        for (before, row) in zip(old, rows) {
            try post(row, minus: before, .change, key, line.lineID)
        }
        let isOrganisation = header.isOrganisation
        try sums.add(DailyCell.cells(of: old, isOrganisation: isOrganisation), of: header, sign: -1)
        try sums.add(DailyCell.cells(of: rows, isOrganisation: isOrganisation), of: header, sign: 1)
    }

    /// Writes the posting of a difference; nothing where there is none.
    private func post(
        _ row: CreditRow?, minus before: CreditRow?, _ cause: JournalEntry.Cause, _ key: StoredKey,
        _ lineID: String
    ) throws {
        guard let booking = row ?? before else { return }
        let paidFen = (row?.paidFen ?? 0) - (before?.paidFen ?? 0)
        let refundedFen = (row?.refundedFen ?? 0) - (before?.refundedFen ?? 0)
        let grams = (row?.grams ?? 0) - (before?.grams ?? 0)
        guard paidFen != 0 || refundedFen != 0 || grams != 0 else { return }
        var values = statements.postings.begin()
        values.add(key.shop)
        values.add(key.orderID)
        values.add(lineID)
        values.add(booking.leg)
        values.add(booking.party)
        values.add(booking.county)
        values.add(booking.category)
        values.add(booking.day)
        values.add(booking.day)
        values.add(Int64(cause.rawValue))
        values.add(paidFen)
        values.add(refundedFen)
        values.add(grams)
        try statements.postings.end(values)
    }
}

extension StoredHeader {
    /// Whether credits of both lie in the same sheets, and in the same cells of them.
    func hasSameSheet(as other: StoredHeader) -> Bool {
        shop == other.shop && source == other.source && isOrganisation == other.isOrganisation
    }
}
