import Domain
import Reports
import SeededRandomness
import Testing

@testable import Attribution

@Suite
struct RuleTraceTests {
    private let attributor = Attributor(
        roster: Roster(
            parties: [.of("old", .firstSecretary), .of("new", .firstSecretary), .of("hall"), .of("unit")],
            tenures: [.of("old", "2020-01-01", "2022-11-15"), .of("new", "2022-11-15", "2022-12-01")],
            identities: [
                .of("old", .host, "h"), .of("new", .host, "h"), .of("hall", .shop, "s"),
                .of("unit", .shop, "twice"),
                .of("hall", .shop, "twice"), .of("hall", .host, "past", "2020-01-01", "2021-01-01"),
                .of("unit", .purchaser, "p"),
            ]))

    private func outcomes(_ facts: LineFacts) -> [RuleTrace.Outcome] {
        attributor.explain(facts).map(\.outcome)
    }

    @Test("each rule tells what it looked at, who came into question and what became of it")
    func trace() {
        let traces = attributor.explain(.of(shop: "s", host: "h"))
        #expect(
            traces == [
                RuleTrace(
                    leg: .sell, evidence: .hostID, value: "h", outcome: .won, candidateIDs: ["new", "old"]),
                RuleTrace(
                    leg: .sell, evidence: .shopID, value: "s", outcome: .overruled, candidateIDs: ["hall"]),
            ])
    }

    @Test("why a rule did not give the credit")
    func reasons() {
        #expect(outcomes(.of(shop: "s")) == [.noValue, .won])
        #expect(outcomes(.of(shop: "s", host: "x")) == [.noMatch, .won])
        #expect(outcomes(.of(shop: "s", host: "past")) == [.notInSpan, .won])
        #expect(outcomes(.of(shop: "x", host: "h")) == [.won, .noMatch])
        #expect(outcomes(.of(shop: "s", host: "h", at: "2022-12-01 00:00")) == [.outsideTenure, .overruled])
        #expect(outcomes(.of(shop: "twice")) == [.noValue, .ambiguous])
        let buyer = Buyer.organisation(purchaserID: "p", name: "某单位")
        #expect(outcomes(.of(buyer: buyer)) == [.noValue, .noValue, .won, .noMatch])
    }

    @Test("explanation and credit agree for any line")
    func agreement() {
        var random = SeededRandom()
        for _ in 0..<2000 {
            let facts = LineFacts.of(
                shop: random.element(of: ["", "s", "twice", "x"]),
                host: random.element(of: ["", "h", "past", "x"]),
                buyer: random.element(of: [.person, .organisation(purchaserID: "p", name: "x")]),
                at:
                    "\(random.element(of: ["2019-12-31", "2020-06-01", "2022-11-14", "2022-11-15", "2022-12-01"])) 00:00"
            )
            let traces = attributor.explain(facts)
            for credit in attributor.credit(facts).credits {
                let decisive = traces.filter {
                    $0.leg == credit.leg && [.won, .ambiguous, .outsideTenure].contains($0.outcome)
                }
                #expect(decisive.count == (credit.reason == .noIdentity ? 0 : 1), "seed \(random.seed)")
                #expect((decisive.first?.evidence ?? .none) == credit.evidence, "seed \(random.seed)")
                if let party = credit.partyID {
                    #expect(decisive.first?.candidateIDs.contains(party) == true, "seed \(random.seed)")
                }
            }
        }
    }

    @Test("every outcome has words of its own", arguments: Language.allCases)
    func words(language: Language) {
        let words = RuleTrace.Outcome.allCases.map { $0.notice.text(in: language) }
        #expect(Set(words).count == words.count)
        #expect(words.allSatisfy { !$0.hasPrefix("attribution.") })
    }
}
