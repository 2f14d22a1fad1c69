import JSON
import SeededRandomness
import Testing

@Suite("Values from characters")
struct ValueTests {
    private func reading<R>(_ value: String, _ body: (JSONView) throws -> R) throws -> R {
        try withPage("{\"v\":\(value)}", body)
    }

    private func reason(
        _ value: String, _ body: (JSONView) throws(JSONError) -> Void
    ) -> JSONError.Reason? {
        refusal(of: "{\"v\":\(value)}", body)?.reason
    }

    @Test(
        "texts and the characters of numbers are exact",
        arguments: [
            (#""""#, ""), (#""好\n\t\"\\\/""#, "好\n\t\"\\/"), (#""\b\f\r""#, "\u{8}\u{C}\r"),
            (#""\uD83D\uDE00""#, "😀"), (#""\u00e9\u4E2d\u007a""#, "é中z"), (#""a\u0000b""#, "a\u{0}b"),
            (#""\uD83D""#, "\u{FFFD}"), (#""\uDE00x""#, "\u{FFFD}x"), (#""\uD83D\uD83D\uDE00""#, "\u{FFFD}😀"),
            (#""\uD83D\u0041""#, "\u{FFFD}A"), (#""\uD83D\n""#, "\u{FFFD}\n"),
            ("9007199254740993", "9007199254740993"), ("18446744073709551617", "18446744073709551617"),
            (#""\"4826542160911841\"""#, "\"4826542160911841\""), ("19.90", "19.90"), ("-1E+400", "-1E+400"),
        ])
    func texts(value: String, expected: String) throws {
        try reading(value) { (root) throws in
            #expect(try root.text("v") == expected)
            #expect(root.textIfPresent("v") == expected)
            #expect(root["v"]?.withBytes { Array($0) } == Array(expected.utf8))
        }
    }

    @Test("what is no text is nil or an error", arguments: ["null", "true", "[1]", "{}"])
    func notTexts(value: String) throws {
        try reading(value) { (root) throws in
            #expect(root.textIfPresent("v") == nil)
            #expect(root["v"]?.withBytes { $0.count } == nil)
            #expect(throws: JSONError.self) { try root.text("v") }
        }
    }

    @Test(
        "whole numbers",
        arguments: [
            ("123", 123), ("\"123\"", 123), ("-5", -5), ("\"-5\"", -5), ("1.00", 1), ("-0", 0),
            ("\"007\"", 7),
            ("9223372036854775807", Int64.max), ("\"-9223372036854775808\"", Int64.min),
        ])
    func integers(value: String, expected: Int64) throws {
        #expect(try reading(value) { try $0.integer("v") } == expected)
        #expect(try reading(value) { try $0.integerIfPresent("v") } == expected)
    }

    @Test(
        "what is no whole number says why",
        arguments: [
            ("1.5", .fractional), ("1e3", .exponent), ("\"1E3\"", .exponent),
            ("9223372036854775808", .outOfRange), ("-9223372036854775809", .outOfRange),
            ("18446744073709551616", .outOfRange), ("\"1,234\"", .notNumeric), ("\" 1\"", .notNumeric),
            ("\"+1\"", .notNumeric), ("\"-\"", .notNumeric), ("\"1.\"", .notNumeric), ("\".5\"", .notNumeric),
            (#""\"482\"""#, .notNumeric), ("true", .wrongKind(expected: .number, found: .boolean)),
            ("[1]", .wrongKind(expected: .number, found: .array)),
        ] as [(String, JSONError.Reason)])
    func notIntegers(value: String, expected: JSONError.Reason) {
        #expect(reason(value) { (root) throws(JSONError) in _ = try root.integer("v") } == expected)
        #expect(reason(value) { (root) throws(JSONError) in _ = try root.integerIfPresent("v") } == expected)
    }

    @Test(
        "yuan to fen",
        arguments: [
            ("19.9", 1990), ("\"19.90\"", 1990), ("19.9000", 1990), ("0", 0), ("0.01", 1), ("-0.05", -5),
            ("\"-3\"", -300), ("92233720368547758.07", Int64.max),
            ("4503599627370497.35", 450_359_962_737_049_735),
        ])
    func fen(value: String, expected: Int64) throws {
        #expect(try reading(value) { try $0.fen("v") } == expected)
        #expect(try reading(value) { try $0.fenIfPresent("v") } == expected)
    }

    @Test(
        "what is no amount says why",
        arguments: [
            ("1.005", .tooManyDecimals), ("\"0.001\"", .tooManyDecimals), ("1.5e1", .exponent),
            ("92233720368547758.08", .outOfRange), ("\"1,000.00\"", .notNumeric), ("\"¥1\"", .notNumeric),
        ] as [(String, JSONError.Reason)])
    func notFen(value: String, expected: JSONError.Reason) {
        #expect(reason(value) { (root) throws(JSONError) in _ = try root.fen("v") } == expected)
    }

    @Test(
        "true and false in their writings",
        arguments: [
            ("true", true), ("1", true), ("\"1\"", true), ("\"true\"", true),
            ("false", false), ("0", false), ("\"0\"", false), ("\"false\"", false),
        ])
    func booleans(value: String, expected: Bool) throws {
        #expect(try reading(value) { try $0.bool("v") } == expected)
        #expect(try reading(value) { try $0.boolIfPresent("v") } == expected)
    }

    @Test("other writings are no truth value", arguments: ["2", "\"yes\"", "\"TRUE\"", "\"01\""])
    func notBooleans(value: String) {
        #expect(reason(value) { (root) throws(JSONError) in _ = try root.bool("v") } == .notBoolean)
    }

    @Test(
        "Beijing times",
        arguments: [
            ("2022-11-01 00:00:00", 1_667_232_000_000), ("2022/11/01T00:00:01", 1_667_232_001_000),
            ("2022-11-01 00:01", 1_667_232_060_000), ("1970-01-01 08:00:00", 0),
            ("2024-02-29 23:59:59", 1_709_222_399_000), ("2000-03-01 08:00:00", 951_868_800_000),
            ("1969-12-31 23:59:59", -28_801_000), ("2022-11-01 00:00:00.0", 1_667_232_000_000),
            ("2022-11-01T08:00:00.123+08:00", 1_667_260_800_123),
            ("2022-11-01T08:00:00.1239+0800", 1_667_260_800_123),
            ("2022-11-01T00:00:00.12Z", 1_667_260_800_120), ("2022-11-01T00:00Z", 1_667_260_800_000),
            ("2022-11-01 08:00:00.987654321+08", 1_667_260_800_987),
            ("2022-10-31T19:00:00-05:00", 1_667_260_800_000),
        ])
    func times(text: String, expected: Int64) throws {
        #expect(try reading("\"\(text)\"") { try $0.beijingTime("v") } == expected)
    }

    @Test(
        "what is no Beijing time says so",
        arguments: [
            "2023-02-29 00:00:00", "2022-13-01 00:00:00", "2022-11-31 00:00:00", "2022-11-01 24:00:00",
            "2022-11-01 00:60:00", "2022-11-01 00:00:60", "2022-11-00 00:00:00", "2022-11-01",
            "2022-11/01 00:00:00",
            "2022/11/01 00:00:00Z", "2022-11-01 00:00:00.", "2022-11-01 00:00:00.Z", "2022-11-01 00:00.5",
            "2022-11-01 00:00:00.1234567891", "2022-11-01 00:00:00+8", "2022-11-01 00:00:00 +08:00",
            "1667232000", "2022-11-01 00-00:00",
        ])
    func notTimes(text: String) {
        #expect(
            reason("\"\(text)\"") { (root) throws(JSONError) in _ = try root.beijingTime("v") } == .notTime)
    }

    @Test("null and the empty text are absent; so are 0 and the zero date as times")
    func absent() throws {
        for value in ["null", "\"\""] {
            try reading(value) { (root) throws in
                #expect(try root.integerIfPresent("v") == nil)
                #expect(try root.fenIfPresent("v") == nil)
                #expect(try root.boolIfPresent("v") == nil)
                #expect(try root.integerIfPresent("absent") == nil)
            }
        }
        for value in ["null", "\"\"", "0", "\"0\"", "\"0000-00-00 00:00:00\""] {
            #expect(try reading(value) { try $0.beijingTime("v") } == nil)
        }
        #expect(try withPage("{}") { try $0.beijingTime("v") } == nil)
        #expect(reason("\"\"") { (root) throws(JSONError) in _ = try root.integer("v") } == .notNumeric)
        #expect(reason("null") { (root) throws(JSONError) in _ = try root.fen("v") } == .missing)
    }

    @Test("the short way for plain whole numbers gives what the long way gives")
    func plainNumbers() throws {
        let seed = UInt64.random(in: .min ... .max)
        var random = SeededRandom(seed: seed)
        let edges = [
            "0", "-0", "7", "-7", "1.0", "1.5", "1e3", "\(Int64.max)", "\(Int64.min)", "9223372036854775808",
        ]
        let made = (0..<500).map { _ in
            let digits = (0..<Int.random(in: 0...20, using: &random)).map { _ in
                String(Int.random(in: 0...9, using: &random))
            }
            return String(Int.random(in: 1...9, using: &random)) + digits.joined()
        }
        for number in edges + made {
            try reading(number) { (root) throws in
                #expect(
                    (try? root.integerIfPresent("v")) == (try? root.integer("v")), "\(number), seed \(seed)")
                #expect(root["v"]?.isAllDigits == number.allSatisfy(\.isNumber))
            }
        }
    }

    @Test("ids are told from what only contains digits")
    func digits() throws {
        for (value, expected) in [("\"007\"", true), ("\"7a\"", false), ("null", false), ("[7]", false)] {
            #expect(try reading(value) { $0["v"]?.isAllDigits } == expected)
        }
    }
}
