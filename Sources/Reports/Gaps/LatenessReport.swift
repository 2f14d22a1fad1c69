import Domain

/// How late each platform's changes come, and which look-back keeps what is missed below a limit.
///
/// A record is late that was found in time that had been read before. How late it came is known from above only: it was
/// there, at the latest, when it was found. What comes later than the look-back reaches is never found, and nothing is said
/// of it.
package struct LatenessReport: Hashable, Sendable {
    /// By platform, feed and, where accounts were asked for, account.
    let groups: [Group]
    /// How much may be expected to be missed a day.
    let limitFen: Int64
    let asOf: Instant

    /// The same feed of accounts of one platform.
    struct Group: Hashable {
        let platform: String
        let feed: String
        /// `nil`: all accounts of the platform.
        let account: String?
        /// Since when the first of them is observed; `nil` where none is.
        let since: Instant?
        /// Whole days observed, in the mean of the accounts; 1 at least.
        let days: Int64
        /// How many of the last days all of them look back at, today included; `nil`: all that the platform gives.
        let lookBackDays: Int?
        /// How they look back now, each way once.
        let lookBacks: [LookBack]
        let records: Int
        /// Records that may have been there before they were observed: they are in no figure.
        let earlierRecords: Int
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
        /// What a look-back to the border would miss a day of what is seen: all that is later, by the days.
        ///
        /// `nil` without a border, and where nobody looked further than it.
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

        /// How many days, today included, a look-back has to name that finds all that is not later.
        ///
        /// It names days of the calendar: 72 hours before some moment of today lie on the third day before it.
        var lookBackDays: Int { self == .nothing ? 0 : Int((rawValue + 23) / 24) + 1 }
    }

    /// Which look-back is enough.
    enum Advice: Hashable {
        /// The smallest border that misses no more than the limit.
        case enough(Border)
        /// Even the last border that is looked beyond misses more.
        case all
        /// Too few days or records to say.
        case unknown
    }
}
