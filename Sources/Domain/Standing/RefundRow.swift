/// A refund of a line as it is stored: an after-sale record, a growth that the order states, or one that is derived.
package struct RefundRow: Hashable, Sendable {
    package let lineID: String
    /// The platform's after-sale number; a name of our own for what is no record.
    package let refundID: String
    package let evidence: RefundEvidence
    package var state: Refund.State
    /// Signed: what an order states of its refunds may be taken back.
    package var refundedFen: Int64
    /// Thousandths of the line's unit that came back, signed.
    package var returnedMilli: Int64
    package var refundedAt: Instant
    /// The first instant at which it is known to have succeeded, whatever its state is now.
    package var firstSucceededAt: Instant?
    package var updatedAt: Instant
    package var fetchedAt: Instant
    package var origin: Origin

    /// A refund as it is stored.
    package init(
        lineID: String, refundID: String, evidence: RefundEvidence, state: Refund.State, refundedFen: Int64,
        returnedMilli: Int64, refundedAt: Instant, firstSucceededAt: Instant? = nil, updatedAt: Instant,
        fetchedAt: Instant, origin: Origin
    ) {
        self.lineID = lineID
        self.refundID = refundID
        self.evidence = evidence
        self.state = state
        self.refundedFen = refundedFen
        self.returnedMilli = returnedMilli
        self.refundedAt = refundedAt
        self.firstSucceededAt = firstSucceededAt ?? (state == .succeeded ? refundedAt : nil)
        self.updatedAt = updatedAt
        self.fetchedAt = fetchedAt
        self.origin = origin
    }

    /// Whether money or goods went back by it.
    package var hasSucceeded: Bool { state == .succeeded }

    /// Whether both are the same row of the store.
    package func hasSameKey(as other: RefundRow) -> Bool {
        lineID == other.lineID && refundID == other.refundID && evidence == other.evidence
    }
}
