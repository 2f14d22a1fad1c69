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

    @Test("an older version that states another amount changes nothing but the days of the growths")
    func older() {
        var kept = KeptOrder()
        kept.land(.sample([.sample(statedFen: 500, statedOn: 8)], updated: 8))
        kept.land(.sample([.sample(statedFen: 200, statedOn: 7)], updated: 7))
        #expect(kept.amounts(of: "a").refundedFen == 500)
        #expect(kept.refunds.map(\.refundedFen) == [200, 300])
        #expect(kept.refunds.map(\.refundedAt.day) == [.november(7), .november(8)])
        kept.expectSound("older")
    }

    @Test("in whatever order versions come, each growth is of its own day", arguments: 0..<24)
    func anyOrder(course: Int) {
        let said = [(6, 200), (7, nil), (8, 500), (9, 0)] as [(Int, Int64?)]
        var rest = said
        var place = course
        var kept = KeptOrder()
        for count in (1...4).reversed() {
            let (day, fen) = rest.remove(at: place % count)
            place /= count
            kept.land(.sample([.sample(statedFen: fen, statedOn: day)], updated: day))
            kept.expectSound("course \(course), day \(day)")
        }
        let growths = kept.refunds.sorted { $0.updatedAt < $1.updatedAt }
        #expect(growths.map(\.refundedFen) == [200, 300, -500])
        #expect(growths.map(\.refundedAt.day) == [.november(6), .november(8), .november(9)])
        #expect(kept.amounts(of: "a").refundedFen == 0)
    }

    @Test("a newer version that is silent does not hide what an older one that comes late states")
    func silenceFirst() {
        var kept = KeptOrder()
        kept.land(.sample([.sample()], updated: 9))
        kept.land(.sample([.sample(statedFen: 300, statedOn: 7)], updated: 7))
        #expect(kept.amounts(of: "a").refundedFen == 300)
        kept.expectSound("silence first")
    }

    @Test("what the kind of source states counts that the order goes by", arguments: [true, false])
    func kinds(isErpFirst: Bool) {
        var kept = KeptOrder()
        let erp = Order.sample([.sample(statedFen: 500, statedOn: 8)], updated: 8)
        let api = Order.sample([.sample(statedFen: 300, statedOn: 7)], updated: 7)
        if isErpFirst { kept.land(erp, by: .erp) }
        kept.land(api)
        if !isErpFirst { kept.land(erp, by: .erp) }
        #expect(kept.amounts(of: "a").refundedFen == 300)
        kept.expectSound("kinds")
    }

    @Test("a line that the order has no more is no orphan by what the order stated of it")
    func lineGone() {
        var kept = KeptOrder()
        kept.land(.sample([.sample("L1"), .sample("L2", statedFen: 500, statedOn: 8)], updated: 8))
        kept.land(.sample([.sample("L1")], updated: 9))
        #expect(kept.reads.values.allSatisfy { $0.orphanRefunds == 0 && $0.refundsReadFen == 0 })
        kept.land(.sample([.sample("L1"), .sample("L2")], updated: 10))
        #expect(kept.amounts(of: "a").refundedFen == 500)
        kept.expectSound("line gone")
    }

    @Test(
        "what was stated of a line that left and came back does not go by the order of versions",
        arguments: 0..<6)
    func lineAway(course: Int) {
        let versions = [
            Order.sample([.sample("L1"), .sample("L2", statedFen: 500, statedOn: 6)], updated: 6),
            .sample([.sample("L1")], updated: 7), .sample([.sample("L1"), .sample("L2")], updated: 8),
        ]
        var rest = versions
        var place = course
        var kept = KeptOrder()
        for count in (1...3).reversed() {
            kept.land(rest.remove(at: place % count))
            place /= count
        }
        #expect(kept.standing?.lines.map(\.amounts.refundedFen) == [0, 500])
    }

    @Test("a description that was edited takes nothing of what was stated, where the order is silent now")
    func mappedAnew() {
        var kept = KeptOrder()
        kept.land(
            [.sample([.sample("L1", statedFen: 300, statedOn: 6), .sample("L2")], updated: 6)], by: .api,
            fetched: .november(20), at: Origin(source: 1, page: 1))
        kept.land(
            [.sample([.sample("L1"), .sample("L2", statedFen: 200, statedOn: 7)], updated: 7)], by: .api,
            fetched: .november(21), at: Origin(source: 1, page: 2))
        #expect(kept.standing?.lines.map(\.amounts.refundedFen) == [300, 200])
        var again = Order.sample([.sample("L1"), .sample("L2", statedFen: 20_000, statedOn: 7)], updated: 7)
        again.sellerRemark = "备注"
        kept.land(
            [again], by: .api, fetched: .november(22), at: Origin(source: 1, page: 3),
            outdated: OutdatedPages(before: [1: 3]))
        #expect(kept.standing?.lines.map(\.amounts.refundedFen) == [300, 20_000])
        kept.expectSound("mapped anew")
    }

    @Test(
        "what is kept of another mapping counts as stated by the version that keeps it, whose clock may be behind"
    )
    func otherClock() {
        var kept = KeptOrder()
        func land(_ order: Order, page: Int64) {
            kept.land(
                [order], by: .api, fetched: .november(20 + Int(page)), at: Origin(source: 1, page: page),
                outdated: OutdatedPages(before: [1: 2], timedFrom: [.order: [1: 2]]))
            kept.expectSound("page \(page)")
        }
        land(.sample([.sample(statedFen: 300, statedOn: 20)], updated: 20), page: 1)
        // Silent, and by a time of the record that lies earlier.
        land(.sample([.sample()], updated: 6), page: 2)
        #expect(kept.standing?.lines.map(\.amounts.refundedFen) == [300])
        land(.sample([.sample(statedFen: 500, statedOn: 8)], updated: 8), page: 3)
        #expect(kept.standing?.lines.map(\.amounts.refundedFen) == [500])
    }

    @Test(
        "of however many lines an order is silent, what is kept is not taken for what it said",
        arguments: [1, 3, 9, 40])
    func manyLines(count: Int) {
        let (said, silent) = (
            (1...count).map { OrderLine.sample("L\($0)", statedFen: Int64($0 % 3), statedOn: 6) },
            (1...count).map { OrderLine.sample("L\($0)") }
        )
        for outdated in [OutdatedPages.none, OutdatedPages(before: [1: 2])] {
            for remark in ["", "备注"] {
                var kept = KeptOrder()
                kept.land(
                    [.sample(said, updated: 6)], by: .api, fetched: .november(20),
                    at: Origin(source: 1, page: 1))
                kept.expectSound("said")
                // By the same update time: a conflict, or mapped anew.
                var again = Order.sample(silent, updated: 6)
                again.sellerRemark = remark
                kept.land(
                    [again], by: .api, fetched: .november(21), at: Origin(source: 1, page: 2),
                    outdated: outdated)
                kept.expectSound("silent")
                let refundedFen = kept.standing?.lines.map(\.amounts.refundedFen)
                #expect(refundedFen == (1...count).map { Int64($0 % 3) })
            }
        }
    }

    @Test(
        "what was stated of a line that is away when an order is mapped anew counts again when the line is back"
    )
    func lineAway() {
        var kept = KeptOrder()
        func land(_ lines: [OrderLine], updated day: Int, page: Int64) {
            kept.land(
                [.sample(lines, updated: day)], by: .api, fetched: .november(20 + Int(page)),
                at: Origin(source: 1, page: page), outdated: OutdatedPages(before: [1: 3]))
            kept.expectSound("page \(page)")
        }
        land([.sample("L1", statedFen: 300, statedOn: 6), .sample("L2")], updated: 6, page: 1)
        land([.sample("L2")], updated: 7, page: 2)
        land([.sample("L2", paidFen: 900)], updated: 7, page: 3)
        land([.sample("L1"), .sample("L2", paidFen: 900)], updated: 8, page: 4)
        #expect(kept.standing?.lines.map(\.amounts.refundedFen) == [300, 0])
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
