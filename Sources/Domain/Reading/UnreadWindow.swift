/// A window of update times that a sync wanted and did not read, and why.
///
/// It stands until a later sync has read it; what was read of it meanwhile counts as read.
package struct UnreadWindow: Hashable, Sendable {
    /// The feed's name: `orders`.
    package let feed: String
    package let span: ReadSpan
    package let cause: Cause
    /// What the platform, the network or the proof said; what to import instead where it is out of reach.
    package let reason: Notice

    /// Why it was not read; the raw value is what the store writes.
    package enum Cause: Int, CaseIterable, Sendable {
        /// It was asked for, and not read to its end.
        case failed = 1
        /// It was not asked for, because its feed had failed before.
        case left
        /// The platform gives nothing that is so old.
        case outOfReach

        /// The word of the store's table, which writes it with underscores.
        package var key: String { "\(self)" }
    }

    /// A window that was not read.
    package init(feed: String, span: ReadSpan, cause: Cause, reason: Notice) {
        self.feed = feed
        self.span = span
        self.cause = cause
        self.reason = reason
    }
}
