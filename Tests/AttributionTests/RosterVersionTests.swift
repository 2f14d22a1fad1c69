import Domain
import SeededRandomness
import Testing

@testable import Attribution

@Suite
struct RosterVersionTests {
    @Test("a version tells every fact apart, and by `decides` those alone that can change a credit")
    func facts() throws {
        let base = Roster(parties: [.of("a")], identities: [.of("a", .host, "h")])
        let version = try base.version
        let moved = Party(id: "a", name: "名a", kind: .unit, region: Region("411422"), organisation: "")
        let sameCredits = try Roster(parties: [moved], identities: [.of("a", .host, "h")]).version
        let otherCredits = try Roster(parties: [.of("a")], identities: [.of("a", .host, "i")]).version
        #expect(Set([version, sameCredits, otherCredits].map(\.hash)).count == 3)
        #expect(sameCredits.decides == version.decides && otherCredits.decides != version.decides)
        #expect(version.decides == base.fingerprint)
        #expect(version.hash.count == 64 && version.hash.allSatisfy(\.isHexDigit))
        #expect(version.facts == (try base.facts.json))
    }

    @Test(
        "a roster made of the facts of a version is of that version and decides alike, in whatever order its rows came"
    )
    func again() throws {
        var random = SeededRandom()
        for _ in 0..<100 {
            // Of several parties with one id it must always be the same that counts.
            let ids = ["a", "b", "é"]
            let rows = RosterFacts(
                parties: (0..<5).map { _ in
                    .of(random.element(of: ids), random.element(of: [.unit, .firstSecretary]))
                },
                tenures: [.of("a", "2022-11-16")],
                identities: (0..<4).map { _ in
                    .of(random.element(of: ids), .host, random.element(of: ["h", "i"]))
                })
            let shuffled = rows.shuffled(&random)
            let roster = Roster(
                parties: shuffled.parties, tenures: shuffled.tenures, identities: shuffled.identities)
            let version = try roster.version
            let again = Roster(facts: try RosterFacts(json: version.facts))
            #expect(try again.version == version, "seed \(random.seed)")
            #expect(version.facts == (try rows.json), "seed \(random.seed)")
            for host in ["h", "i"] {
                let facts = LineFacts.of(host: host)
                let credits = Attributor(roster: roster).credit(facts).credits
                #expect(Attributor(roster: again).credit(facts).credits == credits, "seed \(random.seed)")
                #expect(
                    Attributor(roster: Roster(facts: rows)).credit(facts).credits == credits,
                    "seed \(random.seed)")
            }
        }
    }
}
