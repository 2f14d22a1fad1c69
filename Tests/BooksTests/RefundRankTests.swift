import Domain
import Testing

@testable import Books

@Suite("After-sale records")
struct RefundRankTests {
    @Test(
        "a newer version replaces an older one, and an older one changes nothing", arguments: [true, false])
    func rank(isInOrder: Bool) throws {
        let versions = [
            Refund.sample(fen: 300, .open, on: 8), .sample(fen: 200, on: 9),
            .sample(fen: 200, .withoutRefund, on: 11),
        ]
        var kept = KeptOrder()
        kept.land(.sample())
        for refund in isInOrder ? versions : versions.reversed() {
            try kept.land(refund: refund)
            kept.expectSound("rank")
            if isInOrder {
                #expect(kept.amounts(of: "a").refundedFen == (refund.state == .succeeded ? 200 : 0))
            }
        }
        #expect(kept.refunds.map(\.state) == [.withoutRefund])
        #expect(kept.amounts(of: "a").refundedFen == 0)
        #expect(kept.amounts(of: "a").grams == 2500)
    }

    @Test(
        "a refund keeps the date of its first success, also where that is said last",
        arguments: [[8, 12, 15], [15, 12, 8], [12, 15, 8]])
    func firstSuccess(days: [Int]) throws {
        var kept = KeptOrder()
        kept.land(.sample())
        for day in days { try kept.land(refund: .sample(on: day)) }
        #expect(kept.refunds.map(\.refundedAt) == [.november(8)])
        #expect(kept.refunds.map(\.updatedAt) == [.november(15)])
        #expect(try kept.land(refund: .sample(on: 12)) == nil)
    }

    @Test("of the same update time the later fetch counts", arguments: [true, false])
    func sameUpdateTime(isLater: Bool) throws {
        var kept = KeptOrder()
        kept.land(.sample())
        try kept.land(refund: .sample(fen: 300), fetched: .november(20))
        try kept.land(refund: .sample(fen: 200), fetched: .november(isLater ? 21 : 19))
        #expect(kept.amounts(of: "a").refundedFen == (isLater ? 200 : 300))
        kept.expectSound("same update time")
    }

    @Test("several after-sales of a line add up, and what came back takes its weight")
    func several() throws {
        var kept = KeptOrder()
        kept.land(.sample())
        try kept.land(refund: .sample("r-1", fen: 300))
        #expect(kept.amounts(of: "a").grams == 2500)
        try kept.land(refund: .sample("r-2", fen: 200, returnedMilli: 500))
        #expect(kept.amounts(of: "a").refundedFen == 500)
        #expect(kept.amounts(of: "a").grams == 2000)
        try kept.land(refund: .sample("r-3", fen: 500))
        #expect(kept.amounts(of: "a").netFen == 0)
        #expect(kept.amounts(of: "a").grams == 0)
        kept.expectSound("several")
    }

    @Test("a refund that comes before its order is an orphan until the line is there")
    func orphan() throws {
        var kept = KeptOrder()
        let change = try kept.land(refund: .sample(of: "L2", fen: 300, on: 10))
        #expect(change?.number == nil && change?.differences == [])
        #expect(kept.orphanFen == [.november(10): 300])
        kept.expectSound("before the order")
        kept.land(.sample([.sample("L1")]))
        #expect(kept.orphanFen == [.november(10): 300])
        kept.expectSound("before the line")
        kept.land(.sample([.sample("L1"), .sample("L2")], updated: 7))
        #expect(kept.orphanFen == [:])
        #expect(kept.amounts(of: "a").refundedFen == 300)
        kept.expectSound("with the line")
    }

    @Test("an order that lands on its orphans is counted as new, and is booked less what came back")
    func onOrphans() throws {
        var kept = KeptOrder()
        try kept.land(refund: .sample())
        let (verdict, change) = kept.land(.sample())
        #expect(verdict.outcome == .inserted)
        #expect(change?.differences.map(\.cause) == [.sale])
        #expect(change?.differences.map(\.sums.netFen) == [700])
    }
}

extension KeptOrder {
    /// What was refunded of lines that are not there, by day.
    fileprivate var orphanFen: [BusinessDay: Int64] {
        reads.reduce(into: [:]) { days, read in
            if read.value.orphanRefundFen != 0 { days[read.key.day] = read.value.orphanRefundFen }
        }
    }
}
