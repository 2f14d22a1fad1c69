import Foundation
import Fuzzing
import SeededRandomness
import Testing

/// A short run of what `make fuzz` does at length, by the same readers; a crash ends it, a hang is seen.
@Suite("Fuzzed readers")
struct FuzzTests {
    /// `FUZZ_RUNS=n` plays more.
    private static let runs = ProcessInfo.processInfo.environment["FUZZ_RUNS"].flatMap(Int.init) ?? 300
    /// `FUZZ_SEED=n` repeats what a printed seed played.
    private static let seed =
        ProcessInfo.processInfo.environment["FUZZ_SEED"].flatMap(UInt64.init) ?? .random(in: 0...UInt64.max)

    @Test("read their seeds, which are our fixtures", arguments: FuzzedReader.allCases)
    func seeds(reader: FuzzedReader) {
        let outcomes = Seeds.of(reader).map { reader.read($0) }
        #expect(outcomes.count { $0 == .read } * 2 > outcomes.count)
        #expect(!FuzzDictionary.words(of: reader).isEmpty)
    }

    @Test("answer or refuse whatever is made of their seeds", arguments: FuzzedReader.allCases)
    func mutations(reader: FuzzedReader) {
        print("\(reader.rawValue): FUZZ_SEED=\(Self.seed)")
        let mutation = Mutation(reader)
        var refused = 0
        for number in 0..<Self.runs {
            var random = SeededRandom(seed: Self.seed &+ UInt64(number))
            if reader.read(mutation.make(&random)) == .refused { refused += 1 }
        }
        // Mutations that were all refused, or none, would try nothing.
        #expect((1..<Self.runs).contains(refused))
    }
}
