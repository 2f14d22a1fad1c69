import Domain
import Testing

@testable import Books

@Suite("Refunds that follow from what the order says")
struct DerivedRefundTests {
    @Test(
        "K12: a closed line weighs nothing, also where nothing was paid for it",
        arguments: [0, 1, 1000] as [Int64])
    func closed(paidFen: Int64) {
        var kept = KeptOrder()
        kept.land(.sample([.sample(paidFen: paidFen)]))
        #expect(kept.amounts(of: "a").grams == 2500)
        kept.land(.sample([.sample(paidFen: paidFen, closed: 7)], updated: 7))
        #expect(kept.amounts(of: "a").refundedFen == paidFen)
        #expect(kept.amounts(of: "a").grams == 0)
        #expect(kept.refunds.map(\.evidence) == [.closed])
        kept.expectSound("K12")
    }

    @Test(
        "K13: a closed order that is touched again was refunded when it was closed first",
        arguments: [[6, 8, 20], [20, 8, 6], [8, 6, 20], [20, 6, 8]])
    func touched(days: [Int]) {
        var kept = KeptOrder()
        for day in days { kept.land(.sample([.sample(closed: day)], updated: day)) }
        #expect(kept.refunds.map(\.refundedAt) == [.november(6)])
        #expect(kept.standing?.version.updatedAt == .november(20))
        kept.expectSound("K13")
    }

    @Test("K13 holds for files without all columns: the first of them that said closed tells the day")
    func touchedInFiles() {
        for files in [[(6, .hostID), (20, [])], [(20, []), (6, .hostID)]] as [[(Int, OrderFields)]] {
            var kept = KeptOrder()
            for (day, unstated) in files {
                kept.land(.sample([.sample(closed: day)], updated: day, unstated: unstated), by: .file)
            }
            #expect(kept.refunds.map(\.refundedAt) == [.november(6)])
        }
    }

    @Test("a line that is open again has no derived refund any more")
    func openAgain() {
        var kept = KeptOrder()
        kept.land(.sample([.sample(closed: 6)]))
        #expect(kept.refunds.map(\.origin) == [Origin(source: 1, page: 1)])
        kept.land(.sample(updated: 7))
        #expect(kept.refunds.isEmpty)
        #expect(kept.amounts(of: "a").netFen == 1000)
        kept.expectSound("open again")
    }

    @Test(
        "after-sale records replace it as they arrive, before or after the order was closed",
        arguments: [true, false])
    func records(isClosedFirst: Bool) throws {
        var kept = KeptOrder()
        let closed = Order.sample([.sample(closed: 7)], updated: 7)
        kept.land(isClosedFirst ? closed : .sample())
        try kept.land(refund: .sample("r-1", fen: 400, returnedMilli: 500))
        if !isClosedFirst { kept.land(closed) }
        #expect(kept.refund(.closed)?.refundedFen == 600)
        #expect(kept.refund(.closed)?.returnedMilli == 2000)
        try kept.land(refund: .sample("r-2", fen: 600))
        #expect(kept.refund(.closed) == nil)
        #expect(kept.amounts(of: "a").refundedFen == 1000)
        #expect(kept.amounts(of: "a").grams == 0)
        kept.expectSound("replaced")
        try kept.land(refund: .sample("r-2", fen: 600, .withoutRefund, on: 12))
        #expect(kept.refund(.closed)?.refundedFen == 600)
        kept.expectSound("taken back")
    }

    @Test("a line that is no sale is not refunded by being closed")
    func notSale() {
        var line = OrderLine.sample(paidFen: 0, closed: 7)
        line.sale = .notSale(.closedUnpaid)
        var kept = KeptOrder()
        kept.land(.sample([line], updated: 7))
        #expect(kept.refunds.isEmpty)
        kept.expectSound("no sale")
    }

    @Test("case 22: an order whose refunds add up to all that was paid weighs nothing on any line")
    func wholly() throws {
        let lines = zip(["L1", "L2", "L3"], [667, 667, 666]).map { OrderLine.sample($0, paidFen: $1) }
        var kept = KeptOrder()
        kept.land(.sample(lines))
        try kept.land(refund: .sample("r-1", of: "L1", fen: 666, on: 11))
        try kept.land(refund: .sample("r-2", of: "L2", fen: 667, on: 12))
        #expect(kept.standing?.lines.map(\.amounts.grams) == [2500, 0, 2500])
        try kept.land(refund: .sample("r-3", of: "L3", fen: 667, on: 13))
        #expect(kept.amounts(of: "a").netFen == 0)
        #expect(kept.standing?.lines.map(\.amounts.grams) == [0, 0, 0])
        // The line that is a fen short loses its weight with the order's last refund.
        #expect(kept.refund(.wholly)?.lineID == "L1")
        #expect(kept.refund(.wholly)?.refundedFen == 0)
        #expect(kept.refund(.wholly)?.refundedAt == .november(13))
        kept.expectSound("case 22")
    }

    @Test("case 22: it is taken back where a refund is")
    func notWhollyAnyMore() throws {
        var kept = KeptOrder()
        kept.land(.sample([.sample("L1", paidFen: 0), .sample("L2")]))
        try kept.land(refund: .sample(of: "L2", fen: 1000))
        #expect(kept.amounts(of: "a").grams == 0)
        try kept.land(refund: .sample(of: "L2", fen: 999, on: 12))
        #expect(kept.refund(.wholly) == nil)
        #expect(kept.amounts(of: "a").grams == 5000)
        kept.expectSound("not wholly")
    }
}

extension KeptOrder {
    /// The only refund that rests on this.
    fileprivate func refund(_ evidence: RefundEvidence) -> RefundRow? {
        let rows = refunds.filter { $0.evidence == evidence }
        return rows.count == 1 ? rows[0] : nil
    }
}
