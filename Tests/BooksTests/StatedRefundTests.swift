import Domain
import Testing

@testable import Books

@Suite("K7: what an order states of its refunds as one growing amount")
struct StatedRefundTests {
    @Test("each growth is an event of its own day, and 0 takes back; silence says nothing")
    func growth() {
        var kept = KeptOrder()
        var refundedFen: [Int64] = []
        for (day, stated) in [(6, nil), (7, 200), (8, 500), (9, nil), (10, 0), (11, nil)] as [(Int, Int64?)] {
            let order = Order.sample([.sample(statedFen: stated, statedOn: day)], updated: day)
            kept.land(order)
            refundedFen.append(kept.amounts(of: "a").refundedFen)
            kept.expectSound("day \(day)")
            #expect(kept.land(order).change == nil)
        }
        #expect(refundedFen == [0, 200, 500, 500, 0, 0])
        #expect(kept.refunds.map(\.refundedFen) == [200, 300, -500])
        #expect(kept.refunds.map(\.refundedAt.day) == [.november(7), .november(8), .november(10)])
        #expect(kept.refunds.allSatisfy { $0.evidence == .stated })
    }

    @Test("an older version that states another amount changes nothing")
    func older() {
        var kept = KeptOrder()
        kept.land(.sample([.sample(statedFen: 500, statedOn: 8)], updated: 8))
        #expect(kept.land(.sample([.sample(statedFen: 200, statedOn: 7)], updated: 7)).change == nil)
        #expect(kept.amounts(of: "a").refundedFen == 500)
    }

    @Test("what came back is stated too, and takes the line's weight")
    func returned() {
        var line = OrderLine.sample()
        line.statedRefund = StatedRefund(
            refundedFen: Fen(400), returnedMilli: 1000, refundedAt: .november(8))
        var kept = KeptOrder()
        kept.land(.sample([line], updated: 8))
        #expect(kept.amounts(of: "a").grams == 1500)
        line.statedRefund = StatedRefund(refundedFen: .zero, refundedAt: .november(9))
        kept.land(.sample([line], updated: 9))
        #expect(kept.amounts(of: "a").grams == 2500)
        kept.expectSound("returned")
    }

    @Test("it is added to the after-sale records of the line")
    func records() throws {
        var kept = KeptOrder()
        kept.land(.sample([.sample(statedFen: 500, statedOn: 8)], updated: 8))
        try kept.land(refund: .sample(fen: 300))
        #expect(kept.amounts(of: "a").refundedFen == 800)
        kept.expectSound("records")
    }
}
