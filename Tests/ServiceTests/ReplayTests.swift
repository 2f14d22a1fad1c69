import Domain
import Reports
import SeededRandomness
import Store
import Testing

@testable import Service

/// Pages that are kept are worth what the platform would give again.
@Suite("Kept pages mapped again")
struct ReplayTests {
    /// All that any edit may read is kept from the start.
    private static func yaml(_ description: EditedDescription) -> String {
        description.yaml
            .replacing(
                "    order:\n",
                with: """
                        keep: [state, state2, at, at2, up, up2, paid, paid2, items.t, items.t2, items.q, items.q2, items.h,
                          items.h2, items.c, back, back2, bat]
                        order:

                    """
            ).replacing("    refund: {id:", with: "    keep: [ra, ra2, rat, rat2, rup]\n    refund: {id:")
    }

    @Test("after any edits of meanings a replay leaves what a new store would have", arguments: 0..<12)
    func randomEdits(round: Int) async throws {
        var random = SeededRandom()
        print("edits before a replay: seed \(random.seed)")
        let world = EditedDescription.records(&random)
        let shop = try DescribedShop(world)
        var description = EditedDescription()
        try await shop.sync(Self.yaml(description))
        for step in 0..<4 {
            let comment: Comment = "seed \(random.seed), step \(step)"
            description.editMeanings(&random)
            // What a feed is called is where its pages belong to.
            description.isOn.subtract(["name: trades", "name: returns"])
            let before = try await shop.parties()
            let report = try await shop.replay(Self.yaml(description))
            #expect(!report.hasPagesLeft, comment)
            let fresh = try DescribedShop(world)
            try await fresh.sync(Self.yaml(description))
            #expect(try await shop.everything() == fresh.everything(), comment)
            #expect(try await shop.complaints(Self.yaml(description)) == [], comment)
            // What it says that it changes is what has changed.
            var told = before
            for party in report.parties {
                told["\(party.leg) \(party.id ?? "")", default: 0] += party.moved.netFen
            }
            #expect(try await shop.parties() == told.filter { $0.value != 0 }, comment)
        }
    }
}

extension DescribedShop {
    /// What each party has on each leg, net, without those that have nothing.
    fileprivate func parties() async throws -> [String: Int64] {
        var parties: [String: Int64] = [:]
        for (leg, shown) in [(Leg.sell, ReportLeg.sell), (.buy, .buy)] {
            let report = try await pipeline.attributionReport(
                ReportScope(from: BusinessDay(number: 10_000), to: BusinessDay(number: 30_000), leg: shown))
            for row in report.rows { parties["\(leg) \(row.key)"] = row.sums.netFen }
            parties["\(leg) "] = report.unassigned.netFen
        }
        return parties.filter { $0.value != 0 }
    }
}
