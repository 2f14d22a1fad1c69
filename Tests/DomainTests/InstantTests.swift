import Domain
import Testing

@Suite
struct InstantTests {
    @Test("a Beijing day begins at 16:00 UTC of the day before")
    func midnight() throws {
        let last = try #require(Instant(iso: "2022-10-31T15:59:59Z"))
        let first = try #require(Instant(iso: "2022-10-31T16:00:00Z"))
        #expect(last.day.description == "2022-10-31")
        #expect(first.day.description == "2022-11-01")
        #expect(first.day.start == first)
        #expect(first.advanced(byMilliseconds: -1).day.description == "2022-10-31")
        #expect(Instant(milliseconds: -1).day.description == "1970-01-01")
        #expect(Instant(milliseconds: -8 * 3_600_000 - 1).day.description == "1969-12-31")
    }

    @Test(
        "ISO 8601 with a zone, or Beijing time without",
        arguments: [
            ("2022-12-30T00:00:00+08:00", "2022-12-30 00:00:00"),
            ("2022-12-29T16:00:00Z", "2022-12-30 00:00:00"),
            ("2022-12-30T00:00:00-0500", "2022-12-30 13:00:00"), ("2022-12-30 08:30", "2022-12-30 08:30:00"),
            ("2024-02-29 23:59:59", "2024-02-29 23:59:59"), ("2022-12-30T08:30Z", "2022-12-30 16:30:00"),
        ])
    func read(text: String, beijing: String) {
        #expect(Instant(iso: text)?.description == beijing)
    }

    @Test(
        "what is no instant is refused",
        arguments: [
            "", "2022-12-30", "2022-12-30 24:00", "2022-12-30 08:60", "2022-12-30 08:30:60",
            "2022-02-30 08:30", "2022-12-30 +8:30",
            "2022-12-30 08:+3", "2022-12-30 08:30:5", "2022-12-30 08:30:00 ", "2022-12-30 08:30:00+8",
            "2022-12-30 08:30:00+-800",
            "2022-12-30 08:30:00+99:00", "2022-12-30 08:30:00+08:60", "2022-12-30_08:30",
        ])
    func refused(text: String) {
        #expect(Instant(iso: text) == nil)
    }

    @Test("parts of a second count to the millisecond")
    func fractions() {
        #expect(Instant(iso: "2022-12-30T00:00:00.5Z")?.milliseconds == 1_672_358_400_500)
        #expect(Instant(iso: "2022-12-30T08:00:00.0019+08:00")?.milliseconds == 1_672_358_400_001)
        #expect(Instant(iso: "1969-12-31T23:59:59.999Z")?.milliseconds == -1)
    }

    @Test("far-away nonsense has a day and a text", arguments: [Int64.min, Int64.max])
    func extremes(number: Int64) {
        for instant in [Instant(milliseconds: number), Instant(seconds: number)] {
            let moved = instant.advanced(byMilliseconds: number)
            #expect(instant.day.stored != 0)
            #expect(!moved.description.isEmpty)
            #expect((instant.milliseconds < 0) == (number < 0))
        }
    }

    @Test("seconds are rounded down, before the epoch too")
    func seconds() {
        #expect(Instant(milliseconds: 1999).seconds == 1)
        #expect(Instant(milliseconds: -1).seconds == -1)
    }
}
