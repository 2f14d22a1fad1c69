package import Domain

extension Standing {
    /// The cells of the order's credits, each once.
    package var cells: [OrderCell] {
        var cells: [OrderCell] = []
        cells.reserveCapacity(credits.count)
        for row in credits { add(row, on: row.leg == .sell ? .sell : .buy, to: &cells) }
        if isOrganisation {
            for row in credits.headline { add(row, on: .any, to: &cells) }
        }
        for place in cells.indices {
            let leg = cells[place].key.leg
            if !cells.contains(where: { $0.key.leg == leg && $0.key != cells[place].key }) {
                cells[place].sums.orders = 1
            } else {
                cells[place].isShared = true
                let day = cells[place].key.day
                cells[place].isWhole = !cells.contains { $0.key.leg == leg && $0.key.day != day }
            }
        }
        return cells
    }

    private func add(_ row: CreditRow, on leg: ReportLeg, to cells: inout [OrderCell]) {
        let line = lines[row.line]
        let key = CellKey(
            day: line.day, leg: leg, isOrganisation: isOrganisation, partyID: row.partyID, reason: row.reason,
            county: line.origin?.county, category: line.category)
        if let place = cells.firstIndex(where: { $0.key == key }) {
            cells[place].sums.add(row.sums)
        } else {
            cells.append(OrderCell(key: key, sums: row.sums))
        }
    }
}
