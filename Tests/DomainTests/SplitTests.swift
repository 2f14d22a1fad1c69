import Domain
import Testing

@Suite
struct SplitTests {
    @Test("the largest remainders get what is left over, ties the earlier")
    func remainders() {
        #expect(Split.largestRemainder(100, by: [1, 1, 1]) == [34, 33, 33])
        #expect(Split.largestRemainder(5, by: [1, 1]) == [3, 2])
        #expect(Split.largestRemainder(10, by: [1, 2, 4]) == [1, 3, 6])
        #expect(Split.largestRemainder(-5, by: [1, 1]) == [-3, -2])
        #expect(Split.largestRemainder(0, by: [3, 7]) == [0, 0])
    }

    @Test("no weights give no parts, zero weights everything to the first")
    func degenerate() {
        #expect(Split.largestRemainder(7, by: []) == [])
        #expect(Split.largestRemainder(7, by: [0]) == [7])
        #expect(Split.largestRemainder(7, by: [0, 0]) == [7, 0])
        #expect(Split.largestRemainder(7, by: [0, 1]) == [0, 7])
    }

    @Test("what no share claims is the last part")
    func shares() throws {
        let half = try #require(BasisPoints(5000))
        #expect(Split.byShares(101, [half]) == [51, 50])
        #expect(Split.byShares(101, [half, half]) == [51, 50, 0])
        #expect(Split.byShares(101, []) == [101])
        #expect(Split.byShares(101, [.whole]) == [101, 0])
    }

    @Test("two fen at 50/50, refunded one by one, leave nobody with anything")
    func wholeRefund() throws {
        let shares = [try #require(BasisPoints(5000)), try #require(BasisPoints(5000))]
        var booked: [Int64] = [0, 0, 0]
        for refunded: Int64 in 0...2 {
            let paid = Split.byShares(2, shares)
            let back = Split.byShares(refunded, shares)
            booked = zip(paid, back).map { $0 - $1 }
        }
        #expect(booked == [0, 0, 0])
    }

    @Test("extremes neither trap nor lose a fen")
    func extremes() {
        let totals: [Int64] = [.min, .min + 1, -1, 0, 1, .max]
        let weights: [[Int64]] = [
            [.max, .max, .max], [.max, 1], [1, 0], [.max, .max], Array(repeating: .max, count: 9),
        ]
        for total in totals {
            for weights in weights {
                #expect(Split.largestRemainder(total, by: weights).reduce(0, &+) == total)
            }
        }
    }
}
