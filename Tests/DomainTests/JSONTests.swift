import Domain
import Foundation
import Testing

@Suite
struct JSONTests {
    private static func json(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    private static func read<Value: Decodable>(_ type: Value.Type, _ json: String) throws -> Value {
        try JSONDecoder().decode(type, from: Data(json.utf8))
    }

    @Test("numbers, divisions, instants and days are bare values that SQL can compare")
    func values() throws {
        #expect(try Self.json([Fen(-1230), Fen(.max)]) == "[-1230,9223372036854775807]")
        #expect(try Self.json(Grams(.min)) == "-9223372036854775808")
        #expect(try Self.json(BasisPoints.whole) == "10000")
        #expect(try Self.json(Region("411422100200")) == "411422100200")
        #expect(try Self.json(Instant(milliseconds: 1_667_260_800_001)) == "1667260800001")
        let day = try #require(BusinessDay("2022-11-01"))
        #expect(try Self.json(day) == #""2022-11-01""#)
        #expect(try Self.json(DaySpan(from: day)) == #"{"from":"2022-11-01"}"#)
        #expect(try Self.json(DaySpan(from: day, to: day)) == #"{"from":"2022-11-01","to":"2022-11-01"}"#)
        #expect(try Self.read(DaySpan.self, #"{"from":null,"to":"2022-11-01"}"#) == DaySpan(to: day))
    }

    @Test("a share that is none is refused", arguments: ["-1", "10001", "\"5000\"", "0.5", "null"])
    func shares(json: String) {
        #expect(throws: DecodingError.self) { try Self.read(BasisPoints.self, json) }
    }

    @Test(
        "a division that is none is refused", arguments: ["0", "41142", "4114220", "-411422", "\"411422\""])
    func regions(json: String) {
        #expect(throws: DecodingError.self) { try Self.read(Region.self, json) }
    }

    @Test(
        "an instant that would have to be clamped is refused, the furthest is not",
        arguments: [8_000_000_000_000_000, -8_000_000_000_000_000] as [Int64])
    func instants(milliseconds: Int64) throws {
        #expect(try Self.read(Instant.self, "\(milliseconds)").milliseconds == milliseconds)
        #expect(throws: DecodingError.self) {
            try Self.read(Instant.self, "\(milliseconds + milliseconds.signum())")
        }
    }

    @Test(
        "a day that is none is refused",
        arguments: ["20221101", "\"2022-02-30\"", "\"2022-11-1\"", "\"10000-01-01\""])
    func days(json: String) {
        #expect(throws: DecodingError.self) { try Self.read(BusinessDay.self, json) }
    }

    @Test("the first and last day that can be read are written, those beyond are refused")
    func farDays() throws {
        let (first, last) = (BusinessDay("1900-01-01"), BusinessDay("9999-12-31"))
        #expect(try Self.json([first, last]) == #"["1900-01-01","9999-12-31"]"#)
        for day in [first?.advanced(by: -1), last?.advanced(by: 1)] {
            #expect(throws: EncodingError.self) { try Self.json(day) }
        }
    }
}
