import Domain
import SeededRandomness
import Testing

@testable import Attribution

/// Between whom an ambiguous credit cannot decide.
@Suite
struct CandidateTests {
    private static func candidates(_ roster: Roster, _ facts: LineFacts) -> [[String]] {
        Attributor(roster: roster).credit(facts).credits.map(\.candidateIDs)
    }

    @Test("candidates are those alone whom the rule could have credited, by id and each once")
    func possible() {
        let roster = Roster(
            parties: [
                .of("z"), .of("m"), .of("gone", .firstSecretary), .of("later", .firstSecretary),
                .of("elsewhere"),
                .of("past"),
            ],
            tenures: [.of("gone", "2020-01-01", "2022-11-15"), .of("later", "2022-11-15")],
            identities: [
                .of("z", .host, "h"), .of("m", .host, "h"), .of("m", .host, "h", platform: "douyin"),
                .of("gone", .host, "h"), .of("later", .host, "h"),
                .of("elsewhere", .host, "h", platform: "kuaishou"),
                .of("past", .host, "h", "2020-01-01", "2022-11-15"), .of("nobody", .host, "h"),
                .of("elsewhere", .shop, "s"),
            ])
        #expect(Self.candidates(roster, .of(shop: "s", host: "h")) == [["later", "m", "z"]])
        #expect(
            Self.candidates(roster, .of(shop: "s", host: "h", at: "2022-11-14 12:00"))
                == [["gone", "m", "past", "z"]])
        #expect(
            Self.candidates(roster, .of(platform: "kuaishou", host: "h")) == [
                ["elsewhere", "later", "m", "z"]
            ])
    }

    @Test("on the buy leg they are those of the account, else of the name")
    func buyers() {
        let roster = Roster(
            parties: [.of("a"), .of("b"), .of("c")],
            identities: [
                .of("a", .purchaser, "p"), .of("b", .purchaser, "p"), .of("b", .purchaserName, "某 大学"),
                .of("c", .purchaserName, "某\u{3000}大学"),
            ])
        let byAccount = Buyer.organisation(purchaserID: "p", name: "某 大学")
        let byName = Buyer.organisation(purchaserID: "", name: "某 大学")
        #expect(Self.candidates(roster, .of(buyer: byAccount)) == [[], ["a", "b"]])
        #expect(Self.candidates(roster, .of(buyer: byName)) == [[], ["b", "c"]])
    }

    @Test("a credit has candidates exactly where several could have it, whatever the roster")
    func property() {
        var random = SeededRandom()
        let days = ["2022-11-13", "2022-11-14", "2022-11-15", "2022-11-16", "2022-11-17"]
        var ambiguous = 0
        for _ in 0..<2000 {
            func span() -> (String, String) {
                let from = random.next(in: 0...3)
                return (
                    random.next(in: 0...2) == 0 ? "" : days[from],
                    random.next(in: 0...2) == 0 ? "" : days[random.next(in: from + 1...4)]
                )
            }
            let parties = ["a", "b", "c", "d"].map {
                Party.of($0, random.element(of: [.unit, .firstSecretary, .workTeam]))
            }
            let tenures = (0..<4).map { _ in
                let (from, to) = span()
                return Tenure.of(random.element(of: parties).id, from, to)
            }
            let identities = (0..<random.next(in: 0...6)).map { _ in
                let (from, to) = span()
                return Identity.of(
                    random.element(of: parties).id, .host, "h",
                    platform: random.element(of: ["", "douyin", "jd"]),
                    from, to)
            }
            let text = random.element(of: days)
            let facts = LineFacts.of(host: "h", at: "\(text) 08:00")
            let possible = parties.filter { party in
                let holds = identities.contains {
                    $0.partyID == party.id && $0.platform != "jd" && $0.span.contains(facts.saleAt.day)
                }
                let serves = tenures.contains {
                    $0.partyID == party.id && $0.span.contains(facts.saleAt.day)
                }
                return holds && (serves || !party.kind.needsTenure)
            }.map(\.id)
            let roster = Roster(parties: parties, tenures: tenures, identities: identities)
            let credit = Attributor(roster: roster).credit(facts).credits[0]
            #expect(credit.candidateIDs == (possible.count > 1 ? possible : []), "seed \(random.seed)")
            #expect((credit.reason == .ambiguous) == (possible.count > 1), "seed \(random.seed)")
            #expect(credit.partyID == (possible.count == 1 ? possible[0] : nil), "seed \(random.seed)")
            ambiguous += possible.count > 1 ? 1 : 0
        }
        #expect(ambiguous > 100, "seed \(random.seed)")
    }
}
