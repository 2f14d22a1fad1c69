import Books
import Domain

/// Tells which records of a page came late: they are new or changed, and lie in time that had been read.
struct Latecomers {
    let page: PageFacts
    /// What of the page's feed had been read before, by time.
    private let readBefore: [ReadSpan]

    init(_ page: PageFacts, _ readBefore: [ReadSpan]) {
        self.page = page
        self.readBefore = readBefore
    }

    /// The late record that an order is; `nil` where it changes nothing or was not late.
    func late(_ arrival: Arrival, _ verdict: Books.Verdict, _ change: Change?) -> LateRecord? {
        guard let change, [.inserted, .changed].contains(verdict.outcome) else { return nil }
        return late(
            arrival.key, "", updatedAt: arrival.updatedAt, isNew: verdict.outcome == .inserted, change)
    }

    /// As with an order, of an after-sale that changes something.
    func late(_ afterSale: AfterSale, _ verdict: Books.Verdict, _ change: Change) -> LateRecord? {
        guard verdict.outcome == .changed else { return nil }
        return late(
            afterSale.orderKey, afterSale.refundID, updatedAt: afterSale.updatedAt,
            isNew: change.refundsDropped.isEmpty, change)
    }

    private func late(
        _ key: OrderKey, _ refundID: String, updatedAt: Instant, isNew: Bool, _ change: Change
    ) -> LateRecord? {
        // Windows share their ends: what lies on one may have been left to the next.
        guard readBefore.contains(where: { $0.from < updatedAt && updatedAt < $0.to }) else { return nil }
        return LateRecord(
            feed: page.feed, orderID: key.orderID, refundID: refundID, updatedAt: updatedAt,
            foundAt: page.fetchedAt, isNew: isNew, movedFen: change.movedFen)
    }
}
