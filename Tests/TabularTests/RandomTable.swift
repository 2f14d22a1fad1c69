import WrittenTables
import SeededRandomness

/// A random table, as text in a dialect and as what must be read from it.
struct RandomTable {
    private(set) var text = ""
    let columns: [String]
    private(set) var rows: [ReadRow] = []

    /// Letters that no cleaning touches, of one to four bytes in either encoding.
    private static let plain = Array("aZ07订单编号腊肉盒é€㐀𠮷🍊".unicodeScalars)
    private static let special = Array(",;\t\"\r\n '`=-  ".unicodeScalars)

    init(_ dialect: WrittenDialect, _ random: inout SeededRandom) {
        columns = (1...Int.random(in: 2...8, using: &random)).map { "订单编号\($0)" }
        var line = 1
        append(dialect.line(columns), dialect, &line, isLast: false)
        let count = Int.random(in: 1...20, using: &random)
        for index in 1...count {
            let width = Int.random(in: 1...columns.count, using: &random)
            let cells = (0..<width).map { Self.cell(isFirst: $0 == 0, &random) }
            rows.append(
                ReadRow(line: line, cells: cells + Array(repeating: "", count: columns.count - width)))
            append(dialect.line(cells), dialect, &line, isLast: index == count && Bool.random(using: &random))
            if index < count && Int.random(in: 0..<5, using: &random) == 0 {
                append("", dialect, &line, isLast: false)
            }
        }
    }

    private mutating func append(_ row: String, _ dialect: WrittenDialect, _ line: inout Int, isLast: Bool) {
        let written = row + (isLast ? "" : dialect.lineEnd)
        text += written
        // "\r\n" is one Character, as it is one line end.
        line += written.count { $0 == "\n" || $0 == "\r" || $0 == "\r\n" }
    }

    private static func cell(isFirst: Bool, _ random: inout SeededRandom) -> String {
        if !isFirst && Int.random(in: 0..<4, using: &random) == 0 { return "" }
        // Now and then a cell is longer than the reader's chunk of 256 KiB, mostly it is short.
        let isLong = Int.random(in: 0..<400, using: &random) == 0
        let length = isLong ? 100_000 : Int.random(in: 1...12, using: &random)
        var scalars = String.UnicodeScalarView()
        for index in 0..<length {
            let isEdge = index == 0 || index == length - 1
            let alphabet = isEdge || Bool.random(using: &random) ? plain : special
            if let scalar = alphabet.randomElement(using: &random) { scalars.append(scalar) }
        }
        return String(scalars)
    }
}
