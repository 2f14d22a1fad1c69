/// Limits of the sync, in one place.
enum SyncLimits {
    /// Pages that may wait for the store, and the most that commit together: about 3,200 orders, 12 MB.
    static let pagesInFlight = 32
    /// With fewer pages and ends of windows than these, a commit waits a moment for more.
    static let pagesWorthCommitting = 24
    /// That moment.
    static let gathering = Duration.milliseconds(200)
    /// How soon whoever waits to try again notices that it is to end.
    static let stopBeat = Duration.milliseconds(250)
    /// How often an expired token is tried again with secrets read anew.
    static let tokenTriesMax = 2
    /// How long one order is tried at most: the others, and the next accounts, wait meanwhile.
    static let patienceWithOrders = Duration.seconds(30)
    /// After so many orders that were asked for by their numbers it is said how many there are.
    static let ordersToAnnounce = 50
    /// How often a page that contradicts its window is asked for again, before the window is read in another way.
    static let contradictionsMax = 3
    /// How often a window of the plan, with its parts, may be found unproved and be read again: each time a window once
    /// more, or its two halves.
    ///
    /// One second that cannot be proved takes 20 of them in a week, and 25 in a year.
    static let readingsAgainMax = 128
    /// How often a second is read that cannot be proved.
    static let passesOverSecondMax = 5
    /// Empty pages, one after the other, that another page may be said to follow.
    static let emptyPagesMax = 20
    /// By how much our clock may be ahead of a server's without a word.
    static let clockAheadMilliseconds: Int64 = 120_000
}
