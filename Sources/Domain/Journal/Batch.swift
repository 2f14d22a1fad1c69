/// What is known of a batch of the journal before it is closed.
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
package struct ClosedBatch: Sendable {
    package let head: BatchHead
    package let entries: [JournalEntry]
    /// SHA-256 over the previous hash and the entries, in hex.
    package let hash: String
    /// What netting changed of the waiting postings, by their place; empty for a batch read back.
    package let nettings: [Netting]

    /// A waiting posting that took in later ones, or (`nil`) went into an earlier one or came to nothing.
    package struct Netting: Hashable, Sendable {
        package let place: Int
        package let entry: JournalEntry?

        /// A change at a place.
        package init(place: Int, entry: JournalEntry?) {
            self.place = place
            self.entry = entry
        }
    }

    /// A closed batch.
    package init(head: BatchHead, entries: [JournalEntry], hash: String, nettings: [Netting] = []) {
        self.head = head
        self.entries = entries
        self.hash = hash
        self.nettings = nettings
    }
}
