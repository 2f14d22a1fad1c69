internal import Yams

/// What the aliases of a text come to: a few lines of them (`*a`) may say as much as a library holds.
enum YAMLAliases {
    /// So many values may stand in a text with anchors, each counted as often as it is said.
    private static let valuesMax = 100_000
    /// A text is not put together at all where its aliases could say more bytes: keys are compared meanwhile.
    private static let bytesMax = 1e7

    /// Whether a text may say more than anybody would write, by the number of its anchors and aliases alone.
    static func mayMultiply(_ text: String) -> Bool {
        let (anchors, aliases) = marks(in: text)
        // Most is said where the aliases are spread evenly over anchors that stand within each other.
        let most = (0...min(anchors, aliases)).dropFirst().map { levels in
            (0..<levels).reduce(1.0) { said, _ in min(said * Double(aliases) / Double(levels), bytesMax) }
        }.max()
        return (most ?? 0) * Double(text.utf8.count) > bytesMax
    }

    /// Whether what was put together of a text is too much.
    static func areTooMany(in node: Node, of text: String) -> Bool {
        guard marks(in: text).aliases > 0 else { return false }
        var left = valuesMax
        return !isWithin(&left, node)
    }

    private static func isWithin(_ left: inout Int, _ node: Node) -> Bool {
        left -= 1
        guard left > 0 else { return false }
        switch node {
        case .sequence(let items): return items.allSatisfy { isWithin(&left, $0) }
        case .mapping(let pairs): return pairs.allSatisfy { isWithin(&left, $0) && isWithin(&left, $1) }
        case .scalar, .alias: return true
        }
    }

    /// How many marks of anchors (`&a`) and aliases (`*a`) may stand in a text; what lies in quotes is counted, too.
    private static func marks(in text: String) -> (anchors: Int, aliases: Int) {
        var marks = (anchors: 0, aliases: 0)
        var (last, mark): (UInt8, UInt8) = (0, 0)
        for byte in text.utf8 {
            if isOfName(byte) {
                if mark == UInt8(ascii: "&") { marks.anchors += 1 }
                if mark == UInt8(ascii: "*") { marks.aliases += 1 }
            }
            mark = isOfName(last) ? 0 : byte
            last = byte
        }
        return marks
    }

    private static func isOfName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}
