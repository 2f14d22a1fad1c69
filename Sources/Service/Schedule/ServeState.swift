import Domain

/// Where the loop is.
struct ServeState {
    var schedule: Schedule
    /// When the inbox is looked into next; by its path.
    var inbox: Schedule
    /// When each account was read last, or tried.
    var lastAt: [String: Instant]
    /// Accounts that are being read.
    var running = 0
    /// Whether there may be something to credit or to book; at the start there may, from whoever was here before.
    var isSettlingDue = true
    /// Whether somebody looks into the inbox.
    var inboxesOpen = 0
    private var isSettling = false
    private var settledAt = ContinuousClock.now
    private var settlingFailures = 0
    private var settlesAfter = ContinuousClock.now
    private var hasToldStopping = false

    /// How long what could not be settled waits.
    private static let settlingPause = Duration.seconds(5)

    init(seed: UInt64, lastAt: [String: Instant]) {
        schedule = Schedule(seed: seed)
        inbox = Schedule(seed: seed)
        self.lastAt = lastAt
    }

    var isIdle: Bool { running == 0 && inboxesOpen == 0 && !isSettling }

    /// Whether it has to be told that it stops: once.
    mutating func tellsStopping() -> Bool {
        defer { hasToldStopping = true }
        return !hasToldStopping
    }

    mutating func beginsSettling(at now: ContinuousClock.Instant) -> Bool {
        // Also what others have imported by hand beside it.
        let isDue = isSettlingDue || now - settledAt >= Schedule.standardBeat
        guard isDue, !isSettling, now >= settlesAfter else { return false }
        (isSettling, isSettlingDue, settledAt) = (true, false, now)
        return true
    }

    mutating func endSettling() {
        (isSettling, settlingFailures) = (false, 0)
    }

    /// Tries again in a while, ever later where it fails.
    mutating func settleLater(hasFailed: Bool) {
        settlingFailures = hasFailed ? settlingFailures + 1 : 0
        let pause = Self.settlingPause * (1 << min(settlingFailures, 6))
        (isSettling, isSettlingDue, settlesAfter) = (false, true, .now + pause)
    }
}
