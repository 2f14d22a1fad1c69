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

    @Test(
        "the record replaces itself whole: a line that a newer version names no more is not refunded by it",
        arguments: [true, false])
    func lineMoves(isInOrder: Bool) throws {
        let versions = [
            [Refund.sample(of: "L1", fen: 300, on: 8), .sample(of: "L2", fen: 100, on: 8)],
            [Refund.sample(of: "L2", fen: 200, on: 9), .sample(of: "L3", fen: 50, on: 9)],
        ]
        var kept = KeptOrder()
        kept.land(.sample([.sample("L1"), .sample("L2"), .sample("L3")]))
        for version in isInOrder ? versions : versions.reversed() {
            try kept.land(afterSale: version)
            kept.expectSound("line moves")
        }
        #expect(kept.standing?.lines.map(\.amounts.refundedFen) == [0, 200, 50])
        #expect(kept.refunds.map(\.refundedAt) == [.november(8), .november(8)])
        #expect(try kept.land(afterSale: versions[0]).change == nil)
        #expect(try kept.land(afterSale: versions[1].reversed()).change == nil)
    }

    @Test("the lines of one record stand together; two numbers, times or orders are two records")
    func records() {
        let lines = [
            Refund.sample("r-1", of: "L1", on: 8), .sample("r-1", of: "L2", on: 8),
            .sample("r-2", of: "L1", on: 8), .sample("r-2", of: "L1", on: 8), .sample("r-2", of: "L2", on: 9),
        ]
        let all = AfterSale.all(of: lines)
        #expect(all.map(\.refundID) == ["r-1", "r-2", "r-2", "r-2"])
        #expect(all.map { $0.lines.map(\.lineID) } == [["L1", "L2"], ["L1"], ["L1"], ["L2"]])
        var other = Refund.sample("r-1", of: "L3", on: 8)
        other.orderID = "o-2"
        #expect(AfterSale.all(of: [lines[0], other]).count == 2)
    }

    @Test(
        "where each line is a record of its own, lines of one number stand beside each other",
        arguments: 0..<6)
    func linesAsRecords(course: Int) throws {
        let records = [
            Refund.sample(of: "L1", fen: 300, on: 8, listsAllLines: false),
            .sample(of: "L2", fen: 100, on: 8, listsAllLines: false),
            .sample(of: "L2", fen: 200, on: 9, listsAllLines: false),
        ]
        var rest = records
        var place = course
        var kept = KeptOrder()
        kept.land(.sample([.sample("L1"), .sample("L2")]))
        for count in (1...3).reversed() {
            try kept.land(afterSale: [rest.remove(at: place % count)])
            place /= count
        }
        #expect(kept.standing?.lines.map(\.amounts.refundedFen) == [300, 200])
        kept.expectSound("lines as records")
    }

    @Test("the same update time with other content is a contradiction; the same content is not")
    func contradiction() throws {
        var kept = KeptOrder()
        kept.land(.sample())
        #expect(try kept.land(afterSale: [.sample(fen: 300)]).conflict == nil)
        let conflict = try kept.land(afterSale: [.sample(of: "L2", fen: 300)], fetched: .november(29))
            .conflict
        #expect(conflict?.refundID == "r-1")
        #expect(kept.refunds.map(\.lineID) == ["L2"])
        #expect(
            try kept.land(afterSale: [.sample(of: "L2", fen: 300)], fetched: .november(30)).conflict == nil)
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
