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
    /// The version that counts: one of each line, one at least.
    private(set) var lines: [Refund]
    private var fetchedAt: Instant
    private var succeededAt: [Instant] = []
    private let mistake: Mistake?

    init(_ lines: [Refund], fetchedAt: Instant, mistake: Mistake?) {
        (self.lines, self.fetchedAt, self.mistake) = (lines, fetchedAt, mistake)
        note(lines)
    }

    /// Takes in what a source says now; older says nothing but when it succeeded.
    mutating func read(_ others: [Refund], fetchedAt arrival: Instant) {
        note(others)
        if others[0].updatedAt < lines[0].updatedAt, mistake != .readLastCounts { return }
        if others[0].updatedAt == lines[0].updatedAt {
            if others == lines || arrival < fetchedAt || mistake == .readFirstCounts { return }
        }
        if mistake == .addsMovedLine {
            lines = others + lines.filter { line in !others.contains { $0.lineID == line.lineID } }
        } else {
            lines = others
        }
        fetchedAt = arrival
    }

    /// The money that went back by each line; none unless the record says that it did.
    var money: [LineRefund] {
        guard let first = succeededAt.min() else { return [] }
        return lines.filter { $0.state == .succeeded }.map { refund in
            LineRefund(
                lineID: refund.lineID, refundID: refund.refundID, refundedFen: refund.refundedFen.amount,
                returnedMilli: refund.returnedMilli,
                refundedAt: mistake == .datesRefundAnew ? refund.refundedAt : first)
        }
    }

    private mutating func note(_ lines: [Refund]) {
        succeededAt += lines.filter { $0.state == .succeeded }.map(\.refundedAt)
    }
}
