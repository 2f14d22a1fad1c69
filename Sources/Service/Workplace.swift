import Attribution
package import Domain
import Foundation
import HTTP
import Platforms
package import Store
package import Sync

/// A configuration made usable: settings, roster, secrets and store of one `daihuo.yaml`.
package struct Workplace: Sendable {
    package let settings: Settings
    package let files: RosterFiles
    package let environment: [String: String]
    /// The wall clock; fixed in rehearsals.
    package let now: @Sendable () -> Instant
    private let config: String
    private let fixedNow: Instant?

    /// Reads settings and roster.
    ///
    /// Every problem of either is in the error, and nothing is half-loaded.
    ///
    /// `fixedNow` stops the clock for rehearsals; it is refused where an account is on a platform's own host.
    package init(config: String, environment: [String: String], fixedNow: Instant?) throws(ServiceError) {
        do {
            settings = try Settings.load(path: config, environment: environment)
        } catch {
            throw ServiceError(.usage, error.problems.map(\.notice))
        }
        if fixedNow != nil, let account = settings.accounts.first(where: { !$0.isOnLoopback }) {
            throw ServiceError(.usage, [Notice("workplace.clock_is_real", account.id)])
        }
        do {
            files = try RosterFiles.load(folder: settings.rosterFolder, catalogue: settings.cataloguePath)
        } catch {
            throw ServiceError(.usage, error.problems.map(\.notice))
        }
        (self.config, self.fixedNow) = (config, fixedNow)
        self.environment = environment
        now = { fixedNow ?? Self.wallClock() }
    }

    /// The time of this machine, whatever a rehearsal's clock shows.
    package static let wallClock: @Sendable () -> Instant = {
        Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
    }

    /// Opens the store for reading; it is neither made nor migrated.
    package func openStore() throws(ServiceError) -> OrderStore {
        do {
            return try OrderStore(reading: settings.storePath)
        } catch {
            throw ServiceError(error)
        }
    }

    /// Throws where there is no store; one of an earlier version is brought up to date by whoever writes to it.
    private func expectStore() throws(ServiceError) {
        do {
            _ = try OrderStore(reading: settings.storePath)
        } catch {
            if error.kind != .older { throw ServiceError(error) }
        }
    }

    /// A workplace whose store is open for writing, with the right to do so.
    package struct Writing: Sendable {
        /// With settings and roster as they were read after the lock was there.
        package let workplace: Workplace
        package let store: OrderStore
        package let leases: [Lease]
    }

    /// What a verb needs to itself.
    package struct Needs: Sendable {
        /// The accounts that it reads or imports for.
        package let accounts: [String]
        /// Whether it credits anew or seals.
        package let seals: Bool
        /// Whether it makes the store where there is none.
        package let makesStore: Bool

        /// What a verb needs; of a store that is not there one that only works on what is stored says so.
        package init(accounts: [String] = [], seals: Bool = false, makesStore: Bool = false) {
            self.accounts = accounts
            self.seals = seals
            self.makesStore = makesStore
        }

        fileprivate var subjects: Set<Lease.Subject> {
            Set(accounts.map(Lease.Subject.account)).union(seals ? [.seal] : [])
        }
    }

    /// Takes the leases that a verb needs, then reads settings and roster anew and opens the store; waits up to `patience`
    /// for other processes.
    ///
    /// Either may have changed while this process waited: what it decided by the old ones would be decided once more.
    package func openForWriting(
        verb: String, patience: Duration, waiting: @escaping @Sendable (Notice) -> Void,
        needs: (Workplace) -> Needs
    ) async throws(ServiceError) -> Writing {
        let asking = Lease.Asking(path: settings.storePath, verb: verb, patience: patience)
        let needed = needs(self)
        if !needed.makesStore { try expectStore() }
        let leases = try await ServiceError.ofStore { () throws(StoreError) in
            try await Lease.take(needed.subjects, asking, waiting: waiting)
        }
        let present = try Workplace(config: config, environment: environment, fixedNow: fixedNow)
        guard present.settings.storePath == settings.storePath else {
            throw ServiceError(.usage, [Notice("workplace.store_moved", config)])
        }
        guard needs(present).subjects.isSubset(of: needed.subjects) else {
            throw ServiceError(.usage, [Notice("workplace.accounts_changed", config)])
        }
        return try await ServiceError.ofStore { () throws(StoreError) in
            let opening = try await Lease.take([.opening], asking, waiting: waiting)
            defer { withExtendedLifetime(opening) {} }
            return Writing(
                workplace: present, store: try OrderStore(path: settings.storePath), leases: leases)
        }
    }

    /// What reading these accounts needs to itself, of all where none are named.
    package func needs(reading ids: [String], seals: Bool = false) -> Needs {
        Needs(
            accounts: settings.accounts.map(\.id).filter { ids.isEmpty || ids.contains($0) }, seals: seals,
            makesStore: true)
    }

    /// The pipeline over a store.
    package func pipeline(_ store: OrderStore) -> Pipeline {
        Pipeline(store: store, roster: files.roster, pages: pages, now: now)
    }

    /// Where pages of accounts are kept, and how long.
    package var pages: PageKeeping {
        PageKeeping(folder: PageFolder(ofStore: settings.storePath), daysMax: settings.pageDaysMax)
    }

    /// Throws where a name is no account's: each name once, then what the configuration has.
    func expectAccounts(_ ids: [String]) throws(ServiceError) {
        let known = settings.accounts.map(\.id)
        if let error = ServiceError(unknown: ids, among: known, "workplace.unknown_account") { throw error }
    }

    /// What the sync needs of the outside; `progress` is told what it does.
    ///
    /// `sharing`: whether the store, which has to be there, says whose turn it is among processes; whoever only asks has no
    /// right to write to it.
    package func syncEnvironment(
        patience: Duration, sharing: Bool = true, progress: @escaping @Sendable (StageProgress) -> Void
    ) throws(ServiceError) -> SyncEnvironment {
        let turns = sharing ? StoredTurns(path: settings.storePath, now: Self.wallClock) : nil
        do {
            let client = try HTTPClient(configuration: HTTPConfiguration(caFile: settings.caFile))
            return SyncEnvironment(
                client: client, pacer: Pacer(seed: .random(in: .min ... .max), shared: turns), now: now,
                patience: patience, seed: .random(in: .min ... .max),
                report: { progress(StageProgress($0)) })
        } catch {
            let notice =
                error.code == .tls ? Notice("workplace.no_authorities") : Notice("workplace.no_client")
            throw ServiceError(.usage, [notice])
        }
    }
}
