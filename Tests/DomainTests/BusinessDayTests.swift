import Domain
import Testing

@Suite
struct BusinessDayTests {
    @Test(
        "dates that exist are read and written back",
        arguments: [
            "1970-01-01", "2022-11-01", "2024-02-29", "2000-02-29", "2022-12-31", "1999-12-31", "9999-12-31",
            "1900-01-01",
        ])
    func roundTrip(text: String) throws {
        let day = try #require(BusinessDay(text))
        #expect(day.description == text)
        #expect(BusinessDay(stored: day.stored) == day)
        #expect(BusinessDay(number: day.number) == day)
    }

    @Test(
        "dates that don't exist and other spellings are refused",
        arguments: [
            "2022-02-29", "1900-02-29", "2100-02-29", "2022-02-30", "2022-04-31", "2022-13-01", "2022-00-10",
            "2022-01-00",
            "2022-1-1", "2022/11/01", "20221101", "", "2022-11-01 ", "2022-+1-01", "+022-11-01", "1899-12-31",
            "2022-11-0１", "2022110101", "20221-1-01", "2022-111-1", "2022-1101-", "-022-11-01",
            "99999999999999999999",
        ])
    func refused(text: String) {
        #expect(BusinessDay(text) == nil)
    }

    @Test(
        "a stored number that is no date is refused",
        arguments: [0, 20_221_301, 20_220_230, -20_220_101, Int64.max])
    func refusedNumber(number: Int64) {
        #expect(BusinessDay(stored: number) == nil)
    }

    @Test("every day of four centuries follows the one before, with leap days where they belong")
    func calendar() throws {
        var day = try #require(BusinessDay("1900-01-01"))
        let last = try #require(BusinessDay("2300-01-01"))
        var count = 0
        while day < last {
            let next = day.advanced(by: 1)
            let (year, stored) = (day.stored / 10_000, day.stored)
            let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
            if stored % 10_000 == 228 { #expect(next.stored % 10_000 == (isLeap ? 229 : 301), "\(day)") }
            if stored % 10_000 == 1231 { #expect(next.stored == (year + 1) * 10_000 + 101) }
            #expect(BusinessDay(stored: stored) == day)
            day = next
            count += 1
        }
        #expect(count == 146_097)
    }
}
