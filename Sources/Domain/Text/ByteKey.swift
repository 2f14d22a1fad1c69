/// A text as a key of a table in memory: compared and hashed by its UTF-8 bytes.
///
/// Ids and titles are equal byte for byte or not at all. A String's own hash follows Unicode's equivalence, which costs
/// more than the look-up.
package struct ByteKey: Hashable, Sendable {
    private let text: String

    /// The key of this text.
    package init(_ text: String) {
        self.text = text
    }

    package static func == (left: ByteKey, right: ByteKey) -> Bool { left.text.hasBytes(of: right.text) }

    package func hash(into hasher: inout Hasher) {
        var hash = StableHash()
        hash.combine(text)
        hasher.combine(hash.value)
    }
}
