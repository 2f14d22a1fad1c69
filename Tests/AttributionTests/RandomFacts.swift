import Domain
import SeededRandomness

@testable import Attribution

extension RosterFacts {
    /// A few rows of each file, some of them alike.
    static func random(_ random: inout SeededRandom) -> RosterFacts {
        func some<Row>(_ row: () -> Row) -> [Row] { (0..<random.next(in: 0...6)).map { _ in row() } }
        func text() -> String {
            random.element(of: [
                "", "a", "b", "c-1", "某 大学", "e\u{301}", "\u{E9}", "\"\\/\n\0", "🍠", "\u{2028}",
            ])
        }
        func day() -> BusinessDay? {
            random.element(of: [nil, 19_297, 19_298, -25_567, 2_932_896]).map { BusinessDay(number: $0) }
        }
        func instant() -> Instant { Instant(milliseconds: Int64(random.next(in: -2...2)) << 52) }
        func region() -> Region? { Region(random.element(of: ["", "411422", "411422100200"])) }
        func span() -> DaySpan { DaySpan(from: day(), to: day()) }
        return RosterFacts(
            parties: some {
                Party(
                    id: text(), name: text(), kind: random.element(of: PartyKind.allCases), region: region(),
                    organisation: text())
            },
            tenures: some { Tenure(partyID: text(), region: region(), role: text(), span: span()) },
            identities: some {
                Identity(
                    partyID: text(), platform: text(), kind: random.element(of: Identity.Kind.allCases),
                    value: text(), span: span())
            },
            campaigns: some {
                Campaign(
                    id: text(), name: text(), span: span(),
                    channel: random.element(of: [nil] + Channel.allCases), category: text(), region: region(),
                    partyID: text())
            },
            sessions: some {
                LiveSession(
                    id: text(), platform: text(), shopID: text(), roomID: text(), partyID: text(),
                    start: instant(), end: instant(), share: BasisPoints(Int64(random.next(in: -1...10_000))))
            },
            catalogue: some {
                CatalogueItem(
                    platform: text(), productID: text(), skuID: text(), title: text(),
                    netGrams: random.element(of: [nil, Grams(0), Grams(2500), Grams(.max)]), category: text(),
                    region: region(), supplier: text())
            })
    }

    /// The same rows in another order.
    func shuffled(_ random: inout SeededRandom) -> RosterFacts {
        RosterFacts(
            parties: parties.shuffled(using: &random), tenures: tenures.shuffled(using: &random),
            identities: identities.shuffled(using: &random), campaigns: campaigns.shuffled(using: &random),
            sessions: sessions.shuffled(using: &random), catalogue: catalogue.shuffled(using: &random))
    }
}
