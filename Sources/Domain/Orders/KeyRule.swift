/// By what rule the numbers of one kind of record are read: what is read by another rule comes under other keys, and would
/// count once more.
package struct KeyRule: Hashable, Sendable {
    /// A kind of record with numbers of its own.
    package enum Kind: String, Sendable {
        /// Orders with their lines.
        case order
        /// After-sales that are records.
        case refund
        /// What orders state of their refunds, as one growing amount of a line.
        case stated
    }

    package let kind: Kind
    /// Channel, shop, list and number of lines, numbers: a hash of where they are read, or a name.
    package let hash: String

    /// A rule.
    package init(_ kind: Kind, _ hash: String) {
        self.kind = kind
        self.hash = hash
    }

    /// The rule of a column; `nil` where it is none.
    package init?(text: String) {
        let parts = text.split(separator: ":", maxSplits: 1)
        guard parts.count == 2, let kind = Kind(rawValue: String(parts[0])) else { return nil }
        self.init(kind, String(parts[1]))
    }

    /// As it stands in a column: `order:1f6e…`.
    package var text: String { "\(kind.rawValue):\(hash)" }

    /// Whether both are about the same money: of orders, or of refunds in whichever way they are told.
    package func isAboutTheSame(as other: KeyRule) -> Bool { (kind == .order) == (other.kind == .order) }
}
