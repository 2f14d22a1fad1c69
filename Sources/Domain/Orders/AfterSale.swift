/// What one version of an after-sale record says.
///
/// Where a platform lists all lines of an after-sale in one record (抖店), the record is known by its order and its number, and
/// a version says all of it: a line that a newer version does not name has no part in it any more. Where each line is a
/// record of its own, it is known by its line, too.
package struct AfterSale: Sendable {
    /// One a line, of one order, number and update time; one at least.
    package let lines: [Refund]

    /// The order that it belongs to.
    package var orderKey: OrderKey { lines[0].orderKey }
    package var refundID: String { lines[0].refundID }
    package var updatedAt: Instant { lines[0].updatedAt }

    /// The line that the record is about; `nil` where it lists all of them.
    package var lineID: String? { lines[0].listsAllLines ? nil : lines[0].lineID }

    private init(_ lines: [Refund]) {
        self.lines = lines
    }

    /// The records that the lines of a page were read from; a platform hands the lines of one record over together, none of
    /// them twice.
    package static func all(of refunds: [Refund]) -> [AfterSale] {
        var all: [AfterSale] = []
        all.reserveCapacity(refunds.count)
        for refund in refunds {
            if let last = all.last, last.continues(with: refund) {
                all[all.count - 1] = AfterSale(last.lines + [refund])
            } else {
                all.append(AfterSale([refund]))
            }
        }
        return all
    }

    private func continues(with refund: Refund) -> Bool {
        refund.listsAllLines && lines[0].listsAllLines && refund.refundID == refundID
            && refund.updatedAt == updatedAt && refund.orderKey == orderKey
            && !lines.contains { $0.lineID == refund.lineID }
    }
}
