/// What is known of a batch of the journal before it is sealed.
///
/// Batches are numbered without gaps.
package struct BatchHead: Hashable, Sendable {
    package let number: Int64
    /// The hash of the batch before, in hex; empty for the first.
    package let previousHash: String
    package let bookedAt: Instant

    /// The head of the next batch.
    package init(number: Int64, previousHash: String, bookedAt: Instant) {
        self.number = number
        self.previousHash = previousHash
        self.bookedAt = bookedAt
    }
}

/// The entries of a batch as they are booked, with its hash.
package struct SealedBatch: Hashable, Sendable {
    package let head: BatchHead
    /// By their number.
    package let entries: [JournalEntry]
    /// SHA-256 over the previous hash and the entries, in hex.
    package let hash: String

    /// A sealed batch.
    package init(head: BatchHead, entries: [JournalEntry], hash: String) {
        self.head = head
        self.entries = entries
        self.hash = hash
    }
}
