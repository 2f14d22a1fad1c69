package import Domain
import GRDB

/// Since when a feed is looked back at how far: what comes later than that cannot be found.
extension WriteSession {
    /// Notes how far a sync that reads a feed looks back at it.
    ///
    /// `askedAt`: when its first proof was asked for. Since when stays with each depth for as long as no sync looks back less
    /// far; whoever looked further has looked so far, too.
    package func note(_ lookBack: LookBack, askedAt: Instant, source: Int64, feed: String) throws {
        try database.cachedStatement(
            sql: """
                INSERT INTO look_back (source, feed, days, since_ms)
                SELECT ?1, ?2, ?3, min(?4, coalesce(min(since_ms), ?4)) FROM look_back
                WHERE source = ?1 AND feed = ?2 AND days >= ?3
                ON CONFLICT (source, feed, days) DO UPDATE SET since_ms = excluded.since_ms
                """
        ).execute(arguments: [source, feed, lookBack.storedDays, askedAt.milliseconds])
        try database.cachedStatement(
            sql: "DELETE FROM look_back WHERE source = ? AND feed = ? AND days > ?"
        ).execute(arguments: [source, feed, lookBack.storedDays])
    }
}
