/// What the store knows of how far a feed of a source was read.
package struct FeedMemory: Hashable, Sendable {
    /// What was read, by time and apart from each other.
    package var spans: [ReadSpan]
    /// The proofs of it, by time; each window by the last reading that covers it.
    ///
    /// What was read before proofs were kept has none.
    package var proofs: [ProvedWindow]
    /// What the last sync wanted of the platform and did not read, by time.
    ///
    /// Not what is out of the platform's reach: that is told by the clock, and grows while nobody syncs.
    package var unread: [UnreadWindow]

    /// Counts nothing as read: the records mean something else now.
    package mutating func forgetMapping() {
        spans = []
        for place in proofs.indices { proofs[place].isMappedNow = false }
    }

    /// What is known.
    package init(spans: [ReadSpan] = [], proofs: [ProvedWindow] = [], unread: [UnreadWindow] = []) {
        self.spans = spans
        self.proofs = proofs
        self.unread = unread
    }
}
