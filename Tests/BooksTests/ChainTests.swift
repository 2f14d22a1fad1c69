import Domain
import SeededRandomness
import Testing

@testable import Books

@Suite("Differences add up to what stands")
struct ChainTests {
    /// Something that has arrived, and may come again.
    private enum Arrived {
        case saying(Saying)
        case refund([Refund])

        func land(on kept: inout KeptOrder) throws -> Change? {
            switch self {
            case .saying(let saying): kept.land(saying)
            case .refund(let refund): try kept.land(afterSale: refund).change
            }
        }
    }

    @Test(
        "through any chain of statements, after-sales and rosters: what was booked, the daily sums and the proof",
        arguments: [true, false])
    func chains(statesRefunds: Bool) throws {
        var seeds = SeededRandom()
        for _ in 0..<300 {
            let seed = seeds.next()
            var maker = RandomSayings(seed: seed, statesRefunds: statesRefunds)
            var kept = KeptOrder()
            var arrived: [Arrived] = []
            for step in 0..<maker.random.next(in: 2...14) {
                switch maker.random.next(in: 0...5) {
                case 0: kept.credit(by: .random(&maker.random))
                case 1, 2:
                    let refunds = maker.random.versions(ofRefund: "r-\(step)")
                    arrived += refunds.map(Arrived.refund)
                    for refund in refunds { try kept.land(afterSale: refund) }
                default:
                    let saying = maker.next()
                    arrived.append(.saying(saying))
                    kept.land(saying)
                }
                kept.expectSound("seed \(seed), step \(step)")
            }
            for again in arrived.shuffled(using: &maker.random) {
                #expect(try again.land(on: &kept) == nil, "seed \(seed): it came twice")
            }
        }
    }

    @Test("a chain that ends where another one ends has booked the same, whatever lay between")
    func sameEnd() {
        var straight = KeptOrder()
        straight.land(.sample([.sample(paidFen: 900, hostID: "host-ab")], updated: 9))
        var winding = KeptOrder()
        winding.land(.sample([.sample(), .sample("L2")]))
        winding.credit(by: HostCrediting(shares: [:], county: Region("411422"), category: "粮油"))
        winding.land(.sample([.sample("L2", hostID: "host-b")], updated: 7))
        winding.credit(by: .sample)
        winding.land(.sample([.sample(paidFen: 900, hostID: "host-ab")], updated: 9))
        #expect(winding.booked == straight.booked)
        #expect(winding.cells == straight.cells)
        #expect(winding.reads == straight.reads)
        #expect(winding.booked.values.map(\.paidFen) == [450, 450])
    }

    @Test("a difference names its cause: a sale, a change of it, or somebody else who has it")
    func causes() {
        var kept = KeptOrder()
        let sale = kept.land(.sample()).change
        #expect(sale?.differences.map(\.cause) == [.sale])
        let change = kept.land(.sample([.sample(paidFen: 900)], updated: 7)).change
        #expect(change?.differences.map(\.cause) == [.change])
        #expect(
            change?.differences.map(\.sums) == [
                CreditSums(grossFen: -100, paidFen: -100, weighedPaidFen: -100)
            ])
        let other = kept.land(.sample([.sample(paidFen: 900, hostID: "host-b")], updated: 8)).change
        #expect(other?.differences.map(\.cause) == [.reassigned, .reassigned])
        #expect(other?.differences.map(\.sums.paidFen) == [-900, 900])
        let line = kept.land(
            .sample([.sample(paidFen: 900, hostID: "host-b"), .sample("L2")], updated: 9)
        ).change
        #expect(line?.differences.map(\.cause) == [.sale])
        #expect(line?.differences.map(\.lineID) == ["L2"])
    }
}

extension HostCrediting {
    /// The sample, with some of its parties, another county and another category.
    fileprivate static func random(_ random: inout SeededRandom) -> HostCrediting {
        var crediting = sample
        for host in sample.shares.keys.sorted() where random.next(in: 0...2) == 0 {
            crediting.shares[host] = random.element(of: [[], [("a", 10_000)], [("b", 2500), ("c", 7500)]])
        }
        if random.next(in: 0...1) == 0 { crediting.candidates = [:] }
        crediting.county = random.element(of: [nil, Region("411422"), Region("411425")])
        crediting.category = random.element(of: ["", "果品"])
        return crediting
    }
}
