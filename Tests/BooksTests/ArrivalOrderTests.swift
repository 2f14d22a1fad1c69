import Domain
import SeededRandomness
import Testing

@testable import Books

@Suite("Case 26: whatever order statements come in, they come to the same")
struct ArrivalOrderTests {
    @Test(
        "any order of files of any age, rows, columns, and API versions gives what all of them say together")
    func statements() {
        var seeds = SeededRandom()
        for _ in 0..<300 {
            let seed = seeds.next()
            var maker = RandomSayings(seed: seed)
            let sayings = (0..<maker.random.next(in: 1...9)).map { _ in maker.next() }
            let expected = NaiveOrder.counted(sayings)
            var standing: Standing?
            for _ in 0..<5 {
                let shuffled = sayings.shuffled(using: &maker.random)
                var kept = KeptOrder()
                for saying in shuffled { kept.land(saying) }
                #expect(kept.counted?.byLine == expected?.byLine, "seed \(seed)")
                standing = standing ?? kept.standing
                #expect(kept.standing == standing, "seed \(seed)")
            }
        }
    }

    @Test("so does what versions state of refunds as a growing amount")
    func stated() {
        var seeds = SeededRandom()
        for _ in 0..<300 {
            let seed = seeds.next()
            var maker = RandomSayings(seed: seed, statesRefunds: true)
            let sayings = (0..<maker.random.next(in: 1...7)).map { _ in maker.next() }
            var first: [[Int64]]?
            for _ in 0..<5 {
                var kept = KeptOrder()
                for saying in sayings.shuffled(using: &maker.random) { kept.land(saying) }
                // What was stated of the sum of an order counts no more once its items are known.
                let rows = kept.refunds.filter { row in
                    row.evidence == .stated && kept.counted?.line(row.lineID) != nil
                }
                .sorted { ($0.lineID, $0.updatedAt) < ($1.lineID, $1.updatedAt) }
                .map { [$0.updatedAt.milliseconds, $0.refundedFen, $0.returnedMilli] }
                first = first ?? rows
                #expect(rows == first, "seed \(seed)")
            }
        }
    }

    @Test("so do after-sales among them: each has the date of its first success")
    func refunds() throws {
        var seeds = SeededRandom()
        for _ in 0..<300 {
            let seed = seeds.next()
            var maker = RandomSayings(seed: seed)
            let sayings = (0..<maker.random.next(in: 1...4)).map { _ in maker.next() }
            let refunds = (0..<maker.random.next(in: 1...4)).flatMap { number in
                maker.random.versions(ofRefund: "r-\(number)")
            }
            var first: OrderState?
            for _ in 0..<5 {
                var kept = KeptOrder()
                let steps = (0..<sayings.count + refunds.count).shuffled(using: &maker.random)
                for step in steps {
                    if step < sayings.count {
                        kept.land(sayings[step])
                    } else {
                        try kept.land(afterSale: refunds[step - sayings.count])
                    }
                }
                let state = OrderState(
                    standing: kept.standing,
                    refunds: kept.refunds.sorted { $0.refundID + $0.lineID < $1.refundID + $1.lineID })
                first = first ?? state
                #expect(state == first, "seed \(seed)")
                for row in state.refunds where row.evidence == .record && row.hasSucceeded {
                    let versions = refunds.filter { $0[0].refundID == row.refundID }
                    let succeeded = versions.filter { $0[0].state == .succeeded }
                    #expect(row.refundedAt == succeeded.map { $0[0].refundedAt }.min(), "seed \(seed)")
                    let newest = versions.max { $0[0].updatedAt < $1[0].updatedAt }
                    #expect(newest?.contains { $0.lineID == row.lineID } == true, "seed \(seed)")
                }
            }
        }
    }
}

extension Order {
    /// With its lines by number.
    fileprivate var byLine: Order {
        var order = self
        order.lines.sort { $0.lineID < $1.lineID }
        return order
    }
}
