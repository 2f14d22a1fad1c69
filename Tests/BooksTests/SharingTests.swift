import Domain
import SeededRandomness
import Testing

@testable import Books

@Suite("Shares of a line")
struct SharingTests {
    @Test("2 fen of two parties, refunded 1 and 1, are nothing for either of them")
    func evenHalves() throws {
        var kept = KeptOrder()
        kept.land(.sample([.sample(paidFen: 2, hostID: "host-ab")]))
        try kept.land(refund: .sample("r-1", fen: 1))
        #expect(kept.amounts(of: "a").netFen + kept.amounts(of: "b").netFen == 1)
        try kept.land(refund: .sample("r-2", fen: 1))
        for party in ["a", "b"] {
            #expect(kept.amounts(of: party).paidFen == 1)
            #expect(kept.amounts(of: party).netFen == 0)
            #expect(kept.amounts(of: party).grams == 0)
        }
        kept.expectSound("halves")
    }

    @Test("what nobody has comes last, and has its share of everything")
    func rest() {
        var kept = KeptOrder()
        kept.land(.sample([.sample(hostID: "host-part")]))
        #expect(kept.standing?.credits.map(\.partyID) == ["a", nil])
        #expect(kept.standing?.credits.map(\.amounts.paidFen) == [600, 400])
        #expect(kept.standing?.credits.map(\.amounts.grams) == [1500, 1000])
    }

    @Test("each leg has the whole line")
    func legs() {
        var order = Order.sample([.sample(hostID: "host-ab")])
        order.buyer = .organisation(purchaserID: "unit", name: "")
        var kept = KeptOrder()
        kept.land(order)
        #expect(kept.standing?.credits.map(\.leg) == [.sell, .sell, .buy])
        #expect(kept.standing?.credits.map(\.amounts.paidFen) == [500, 500, 1000])
        kept.expectSound("legs")
    }

    @Test(
        "shares add up to every cumulative amount, and a line that is refunded wholly is zero for everybody")
    func addUp() {
        var random = SeededRandom()
        for _ in 0..<2000 {
            var credits = Self.randomCredits(&random)
            let paidFen = random.element(of: [0, 1, 2, 7, 1000, 99_999])
            var refundedFen = 0
            while refundedFen < paidFen {
                refundedFen = min(paidFen, refundedFen + random.next(in: 1...max(1, paidFen / 2)))
                let amounts = LineAmounts(
                    grossFen: Int64(paidFen + random.next(in: 0...9)), paidFen: Int64(paidFen),
                    refundedFen: Int64(refundedFen), grams: random.element(of: [nil, 0, 1, 2500]))
                credits.share(amounts)
                #expect(credits.total == amounts, "seed \(random.seed)")
            }
            #expect(credits.allSatisfy { $0.sums.netFen == 0 }, "seed \(random.seed)")
        }
    }

    @Test("lines and legs are shared each for itself")
    func lineByLine() {
        var random = SeededRandom()
        for _ in 0..<300 {
            let lines = (0..<3).map { place in
                LineStanding(
                    .sample("L\(place)", paidFen: Int64(random.next(in: 0...1000))), day: .november(5), nil)
            }
            var credits = lines.indices.flatMap { place in
                [Leg.sell, .buy].flatMap { leg in Self.randomCredits(&random, line: place, leg) }
            }
            credits.share(lines)
            for place in lines.indices {
                for leg in [Leg.sell, .buy] {
                    let own = credits.filter { $0.line == place && $0.leg == leg }
                    #expect(own.total == lines[place].amounts, "seed \(random.seed)")
                }
            }
        }
    }

    /// Shares of 10,000 basis points together, some of them nobody's.
    private static func randomCredits(
        _ random: inout SeededRandom, line: Int = 0, _ leg: Leg = .sell
    ) -> [CreditRow] {
        var cuts = (0..<random.next(in: 0...4)).map { _ in Int64(random.next(in: 0...10_000)) }
        cuts = (cuts + [0, 10_000]).sorted()
        return zip(cuts, cuts.dropFirst()).enumerated().compactMap { place, ends in
            BasisPoints(ends.1 - ends.0).map {
                CreditRow(
                    line: line, leg: leg, partyID: place == 3 ? nil : "p-\(place)", share: $0,
                    evidence: .hostID,
                    reason: place == 3 ? .noIdentity : nil, amounts: .zero)
            }
        }
    }
}

extension [CreditRow] {
    /// What all of them have together.
    fileprivate var total: LineAmounts {
        LineAmounts(
            grossFen: reduce(0) { $0 + $1.amounts.grossFen }, paidFen: reduce(0) { $0 + $1.amounts.paidFen },
            refundedFen: reduce(0) { $0 + $1.amounts.refundedFen },
            grams: compactMap(\.amounts.grams).isEmpty ? nil : reduce(0) { $0 + ($1.amounts.grams ?? 0) })
    }
}
