import Domain

/// The sums that one order, or a part of it, adds to one cell of its sheets.
struct DailyCell {
    /// The sale day, which says whose sheet the cell is in.
    var day: Int64
    var key: CellKey
    var sums: CreditSums
}

/// The key of a cell within its sheet.
struct CellKey: Equatable {
    /// 1 sell, 2 buy, 3 headline.
    var leg: Int64
    /// Whether the buyers are organisations.
    var isOrganisation: Bool
    /// 0 or less: nobody, the reason with its sign turned.
    var party: Int64
    var county: Int64
    var category: Int64
}

extension DailyCell {
    /// The cells of one order's credits, one leg after the other, each cell once.
    ///
    /// `any` only where the buyer is an organisation; elsewhere it is the sell leg.
    static func cells(of rows: [CreditRow], isOrganisation: Bool) -> [DailyCell] {
        var cells: [DailyCell] = []
        cells.reserveCapacity(rows.count)
        for row in rows {
            add(row, leg: row.leg, isOrganisation, to: &cells)
        }
        if isOrganisation {
            for row in CreditRow.headline(rows) {
                add(row, leg: Int64(ReportLeg.any.rawValue), isOrganisation, to: &cells)
            }
        }
        return cells
    }

    private static func add(
        _ row: CreditRow, leg: Int64, _ isOrganisation: Bool, to cells: inout [DailyCell]
    ) {
        let key = CellKey(
            leg: leg, isOrganisation: isOrganisation, party: row.reason.map { -$0 } ?? row.party,
            county: row.county,
            category: row.category)
        if let index = cells.firstIndex(where: { $0.day == row.day && $0.key == key }) {
            cells[index].sums.add(row.sums)
        } else {
            cells.append(DailyCell(day: row.day, key: key, sums: row.sums))
        }
    }
}
