/// A page of an API as it is kept to be mapped again: without what is personal, and where it stood.
package struct KeptPage: Hashable, Sendable {
    /// As it landed; the hash is that of the page as it was received.
    package let facts: PageFacts
    /// The platform's own clock as it answered; `nil` where it did not tell.
    package let serverAt: Instant?
    /// What its records meant when it was read.
    package let mapping: String
    /// The keys that are kept of it, as dotted ways from its root; what else it had was dropped.
    package let keys: [String]
    /// Records that were left out, because they held what must not be kept.
    package let recordsLeftOut: Int
    /// Its JSON, on one line.
    package let body: [UInt8]

    /// A page to be kept.
    package init(
        facts: PageFacts, serverAt: Instant?, mapping: String, keys: [String], recordsLeftOut: Int,
        body: [UInt8]
    ) {
        self.facts = facts
        self.serverAt = serverAt
        self.mapping = mapping
        self.keys = keys
        self.recordsLeftOut = recordsLeftOut
        self.body = body
    }
}
