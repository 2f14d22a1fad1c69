import Foundation
import Reports
import SeededRandomness
import Testing

@Suite("Histories: the product beside the naive books")
struct ProductTests {
    @Test("The product agrees with the naive books on 2,000 random histories")
    func agrees() async throws {
        var seeds = SeededRandom()
        let count = ProcessInfo.processInfo.environment["HISTORIES"].flatMap(Int.init) ?? 2_000
        let found = try await firstDisagreement(among: count, seed: seeds.next()) { try StoredBooks() }
        #expect(found == nil, "seed \(seeds.seed)")
    }

    @Test("The store's check finds nothing wrong after any history")
    func check() async throws {
        var seeds = SeededRandom()
        for _ in 0..<100 {
            let history = History.random(seed: seeds.next())
            let books = try StoredBooks()
            _ = try await history.answers(of: books)
            let errors = try await books.errors()
            #expect(errors == [], "\(history)")
            if !errors.isEmpty { return }
        }
    }
}
