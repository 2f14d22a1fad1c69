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

    /// The first credits of an order.
    func insertCredits(
        _ rows: [CreditRow], _ header: StoredHeader, _ key: StoredKey, lineID: (Int) -> String
    ) throws {
        for row in rows {
            try insert(row, header)
            try post(row, minus: nil, .sale, key, lineID(row.line))
        }
        let cells = DailyCell.cells(of: rows, isOrganisation: header.isOrganisation)
        try sums.addOrder(cells, of: header, sign: 1)
    }

    /// Replaces an order's credits; books the difference, line by line and account by account.
    ///
    /// `names` has the lines of both versions, those of the new one first.
    func replaceCredits(
        old: [CreditRow], oldHeader: StoredHeader, with rows: [CreditRow], _ header: StoredHeader,
        _ key: StoredKey, _ names: LineNames
    ) throws {
        if old.isEmpty { return try insertCredits(rows, header, key) { names.ids[$0] } }
        statements.deleteCredits.bind(1, header.order)
        try statements.deleteCredits.run()
        for gone in old where !rows.contains(where: { $0.hasSameBooking(as: gone) }) {
            try post(nil, minus: gone, .reassigned, key, names.ids[gone.line])
        }
        for row in rows {
            let lineID = names.ids[row.line]
            try insert(row, header)
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
        of line: StoredLine, _ place: Int, _ header: StoredHeader, _ key: StoredKey
    ) throws {
        let old = try inOrderOfDecisions(storedCredits(header).filter { $0.line == place })
        var rows = old
        CreditRow.share(line, over: &rows)
        for (before, row) in zip(old, rows) {
            try update(row, header)
            try post(row, minus: before, .change, key, line.lineID)
        }
        let isOrganisation = header.isOrganisation
        try sums.add(DailyCell.cells(of: old, isOrganisation: isOrganisation), of: header, sign: -1)
        try sums.add(DailyCell.cells(of: rows, isOrganisation: isOrganisation), of: header, sign: 1)
    }

    /// Stored rows come by key; a remainder goes where it went first: by party id, what nobody has last.
    private func inOrderOfDecisions(_ rows: [CreditRow]) throws -> [CreditRow] {
        guard zip(rows, rows.dropFirst()).contains(where: { $0.leg == $1.leg }) else { return rows }
        var names: [Int64: String] = [:]
        for row in rows where row.party != 0 {
            names[row.party] = try String.fetchOne(
                database, sql: "SELECT party_id FROM party WHERE party = ?", arguments: [row.party])
        }
        return rows.sorted { left, right in
            if left.leg != right.leg { return left.leg < right.leg }
            guard let name = names[left.party], let other = names[right.party] else {
                return left.party > right.party
            }
            return name < other
        }
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
        try statements.postings.addRow { row in
            row.add(key.shop)
            row.add(key.orderID)
            row.add(lineID)
            row.add(booking.leg)
            row.add(booking.party)
            row.add(booking.county)
            row.add(booking.category)
            row.add(booking.day)
            row.add(booking.day)
            row.add(Int64(cause.rawValue))
            row.add(paidFen)
            row.add(refundedFen)
            row.add(grams)
        }
    }

    private func insert(_ credit: CreditRow, _ header: StoredHeader) throws {
        try statements.credits.addRow { row in
            row.add(header.order)
            row.add(Int64(credit.line))
            row.add(credit.leg)
            row.add(credit.party)
            row.add(credit.shareBP)
            row.add(credit.evidence)
            row.add(credit.reason)
            row.add(credit.day)
            row.add(credit.county)
            row.add(credit.category)
            row.add(credit.grossFen)
            row.add(credit.paidFen)
            row.add(credit.refundedFen)
            row.add(credit.grams)
        }
    }

    private func update(_ row: CreditRow, _ header: StoredHeader) throws {
        let statement = statements.updateCredit
        statement.bind(1, header.order)
        statement.bind(2, Int64(row.line))
        statement.bind(3, row.leg)
        statement.bind(4, row.party)
        statement.bind(5, row.refundedFen)
        statement.bind(6, row.grams)
        statement.bind(7, row.paidFen)
        statement.bind(8, row.grossFen)
        try statement.run()
    }
}

extension StoredHeader {
    /// Whether credits of both lie in the same sheets, and in the same cells of them.
    func hasSameSheet(as other: StoredHeader) -> Bool {
        shop == other.shop && source == other.source && isOrganisation == other.isOrganisation
    }
}
