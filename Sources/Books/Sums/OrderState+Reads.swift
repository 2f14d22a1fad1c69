package import Domain

extension OrderState {
    /// What the order adds to what was read: its header on its own day, its lines that are no sales, its refunds; orphans
    /// on their own day.
    package var reads: [ReadPart] {
        var parts = ReadParts()
        if let standing { parts.add(standing) }
        for row in refunds where row.hasSucceeded {
            guard let standing, let line = standing.lines.first(where: { $0.lineID == row.lineID }) else {
                // What an order stated of a line that it has no more is no record that waits for its line.
                if row.evidence == .stated { continue }
                parts.add(day: row.refundedAt.day, isOrganisation: false, source: row.origin.source) { sums in
                    sums.refundsReadFen += row.refundedFen
                    sums.orphanRefundFen += row.refundedFen
                    sums.orphanRefunds += 1
                }
                continue
            }
            parts.add(day: line.day, of: standing) { $0.refundsReadFen += row.refundedFen }
        }
        return parts.parts.filter { $0.sums != ReadSums() }
    }
}

/// Parts by their day, buyers and source.
private struct ReadParts {
    var parts: [ReadPart] = []

    mutating func add(_ standing: Standing) {
        add(day: standing.day, of: standing) { sums in
            sums.readFen += standing.readFen
            sums.headerGapFen += standing.headerGapFen
        }
        var isFirstNotSale = true
        for line in standing.lines {
            if line.day != standing.day, line.paidFen != 0 {
                // The header counts on one day; what belongs to a line of another day is moved there.
                add(day: line.day, of: standing) { $0.readFen += line.paidFen }
                add(day: standing.day, of: standing) { $0.readFen -= line.paidFen }
            }
            guard line.notSale != nil else { continue }
            add(day: line.day, of: standing) { sums in
                sums.notSalesOrders += isFirstNotSale ? 1 : 0
                sums.notSalesLines += 1
                sums.notSalesPaidFen += line.paidFen
                sums.notSalesRefundedFen += line.amounts.refundedFen
            }
            isFirstNotSale = false
        }
    }

    mutating func add(day: BusinessDay, of standing: Standing, _ change: (inout ReadSums) -> Void) {
        add(day: day, isOrganisation: standing.isOrganisation, source: standing.origin.source, change)
    }

    mutating func add(
        day: BusinessDay, isOrganisation: Bool, source: Int64, _ change: (inout ReadSums) -> Void
    ) {
        let known = parts.firstIndex {
            $0.day == day && $0.isOrganisation == isOrganisation && $0.source == source
        }
        if known == nil {
            parts.append(
                ReadPart(day: day, isOrganisation: isOrganisation, source: source, sums: ReadSums()))
        }
        change(&parts[known ?? parts.count - 1].sums)
    }
}
