import Domain
package import Reports
import Store
import Sync

/// The schedule that keeps going: each account is read by its own `every`, and what that brings is credited and booked.
///
/// Nothing that one account, the roster or the store does ends it: what failed is told and tried again. Whatever it does is a
/// transaction that is whole in itself, so that it may be killed at any time.
///
/// ```
/// let loop = ServeLoop(kept, patience: .seconds(60), report: { log($0) })
/// try await loop.run(until: stop)  // returns once `stop` was raised and what was begun has ended
/// ```
package struct ServeLoop: Sendable {
    private let kept: KeptConfiguration
    private let patience: Duration
    /// The language of notes that are left beside files.
    private let language: Language
    private let report: @Sendable (ServeEvent) -> Void

    /// A loop over a configuration; `patience`: how long a page is tried before its feed counts as failed.
    package init(
        _ kept: KeptConfiguration, patience: Duration, language: Language = .chinese,
        report: @escaping @Sendable (ServeEvent) -> Void
    ) {
        (self.kept, self.patience, self.language, self.report) = (kept, patience, language, report)
    }

    private enum Ended: Sendable {
        case account(String, AccountRound.Outcome, took: Duration)
        case settling(SettlingRound.Outcome)
        case inbox(String, InboxJob.Outcome)
        case beat
    }

    /// Keeps the schedule until it is asked to stop.
    ///
    /// Throws only before it begins: where there is no way to ask over the network at all, or the store can be opened by nobody.
    package func run(until stop: StopSign) async throws(ServiceError) {
        let first = kept.workplace
        var hands = try Hands(first, patience, stop, report)
        var state = ServeState(seed: .random(in: .min ... .max), lastAt: try await first.lastReadings())
        state.schedule.keep(first.scheduled(state.lastAt), at: first.now())
        state.inbox.keep(first.scheduledInbox, at: first.now())
        report(.started(accounts: first.settings.readAccounts.count))
        if !kept.faults.isEmpty { report(.configuration(.broken(kept.faults))) }
        await withTaskGroup(of: Ended.self) { group in
            group.addTask { await Self.beat(first.time.beat) }
            while true {
                report(.wentRound)
                if let change = kept.look() {
                    report(.configuration(change))
                    if change == .taken {
                        let workplace = kept.workplace
                        state.schedule.keep(workplace.scheduled(state.lastAt), at: workplace.now())
                        state.inbox.keep(workplace.scheduledInbox, at: workplace.now())
                        state.isSettlingDue = true
                        hands = renewed(hands, stop)
                    }
                }
                if stop.isRaised {
                    if state.tellsStopping() { report(.stopping(running: state.running)) }
                    if state.isIdle { break }
                } else {
                    begin(&state, hands, stop, &group)
                }
                guard let ended = await group.next() else { break }
                take(ended, &state, beat: first.time.beat, &group)
            }
            group.cancelAll()
        }
        report(.stopped)
    }

    /// Those of the present configuration; where there is no client by it, the last good ones, which is told.
    private func renewed(_ hands: Hands, _ stop: StopSign) -> Hands {
        do throws(ServiceError) {
            return try Hands(kept.workplace, patience, stop, report)
        } catch {
            report(.configuration(.broken(error.notices)))
            return hands
        }
    }

    private func begin(
        _ state: inout ServeState, _ hands: Hands, _ stop: StopSign, _ group: inout TaskGroup<Ended>
    ) {
        let workplace = kept.workplace
        let now = workplace.now()
        for id in state.schedule.due(at: now).prefix(PipelineLimits.accountsAtOnce - state.running) {
            state.schedule.begin(id, at: now)
            state.running += 1
            let round = AccountRound(
                id: id, workplace: workplace, environment: hands.environment, progress: hands.progress)
            group.addTask {
                let startedAt = ContinuousClock.now
                let outcome = await round.run()
                return .account(id, outcome, took: .now - startedAt)
            }
        }
        for path in state.inbox.due(at: now) {
            state.inbox.begin(path, at: now)
            state.inboxesOpen += 1
            let job = InboxJob(
                workplace: workplace, path: path, language: language, stop: stop, progress: hands.progress,
                told: { [report] in report(.filed($0)) })
            group.addTask { .inbox(path, await job.run()) }
        }
        if !kept.isOfCopy, state.beginsSettling(at: .now) {
            let round = SettlingRound(workplace: workplace, progress: hands.progress)
            group.addTask { .settling(await round.run()) }
        }
    }

    private func take(
        _ ended: Ended, _ state: inout ServeState, beat: Duration,
        _ group: inout TaskGroup<Ended>
    ) {
        let now = kept.workplace.now()
        switch ended {
        case .beat: group.addTask { await Self.beat(beat) }
        case .account(let id, let outcome, let took):
            state.running -= 1
            switch outcome {
            case .read(let account) where account.isCutOff: report(.left(account: account.id))
            case .read(let account): report(.read(account, took: took))
            case .held(let readAt): report(.held(account: id, readAt: readAt))
            case .failed(let error): report(.failed(account: id, error, took: took))
            }
            if case .held(let readAt) = outcome {
                state.schedule.postpone(id, readAt: readAt, at: now)
            } else {
                state.schedule.end(id, hasFailed: outcome.hasFailed, at: now)
                state.lastAt[id] = now
            }
            state.isSettlingDue = true
        case .inbox(let path, let outcome):
            state.inboxesOpen -= 1
            switch outcome {
            case .looked(let imported):
                state.inbox.end(path, hasFailed: false, at: now)
                if imported > 0 { state.isSettlingDue = true }
            case .held: state.inbox.postpone(path, at: now)
            case .failed(let error):
                report(.inboxFailed(error))
                state.inbox.end(path, hasFailed: true, at: now)
                // Some of its files may have landed before.
                state.isSettlingDue = true
            }
        case .settling(let outcome):
            switch outcome {
            case .settled(let done):
                report(.settled(done))
                state.endSettling()
            case .held: state.settleLater(hasFailed: false)
            case .failed(let error):
                report(.notSettled(error))
                state.settleLater(hasFailed: true)
            }
        }
    }

    private static func beat(_ length: Duration) async -> Ended {
        try? await Task.sleep(for: length)
        return .beat
    }

    /// What all rounds work with: one client for all of them, so that connections and the pace of calls are shared.
    private struct Hands {
        let environment: SyncEnvironment
        let progress: @Sendable (StageProgress) -> Void

        init(
            _ workplace: Workplace, _ patience: Duration, _ stop: StopSign,
            _ report: @escaping @Sendable (ServeEvent) -> Void
        ) throws(ServiceError) {
            let progress: @Sendable (StageProgress) -> Void = { report(.progress($0)) }
            self.progress = progress
            environment = try workplace.syncEnvironment(
                patience: patience, isStopping: { stop.isRaised }, progress: progress)
        }
    }
}

extension Workplace {
    /// How often each account is read, and when it was last.
    fileprivate func scheduled(_ lastAt: [String: Instant]) -> [Schedule.Entry] {
        settings.readAccounts.map {
            Schedule.Entry(id: $0.id, every: $0.every ?? Schedule.standardBeat, lastAt: lastAt[$0.id])
        }
    }

    /// The inbox, as an entry of a schedule of its own.
    fileprivate var scheduledInbox: [Schedule.Entry] {
        settings.inboxFolder.map { [Schedule.Entry(id: $0, every: InboxJob.beat, lastAt: nil)] } ?? []
    }

    /// When each account was read last, as the store knows; nothing where there is no store yet.
    func lastReadings() async throws(ServiceError) -> [String: Instant] {
        let store: OrderStore
        do {
            store = try OrderStore(reading: settings.storePath)
        } catch {
            // One of an earlier version is brought up to date by the first who writes.
            if error.kind == .missing || error.kind == .older { return [:] }
            throw ServiceError(error)
        }
        return try await ServiceError.ofStore { () throws(StoreError) in try await store.lastAsked() }
    }
}
