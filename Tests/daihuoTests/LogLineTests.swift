import Domain
import Foundation
import Logging
import SeededRandomness
import Synchronization
import Testing

@testable import daihuo

@Suite("Lines of a log")
struct LogLineTests {
    /// 2022-12-31T08:00:00.007 in Beijing.
    private static let time = Instant(milliseconds: 1_672_444_800_007)

    private static func line(_ message: String, _ fields: [(String, LogValue)]) -> LogLine {
        LogLine(time: time, level: "info", message: message, fields: fields.map { (key: $0.0, value: $0.1) })
    }

    @Test(
        "a value stands as it is where it is one word, else in quotes, with what is not for the eye escaped")
    func logfmt() {
        let line = Self.line(
            "sync",
            [
                ("account", .text("县馆")), ("count", .integer(-3)), ("empty", .text("")),
                ("blank", .text("a b")),
                ("equals", .text("a=b")), ("quote", .text("a\"b\\")), ("lines", .text("a\r\nb\u{2028}c\td")),
                ("turned", .text("a\u{202E}b")), ("wide", .text("甲　乙")), ("far", .text("\u{F0000}")),
                ("a key\"", .text("1")),
            ])
        #expect(
            line.text == #"""
                2022-12-31T08:00:00.007+08:00 info sync account=县馆 count=-3 empty="" blank="a b" equals="a=b" \#
                quote="a\"b\\" lines="a\u000d\nb\u2028c\td" turned="a\u202eb" wide="甲　乙" far="\udb80\udc00" a_key_=1
                """#)
    }

    @Test("as JSON the same is one object, whose own keys nobody takes away")
    func json() {
        let line = Self.line(
            "sync", [("account", .text("县\"馆")), ("entries", .integer(4)), ("time", .text("x"))])
        #expect(
            line.json
                == #"{"time":"2022-12-31T08:00:00.007+08:00","level":"info","message":"sync","account":"县\"馆","entries":4,"time_":"x"}"#
        )
    }

    @Test(
        "times are Beijing's, to the millisecond, also before 1970",
        arguments: [
            (0, "1970-01-01T08:00:00.000+08:00"), (-1, "1970-01-01T07:59:59.999+08:00"),
            (1_672_444_800_120, "2022-12-31T08:00:00.120+08:00"),
        ] as [(Int64, String)])
    func times(milliseconds: Int64, text: String) {
        let line = LogLine(
            time: Instant(milliseconds: milliseconds), level: "info", message: "m", fields: [])
        #expect(line.text == "\(text) info m")
    }

    @Test("whatever stands in a line, it is one line, and is read back as it was")
    func roundTrip() throws {
        var random = SeededRandom()
        print("LogLineTests.roundTrip: seed \(random.seed)")
        for _ in 0..<2_000 {
            let values = (0..<random.next(in: 0...4)).map { _ in random.awkwardText() }
            let message = random.awkwardText()
            let line = Self.line(message, values.enumerated().map { ("k\($0)", .text($1)) })
            let comment = Comment(rawValue: "seed \(random.seed): \(line.text)")
            #expect(
                !line.text.contains(where: \.isNewline) && !line.json.contains(where: \.isNewline), comment)
            var words = try #require(Self.words(line.text), comment)
            #expect(
                words.removeFirst() == "2022-12-31T08:00:00.007+08:00" && words.removeFirst() == "info",
                comment)
            #expect(words.removeFirst() == message, comment)
            #expect(words == values.enumerated().map { "k\($0)=\($1)" }, comment)
            let object = try JSONSerialization.jsonObject(with: Data(line.json.utf8)) as? [String: String]
            #expect(object?["message"] == message && object?.count == values.count + 3, comment)
            for (number, value) in values.enumerated() { #expect(object?["k\(number)"] == value, comment) }
        }
    }

    /// The words of a line, those in quotes read as JSON; `nil` where it cannot be read.
    private static func words(_ line: String) -> [String]? {
        var (words, rest) = ([String](), line.unicodeScalars[...])
        while true {
            var word = String(rest.prefix { $0 != " " && $0 != "\"" })
            rest = rest.dropFirst(word.unicodeScalars.count)
            if rest.first == "\"" {
                var (quoted, isEscaped) = (String.UnicodeScalarView("\"".unicodeScalars), false)
                rest = rest.dropFirst()
                while let scalar = rest.popFirst() {
                    quoted.append(scalar)
                    if scalar == "\"", !isEscaped { break }
                    isEscaped = scalar == "\\" && !isEscaped
                }
                guard let text = try? JSONDecoder().decode(String.self, from: Data(String(quoted).utf8))
                else { return nil }
                word.unicodeScalars += text.unicodeScalars
            }
            words.append(word)
            guard rest.popFirst() == " " else { return rest.isEmpty ? words : nil }
        }
    }
}

extension SeededRandom {
    /// A text of what is awkward in a line.
    fileprivate mutating func awkwardText() -> String {
        let parts = [
            "\"", "\\", "\n", "\r", "\t", " ", "=", "\u{0}", "\u{1B}[2J", "\u{85}", "\u{2028}", "\u{2029}",
            "\u{202E}",
            "\u{FEFF}", "u", "n", "县馆", "　", "🥬", "e\u{301}", "\u{10FFFF}", "\u{7F}", "a", "1",
        ]
        return (0..<next(in: 0...8)).map { _ in element(of: parts) }.joined()
    }
}

@Suite("The log behind swift-log")
struct LineLogHandlerTests {
    private static func logged(
        _ level: Logger.Level = .info, _ format: LogFormat = .text, _ body: (inout Logger) -> Void
    ) -> String {
        let written = Written()
        var logger = Logger(label: "x") { _ in
            LineLogHandler(level: level, format: format, now: { Instant(seconds: 0) }, write: written.write)
        }
        body(&logger)
        return written.text
    }

    @Test(
        "metadata of logger and event stand by their names, that of the event counts; numbers are numbers in JSON"
    )
    func metadata() {
        func log(_ logger: inout Logger) {
            logger[metadataKey: "b"] = "of the logger"
            logger[metadataKey: "z"] = "last"
            logger.info("m", metadata: ["b": .stringConvertible(7), "a": ["x", "y"]])
        }
        #expect(
            Self.logged(.info, .text, log)
                == "1970-01-01T08:00:00.000+08:00 info m a=\"[\\\"x\\\", \\\"y\\\"]\" b=7 z=last\n")
        #expect(
            Self.logged(.info, .json, log)
                == #"{"time":"1970-01-01T08:00:00.000+08:00","level":"info","message":"m","a":"[\"x\", \"y\"]","b":7,"z":"last"}"#
                + "\n")
    }

    @Test("what is less grave than asked for is not written")
    func levels() {
        let text = Self.logged(.warning) { logger in
            logger.info("a")
            logger.warning("b")
            logger.error("c")
        }
        #expect(
            text.split(separator: "\n").map { $0.split(separator: " ")[1...].joined(separator: " ") } == [
                "warning b", "error c",
            ])
    }
}

/// What was written.
final class Written: Sendable {
    private let written = Mutex("")

    var text: String { written.withLock { $0 } }

    func write(_ text: String) { written.withLock { $0 += text } }
}
