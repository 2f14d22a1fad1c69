import Domain

/// The report by loops: every cell on its own, looked at by every condition.
struct NaiveReport {
    let scope: ReportScope
    /// The roster on disk: it names parties, campaigns and sessions.
    let roster: RosterFacts
    let orders: [StandingOrder]
    /// Refunds whose order has not come.
    let orphansWithoutOrder: [LineRefund]
    let entries: [NaiveBooks.Entry]
    let pending: [Booking: CreditSums]
    let parkedCount: Int
    let mistake: Mistake?

    /// Sums with one set of keys, and the order that they belong to.
    struct Cell {
        /// Day, party, shop …; its own sums are empty.
        let keys: CreditCell
        let orderID: String
        let sums: CreditSums
    }

    var answer: Answer {
        let shown = cells.filter { cell in
            scope.from <= cell.keys.day && cell.keys.day <= scope.to && filter.holds(cell.keys)
        }
        let unassigned = shown.filter { $0.keys.partyID == nil }
        let credited = shown.filter { $0.keys.partyID != nil }
        var answer = Answer()
        answer.totals = Self.sums(of: shown)
        answer.unassigned = Self.sums(of: unassigned)
        for reason in UnassignedReason.allCases where scope.dated != .booked {
            let cells = unassigned.filter { $0.keys.reason == reason }
            if !cells.isEmpty { answer.reasons[reason] = Self.sums(of: cells) }
        }
        let keys = credited.map { filter.rowKeys(of: $0.keys) }
        for key in Set(keys.joined()) {
            let cells = zip(keys, credited).filter { $0.0.contains(key) }.map(\.1)
            answer.rows.append(Answer.Row(key: key, sums: Self.sums(of: cells)))
        }
        answer.rows.sort { one, other in
            let isByKey = scope.by == .day || one.sums.netFen == other.sums.netFen
            return isByKey ? one.key < other.key : one.sums.netFen > other.sums.netFen
        }
        answer.notSales = proof.notSales
        answer.proof = proof.proof
        return answer
    }

    private var filter: NaiveFilter { NaiveFilter(scope: scope, roster: roster, mistake: mistake) }

    private var proof: NaiveProof {
        NaiveProof(
            scope: scope, orders: orders, orphansWithoutOrder: orphansWithoutOrder, entries: entries,
            pending: pending,
            parkedCount: parkedCount)
    }

    private static func sums(of cells: [Cell]) -> CreditSums {
        var sums = CreditSums()
        for cell in cells { sums.add(cell.sums) }
        sums.orders = Int64(Set(cells.map(\.orderID)).count)
        return sums
    }

    private var cells: [Cell] {
        if scope.dated == .booked { return entries.compactMap(cell) }
        var cells: [Cell] = []
        for order in orders {
            for sale in order.sales {
                guard let credit = sale.credit(on: scope.leg) else { continue }
                let booking = order.booking(of: sale, for: credit)
                func add(_ sums: CreditSums, on day: BusinessDay) {
                    let keys = keys(booking, day: day, order, sale)
                    cells.append(Cell(keys: keys, orderID: order.order.orderID, sums: sums))
                }
                if scope.dated == .paid {
                    add(sale.sums, on: sale.day)
                } else {
                    add(sale.ordered, on: sale.day)
                    for loss in sale.losses { add(loss.sums, on: loss.day) }
                }
            }
        }
        return cells
    }

    /// What was booked, with what is known of its order now; `nil` on another leg.
    private func cell(_ entry: NaiveBooks.Entry) -> Cell? {
        let booking = entry.booking
        guard booking.leg.rawValue == scope.leg.rawValue else { return nil }
        let order = orders.first { $0.order.orderID == booking.orderID && $0.order.shopID == booking.shopID }
        let sale = order?.sales.first { $0.line.lineID == booking.lineID }
        let keys = keys(booking, day: entry.bookedAt.day, order, sale)
        return Cell(keys: keys, orderID: booking.orderID, sums: entry.sums)
    }

    private func keys(
        _ booking: Booking, day: BusinessDay, _ order: StandingOrder?, _ sale: SaleLine?
    ) -> CreditCell {
        var session = ""
        if let order, let sale {
            session = roster.session(
                platform: order.account.platform, shopID: booking.shopID, roomID: sale.line.roomID,
                at: sale.saleAt)
        }
        return CreditCell(
            day: day, saleDay: booking.day, partyID: booking.partyID, reason: booking.reason,
            channel: booking.channel, shopID: booking.shopID, source: order?.account.id ?? "",
            county: booking.county, category: booking.category,
            buyerCounty: order?.order.buyerPlace.region, sessionID: session, sums: CreditSums())
    }
}
