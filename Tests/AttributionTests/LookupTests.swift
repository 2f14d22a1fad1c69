import Domain
import SeededRandomness
import Testing

@testable import Attribution

@Suite
struct LookupTests {
    @Test("texts are equal byte for byte or not at all")
    func exactText() {
        #expect(ByteKey("é") != ByteKey("e\u{301}"))
        let texts = (0...40).flatMap { count in
            ["a", "b"].map {
                String(repeating: "x", count: count) + $0 + String(repeating: "x", count: 40 - count)
            }
        }
        let prefixes = (0...40).map { String(repeating: "0", count: $0) }
        #expect(Set((texts + prefixes).map { ByteKey($0) }).count == Set(texts + prefixes).count)
        for text in texts {
            #expect(ByteKey(text) == ByteKey(String(decoding: Array(text.utf8), as: UTF8.self)))
        }
    }

    @Test("every id has its own holders in the order of the roster, and other ids have none")
    func holders() {
        var random = SeededRandom()
        let places = Dictionary(uniqueKeysWithValues: (0...9).map { (ByteKey("p\($0)"), $0) })
        for count in [0, 1, 2, 3, 500] {
            let rows = (0..<count).map { _ in
                Identity.of("p\(random.next(in: 0...9))", .host, "h\(random.next(in: 0...count))")
            }
            let index = IdentityIndex(rows, of: [], places: places)
            for number in 0...count + 50 {
                let expected = rows.filter { $0.value == "h\(number)" }.map(\.partyID)
                let found = index.holders(of: "h\(number)", as: .hostID)?.map(\.partyID)
                #expect(found == expected, "seed \(random.seed)")
            }
        }
    }

    @Test("days in eight bytes are the days of the span")
    func dayRanges() {
        let days = (-2...2).map { BusinessDay(number: 19_297 + $0) }
        for from in days.map(Optional.some) + [nil] {
            for to in days.map(Optional.some) + [nil] {
                let span = DaySpan(from: from, to: to)
                for day in days + [Instant(seconds: .min).day, Instant(seconds: .max).day] {
                    #expect(DayRange(span).contains(day) == span.contains(day))
                }
            }
        }
    }
}
