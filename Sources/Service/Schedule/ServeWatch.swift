import Domain
import Reports
import Synchronization

/// What is seen of the schedule from outside: it takes note of what the loop tells, for alarms, metrics and health.
final class ServeWatch: Sendable {
    let metrics = Metrics()
    private let kept: KeptConfiguration
    private let desk: AlarmDesk
    private let state: Mutex<State>

    private struct State {
        var facts: AlarmFacts
        var wentRoundAt = ContinuousClock.now
        var lookedAt = ContinuousClock.now
    }

    /// An alarm may be due although nothing happens: that is the alarm.
    private static let lookBeat = Duration.seconds(30)

    init(_ kept: KeptConfiguration, _ desk: AlarmDesk) {
        (self.kept, self.desk) = (kept, desk)
        let workplace = kept.workplace
        let facts = AlarmFacts(
            accounts: workplace.watched([], at: workplace.now()), rosterProblem: kept.faults.first)
        state = Mutex(State(facts: facts))
    }

    /// When the loop went round last.
    var wentRoundAt: ContinuousClock.Instant { state.withLock { $0.wentRoundAt } }

    /// Takes note of what the loop tells.
    func take(_ event: ServeEvent) {
        let workplace = kept.workplace
        let now = workplace.now()
        var isNews = true
        switch event {
        case .wentRound: isNews = noteRound()
        case .progress(let progress):
            metrics.take(progress)
            isNews = false
        case .read(let account, let took):
            metrics.noteTurn(of: account.id, hasFailed: !account.failures.isEmpty, took: took)
            note(account.id, failure: account.failures.first, workplace.tokenDaysLeft(of: account.id), now)
            state.withLock { $0.facts.storeProblem = nil }
        case .failed(let id, let error):
            note(id, failure: error.notices.first, workplace.tokenDaysLeft(of: id), now)
            noteStore(error)
        case .settled: state.withLock { $0.facts.storeProblem = nil }
        case .notSettled(let error): noteStore(error)
        case .configuration(let change):
            state.withLock { state in
                state.facts.accounts = workplace.watched(state.facts.accounts, at: now)
                state.facts.rosterProblem = if case .broken(let why) = change { why.first } else { nil }
            }
        case .started, .held, .stopping, .stopped: isNews = false
        }
        if isNews { desk.look(at: state.withLock { $0.facts }, now: now) }
    }

    /// Whether it is time to look for alarms.
    private func noteRound() -> Bool {
        state.withLock { state in
            state.wentRoundAt = .now
            guard state.wentRoundAt - state.lookedAt >= Self.lookBeat else { return false }
            state.lookedAt = state.wentRoundAt
            return true
        }
    }

    private func note(_ id: String, failure: Notice?, _ tokenDaysLeft: Int64?, _ now: Instant) {
        state.withLock { state in
            guard let place = state.facts.accounts.firstIndex(where: { $0.id == id }) else { return }
            state.facts.accounts[place].noteTurn(failure: failure, at: now)
            state.facts.accounts[place].tokenDaysLeft = tokenDaysLeft
        }
    }

    private func noteStore(_ error: ServiceError) {
        guard error.exitCode == .store else { return }
        state.withLock { $0.facts.storeProblem = error.notices.first }
    }
}

extension Workplace {
    /// The accounts that are read by themselves, with what is known of them already.
    fileprivate func watched(_ known: [AlarmFacts.Account], at now: Instant) -> [AlarmFacts.Account] {
        settings.accounts.map { account in
            let every = account.every ?? Schedule.standardBeat
            let before = known.first { $0.id == account.id && $0.every == every }
            var watched = before ?? AlarmFacts.Account(account.id, every: every, readAt: now)
            watched.tokenDaysLeft = tokenDaysLeft(of: account.id)
            return watched
        }
    }
}
