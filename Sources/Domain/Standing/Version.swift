/// What tells which of two statements about the same thing counts: the source's own update time, then the later fetch.
package struct Version: Hashable, Sendable {
    /// The source's own update time.
    package var updatedAt: Instant
    /// When it was fetched or imported.
    package var fetchedAt: Instant
    /// A stable hash of all that was said.
    package var content: Int64

    /// A version.
    package init(updatedAt: Instant, fetchedAt: Instant, content: Int64) {
        self.updatedAt = updatedAt
        self.fetchedAt = fetchedAt
        self.content = content
    }
}

/// How what arrives stands to what is stored.
package enum Rank: Hashable, Sendable {
    /// It says nothing new.
    case same
    /// It was overtaken: it changes nothing.
    case older
    /// It counts from now on.
    case newer
    /// The same update time with other content: recorded, and the later fetch counts.
    case conflict
}
