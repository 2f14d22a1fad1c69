/// How many of the last days, today included, are read again on which beat: platforms show rows late, and change some
/// without a new update time.
package struct LookBack: Hashable, Sendable {
    package var hourlyDays: Int
    package var dailyDays: Int
    /// `nil`: as far back as the platform reaches, or as the account begins.
    package var weeklyDays: Int?

    /// Days, each of them 0 for never.
    package init(hourlyDays: Int, dailyDays: Int, weeklyDays: Int?) {
        self.hourlyDays = hourlyDays
        self.dailyDays = dailyDays
        self.weeklyDays = weeklyDays
    }

    /// The last 3 days every hour, 15 days every day, all that the platform still gives every week.
    package static let standard = LookBack(hourlyDays: 3, dailyDays: 15, weeklyDays: nil)
    /// Nothing is read again.
    package static let never = LookBack(hourlyDays: 0, dailyDays: 0, weeklyDays: 0)

    /// How many of the last days are read again on some beat, today included; `nil`: as far back as the platform reaches.
    package var days: Int? {
        let days = max(hourlyDays, dailyDays, weeklyDays ?? .max)
        return days == .max ? nil : days
    }

    /// How old a reading of a day may be, in milliseconds, before it is read again; `nil` where it never is.
    ///
    /// `daysAgo`: 0 is today. A tenth less than the beat, because a schedule never wakes on the second.
    package func beatMilliseconds(daysAgo: Int) -> Int64? {
        let hour: Int64 = 3_600_000
        if daysAgo < hourlyDays { return hour * 9 / 10 }
        if daysAgo < dailyDays { return 24 * hour * 9 / 10 }
        return daysAgo < weeklyDays ?? .max ? 7 * 24 * hour * 9 / 10 : nil
    }
}
