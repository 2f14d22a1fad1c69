import Domain

/// Money that went back for a line: by a record, by what the order states, or because it was closed.
struct LineRefund {
    let lineID: String
    let refundID: String
    let refundedFen: Int64
    let returnedMilli: Int64
    let refundedAt: Instant

    /// Refunds count one after the other: by their instant, then by their id.
    static func isBefore(_ one: LineRefund, _ other: LineRefund) -> Bool {
        (one.refundedAt, one.refundID) < (other.refundedAt, other.refundID)
    }
}

/// All that was ever said of one after-sale record.
struct KnownRefund {
    private(set) var refund: Refund
    private var fetchedAt: Instant
    private var succeededAt: [Instant] = []
    private let mistake: Mistake?

    init(_ refund: Refund, fetchedAt: Instant, mistake: Mistake?) {
        (self.refund, self.fetchedAt, self.mistake) = (refund, fetchedAt, mistake)
        note(refund)
    }

    /// Takes in what a source says now; older says nothing but when it succeeded.
    mutating func read(_ other: Refund, fetchedAt arrival: Instant) {
        note(other)
        if other.updatedAt < refund.updatedAt, mistake != .readLastCounts { return }
        if other.updatedAt == refund.updatedAt {
            if other == refund || arrival < fetchedAt || mistake == .readFirstCounts { return }
        }
        (refund, fetchedAt) = (other, arrival)
    }

    /// The money that went back; `nil` unless the record says that it did.
    var money: LineRefund? {
        guard refund.state == .succeeded, let first = succeededAt.min() else { return nil }
        return LineRefund(
            lineID: refund.lineID, refundID: refund.refundID, refundedFen: refund.refundedFen.amount,
            returnedMilli: refund.returnedMilli,
            refundedAt: mistake == .datesRefundAnew ? refund.refundedAt : first)
    }

    private mutating func note(_ refund: Refund) {
        if refund.state == .succeeded { succeededAt.append(refund.refundedAt) }
    }
}
