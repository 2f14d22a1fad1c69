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

    @Test("two fen at 50/50, refunded one by one, leave nobody with anything")
    func wholeRefund() {
        let weights: [Int64] = [5000, 5000, 0]
        var booked: [Int64] = [0, 0, 0]
        for refunded: Int64 in 0...2 {
            let paid = Split.largestRemainder(2, by: weights)
            let back = Split.largestRemainder(refunded, by: weights)
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
