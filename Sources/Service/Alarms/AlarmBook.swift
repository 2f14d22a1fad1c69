import Domain

/// Which alarms are raised, and when each was told last.
///
/// Pure: `decide` looks at the facts of a moment and answers what is to be told. Each alarm is told once when it is
/// raised, again a day later while it stands, and once when it is over.
///
/// ```swift
/// var book = AlarmBook(rules: AlarmRules())
/// book.decide(facts, at: now)  // [] on most days
/// ```
struct AlarmBook: Sendable {
    private let rules: AlarmRules
    private var raised: [Alarm.Subject: Raised]

    /// Alarms that are over, and nobody has been reached with that yet.
    private var ending: [Alarm.Subject: AlarmFile.Entry] = [:]

    private struct Raised {
        let since: Instant
        var toldAt: Instant
        /// The last time that it reached whom it was told to; `nil`: not yet.
        var reachedAt: Instant?
    }

    /// What is wrong at this moment.
    private struct Finding {
        let subject: Alarm.Subject
        let level: Alarm.Level
        let since: Instant
        let what: Notice
        /// Whether another alarm tells it already: it is not told, and is not over either.
        var isToldOtherwise = false
    }

    /// A book in which these stand: what another process told before; nothing unless said.
    init(rules: AlarmRules, told: [AlarmFile.Entry] = []) {
        self.rules = rules
        raised = Dictionary(
            told.map { ($0.subject, Raised(since: $0.since, toldAt: $0.toldAt, reachedAt: $0.toldAt)) }
        ) { $1 }
    }

    /// What somebody was reached with, and when last; of what is over, as long as nobody was reached with that.
    var told: [AlarmFile.Entry] {
        let standing = raised.compactMap { subject, raised in
            raised.reachedAt.map { AlarmFile.Entry(subject: subject, since: raised.since, toldAt: $0) }
        }
        return (standing + ending.values).sorted { $0.subject < $1.subject }
    }

    /// Takes note that an alarm reached whom it was told to, or did not: then it is told again before long.
    mutating func note(_ alarm: Alarm, hasReached: Bool) {
        switch (alarm.state, hasReached) {
        case (.over, true): ending[alarm.subject] = nil
        case (.over, false): break
        case (_, true):
            let toldAt = raised[alarm.subject]?.toldAt
            raised[alarm.subject]?.reachedAt = toldAt
        case (_, false):
            guard let toldAt = raised[alarm.subject]?.toldAt else { return }
            let earlier = rules.repeatAfter.milliseconds - rules.repeatAfterFailure.milliseconds
            raised[alarm.subject]?.toldAt = toldAt.advanced(byMilliseconds: -earlier)
        }
    }

    /// What is to be told at this moment: what is over first, then what is raised, or told again.
    mutating func decide(_ facts: AlarmFacts, at now: Instant) -> [Alarm] {
        let facts = facts.clamped(to: now)
        raised = raised.mapValues { raised in
            Raised(since: raised.since, toldAt: min(raised.toldAt, now), reachedAt: raised.reachedAt)
        }
        let findings = findings(facts, at: now)
        let present = Set(findings.map(\.subject))
        let unread = Set(facts.accounts.filter { !$0.wasRead }.map(\.id))
        let unknown = Set(facts.accounts.filter { $0.tokenDaysLeft == nil }.map(\.id))
        let over = raised.filter {
            !present.contains($0.key) && !$0.key.waits(for: unread) && !$0.key.isUnknown(of: unknown)
        }
        .sorted { $0.key < $1.key }
        for (subject, gone) in over {
            raised[subject] = nil
            ending[subject] = gone.reachedAt.map {
                AlarmFile.Entry(subject: subject, since: gone.since, toldAt: $0)
            }
        }
        let accounts = Set(facts.accounts.map(\.id))
        return over.map { subject, raised in
            Alarm(
                subject: subject, state: .over, level: .info, since: raised.since,
                what: subject.over(since: raised.since, among: accounts))
        } + findings.compactMap { tell($0, at: now) }
    }

    private mutating func tell(_ finding: Finding, at now: Instant) -> Alarm? {
        if finding.isToldOtherwise { return nil }
        let known = raised[finding.subject]
        if let known, now.milliseconds - known.toldAt.milliseconds < rules.repeatAfter.milliseconds {
            return nil
        }
        let since = known?.since ?? finding.since
        raised[finding.subject] = Raised(since: since, toldAt: now, reachedAt: known?.reachedAt)
        ending[finding.subject] = nil
        return Alarm(
            subject: finding.subject, state: known == nil ? .raised : .repeated, level: finding.level,
            since: since, what: finding.what)
    }

    private func findings(_ facts: AlarmFacts, at now: Instant) -> [Finding] {
        let whole = [
            facts.storeProblem.map {
                Finding(
                    subject: .init(.storeFailed), level: .error, since: now, what: Notice("alarm.store", $0))
            },
            facts.configurationProblem.map {
                Finding(
                    subject: .init(.configurationBroken), level: .warning, since: now,
                    what: Notice("alarm.configuration", $0))
            },
        ].compactMap(\.self)
        return whole + facts.accounts.flatMap { findings($0, at: now) }
    }

    private func findings(_ account: AlarmFacts.Account, at now: Instant) -> [Finding] {
        let failing = failing(account, at: now)
        var silent = silent(account, at: now)
        // One that fails is not read either: that is said once.
        silent?.isToldOtherwise = account.failures > 0
        return [failing, silent, token(account, at: now)].compactMap(\.self)
    }

    private func failing(_ account: AlarmFacts.Account, at now: Instant) -> Finding? {
        guard let since = account.failingSince, let failure = account.failure,
            account.failures >= rules.failuresMax
                || now.milliseconds - since.milliseconds > rules.failingMax.milliseconds
        else { return nil }
        return Finding(
            subject: .init(.accountFailed, account: account.id), level: .error, since: since,
            what: Notice("alarm.account_failed", account.id, account.failures, since, failure))
    }

    private func silent(_ account: AlarmFacts.Account, at now: Instant) -> Finding? {
        let longest = max(account.every * rules.beatsMax, rules.silenceMin)
        guard now.milliseconds - account.readAt.milliseconds > longest.milliseconds,
            now.milliseconds - account.watchedAt.milliseconds >= rules.graceAtStart.milliseconds
        else { return nil }
        return Finding(
            subject: .init(.accountSilent, account: account.id), level: .error, since: account.readAt,
            what: Notice("alarm.account_silent", account.id, account.readAt))
    }

    private func token(_ account: AlarmFacts.Account, at now: Instant) -> Finding? {
        guard let daysLeft = account.tokenDaysLeft, daysLeft <= rules.tokenDaysMax else { return nil }
        return Finding(
            subject: .init(.tokenEnds, account: account.id), level: daysLeft > 0 ? .warning : .error,
            since: now,
            what: Notice("alarm.token_ends", account.id, daysLeft))
    }
}

extension Alarm.Subject: Comparable {
    package static func < (one: Self, other: Self) -> Bool {
        (one.kind.rawValue, one.account ?? "") < (other.kind.rawValue, other.account ?? "")
    }

    /// Whether an alarm of before this process ends only once its account is read again.
    fileprivate func waits(for unread: Set<String>) -> Bool {
        (kind == .accountFailed || kind == .accountSilent) && account.map(unread.contains) ?? false
    }

    /// Whether it is about a token of which nobody knows any more how long it lives: that is not the end of it.
    fileprivate func isUnknown(of accounts: Set<String>) -> Bool {
        kind == .tokenEnds && account.map(accounts.contains) ?? false
    }

    fileprivate func over(since: Instant, among accounts: Set<String>) -> Notice {
        guard let account else {
            return Notice(kind == .storeFailed ? "alarm.store_works" : "alarm.configuration_is_used", since)
        }
        if !accounts.contains(account) { return Notice("alarm.account_is_gone", account) }
        return kind == .tokenEnds
            ? Notice("alarm.token_renewed", account) : Notice("alarm.account_is_read", account, since)
    }
}

extension Duration {
    /// Whole milliseconds.
    fileprivate var milliseconds: Int64 { Int64(self / .milliseconds(1)) }
}
