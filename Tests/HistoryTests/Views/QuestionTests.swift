import Domain
import SeededRandomness
import Store
import Testing

/// The worked questions of docs/store.md are asked as they stand there, and held against the report named under each.
@Suite("The questions of docs/store.md")
struct QuestionTests {
    @Test("each gives the figures of its report, in random stores")
    func questions() async throws {
        var seeds = SeededRandom()
        print("question seed \(seeds.seed)")
        let document = try StoreDocument()
        #expect(document.questions.map(\.title).sorted() == DocumentedAnswer.all.keys.sorted())
        var answered: Set<String> = []
        // Some answers are rare; a world more costs little.
        for round in 0..<250 {
            if round >= 25, answered.count == DocumentedAnswer.all.count { break }
            let books = try await RandomBooks.credited(on: .sell, using: &seeds)
            let world = try await Self.world(of: books, using: &seeds)
            for (title, sql) in document.questions {
                let answer = try #require(DocumentedAnswer.all[title])
                let rows = try await books.ask(world.sql(sql), columns: answer.columns)
                let told = try await answer.told(books, world)
                guard let told else { continue }
                #expect(answer.figures(rows) == told, "history \(books.seed), \(title)")
                if !rows.isEmpty { answered.insert(title) }
            }
        }
        #expect(answered.sorted() == DocumentedAnswer.all.keys.sorted(), "seed \(seeds.seed)")
    }

    /// Names of the store that the examples are put for.
    private static func world(of books: RandomBooks, using random: inout SeededRandom) async throws
        -> QuestionWorld
    {
        func some(_ sql: String) async throws -> String? {
            let found = try await books.ask(sql, columns: 1).map { $0[0] }
            return found.isEmpty ? nil : random.element(of: found)
        }
        let month = random.element(of: ["2022-11", "2022-11", "2022-12"])
        return QuestionWorld(
            party: try await some("SELECT DISTINCT party FROM v_credit WHERE leg = 'sell'") ?? "p-1",
            month: month,
            county: try await some(
                """
                SELECT DISTINCT county FROM v_daily WHERE month = '\(month)' AND leg = 'sell' AND party IS NOT NULL
                    AND county <> '' AND county NOT LIKE '%00'
                """) ?? "411422",
            order: try await some("SELECT order_id FROM v_order") ?? "",
            batch: try await some("SELECT batch FROM v_batch") ?? "1")
    }
}
