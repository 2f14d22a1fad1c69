import Attribution
import Domain
import Reports
import Store
import Testing

@testable import Service

/// What `attribute` leaves behind until `post` has run.
@Suite("Crediting anew")
struct AttributingTests {
    private static let at = Instant(seconds: 1_667_400_000)

    private func pipeline(_ shop: DescribedShop, party: String, organisation: String = "") -> Pipeline {
        let roster = Roster(
            parties: [Party(id: party, name: "", kind: .enterprise, region: nil, organisation: organisation)],
            identities: [
                Identity(
                    partyID: party, platform: "", kind: .host, value: "h1", span: DaySpan(from: nil, to: nil))
            ])
        return Pipeline(store: shop.store, roster: roster, now: { Instant(seconds: 1_672_329_600) })
    }

    @Test("what moves from one party to another waits to be posted, though it comes to nothing together")
    func moved() async throws {
        let shop = try DescribedShop([
            [EditedDescription.record(number: 0, Self.at, paid: 1_000, back: 0)], [],
        ])
        try await shop.sync(EditedDescription().yaml)
        let scope = ReportScope(
            from: BusinessDay(number: 10_000), to: BusinessDay(number: 30_000), leg: .any, by: .party,
            dated: .paid)
        #expect(try await shop.pipeline.attributionReport(scope).verdict(strict: true).exitCode == .done)
        let pipeline = pipeline(shop, party: "q")
        _ = try await pipeline.attribute { _ in }
        let report = try await pipeline.attributionReport(scope)
        #expect(report.proof.pendingFen == 0)
        #expect(report.coverage.pendingEntries == 2)
        #expect(report.verdict(strict: true).exitCode == .differences)
        for language in Language.allCases { #expect(report.table(in: language).contains("daihuo post")) }
        _ = try await pipeline.post { _ in }
        #expect(try await pipeline.attributionReport(scope).verdict(strict: true).exitCode == .done)
    }

    @Test("a roster that decides the same is noted, too: where a party works changes no credit")
    func sameDecisions() async throws {
        let shop = try DescribedShop([
            [EditedDescription.record(number: 0, Self.at, paid: 1_000, back: 0)], [],
        ])
        try await shop.sync(EditedDescription().yaml)
        let before = try await shop.store.rosterNumbers()
        let run = try await pipeline(shop, party: "p", organisation: "示例").attribute { _ in }
        #expect(try await shop.store.rosterNumbers().count == before.count + 1)
        #expect(run.attribution == nil)
    }
}
