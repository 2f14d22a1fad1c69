import Domain
import SeededRandomness
import Testing

@testable import Books

@Suite("Cells of a line by the day of its refunds")
struct DatedCellsTests {
    private static func cells(
        _ line: CreditedLine, _ dated: ReportScope.Dating, _ leg: ReportLeg = .sell,
        _ days: ClosedRange<Int> = 1...30
    ) -> [CreditCell] {
        Books.cells(
            of: line,
            in: ReportScope(
                from: .november(days.lowerBound), to: .november(days.upperBound), leg: leg, dated: dated))
    }

    @Test("the sale counts on its day, each refund on its own, and the weight goes with the last")
    func days() throws {
        var kept = KeptOrder()
        kept.land(.sample([.sample(paidFen: 2, hostID: "host-ab")]))
        try kept.land(refund: .sample("r-1", fen: 1, on: 8))
        try kept.land(refund: .sample("r-2", fen: 1, on: 20))
        let cells = Self.cells(try #require(kept.creditedLine("L1")), .refunded)
        #expect(cells.map(\.day) == [5, 5, 8, 20, 20].map(BusinessDay.november))
        #expect(cells.map(\.saleDay) == Array(repeating: .november(5), count: 5))
        #expect(cells.map(\.partyID) == ["a", "b", "a", "a", "b"])
        #expect(cells.map(\.sums.paidFen) == [1, 1, 0, 0, 0])
        #expect(cells.map(\.sums.refundedFen) == [0, 0, 1, 0, 1])
        #expect(cells.map(\.sums.grams) == [1250, 1250, 0, -1250, -1250])
    }

    @Test("over all days both datings come to the same for everybody, and days add up to their span")
    func addUp() throws {
        var seeds = SeededRandom()
        for _ in 0..<300 {
            let seed = seeds.next()
            var maker = RandomSayings(seed: seed, statesRefunds: seed % 2 == 0)
            var kept = KeptOrder()
            for number in 0..<maker.random.next(in: 1...4) {
                kept.land(maker.next())
                for refund in maker.random.versions(ofRefund: "r-\(number)") {
                    try kept.land(afterSale: refund)
                }
            }
            for lineID in kept.standing?.lines.map(\.lineID) ?? [] {
                guard let line = kept.creditedLine(lineID) else { continue }
                let leg = maker.random.element(of: ReportLeg.allCases)
                let paid = Self.cells(line, .paid, leg).byParty
                #expect(Self.cells(line, .refunded, leg).byParty == paid, "seed \(seed)")
                let day = maker.random.next(in: 1...29)
                let halves = [1...day, day + 1...30].flatMap { Self.cells(line, .refunded, leg, $0) }
                #expect(halves.byParty == paid, "seed \(seed)")
            }
        }
    }

    @Test("any leg is the sell leg where that is credited, else the buy leg where that is, else nobody")
    func headline() throws {
        var order = Order.sample([.sample("L1", hostID: "host-a"), .sample("L2", hostID: "")])
        order.buyer = .organisation(purchaserID: "unit", name: "")
        var kept = KeptOrder()
        kept.land(order)
        for (lineID, partyID) in [("L1", "a"), ("L2", "c")] {
            let cells = Self.cells(try #require(kept.creditedLine(lineID)), .paid, .any)
            #expect(cells.map(\.partyID) == [partyID])
        }
        kept.land(.sample([.sample("L2", hostID: "")], updated: 9))
        #expect(Self.cells(try #require(kept.creditedLine("L2")), .paid, .any).map(\.reason) == [.noIdentity])
    }
}

extension KeptOrder {
    /// A sold line as a store hands it to a report.
    fileprivate func creditedLine(_ lineID: String) -> CreditedLine? {
        guard let standing, let place = standing.lines.firstIndex(where: { $0.lineID == lineID }),
            standing.lines[place].notSale == nil
        else { return nil }
        let line = standing.lines[place]
        let cell = CreditCell(
            day: line.day, partyID: nil, channel: .douyin, shopID: "4463798", source: "a-1",
            county: line.origin, category: line.category, sums: CreditSums())
        return CreditedLine(
            cell: cell, platform: "douyin", roomID: "", saleAt: .november(5), orderedGrams: line.orderedGrams,
            credits: standing.credits.filter { $0.line == place }.map {
                var credit = $0
                credit.line = 0
                return credit
            },
            refunds: refunds.filter { $0.lineID == lineID && $0.hasSucceeded })
    }
}

extension [CreditCell] {
    /// Their sums, by who has them.
    fileprivate var byParty: [String: CreditSums] {
        reduce(into: [:]) { parties, cell in
            parties[cell.partyID ?? "\(cell.reason?.key ?? "")", default: CreditSums()].add(cell.sums)
        }
    }
}
