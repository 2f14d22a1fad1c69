import Domain
import Testing

@testable import Service

/// The days that a file tells of, and those without an order.
@Suite("The days of a file")
struct FileDaysTests {
    private static let first = BusinessDay(number: 19_297)

    private static func days(_ numbers: [Int]) -> FileDays {
        var days = FileDays()
        for number in numbers {
            days.add(createdAt: first.advanced(by: number).start.advanced(byMilliseconds: 3_600_000))
        }
        return days
    }

    @Test("from the first to the last, whatever the order of the rows")
    func whole() {
        #expect(Self.days([]).whole == nil && Self.days([]).silent.isEmpty)
        let days = Self.days([4, 0, 2])
        #expect(days.whole == Self.first...Self.first.advanced(by: 4))
        #expect(days.span?.from == Self.first.start.advanced(byMilliseconds: 3_600_000))
        #expect(days.span?.to == Self.first.advanced(by: 4).start.advanced(byMilliseconds: 3_600_000))
    }

    @Test(
        "more than seven days in a row without an order are told, no less",
        arguments: [
            ([0, 8], []), ([0, 9], [1...8]), ([9, 0, 9], [1...8]), ([0, 100], [1...99]),
            ([0, 20, 8, 40], [9...19, 21...39]), ([5], []),
        ] as [([Int], [ClosedRange<Int>])])
    func silent(numbers: [Int], silent: [ClosedRange<Int>]) {
        let expected = silent.map {
            Self.first.advanced(by: $0.lowerBound)...Self.first.advanced(by: $0.upperBound)
        }
        #expect(Self.days(numbers).silent == expected)
    }
}
