/// A span of update times `[from, to]` of a feed that has been read without a gap.
package struct ReadSpan: Hashable, Sendable {
    package var from: Instant
    package var to: Instant

    /// A span.
    package init(from: Instant, to: Instant) {
        self.from = from
        self.to = to
    }
}
