package import Domain

/// How late each platform's changes come, and which look-back keeps what is missed below a limit.
///
/// A record is late that was found in time that had been read before. How late it came is known from above only: it was
/// there, at the latest, when it was found.
package struct LatenessReport: Hashable, Sendable {
    /// By platform, feed and, where accounts were asked for, account.
    let groups: [Group]
    /// How much may be expected to be missed a day.
    let limitFen: Int64
    let asOf: Instant

    /// What was observed of a feed of an account.
    package struct Observation: Hashable, Sendable {
        let account: String
        let platform: String
        let feed: String
        /// When it was read first; `nil` where it never was.
        let since: Instant?
        let records: [LateRecord]

        /// An observation.
        package init(
            account: String, platform: String, feed: String, since: Instant?, records: [LateRecord]
        ) {
            self.account = account
            self.platform = platform
            self.feed = feed
            self.since = since
            self.records = records
        }
    }

    /// The same feed of accounts of one platform.
    struct Group: Hashable {
        let platform: String
        let feed: String
        /// `nil`: all accounts of the platform.
        let account: String?
        /// The first reading of any of them.
        let since: Instant?
        /// Whole days since the first reading, in the mean of the accounts; 1 at least.
        let days: Int64
        let records: Int
        let movedFen: Int64
        let largestFen: Int64
        /// How late the latest was found.
        let latestMilliseconds: Int64
        /// The records by how late they were found, in the order of the borders.
        let classes: [Class]
        let advice: Advice
    }

    /// Records that were found later than one border and not later than the next.
    struct Class: Hashable {
        /// Not later than this; `nil`: later than every border.
        let border: Border?
        let records: Int
        let movedFen: Int64
        /// What a look-back to the border would miss a day: all that is later, by the days; `nil` without a border.
        let missedFenPerDay: Int64?
    }

    /// A lateness at which records are parted, and how far a look-back may reach.
    enum Border: Int64, CaseIterable {
        /// Nothing is read again.
        case nothing = 0
        case hour = 1
        case sixHours = 6
        case day = 24
        case threeDays = 72
        case week = 168
        case fifteenDays = 360
        case thirtyDays = 720

        /// In milliseconds.
        var milliseconds: Int64 { rawValue * 3_600_000 }
    }

    /// Which look-back is enough.
    enum Advice: Hashable {
        /// The smallest border that misses no more than the limit.
        case enough(Border)
        /// Even the last border misses more.
        case all
        /// Too few days or records to say.
        case unknown
    }
}
