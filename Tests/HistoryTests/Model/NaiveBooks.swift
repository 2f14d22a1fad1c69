import Domain

/// The books once more, by straight loops over plain values: nothing is kept that can be worked out.
///
/// Everything that was read, the rosters by which it was decided, and the batches that were sealed: all else follows.
struct NaiveBooks: Product {
    private var roster = RosterFacts()
    private var orders: [OrderKey: KnownOrder] = [:]
    private var refunds: [RefundKey: KnownRefund] = [:]
    private var parked: [ParkedRow] = []
    private(set) var entries: [Entry] = []
    private var statementCount = 0
    private let mistake: Mistake?

    /// What an order is known by.
    struct OrderKey: Hashable {
        let channel: Channel
        let shopID: String
        let orderID: String
    }

    private struct RefundKey: Hashable {
        let order: OrderKey
        let refundID: String
    }

    private struct ParkedRow {
        let order: OrderKey
        let account: String
        let lineID: String
        let updatedAt: Instant?
    }

    /// What was sealed in a batch.
    struct Entry {
        let bookedAt: Instant
        let booking: Booking
        let sums: CreditSums
    }

    init(mistake: Mistake? = nil) {
        self.mistake = mistake
    }

    mutating func replaceRoster(by facts: RosterFacts) {
        roster = facts
    }

    /// What a stale roster decides is decided anew before anybody looks.
    mutating func land(_ page: Page, isStale: Bool) {
        for order in page.orders { read(order, page.kind, page.account, page.fetchedAt) }
        for lines in page.afterSales {
            let key = RefundKey(
                order: Self.key(lines[0].channel, lines[0].shopID, lines[0].orderID),
                refundID: lines[0].refundID)
            if refunds[key] == nil {
                refunds[key] = KnownRefund(lines, fetchedAt: page.fetchedAt, mistake: mistake)
            } else {
                refunds[key]?.read(lines, fetchedAt: page.fetchedAt)
            }
        }
    }

    /// Rows of one file are one statement of it: what they change and change back is not decided anew.
    mutating func importRows(_ file: RowsFile) {
        let before = orders
        for row in file.rows {
            let key = Self.key(row.channel, row.shopID, row.orderID)
            let isOlder = orders[key]?.isOlder(row, .file, file.fetchedAt) ?? false
            read(row, .file, file.account, file.fetchedAt)
            if isOlder, mistake != .forgetsParkedSibling { continue }
            parked.removeAll { parkedRow in
                parkedRow.order == key && parkedRow.account == file.account.id
                    && (mistake == .forgetsNewerParked
                        || parkedRow.updatedAt ?? row.updatedAt <= row.updatedAt)
                    && (mistake == .forgetsParkedSibling || parkedRow.lineID == row.lines[0].lineID)
            }
        }
        for (key, known) in before where known.counted == orders[key]?.counted {
            orders[key]?.decidedBy = known.decidedBy
        }
        for record in file.parked {
            let key = Self.key(file.account.channel, file.account.shopID, record.orderID)
            // A time that lies in the future is none.
            let latest = file.fetchedAt.advanced(byMilliseconds: 600_000)
            parked.append(
                ParkedRow(
                    order: key, account: file.account.id, lineID: record.lineID,
                    updatedAt: record.updatedAt.flatMap { $0 > latest ? nil : $0 }))
        }
    }

    mutating func attribute() {
        if mistake == .neverDecidesAnew { return }
        for key in orders.keys { orders[key]?.decidedBy = roster }
    }

    /// Books what the store implies now, less what was booked before.
    mutating func post(bookedAt: Instant) {
        for (booking, sums) in implied(by: standingOrders).subtracting(booked) where sums != CreditSums() {
            if mistake == .neverTakesBookingBack, sums.lines < 0 { continue }
            entries.append(Entry(bookedAt: bookedAt, booking: booking, sums: sums))
        }
    }

    mutating func disturb(by disturbance: Disturbance) {}

    func report(_ scope: ReportScope) -> Answer {
        let orders = standingOrders
        return NaiveReport(
            scope: scope, roster: roster, orders: orders, orphansWithoutOrder: orphansWithoutOrder,
            entries: entries,
            pending: implied(by: orders).subtracting(booked), parkedCount: parked.count, mistake: mistake
        ).answer
    }

    func freightFen(channel: Channel, shopID: String, orderID: String) -> Int64? {
        orders[Self.key(channel, shopID, orderID)]?.counted?.order.freightFen.amount
    }

    private mutating func read(
        _ order: Order, _ kind: SourceKind, _ account: Account, _ fetchedAt: Instant
    ) {
        let key = Self.key(order.channel, order.shopID, order.orderID)
        var known = orders[key] ?? KnownOrder(decidedBy: roster, mistake: mistake)
        known.read(
            Statement(
                kind: kind, order: order, account: account, fetchedAt: fetchedAt, number: statementCount),
            decidingBy: roster)
        statementCount += 1
        orders[key] = known
    }

    private static func key(_ channel: Channel, _ shopID: String, _ orderID: String) -> OrderKey {
        OrderKey(channel: channel, shopID: shopID, orderID: orderID)
    }

    private var standingOrders: [StandingOrder] {
        orders.compactMap { key, known in
            StandingOrder(known, records: records(of: key), mistake: mistake)
        }
    }

    private func records(of order: OrderKey) -> [LineRefund] {
        refunds.filter { $0.key.order == order }.values.flatMap(\.money)
    }

    /// Refunds whose order has not come.
    private var orphansWithoutOrder: [LineRefund] {
        refunds.filter { orders[$0.key.order] == nil }.values.flatMap(\.money)
    }

    /// What should be booked in all.
    private func implied(by orders: [StandingOrder]) -> [Booking: CreditSums] {
        var implied: [Booking: CreditSums] = [:]
        for standing in orders {
            for sale in standing.sales {
                for credit in sale.decision.credits {
                    let booking = standing.booking(of: sale, for: credit)
                    implied[booking, default: CreditSums()].add(sale.sums)
                }
            }
        }
        return implied
    }

    private var booked: [Booking: CreditSums] {
        var booked: [Booking: CreditSums] = [:]
        for entry in entries { booked[entry.booking, default: CreditSums()].add(entry.sums) }
        return booked
    }
}

extension StandingOrder {
    /// What a credit of a line is booked under.
    func booking(of sale: SaleLine, for credit: Credit) -> Booking {
        Booking(
            channel: order.channel, shopID: order.shopID, orderID: order.orderID, lineID: sale.line.lineID,
            leg: credit.leg, partyID: credit.partyID, reason: credit.reason,
            // Villages of one county are one account.
            county: sale.decision.county?.county,
            category: sale.decision.category, day: sale.day)
    }
}

extension [Booking: CreditSums] {
    /// What is here and not there, signed.
    fileprivate func subtracting(_ other: Self) -> Self {
        merging(other.mapValues { sums in CreditSums().subtracting(sums) }) { one, negative in
            one.adding(negative)
        }
    }
}

extension CreditSums {
    fileprivate func adding(_ other: CreditSums) -> CreditSums {
        var sums = self
        sums.add(other)
        return sums
    }

    fileprivate func subtracting(_ other: CreditSums) -> CreditSums {
        var sums = self
        sums.add(other, sign: -1)
        return sums
    }
}
