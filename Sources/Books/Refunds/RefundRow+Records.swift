import Domain

extension [RefundRow] {
    /// Takes an after-sale record in: a newer one replaces an older one.
    ///
    /// The first instant at which a record is known to have succeeded is its date: a later touch does not move it, and an
    /// older statement that arrives late can only make it earlier. `hasChanged` is whether anything has.
    mutating func take(_ new: RefundRow) -> (rank: Rank, hasChanged: Bool) {
        guard let place = firstIndex(where: { $0.hasSameKey(as: new) }) else {
            append(new)
            return (.newer, true)
        }
        let before = self[place]
        let rank = new.version.rank(against: before.version)
        if rank == .newer || rank == .conflict { self[place] = new }
        let first = before.firstSucceededAt.earlier(new.firstSucceededAt)
        self[place].firstSucceededAt = first
        if let first, self[place].hasSucceeded { self[place].refundedAt = first }
        return (rank, self[place] != before)
    }

    /// Adds what a line's own statement of its refunds has changed by: a growth is an event of its own day, a smaller
    /// amount takes back.
    mutating func takeStated(of line: OrderLine, version: Version, origin: Origin) {
        guard let stated = line.statedRefund else { return }
        let known = filter { $0.evidence == .stated && $0.lineID == line.lineID }
        let grownFen = stated.refundedFen.amount - known.reduce(0) { $0 + $1.refundedFen }
        let grownMilli = stated.returnedMilli - known.reduce(0) { $0 + $1.returnedMilli }
        guard grownFen != 0 || grownMilli != 0 else { return }
        append(
            RefundRow(
                lineID: line.lineID, refundID: "stated-\(known.count + 1)", evidence: .stated,
                state: .succeeded,
                refundedFen: grownFen, returnedMilli: grownMilli, refundedAt: stated.refundedAt,
                updatedAt: version.updatedAt, fetchedAt: version.fetchedAt, origin: origin))
    }
}

extension RefundRow {
    /// An after-sale record as it arrives.
    init(_ refund: Refund, fetchedAt: Instant, origin: Origin) {
        self.init(
            lineID: refund.lineID, refundID: refund.refundID, evidence: .record, state: refund.state,
            refundedFen: refund.refundedFen.amount, returnedMilli: refund.returnedMilli,
            refundedAt: refund.refundedAt, updatedAt: refund.updatedAt, fetchedAt: fetchedAt, origin: origin)
    }

    /// What its rank goes by.
    var version: Version {
        Version(
            updatedAt: updatedAt, fetchedAt: fetchedAt,
            content: Refund.content(state: state, refundedFen: refundedFen, returnedMilli: returnedMilli))
    }
}
