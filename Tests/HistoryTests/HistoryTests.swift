import Domain
import SeededRandomness
import Testing

@Suite("Histories: the naive books by themselves")
struct HistoryTests {
    @Test("Every planted mistake is found by some history", arguments: Mistake.allCases)
    func mistakes(mistake: Mistake) async throws {
        var seeds = SeededRandom()
        let found = try await firstDisagreement(among: 5000, seed: seeds.next()) {
            NaiveBooks(mistake: mistake)
        }
        #expect(found != nil, "seed \(seeds.seed)")
    }

    @Test("A disagreement is told with its seed and without the steps that do not matter")
    func shrunk() async throws {
        var seeds = SeededRandom()
        let found = try await firstDisagreement(among: 5000, seed: seeds.next()) {
            NaiveBooks(mistake: .neverTakesBack)
        }
        let lines = try #require(found, "seed \(seeds.seed)").split(separator: "\n")
        #expect(lines[0].hasPrefix("history of seed"))
        // Two versions, or many in one page, then the question; `attribute` stays.
        let steps = lines.filter { $0.first?.isNumber == true && !$0.hasSuffix(": attribute") }
        #expect((2...6).contains(steps.count), "\(seeds.seed)")
    }

    @Test("Every answer adds up, and its proof leaves nothing unexplained")
    func addsUp() async throws {
        var seeds = SeededRandom()
        for _ in 0..<300 {
            let history = History.random(seed: seeds.next())
            // Rows of campaigns overlap.
            for told in try await history.answers(of: NaiveBooks()) where told.scope?.by != .campaign {
                let answer = told.answer
                #expect(answer.proof.unexplainedFen == 0, "seed \(history.seed), step \(told.step)")
                var sum = answer.unassigned
                for row in answer.rows { sum.add(row.sums) }
                // An order may stand in several rows.
                sum.orders = answer.totals.orders
                #expect(sum == answer.totals, "seed \(history.seed), step \(told.step)")
            }
        }
    }

    @Test("Histories hold what is to be told apart")
    func breadth() async throws {
        var seeds = SeededRandom()
        var seen: Set<String> = []
        for _ in 0..<2000 {
            let history = History.random(seed: seeds.next())
            for told in try await history.answers(of: NaiveBooks()) {
                guard let scope = told.scope else { continue }
                seen.formUnion(Self.traits(of: told.answer, to: scope))
            }
        }
        let missing = Set(Self.allTraits).subtracting(seen).sorted()
        #expect(missing.isEmpty, "seed \(seeds.seed)")
    }

    /// What an answer shows; a trait that no history shows is one that none tests.
    private static func traits(of answer: Answer, to scope: ReportScope) -> [String] {
        let proof = answer.proof
        var traits = answer.reasons.keys.map { "\($0)" }
        if answer.rows.contains(where: { !$0.key.isEmpty && $0.sums.paidFen > 0 && $0.sums.grams > 0 }) {
            traits += ["\(scope.by)", "\(scope.leg) \(scope.dated)", "\(scope.only.count) only"]
        }
        if (answer.rows.map(\.sums) + [answer.unassigned]).contains(where: { $0.lines < 0 }) {
            traits.append("taken back")
        }
        if answer.rows.count > 2 { traits.append("rows") }
        if answer.notSales.paidFen > 0 { traits.append("samples") }
        let amounts = [
            "gap": proof.headerGapFen, "orphan": proof.orphanRefundFen, "parked": proof.parkedRecords,
            "pending": proof.pendingFen, "booked": proof.journalNetFen, "refund": proof.notSalesRefundedFen,
        ]
        return traits + amounts.filter { $0.value != 0 }.map(\.key)
    }

    private static let allTraits =
        ReportKey.allCases.map { "\($0)" } + UnassignedReason.allCases.map { "\($0)" }
        + ["sell", "buy", "any"].flatMap { leg in ["paid", "refunded", "booked"].map { "\(leg) \($0)" } }
        .filter { $0 != "any booked" }
        + [
            "0 only", "1 only", "2 only", "taken back", "rows", "samples", "gap", "orphan", "parked",
            "pending",
            "booked", "refund",
        ]
}
