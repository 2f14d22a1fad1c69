import Domain
import Reports
import Synchronization

/// What is seen of the schedule from outside: it takes note of what the loop tells, for alarms, metrics and health.
final class ServeWatch: Sendable {
    let metrics = Metrics()
    private let kept: KeptConfiguration
    private let desk: AlarmDesk
    private let state: Mutex<State>

    fileprivate struct State {
        var facts: AlarmFacts
        var wentRoundAt = ContinuousClock.now
        var lookedAt = ContinuousClock.now
        /// What the clock showed last.
        var clockAt: Instant?
    }

    /// A machine that slept for longer has missed readings for no fault of theirs.
    fileprivate static let gapMilliseconds: Int64 = 300_000
    /// An alarm may be due although nothing happens: that is the alarm.
    fileprivate static let lookBeat = Duration.seconds(30)

    /// `lastAt`: when each account was read last, as the store knows.
    init(_ kept: KeptConfiguration, _ desk: AlarmDesk, lastAt: [String: Instant]) {
        (self.kept, self.desk) = (kept, desk)
        let workplace = kept.workplace
        let facts = AlarmFacts(
            accounts: workplace.watched([], lastAt: lastAt, at: workplace.now()),
            configurationProblem: kept.faults.first)
        state = Mutex(State(facts: facts))
    }

    /// When the loop went round last.
    var wentRoundAt: ContinuousClock.Instant { state.withLock { $0.wentRoundAt } }

    /// Why the store could not be written when that was last tried; `nil` where it could.
    var storeProblem: Notice? { state.withLock { $0.facts.storeProblem } }

    /// Takes note of what the loop tells.
    func take(_ event: ServeEvent) {
        if case .progress(let progress) = event { return metrics.take(progress) }
        switch event {
        case .read(let account, let took):
            metrics.noteTurn(of: account.id, hasFailed: !account.failures.isEmpty, took: took)
        case .failed(let account, _, let took): metrics.noteTurn(of: account, hasFailed: true, took: took)
        default: break
        }
        let workplace = kept.workplace
        state.withLock { state in
            // Beneath the lock, so that what stood earlier is never looked at later.
            let now = workplace.now()
            if state.note(event, workplace, at: now) { desk.look(at: state.facts, now: now) }
        }
    }
}

extension ServeWatch.State {
    /// Takes note of what the loop tells; answers whether to look for alarms.
    fileprivate mutating func note(_ event: ServeEvent, _ workplace: Workplace, at now: Instant) -> Bool {
        noteGap(until: now)
        switch event {
        case .wentRound: return noteRound()
        case .read(let account, _):
            note(account.id, workplace) { $0.noteTurn(failure: account.failures.first, at: now) }
            facts.storeProblem = nil
        case .held(let id, let readAt):
            guard let readAt else { return false }
            note(id, workplace) { $0.noteReadElsewhere(at: readAt) }
        case .failed(let id, let error, _):
            note(id, workplace) { $0.noteTurn(failure: error.notices.first, at: now) }
            note(error)
        case .settled: facts.storeProblem = nil
        case .notSettled(let error), .inboxFailed(let error): note(error)
        case .configuration(let change):
            facts.accounts = workplace.watched(facts.accounts, at: now)
            facts.configurationProblem = if case .broken(let why) = change { why.first } else { nil }
        case .progress, .started, .left, .filed, .stopping, .stopped: return false
        }
        return true
    }

    /// Gives all accounts their time anew where the machine has slept, or the clock has leapt.
    private mutating func noteGap(until now: Instant) {
        if let clockAt, now.milliseconds - clockAt.milliseconds > ServeWatch.gapMilliseconds {
            for place in facts.accounts.indices { facts.accounts[place].noteGap(until: now) }
        }
        clockAt = now
    }

    /// Whether it is time to look for alarms.
    private mutating func noteRound() -> Bool {
        wentRoundAt = .now
        guard wentRoundAt - lookedAt >= ServeWatch.lookBeat else { return false }
        lookedAt = wentRoundAt
        return true
    }

    private mutating func note(
        _ id: String, _ workplace: Workplace, _ change: (inout AlarmFacts.Account) -> Void
    ) {
        guard let place = facts.accounts.firstIndex(where: { $0.id == id }) else { return }
        change(&facts.accounts[place])
        facts.accounts[place].tokenDaysLeft = workplace.daysToAuthorise(id)
    }

    private mutating func note(_ error: ServiceError) {
        if error.exitCode == .store { facts.storeProblem = error.notices.first }
    }
}

extension Workplace {
    /// The accounts that are read by themselves, with what is known of them already.
    fileprivate func watched(
        _ known: [AlarmFacts.Account], lastAt: [String: Instant] = [:], at now: Instant
    ) -> [AlarmFacts.Account] {
        settings.readAccounts.map { account in
            let every = account.every ?? Schedule.standardBeat
            var watched =
                known.first { $0.id == account.id }
                ?? AlarmFacts.Account(
                    account.id, every: every, readAt: lastAt[account.id] ?? now, watchedAt: now)
            watched.every = every
            watched.tokenDaysLeft = daysToAuthorise(account.id)
            return watched
        }
    }
}
