import Testing

@testable import Simulator

@Suite("JSONBytes")
struct JSONBytesTests {
    private func written(_ write: (inout JSONBytes) -> Void) -> String {
        var json = JSONBytes()
        write(&json)
        return String(decoding: json.bytes, as: UTF8.self)
    }

    @Test("texts are escaped as JSON wants it, everything else stays as it is")
    func texts() {
        #expect(written { $0.text("山药 \"5斤\"\\\n") } == #""山药 \"5斤\"\\\u000a""#)
        #expect(written { $0.text("") } == "\"\"")
    }

    @Test("numbers, yuan and thousandths are exact at their edges")
    func numbers() {
        #expect(written { $0.number(Int64.min) } == "-9223372036854775808")
        #expect(written { $0.quoted(UInt64.max) } == "\"18446744073709551615\"")
        #expect(written { $0.number(0) } == "0")
        #expect(
            [0, 5, 30, 1234, -7].map { fen in written { $0.yuan(fen) } } == [
                "\"0.00\"", "\"0.05\"", "\"0.30\"", "\"12.34\"", "\"-0.07\"",
            ])
        #expect(
            [0, 7, 13_500, 12_045].map { milli in written { $0.thousandths(milli) } } == [
                "\"0.000\"", "\"0.007\"", "\"13.500\"", "\"12.045\"",
            ])
    }

    @Test("a list has commas between its elements only")
    func lists() {
        #expect(written { $0.list([1, 2, 3]) { $0.number($1) } } == "[1,2,3]")
        #expect(written { $0.list([Int]()) { $0.number($1) } } == "[]")
    }
}
