/// What a source said of an order that was understood and not overtaken: for its sake what was parked is parked no longer.
package struct SoundRecord: Hashable, Sendable {
    /// The line, of a row of a file; empty where the whole order is stated, which speaks for all its lines.
    package let lineID: String
    /// The source's own update time.
    package let updatedAt: Instant

    /// A whole order, or a row of a file about a line.
    package init(lineID: String = "", updatedAt: Instant) {
        self.lineID = lineID
        self.updatedAt = updatedAt
    }
}
