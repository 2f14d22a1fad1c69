import Domain

/// Both sides of the proof by loops, over the report's days and leg, whatever its filters and dating.
struct NaiveProof {
    let scope: ReportScope
    let orders: [StandingOrder]
    let orphansWithoutOrder: [LineRefund]
    let entries: [NaiveBooks.Entry]
    let pending: [Booking: CreditSums]
    let parkedCount: Int

    var proof: Proof {
        var proof = Proof()
        for order in counting {
            let gapFen = order.headerPaidFen - order.linesPaidFen
            if isInside(order.day) {
                proof.readFen += gapFen
                proof.headerGapFen += gapFen
            }
            for sale in order.sales where isInside(sale.day) {
                proof.readFen += sale.paidFen
                proof.refundsReadFen += sale.refundedFen
                proof.refundedFen += sale.refundedFen
                if sale.credit(on: scope.leg)?.partyID != nil {
                    proof.creditedFen += sale.paidFen
                } else {
                    proof.unassignedFen += sale.paidFen
                }
            }
            for line in order.notSales where isInside(order.unsoldDay) {
                proof.readFen += line.paidFen
                proof.notSalesFen += line.paidFen
                proof.refundsReadFen += line.refundedFen
                proof.refundedFen += line.refundedFen
                proof.notSalesRefundedFen += line.refundedFen
            }
        }
        for orphan in orphans where isInside(orphan.refundedAt.day) {
            proof.refundsReadFen += orphan.refundedFen
            proof.orphanRefundFen += orphan.refundedFen
        }
        for entry in entries where counts(entry.booking) { proof.journalNetFen += entry.sums.netFen }
        for (booking, sums) in pending where counts(booking) { proof.pendingFen += sums.netFen }
        proof.parkedRecords = Int64(parkedCount)
        return proof
    }

    var notSales: NotSales {
        var notSales = NotSales()
        for order in counting where isInside(order.unsoldDay) && !order.notSales.isEmpty {
            notSales.orders += 1
            notSales.lines += Int64(order.notSales.count)
            notSales.paidFen += order.notSales.reduce(0) { $0 + $1.paidFen }
        }
        return notSales
    }

    /// On the buy leg only orders of organisations count.
    private var counting: [StandingOrder] {
        orders.filter { scope.leg != .buy || $0.order.buyer.isOrganisation }
    }

    /// Refunds without their line; who bought is not known of them, so that the buy leg has none.
    private var orphans: [LineRefund] {
        scope.leg == .buy ? [] : orphansWithoutOrder + orders.flatMap(\.orphans)
    }

    /// The journal knows no headline: its lines are those of the sell leg.
    private func counts(_ booking: Booking) -> Bool {
        booking.leg == (scope.leg == .buy ? .buy : .sell) && isInside(booking.day)
    }

    private func isInside(_ day: BusinessDay) -> Bool { scope.from <= day && day <= scope.to }
}
