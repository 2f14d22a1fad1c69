import Domain
import Testing

@Suite
struct DaySpanTests {
    private static func span(_ from: String, _ to: String) -> DaySpan {
        DaySpan(from: BusinessDay(from), to: BusinessDay(to))
    }

    @Test("the first day belongs to a span, the last does not")
    func edges() throws {
        let span = Self.span("2022-11-01", "2022-12-01")
        let first = try #require(BusinessDay("2022-11-01"))
        #expect(span.contains(first))
        #expect(!span.contains(first.advanced(by: -1)))
        #expect(span.contains(first.advanced(by: 29)))
        #expect(!span.contains(first.advanced(by: 30)))
        #expect(DaySpan().contains(first))
    }

    @Test(
        "spans overlap where they share a day",
        arguments: [
            ("2022-01-01", "2022-06-01", "2022-06-01", "", false),
            ("2022-01-01", "2022-06-02", "2022-06-01", "", true),
            ("", "", "2022-06-01", "2022-06-02", true), ("", "2022-06-01", "2022-06-01", "", false),
            ("2022-01-01", "", "", "2022-01-02", true),
            ("2022-01-01", "2022-12-31", "2022-03-01", "2022-04-01", true),
        ])
    func overlaps(from: String, to: String, otherFrom: String, otherTo: String, expected: Bool) {
        let (one, other) = (Self.span(from, to), Self.span(otherFrom, otherTo))
        #expect(one.overlaps(other) == expected)
        #expect(other.overlaps(one) == expected)
    }
}
