import Domain

/// Holds rows as they are stored against rows as they should be, cell by cell.
struct RowComparison {
    let key: OrderKey

    /// What of the rows of an order, its lines and its credits is not what it should be.
    func misfits(
        of stored: (order: Order, standing: Standing), from expected: (order: Order, standing: Standing)
    ) -> [Misfit] {
        var misfits = cells(
            of: "orders", .init(key, day: stored.standing.day),
            stored.order.cells + stored.standing.headerCells,
            expected.order.cells + expected.standing.headerCells)
        let lines = (stored.standing.lines.count, expected.standing.lines.count)
        if lines.0 != lines.1 {
            misfits.append(
                Misfit("order_line", "line", .init(key), stored: Int64(lines.0), expected: Int64(lines.1)))
        }
        for place in 0..<min(lines.0, lines.1) {
            misfits += self.misfits(ofLine: place, stored, expected)
        }
        return misfits + self.misfits(of: stored.standing.credits, from: expected.standing)
    }

    /// What of the refunds on record, stated or derived is not what it should be.
    func misfits(of stored: [RefundRow], from expected: [RefundRow]) -> [Misfit] {
        if stored.isEmpty && expected.isEmpty { return [] }
        return pairs(stored, expected) { $0.hasSameKey(as: $1) }.flatMap { stored, expected in
            let row = Misfit.Row(
                key, lineID: (stored ?? expected)?.lineID ?? "", day: (stored ?? expected)?.refundedAt.day)
            return cells(of: "refund", row, stored?.cells, expected?.cells, named: "evidence")
        }
    }

    private func misfits(
        ofLine place: Int, _ stored: (order: Order, standing: Standing),
        _ expected: (order: Order, standing: Standing)
    ) -> [Misfit] {
        let (line, should) = (stored.order.lines[place], expected.order.lines[place])
        let standing = stored.standing.lines[place]
        let row = Misfit.Row(key, lineID: line.lineID, day: standing.day)
        return cells(
            of: "order_line", row, line.cells + standing.cells,
            should.cells + expected.standing.lines[place].cells)
            + cells(of: "subsidy", row, line.subsidies.cells, should.subsidies.cells)
    }

    private func misfits(of stored: [CreditRow], from expected: Standing) -> [Misfit] {
        pairs(stored, expected.credits) { $0.hasSamePlace(as: $1) }.flatMap { stored, should in
            let place = (stored ?? should)?.line ?? 0
            let line = expected.lines.indices.contains(place) ? expected.lines[place] : nil
            let row = Misfit.Row(key, lineID: line?.lineID ?? "", day: line?.day)
            let misfits = cells(of: "credit", row, stored?.cells, should?.cells, named: "party")
            if let stored, let should, stored.candidateIDs != should.candidateIDs {
                return misfits + [Misfit("candidate", "party", row)]
            }
            return misfits
        }
    }

    /// Rows of one key beside each other; one of both is missing where the other has no such row.
    private func pairs<Row>(
        _ stored: [Row], _ expected: [Row], _ isSame: (Row, Row) -> Bool
    ) -> [(Row?, Row?)] {
        stored.map { row in (row, expected.first { isSame($0, row) }) }
            + expected.filter { row in !stored.contains { isSame($0, row) } }.map { (nil, $0) }
    }

    /// The cells in which two rows differ; where one of them is missing, the part of the key that tells it.
    private func cells(
        of table: String, _ row: Misfit.Row, _ stored: [Cell]?, _ expected: [Cell]?, named: String = ""
    ) -> [Misfit] {
        guard let stored, let expected else { return [Misfit(table, named, row)] }
        return zip(stored, expected).compactMap { cell, should in
            if cell.value == should.value { return nil }
            return Misfit(
                table, cell.column, row, stored: cell.value.number, expected: should.value.number)
        }
    }
}
