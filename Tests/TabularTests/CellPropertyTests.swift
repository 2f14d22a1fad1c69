import Domain
import SeededRandomness
import Testing

@testable import Tabular

/// Cells written at random as staff write them, against what they were written from.
@Suite struct CellPropertyTests {
    private static let rounds = 3000

    @Test("an amount reads as what it was written from, however it is written")
    func amounts() throws {
        var random = SeededRandom()
        for _ in 0..<Self.rounds {
            let digits = Int.random(in: 0...13, using: &random)
            let fen = Int64.random(
                in: 0...(0..<digits).reduce(Int64(1)) { power, _ in power * 10 }, using: &random)
            let isNegative = fen > 0 && Bool.random(using: &random)
            let text = Self.written(fen, isNegative: isNegative, &random)

            #expect(try Cell.fen(text) == (isNegative ? -fen : fen), "\(text), seed \(random.seed)")
        }
    }

    @Test("one character changed in an amount gives another amount that the characters say, or none")
    func changedAmounts() {
        var random = SeededRandom()
        for _ in 0..<Self.rounds {
            let fen = Int64.random(in: 0...10_000_000, using: &random)
            var text = Array(Self.written(fen, isNegative: false, &random))
            let place = Int.random(in: 0..<text.count, using: &random)
            text[place] = random.element(of: Array("0159.,-+()¥元万e /x"))

            let read = (try? Cell.fen(String(text))) ?? nil

            #expect(
                read.map { $0.magnitude } == read.flatMap { _ in Self.naive(text) },
                "\(String(text)), seed \(random.seed)")
        }
    }

    @Test("a time reads as what it was written from, however it is written")
    func times() throws {
        var random = SeededRandom()
        for _ in 0..<Self.rounds {
            let second = Int64.random(in: 946_656_000...4_102_415_999, using: &random)
            let instant = Instant(milliseconds: second * 1000)
            let parts = instant.description.split { "-: ".contains($0) }.compactMap { Int($0) }
            let text = Self.written(parts, &random)

            #expect(try Cell.beijingTime(text) == instant.milliseconds, "\(text), seed \(random.seed)")
        }
    }

    /// The digits of a text as fen, two of them behind the point.
    private static func naive(_ text: [Character]) -> UInt64? {
        let plain = text.filter { $0.isNumber || $0 == "." || $0 == "．" }.map {
            $0.wholeNumberValue.map(String.init) ?? "."
        }
        let parts = plain.split(separator: ".", omittingEmptySubsequences: false)
        let decimals = parts.count > 1 ? parts[1].joined() : ""
        return UInt64(parts[0].joined() + (decimals + "00").prefix(2))
    }

    private static func written(_ fen: Int64, isNegative: Bool, _ random: inout SeededRandom) -> String {
        var whole = String(fen / 100)
        if Bool.random(using: &random) {
            var place = whole.count - 3
            while place > 0 {
                whole.insert(",", at: whole.index(whole.startIndex, offsetBy: place))
                place -= 3
            }
        }
        var text = whole
        if fen % 100 != 0 || Bool.random(using: &random) {
            text += "." + String(fen % 100 + 100).dropFirst() + random.element(of: ["", "0", "000"])
        }
        text = random.element(of: ["", "¥", "￥", "¥ "]) + text + random.element(of: ["", "元", " 元"])
        if isNegative { text = Bool.random(using: &random) ? "-\(text)" : "(\(text))" }
        if Bool.random(using: &random) {
            let wide = text.unicodeScalars.map { scalar in
                "0123456789.,-()".unicodeScalars.contains(scalar)
                    ? Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar : scalar
            }
            text = String(String.UnicodeScalarView(wide))
        }
        return random.element(of: ["", " ", "\t", "'", "　"]) + text
    }

    private static func written(_ parts: [Int], _ random: inout SeededRandom) -> String {
        func two(_ number: Int) -> String { String(number + 100).suffix(2).description }
        let isShort = Bool.random(using: &random)
        let (month, day) = isShort ? ("\(parts[1])", "\(parts[2])") : (two(parts[1]), two(parts[2]))
        let date = random.element(of: [
            "\(parts[0])-\(month)-\(day) ", "\(parts[0])/\(month)/\(day) ", "\(parts[0])年\(month)月\(day)日",
            "\(parts[0])年\(month)月\(day)日 ",
        ])
        let seconds = parts[5] == 0 && Bool.random(using: &random) ? "" : two(parts[5])
        switch Int.random(in: 0..<4, using: &random) {
        case 0:
            let hour = (parts[3] + 11) % 12 + 1
            let half = parts[3] < 12 ? ["上午", "AM", "am"] : ["下午", "PM", "pm"]
            let clock = "\(hour):\(two(parts[4]))" + (seconds.isEmpty ? "" : ":\(seconds)")
            let word = random.element(of: half)
            return word.first == "上" || word.first == "下"
                ? "\(date)\(word)\(clock)" : "\(date)\(clock) \(word)"
        case 1: return "\(date)\(parts[3])时\(parts[4])分" + (seconds.isEmpty ? "" : "\(seconds)秒")
        case 2:
            return "\(date)\(isShort ? "\(parts[3])" : two(parts[3])):\(two(parts[4]))"
                + (seconds.isEmpty ? "" : ":\(seconds)")
        default:
            return
                "\(date)\(date.hasSuffix(" ") ? "" : " ")\(two(parts[3])):\(two(parts[4])):\(two(parts[5]))"
        }
    }
}
