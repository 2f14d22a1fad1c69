import Foundation
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
}
