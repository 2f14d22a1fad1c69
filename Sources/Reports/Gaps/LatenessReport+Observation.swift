package import Domain

extension LatenessReport {
    /// What was observed of a feed of an account.
    package struct Observation: Hashable, Sendable {
        let account: String
        let platform: String
        let feed: String
        /// How it looks back now.
        let lookBack: LookBack
        /// Since when it has looked back so far; `nil` where it never did.
        let since: Instant?
        /// When it was read last.
        let until: Instant?
        let records: [LateRecord]

        /// An observation.
        package init(
            account: String, platform: String, feed: String, lookBack: LookBack, since: Instant?,
            until: Instant?, records: [LateRecord]
        ) {
            self.account = account
            self.platform = platform
            self.feed = feed
            self.lookBack = lookBack
            self.since = since
            self.until = until
            self.records = records
        }

        /// For how long, in milliseconds: behind the last reading nothing is observed.
        var milliseconds: Int64 {
            guard let since, let until else { return 0 }
            return max(0, until.milliseconds - since.milliseconds)
        }

        /// The records that came while it was observed.
        ///
        /// Where the time of one had not been looked at since then, nobody knows for how long it had been there.
        var arrived: [LateRecord] {
            guard let since else { return [] }
            return records.filter { record in record.readBefore.map { $0 >= since } ?? false }
        }
    }
}
