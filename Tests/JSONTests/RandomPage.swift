import JSON
import SeededRandomness

/// A page made at random, written in one of its many spellings and compared with what is read.
indirect enum RandomPage {
    case text(String)
    case number(String)
    case word(String)
    case array([RandomPage])
    case object([(key: String, value: RandomPage)])

    private static let texts = ["", "a", "好", "\"\\\n\u{1}", "😀😀", "longer than eight", "13800000000", "é"]
    private static let numbers = [
        "0", "-1", "19.90", "9007199254740993", "1e400", "-0.5E-3", "123456789012345678901",
    ]

    static func make(levels: Int, using random: inout SeededRandom) -> RandomPage {
        switch levels == 0 ? Int.random(in: 0..<3, using: &random) : Int.random(in: 0..<6, using: &random) {
        case 0: .text(texts.randomElement(using: &random) ?? "")
        case 1: .number(numbers.randomElement(using: &random) ?? "0")
        case 2: .word(["true", "false", "null"].randomElement(using: &random) ?? "null")
        case 3: .array(children(levels, &random))
        default:
            .object(children(levels, &random).enumerated().map { ("\(texts[$0 % texts.count])\($0)", $1) })
        }
    }

    private static func children(_ levels: Int, _ random: inout SeededRandom) -> [RandomPage] {
        (0..<Int.random(in: 0..<9, using: &random)).map { _ in make(levels: levels - 1, using: &random) }
    }

    /// The page, with white space and escapes where chance puts them.
    func written(using random: inout SeededRandom) -> String {
        let space = ["", "", " ", "\r\n\t"].randomElement(using: &random) ?? ""
        switch self {
        case .text(let text): return space + Self.quoted(text, using: &random) + space
        case .number(let characters), .word(let characters): return space + characters + space
        case .array(let elements):
            var parts: [String] = []
            for element in elements { parts.append(element.written(using: &random)) }
            return space + "[" + space + parts.joined(separator: ",") + "]" + space
        case .object(let members):
            var parts: [String] = []
            for (key, value) in members {
                parts.append(Self.quoted(key, using: &random) + space + ":" + value.written(using: &random))
            }
            return space + "{" + space + parts.joined(separator: "," + space) + "}" + space
        }
    }

    private static func quoted(_ text: String, using random: inout SeededRandom) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            if scalar.value < 0x20 || scalar == "\"" || scalar == "\\" || Bool.random(using: &random) {
                for unit in String(scalar).utf16 {
                    let digits = String(unit, radix: 16, uppercase: Bool.random(using: &random))
                    quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                }
            } else {
                quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }

    /// Whether `view` reads as this page.
    func matches(_ view: JSONView) -> Bool {
        switch self {
        case .text(let text): return view.kind == .text && view.textIfPresent() == text
        case .number(let characters): return view.kind == .number && view.textIfPresent() == characters
        case .word(let word):
            return view.withRawBytes { String(decoding: $0, as: UTF8.self) } == word
                && view.textIfPresent() == nil
        case .array(let elements):
            guard let read = try? view.array(), read.count == elements.count else { return false }
            return zip(elements, read).allSatisfy { $0.matches($1) }
        case .object(let members):
            return view.kind == .object
                && members.allSatisfy { key, value in view[JSONKey(key)].map(value.matches) ?? false }
        }
    }
}
