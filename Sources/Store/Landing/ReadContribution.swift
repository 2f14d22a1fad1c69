/// What one order adds to `daily_read`: its header on its own day, its lines that are no sales, its refunds.
struct ReadContribution {
    private(set) var days: [(key: ReadKey, sums: ReadSums)] = []

    init(_ header: StoredHeader, lines: [StoredLine], refunds: [StoredRefund]) {
        func readKey(_ day: Int64) -> ReadKey {
            ReadKey(
                day: day, organisation: header.isOrganisation ? 1 : 0, shop: header.shop,
                source: header.source)
        }
        add(
            readKey(header.day),
            ReadSums(readFen: header.headerPaidFen, headerGapFen: header.headerGapFen))
        var isFirstNotSale = true
        for line in lines {
            let day = readKey(line.day)
            if line.day != header.day, line.paidFen != 0 {
                // The header counts on one day; what belongs to a line of another day is moved there.
                add(day, ReadSums(readFen: line.paidFen))
                add(readKey(header.day), ReadSums(readFen: -line.paidFen))
            }
            if line.refundedFen != 0 { add(day, ReadSums(refundsReadFen: line.refundedFen)) }
            guard line.notSale != nil else { continue }
            add(
                day,
                ReadSums(
                    notSalesOrders: isFirstNotSale ? 1 : 0, notSalesLines: 1, notSalesPaidFen: line.paidFen,
                    notSalesRefundedFen: line.refundedFen))
            isFirstNotSale = false
        }
        for refund in refunds
        where refund.hasSucceeded && !lines.contains(where: { $0.lineID == refund.lineID }) {
            addOrphan(refund, shop: header.shop)
        }
    }

    /// What refunds without an order add: they count on their own day.
    init(orphans: [StoredRefund], shop: Int64) {
        for refund in orphans where refund.hasSucceeded {
            addOrphan(refund, shop: shop)
        }
    }

    private mutating func addOrphan(_ refund: StoredRefund, shop: Int64) {
        add(
            ReadKey(day: refund.day, organisation: 0, shop: shop, source: refund.source),
            ReadSums(
                refundsReadFen: refund.refundedFen, orphanRefundFen: refund.refundedFen, orphanRefunds: 1))
    }

    private mutating func add(_ key: ReadKey, _ sums: ReadSums) {
        if let index = days.firstIndex(where: { $0.key == key }) {
            days[index].sums.add(sums, sign: 1)
        } else {
            days.append((key, sums))
        }
    }
}
