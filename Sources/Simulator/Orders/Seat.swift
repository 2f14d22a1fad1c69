/// The place of one party in a figure, which sells at least once: what its orders have in common.
struct Seat: Sendable {
    /// Index of the account that serves its orders.
    let account: Int
    /// Shop, supplier, organiser or venue ids; one is drawn per order.
    var sellerIDs: [String]
    var occasion = ""
    /// One is drawn per order; empty = private buyers.
    var purchasers: [Purchaser] = []
    var host: Host?
    /// Live sessions of the host; empty = any hour of the span.
    var sessions: [Session] = []
    /// When it sells, epoch seconds.
    var span = Season.sales
    /// What becomes of none of its orders, because nobody could tell of it.
    var untold: Set<Fate> = []
    /// What becomes of one order at least, each.
    var certain: [Fate] = []

    /// One live session, epoch seconds.
    struct Session: Sendable {
        let roomID: UInt64
        let start: Int64
        let end: Int64
    }

    /// A moment of sale for this fate, with its room; `nil` where the seat sells at no such time, or has no such orders.
    func moment(for fate: Fate, by random: inout SeededRandom) -> (at: Int64, roomID: UInt64)? {
        if untold.contains(fate) { return nil }
        let allowed = fate.salesSpan
        guard sessions.isEmpty else {
            let fitting = sessions.filter { allowed.contains($0.start) && allowed.contains($0.end) }
            guard !fitting.isEmpty else { return nil }
            let session = random.pick(fitting)
            // The last minutes stay free, so that the payment too falls into the session.
            return (
                session.start + Int64(random.below(Int(session.end - session.start) - 600)), session.roomID
            )
        }
        let first = max(span.lowerBound, allowed.lowerBound)
        let last = min(span.upperBound, allowed.upperBound)
        guard first < last else { return nil }
        return (first + Int64(random.below(Int(last - first))), 0)
    }

    /// Its orders come as these files: what they cannot tell of does not happen, and some change after the first of them.
    mutating func comeByFiles(_ files: FileKind) {
        untold = files.untold
        certain = [.lateWhole]
    }
}
