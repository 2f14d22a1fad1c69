import Domain

/// What the goods of a line are called, as a key of a table in memory: compared by bytes, as the database compares it.
struct GoodsName: Hashable, Sendable {
    let title: String
    let spec: String
    let category: String
    /// Of all three; whoever makes the name has it already.
    let hash: Int64

    static func == (left: GoodsName, right: GoodsName) -> Bool {
        left.hash == right.hash && NameBytes(left.title) == NameBytes(right.title)
            && NameBytes(left.spec) == NameBytes(right.spec)
            && NameBytes(left.category) == NameBytes(right.category)
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(hash)
    }
}

extension GoodsName {
    /// The hash of what goods are called.
    static func hash(of line: borrowing OrderLine) -> Int64 {
        var hash = StableHash()
        hash.combine(line.title)
        hash.combine(line.spec)
        hash.combine(line.category)
        return hash.value
    }
}
