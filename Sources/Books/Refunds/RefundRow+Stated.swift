import Domain

extension OrderState {
    /// Takes in what versions of an order state of its refunds so far: a growing amount of each line of what counts.
    ///
    /// What `known` kept of another mapping has no time, and counts until anything is stated of the line.
    mutating func takeStated(
        by versions: [Statement], in order: Order, _ top: Statement, known: Order? = nil
    ) {
        // A line that the order has no more may come back: what was stated of it counts again then.
        let stated = (versions.map(\.order) + [order]).flatMap(\.lines).filter { $0.statedRefund != nil }
        for lineID in Set(stated.map(\.lineID)) {
            let newest = order.lines.first { $0.lineID == lineID }?.statedRefund
            let before = known?.lines.first { $0.lineID == lineID }?.statedRefund
            let isStatedAnew = before != nil && before?.statedAt == nil && newest?.statedAt != nil
            var amounts = StatedAmounts(isStatedAnew ? [] : refunds, of: lineID)
            for version in versions { amounts.put(version) }
            if let newest { amounts.put(newest, top) }
            refunds.removeAll { $0.evidence == .stated && $0.lineID == lineID }
            refunds += amounts.growths
        }
    }
}

/// What versions of an order stated as refunded of one line so far, by their update time: a growth is an event of its own
/// day, a smaller amount takes back.
///
/// It does not matter in which order versions come: each amount is put where it belongs, and the one that was stated last
/// is what all growths add up to. Only growths are kept, so that an amount stayed what it was leaves no row: of several
/// versions that say 0, before one comes late that says more, the last has taken it back.
private struct StatedAmounts {
    private let lineID: String
    /// Not growths: each is the amount so far.
    private var amounts: [RefundRow] = []

    /// Those that the rows of a line tell.
    init(_ rows: [RefundRow], of lineID: String) {
        self.lineID = lineID
        let growths = rows.filter { $0.evidence == .stated && $0.lineID == lineID }
        for growth in growths.sorted(by: { $0.updatedAt < $1.updatedAt }) {
            var amount = growth
            amount.refundedFen += amounts.last?.refundedFen ?? 0
            amount.returnedMilli += amounts.last?.returnedMilli ?? 0
            amounts.append(amount)
        }
    }

    /// Puts in what a version states; of two of one update time the later fetch counts.
    mutating func put(_ version: Statement) {
        let line = version.order.lines.first { $0.lineID == lineID }
        guard let stated = line?.statedRefund else { return }
        put(row(stated, version.version, version.origin)) { $0.fetchedAt <= version.version.fetchedAt }
    }

    /// Puts in what was stated last, whichever version of the source said it.
    mutating func put(_ newest: StatedRefund, _ top: Statement) {
        var version = top.version
        version.updatedAt = newest.statedAt ?? version.updatedAt
        let row = row(newest, version, top.origin)
        put(row) {
            ($0.refundedFen, $0.returnedMilli, $0.refundedAt)
                != (row.refundedFen, row.returnedMilli, row.refundedAt)
        }
    }

    /// The growths from each amount to the next.
    var growths: [RefundRow] {
        var growths: [RefundRow] = []
        for (place, amount) in amounts.enumerated() {
            var growth = amount
            if place > 0 {
                growth.refundedFen -= amounts[place - 1].refundedFen
                growth.returnedMilli -= amounts[place - 1].returnedMilli
            }
            if growth.refundedFen != 0 || growth.returnedMilli != 0 { growths.append(growth) }
        }
        return growths
    }

    private mutating func put(_ amount: RefundRow, replaces: (RefundRow) -> Bool) {
        let place = amounts.firstIndex { $0.updatedAt >= amount.updatedAt } ?? amounts.endIndex
        guard amounts.indices.contains(place), amounts[place].updatedAt == amount.updatedAt else {
            return amounts.insert(amount, at: place)
        }
        if replaces(amounts[place]) { amounts[place] = amount }
    }

    private func row(_ stated: StatedRefund, _ version: Version, _ origin: Origin) -> RefundRow {
        RefundRow(
            lineID: lineID, refundID: "stated-\(version.updatedAt.milliseconds)", evidence: .stated,
            state: .succeeded, refundedFen: stated.refundedFen.amount, returnedMilli: stated.returnedMilli,
            refundedAt: stated.refundedAt, updatedAt: version.updatedAt, fetchedAt: version.fetchedAt,
            origin: origin)
    }
}
