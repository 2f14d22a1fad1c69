import Domain
import SeededRandomness
import Testing

@Suite
struct SplitPropertyTests {
    @Test("parts add up, have the total's sign and are within one of their exact share")
    func sums() {
        var random = SeededRandom()
        for _ in 0..<5000 {
            let total = Int64(random.next(in: -1_000_000_000...1_000_000_000))
            let weights = (0..<random.next(in: 1...8)).map { _ in Int64(random.next(in: 0...10_000)) }
            let parts = Split.largestRemainder(total, by: weights)
            let sum = weights.reduce(0, +)
            #expect(parts.count == weights.count)
            #expect(parts.reduce(0, +) == total, "\(total) by \(weights), seed \(random.seed)")
            guard sum > 0 else { continue }
            for (part, weight) in zip(parts, weights) {
                #expect(part * total.signum() >= 0, "\(total) by \(weights), seed \(random.seed)")
                #expect(abs(part * sum - total * weight) < sum, "\(total) by \(weights), seed \(random.seed)")
            }
        }
    }

    @Test("booking cumulative differences ends at zero for everybody once all is refunded")
    func refunds() {
        var random = SeededRandom()
        for _ in 0..<2000 {
            let paid = Int64(random.next(in: 1...2000))
            let shares = Self.shares(&random)
            var booked = Split.largestRemainder(paid, by: shares)
            var refunded: Int64 = 0
            while refunded < paid {
                let before = Split.largestRemainder(refunded, by: shares)
                refunded += Int64(random.next(in: 1...Int(paid - refunded)))
                let difference = zip(Split.largestRemainder(refunded, by: shares), before).map { $0 - $1 }
                booked = zip(booked, difference).map { $0 - $1 }
                #expect(booked.reduce(0, +) == paid - refunded, "seed \(random.seed)")
            }
            #expect(booked.allSatisfy { $0 == 0 }, "\(paid) by \(shares), seed \(random.seed)")
        }
    }

    /// One to four shares of 10,000 together with what is left over.
    private static func shares(_ random: inout SeededRandom) -> [Int64] {
        var left: Int64 = 10_000
        var shares: [Int64] = []
        for _ in 0..<random.next(in: 1...4) {
            let share = Int64(random.next(in: 0...Int(left)))
            left -= share
            shares.append(share)
        }
        return shares + [left]
    }
}
