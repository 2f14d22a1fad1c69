import JSON
import Testing

@Suite("A page is accepted or refused")
struct DocumentTests {
    @Test("an empty body has its own reason", arguments: ["", " \r\n\t", "\u{FEFF}", "\u{FEFF}\n"])
    func empty(text: String) { #expect(refusal(of: text)?.reason == .emptyBody) }

    @Test(
        "a body that is no object or array has its own reason",
        arguments: [
            "<!DOCTYPE html><html></html>", "\u{FEFF}\n<html>", "504 Gateway Time-out", "null", "\"a\"",
        ])
    func notJSON(text: String) { #expect(refusal(of: text)?.reason == .notJSON) }

    @Test("a byte order mark and white space around the root are skipped")
    func byteOrderMark() throws {
        #expect(try withPage("\u{FEFF} \n{\"a\": 1}\n ") { try $0.integer("a") } == 1)
    }

    @Test(
        "grammar is checked in every value, read or not",
        arguments: [
            "{\"a\":1,}", "[1,]", "[,1]", "[1,,2]", "[1 2]", "[:1]", "{,}", "{\"a\"}", "{\"a\":}",
            "{\"a\" 1}",
            "{a:1}", "{\"a\":1,\"b\"}", "{1:2}", "[01]", "[1.]", "[.5]", "[+1]", "[-]", "[1e]", "[1e+]",
            "[-01]",
            "[0x1]", "[NaN]", "[tru]", "[truex]", "[nul]", "[True]", "[\"\\x\"]", "[\"\\u12G4\"]",
            "[\"\\u12\"]",
            "{\"\\q\":1}", "[1\"a\"]", "[\"a\"1]", "[\"a\":1]", "{\"x\":[\"a\":1]]}", "{\"x\":\"a\":1}",
            "[1}",
            "{\"a\":1]", "[\"a\nb\"]", "[\"a\u{0}b\"]", "{\"a\":1}}", "{\"a\":1} {}", "[]]", "[] x",
            "[1]\u{0}",
        ])
    func malformed(text: String) {
        switch refusal(of: text)?.reason {
        case .malformed(let byteOffset): #expect((0...text.utf8.count).contains(byteOffset))
        case .incomplete: break
        case let other: Issue.record("\(text) gave \(String(describing: other))")
        }
    }

    @Test("the place of a fault is told")
    func place() {
        #expect(refusal(of: "\u{FEFF}{\"a\": tru}")?.reason == .malformed(byteOffset: 9))
        #expect(refusal(of: "{\"a\": 1} {}")?.reason == .malformed(byteOffset: 9))
    }

    @Test("a page cut anywhere is refused")
    func truncated() {
        let page = Array("{\"a\":[1,-2.5,\"好\\n\",{\"b\":true,\"\\u00e9\":null}],\"c\":{}}".utf8)
        #expect(refusal(of: page) == nil)
        for length in 0..<page.count {
            #expect(refusal(of: Array(page[..<length])) != nil, "cut to \(length) bytes")
        }
        #expect(refusal(of: "{\"a\":[1,{\"b\":2}")?.reason == .incomplete)
        #expect(refusal(of: "{\"a\":\"never closed")?.reason == .incomplete)
    }

    @Test(
        "bytes that are not UTF-8 are refused",
        arguments: [
            [0xFF], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xB4, 0xF3], [0xF8, 0x88, 0x80, 0x80, 0x80],
        ])
    func badUTF8(bytes: [UInt8]) {
        #expect(refusal(of: Array("[\"".utf8) + bytes + Array("\"]".utf8))?.reason == .badUTF8)
    }

    @Test("64 levels are read, one more is not", arguments: [("[", "]"), ("{\"a\":", "}")])
    func nesting(open: String, close: String) {
        func page(_ levels: Int) -> String {
            let core = open == "[" ? "" : "0"
            return String(repeating: open, count: levels) + core + String(repeating: close, count: levels)
        }
        #expect(refusal(of: page(64)) == nil)
        #expect(refusal(of: page(65))?.reason == .tooDeep(levelsMax: 64))
        #expect(refusal(of: page(10_000))?.reason == .tooDeep(levelsMax: 64))
    }

    @Test("10,000 opening brackets are refused")
    func bracketBomb() {
        #expect(refusal(of: String(repeating: "[", count: 10_000)) != nil)
        #expect(refusal(of: String(repeating: "[", count: 10_000) + "]")?.reason == .tooDeep(levelsMax: 64))
    }

    @Test("numbers of any size pass in fields that nobody reads")
    func hugeNumbers() throws {
        let nines = String(repeating: "9", count: 400)
        let page = "{\"x\":1e400,\"y\":\(nines),\"z\":-0.\(nines)E-9999,\"a\":7}"
        #expect(try withPage(page) { try $0.integer("a") } == 7)
    }

    @Test("a body of 100 MB is refused, one of 40 MB is read")
    func largeBodies() throws {
        var body = Array("[".utf8)
        while body.count < 40_000_000 {
            body.append(contentsOf: "{\"order_id\":\"6900000000000000001\"},".utf8)
        }
        body.append(contentsOf: "{\"order_id\":\"last\"}]".utf8)
        let last = try JSONDocument(body).read { (root) throws(JSONError) in
            try root.array().last?.text("order_id")
        }
        #expect(last == "last")
        let oversized = [UInt8](repeating: UInt8(ascii: "["), count: 100_000_000)
        #expect(
            refusal(of: oversized)?.reason == .bodyTooLarge(bytes: 100_000_000, bytesMax: 64 << 20))
    }

    @Test("documents that live at once do not disturb each other, on any thread")
    func concurrency() async throws {
        let sums = try await withThrowingTaskGroup(of: Int64.self) { group in
            for number in 0..<64 {
                group.addTask {
                    let documents = try (0..<8).map { try JSONDocument(Array("[\(number),\($0)]".utf8)) }
                    return try documents.map { document in
                        try document.read { (root) throws(JSONError) in
                            try root.array()[0].integer() + root.array()[1].integer()
                        }
                    }.reduce(0, +)
                }
            }
            return try await group.reduce(0, +)
        }
        #expect(sums == 64 * 63 / 2 * 8 + 64 * 28)
    }
}
