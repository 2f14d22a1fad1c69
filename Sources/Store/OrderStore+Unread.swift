package import Domain
import GRDB

/// What is noted around the reading of an account, by whoever holds its lease.
///
/// Hardly ever there is anything to note, and a transaction that writes waits for those of other accounts: so it is asked first.
extension OrderStore {
    /// As ``WriteSession/takeBackReadAhead(source:now:)``.
    package func takeBackReadAhead(source: Int64, now: Instant) async throws(StoreError) -> Instant? {
        let isAhead = try await read { database in
            try !WriteSession.readAhead(source: source, now: now, database).isEmpty
        }
        return isAhead
            ? try await write { session in try session.takeBackReadAhead(source: source, now: now) } : nil
    }

    /// As ``WriteSession/note(_:source:days:at:)``.
    package func note(
        _ unread: [UnreadWindow], source: Int64, days: ClosedRange<BusinessDay>?, at now: Instant
    ) async throws(StoreError) {
        if unread.isEmpty {
            let hasOlder = try await read { database in
                try Bool.fetchOne(
                    database, sql: "SELECT EXISTS (SELECT 1 FROM window_unread WHERE source = ?)",
                    arguments: [source]) ?? false
            }
            if !hasOlder { return }
        }
        try await write { session in try session.note(unread, source: source, days: days, at: now) }
    }
}
