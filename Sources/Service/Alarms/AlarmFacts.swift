package import Domain

/// What alarms are decided from, as it stands at one moment.
package struct AlarmFacts: Sendable {
    package var accounts: [Account]
    /// Why the store could not be asked or written to; `nil` where it can.
    package var storeProblem: Notice?
    /// Why configuration or roster as they are on the disk are not used, and the last good ones are; `nil` where they are.
    package var configurationProblem: Notice?

    /// How an account that is read by itself stands.
    package struct Account: Sendable {
        package let id: String
        /// Its beat.
        package var every: Duration
        /// When a turn ended well last; until one did, when the account was read before this process, or the process began.
        package private(set) var readAt: Instant
        /// Whether a turn ended well since the process began.
        package private(set) var wasRead = false
        /// Turns that failed since.
        package private(set) var failures = 0
        /// When the first of them failed.
        package private(set) var failingSince: Instant?
        /// Why the last one failed.
        package private(set) var failure: Notice?
        /// `nil` where nobody says (`Workplace.tokenDaysLeft(of:)`).
        package var tokenDaysLeft: Int64?

        /// Since when this process looks after it: what was missed before has to be read first.
        package private(set) var watchedAt: Instant

        /// An account of which no turn has ended yet; `readAt`: when it was read before, else when the process began.
        package init(_ id: String, every: Duration, readAt: Instant, watchedAt: Instant? = nil) {
            self.id = id
            self.every = every
            self.readAt = readAt
            self.watchedAt = watchedAt ?? readAt
        }

        /// Takes note of a turn; `failure`: why it could not be read to its end.
        package mutating func noteTurn(failure: Notice?, at now: Instant) {
            guard let failure else {
                (readAt, wasRead, failures, failingSince, self.failure) = (now, true, 0, nil, nil)
                return
            }
            failures += 1
            failingSince = failingSince ?? now
            self.failure = failure
        }

        /// Takes note that another process has read something of it at an instant: then it is not silent, and may still fail.
        package mutating func noteReadElsewhere(at instant: Instant) {
            readAt = max(readAt, instant)
        }

        /// The process has slept, or the clock has leapt: what was missed has to be read first.
        mutating func noteGap(until now: Instant) {
            watchedAt = now
        }

        /// Nothing of it lies ahead of a clock that was set right.
        mutating func clamp(to now: Instant) {
            (readAt, watchedAt) = (min(readAt, now), min(watchedAt, now))
            failingSince = failingSince.map { min($0, now) }
        }
    }

    /// The same by a clock that was set right meanwhile.
    func clamped(to now: Instant) -> AlarmFacts {
        var facts = self
        for place in facts.accounts.indices { facts.accounts[place].clamp(to: now) }
        return facts
    }

    /// What stands at one moment.
    package init(accounts: [Account], storeProblem: Notice? = nil, configurationProblem: Notice? = nil) {
        self.accounts = accounts
        self.storeProblem = storeProblem
        self.configurationProblem = configurationProblem
    }
}
