import Domain
import Testing

@testable import Books

extension KeptOrder {
    /// What was booked and added up, change by change, is what the order comes to as it stands now.
    func expectSound(_ comment: Comment) {
        #expect(booked == creditsByAccount, comment)
        var standingCells: [PlacedCell: Int] = [:]
        for cell in standing?.cells ?? [] {
            standingCells[PlacedCell(source: standing?.origin.source ?? 0, cell: cell), default: 0] += 1
        }
        #expect(cells == standingCells, comment)
        let standingReads = Dictionary(
            uniqueKeysWithValues: (stored?.state.reads ?? []).map { ($0.place, $0.sums) })
        #expect(reads == standingReads, comment)
        expectProof(comment)
        expectRefunds(comment)
        expectNoMisfit(comment)
    }

    /// What `check` would say of it.
    private func expectNoMisfit(_ comment: Comment) {
        guard let stored, let counted, standing?.roster == roster.number else { return }
        let audited = AuditedOrder(
            key: counted.key, stored: stored, rows: counted, isOneStatement: stored.statements.all.count == 1)
        #expect(Books.audit(audited, by: roster) == [], comment)
    }

    /// What was read is what is shown, day by day: by money paid, and by money refunded.
    private func expectProof(_ comment: Comment) {
        let days = Set(reads.keys.map(\.day) + (standing?.lines.map(\.day) ?? []))
        for day in days {
            var read = ReadSums()
            for (place, sums) in reads where place.day == day { read.add(sums) }
            let credited = credited(on: .sell, day)
            #expect(read.readFen == credited.paidFen + read.notSalesPaidFen + read.headerGapFen, comment)
            let refundedFen = credited.refundedFen + read.notSalesRefundedFen + read.orphanRefundFen
            #expect(read.refundsReadFen == refundedFen, comment)
            for leg in [Leg.sell, .buy] {
                var sums = CreditSums()
                for placed in cells.keys where placed.cell.key.day == day {
                    if placed.cell.key.leg.rawValue == leg.rawValue { sums.add(placed.cell.sums) }
                }
                sums.orders = 0
                #expect(sums == self.credited(on: leg, day), comment)
            }
        }
    }

    /// What is closed or refunded wholly weighs nothing; what an order states of its refunds is what is counted of them.
    private func expectRefunds(_ comment: Comment) {
        let sales = standing?.lines.filter { $0.notSale == nil } ?? []
        for line in sales where line.isClosed {
            #expect(line.amounts.refundedFen >= line.paidFen && line.amounts.grams ?? 0 == 0, comment)
        }
        let paidFen = sales.reduce(0) { $0 + $1.paidFen }
        if paidFen > 0, sales.reduce(0, { $0 + $1.amounts.refundedFen }) >= paidFen {
            #expect(sales.allSatisfy { $0.amounts.grams ?? 0 == 0 }, comment)
        }
        for line in counted?.lines ?? [] {
            guard let stated = line.statedRefund else { continue }
            let rows = refunds.filter { $0.evidence == .stated && $0.lineID == line.lineID }
            #expect(rows.reduce(0) { $0 + $1.refundedFen } == stated.refundedFen.amount, comment)
            #expect(rows.reduce(0) { $0 + $1.returnedMilli } == stated.returnedMilli, comment)
        }
    }

    private func credited(on leg: Leg, _ day: BusinessDay) -> CreditSums {
        var sums = CreditSums()
        for row in standing?.credits ?? [] where row.leg == leg && standing?.lines[row.line].day == day {
            sums.add(row.sums)
        }
        return sums
    }

    /// What the order's credits come to, by the account that they are booked to.
    private var creditsByAccount: [Difference: CreditSums] {
        var accounts: [Difference: CreditSums] = [:]
        for row in standing?.credits ?? [] {
            guard let line = standing?.lines[row.line] else { continue }
            let account = Difference(
                lineID: line.lineID, leg: row.leg, partyID: row.partyID, reason: row.reason,
                county: line.origin?.county, category: line.category, day: line.day, cause: .sale,
                sums: CreditSums())
            accounts[account, default: CreditSums()].add(row.sums)
        }
        return accounts
    }
}
