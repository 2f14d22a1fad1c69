import Domain
import SeededRandomness

extension SeededRandom {
    /// What is said of an after-sale, one version after the other, each of one line or of two; no two have one rank.
    mutating func versions(ofRefund refundID: String) -> [[Refund]] {
        var lineIDs = lines
        let fen = element(of: [1, 2, 300, 666, 667, 1000] as [Int64])
        let returnedMilli = element(of: [0, 0, 500, 2500] as [Int64])
        let courses: [[Refund.State]] = [
            [.succeeded], [.open, .succeeded], [.succeeded, .succeeded], [.open, .succeeded, .succeeded],
            [.open, .withoutRefund], [.succeeded, .withoutRefund], [.succeeded, .open, .succeeded],
        ]
        var day = next(in: 6...9)
        return element(of: courses).map { state in
            day += next(in: 1...3)
            if next(in: 0...3) == 0 { lineIDs = lines }
            return lineIDs.map {
                .sample(refundID, of: $0, fen: fen, returnedMilli: returnedMilli, state, on: day)
            }
        }
    }

    private var lines: [String] {
        mutating get {
            let all = ["L1", "L2", "L3", "L9"].shuffled(using: &self)
            return Array(all.prefix(next(in: 1...2)))
        }
    }
}
