/// What one order adds to `daily_read`: its header on its own day, its lines that are no sales, its refunds.
struct ReadContribution {
    private(set) var days: [(key: ReadKey, sums: ReadSums)] = []

    init(_ key: StoredKey, header: StoredHeader, lines: [StoredLine], refunds: [StoredRefund]) {
        func readKey(_ day: Int64, _ source: Int64) -> ReadKey {
            ReadKey(
                day: day, organisation: header.organisation, channel: key.channel, shop: key.shop,
                source: source)
        }
        add(
            readKey(header.day, header.source),
            ReadSums(readFen: header.headerPaidFen, headerGapFen: header.headerGapFen))
        var isFirstNotSale = true
        for line in lines {
            let day = readKey(line.day, header.source)
            if line.day != header.day, line.paidFen != 0 {
                // The header counts on one day; what belongs to a line of another day is moved there.
                add(day, ReadSums(readFen: line.paidFen))
                add(readKey(header.day, header.source), ReadSums(readFen: -line.paidFen))
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
            addOrphan(refund, key)
        }
    }

    /// What refunds without an order add: they count on their own day.
    init(orphans: [StoredRefund], _ key: StoredKey) {
        for refund in orphans where refund.hasSucceeded {
            addOrphan(refund, key)
        }
    }

    private mutating func addOrphan(_ refund: StoredRefund, _ key: StoredKey) {
        add(
            ReadKey(
                day: refund.day, organisation: 0, channel: key.channel, shop: key.shop, source: refund.source),
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
