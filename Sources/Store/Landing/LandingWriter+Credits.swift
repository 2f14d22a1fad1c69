import Domain
import GRDB

/// Credits, their postings and their daily cells change together.
extension LandingWriter {
    /// The prepared rows with their keys; their amounts are those of the lines before any refund.
    func creditRows(_ prepared: PreparedOrder, _ header: StoredHeader) throws -> [CreditRow] {
        var rows: [CreditRow] = []
        rows.reserveCapacity(prepared.credits.count)
        for credit in prepared.credits {
            var row = credit.row
            row.party = try keys.party(credit.partyID, database)
            row.category = try keys.category(credit.category, database)
            row.source = header.source
            row.organisation = header.organisation
            rows.append(row)
        }
        return rows
    }

    /// The first credits of an order.
    func insertCredits(_ rows: [CreditRow], _ key: StoredKey, lineID: (Int) -> String) throws {
        for row in rows {
            let lineID = lineID(row.line)
            try insert(row, key, lineID)
            try post(row, minus: nil, .sale, key, lineID)
        }
        var cells = DailyCell.cells(of: rows, channel: key.channel, shop: key.shop)
        try countOrder(key, in: &cells)
        for cell in cells {
            sums.add(cell.key, cell.sums, sign: 1)
        }
    }

    /// Replaces an order's credits; books the difference, line by line and account by account.
    func replaceCredits(
        old: [CreditRow], with rows: [CreditRow], _ key: StoredKey, _ names: LineNames
    ) throws {
        if old == rows { return }
        if old.isEmpty { return try insertCredits(rows, key) { names.ids[$0] } }
        statements.deleteCredits.bind(key)
        try statements.deleteCredits.run()
        for gone in old where !rows.contains(where: { $0.hasSameBooking(as: gone) }) {
            try post(nil, minus: gone, .reassigned, key, names.ids[gone.line])
        }
        for row in rows {
            let lineID = names.ids[row.line]
            try insert(row, key, lineID)
            if let before = old.first(where: { $0.hasSameBooking(as: row) }) {
                try post(row, minus: before, .change, key, lineID)
            } else {
                let isKnown = old.contains { $0.line == row.line && $0.leg == row.leg }
                try post(row, minus: nil, isKnown ? .reassigned : .sale, key, lineID)
            }
        }
        try moveCells(
            from: DailyCell.cells(of: old, channel: key.channel, shop: key.shop),
            to: DailyCell.cells(of: rows, channel: key.channel, shop: key.shop), key)
    }

    /// Shares a line's amounts anew over the credits that it has: a refund moved them.
    func updateCredits(of line: StoredLine, _ key: StoredKey) throws {
        let old = try inOrderOfDecisions(storedCredits(key, of: line.lineID))
        var rows = old
        CreditRow.share([line], over: &rows)
        for (before, row) in zip(old, rows) {
            try update(row, key, line.lineID)
            try post(row, minus: before, .change, key, line.lineID)
        }
        for cell in DailyCell.cells(of: old, channel: key.channel, shop: key.shop) {
            sums.add(cell.key, cell.sums, sign: -1)
        }
        for cell in DailyCell.cells(of: rows, channel: key.channel, shop: key.shop) {
            sums.add(cell.key, cell.sums, sign: 1)
        }
    }

    /// The order's credits; lines that `names` does not hold yet are added to it.
    func storedCredits(_ key: StoredKey, _ names: inout LineNames) throws -> [CreditRow] {
        statements.selectCredits.bind(key)
        return try rows(of: statements.selectCredits, &names)
    }

    /// The credits of one line, which is line 0 of them.
    private func storedCredits(_ key: StoredKey, of lineID: String) throws -> [CreditRow] {
        statements.selectLineCredits.bind(key)
        statements.selectLineCredits.bind(4, lineID)
        var names = LineNames([lineID])
        return try rows(of: statements.selectLineCredits, &names)
    }

    private func rows(of statement: RawStatement, _ names: inout LineNames) throws -> [CreditRow] {
        var rows: [CreditRow] = []
        while try statement.next() {
            rows.append(CreditRow(statement, &names))
        }
        return rows
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

    private func moveCells(from old: [DailyCell], to new: [DailyCell], _ key: StoredKey) throws {
        var (old, new) = (old, new)
        if old.map(\.key) != new.map(\.key) {
            try forgetSharedOrder(key, in: old)
            try countOrder(key, in: &new)
            Self.countAlone(&old)
        }
        for cell in old {
            sums.add(cell.key, cell.sums, sign: -1)
        }
        for cell in new {
            sums.add(cell.key, cell.sums, sign: 1)
        }
    }

    /// Counts the order once on every leg: in its cell where it has one, as a shared order, whose credits a report
    /// looks at, where it has several.
    private func countOrder(_ key: StoredKey, in cells: inout [DailyCell]) throws {
        Self.countAlone(&cells)
        for cell in Self.sharedCells(cells) {
            try statements.sharedOrders.addRow { row in
                row.add(cell.key.day)
                row.add(cell.key.leg)
                row.add(key)
            }
        }
    }

    private func forgetSharedOrder(_ key: StoredKey, in cells: [DailyCell]) throws {
        try statements.sharedOrders.flush()
        for cell in Self.sharedCells(cells) {
            statements.deleteShared.bind(1, cell.key.day)
            statements.deleteShared.bind(2, cell.key.leg)
            statements.deleteShared.bind(3, key.channel)
            statements.deleteShared.bind(4, key.shop)
            statements.deleteShared.bind(5, key.orderID)
            try statements.deleteShared.run()
        }
    }

    /// Counts the order in the cells that are alone on their leg.
    private static func countAlone(_ cells: inout [DailyCell]) {
        for place in cells.indices where isAlone(place, in: cells) {
            cells[place].sums.orders += 1
        }
    }

    /// One cell of each day of the legs that have several.
    private static func sharedCells(_ cells: [DailyCell]) -> [DailyCell] {
        if cells.count < 2 { return [] }
        return cells.indices.filter { place in
            !isAlone(place, in: cells)
                && !cells[..<place].contains {
                    $0.key.leg == cells[place].key.leg && $0.key.day == cells[place].key.day
                }
        }.map { cells[$0] }
    }

    private static func isAlone(_ place: Int, in cells: [DailyCell]) -> Bool {
        cells.indices.allSatisfy { $0 == place || cells[$0].key.leg != cells[place].key.leg }
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
            row.add(key)
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

    private func insert(_ credit: CreditRow, _ key: StoredKey, _ lineID: String) throws {
        try statements.credits.addRow { row in
            row.add(key)
            row.add(lineID)
            row.add(credit.leg)
            row.add(credit.party)
            row.add(credit.shareBP)
            row.add(credit.evidence)
            row.add(credit.reason)
            row.add(credit.organisation)
            row.add(credit.source)
            row.add(credit.day)
            row.add(credit.county)
            row.add(credit.category)
            row.add(credit.grossFen)
            row.add(credit.paidFen)
            row.add(credit.refundedFen)
            row.add(credit.grams)
        }
    }

    private func update(_ row: CreditRow, _ key: StoredKey, _ lineID: String) throws {
        let statement = statements.updateCredit
        statement.bind(key)
        statement.bind(4, lineID)
        statement.bind(5, row.leg)
        statement.bind(6, row.party)
        statement.bind(7, row.refundedFen)
        statement.bind(8, row.grams)
        statement.bind(9, row.paidFen)
        statement.bind(10, row.grossFen)
        try statement.run()
    }
}

extension CreditRow {
    /// A row of `columns`; its line gets a place in `names`.
    init(_ row: RawStatement, _ names: inout LineNames) {
        self.init(
            line: names.place(of: row.text(0)), leg: row.integer(1), party: row.integer(2),
            shareBP: row.integer(3),
            evidence: row.integer(4), reason: row.optionalInteger(5), organisation: row.integer(6),
            source: row.integer(7), day: row.integer(8), county: row.integer(9), category: row.integer(10),
            grossFen: row.integer(11), paidFen: row.integer(12), refundedFen: row.integer(13),
            grams: row.optionalInteger(14))
    }
}
