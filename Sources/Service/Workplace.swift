import Attribution
package import Domain
import HTTP
import Platforms
package import Store
package import Sync

/// A configuration made usable: settings, roster, secrets and store of one `daihuo.yaml`.
package struct Workplace: Sendable {
    package let settings: Settings
    package let files: RosterFiles
    package let environment: [String: String]
    /// The wall clock; another one in rehearsals.
    package let time: TimeSource
    /// The path of its `daihuo.yaml`.
    package let config: String

    /// The time as it is now.
    package var now: @Sendable () -> Instant { time.now }

    /// Reads settings and roster.
    ///
    /// Every problem of either is in the error, and nothing is half-loaded.
    ///
    /// A rehearsal's time is refused where an account is on a platform's own host.
    package init(config: String, environment: [String: String], time: TimeSource) throws(ServiceError) {
        let settings = try Self.settings(config: config, environment: environment, time: time)
        let files: RosterFiles
        do {
            files = try RosterFiles.load(folder: settings.rosterFolder, catalogue: settings.cataloguePath)
        } catch {
            throw ServiceError(.usage, error.problems.map(\.notice))
        }
        self.init(config: config, settings: settings, files: files, environment: environment, time: time)
    }

    /// One whose parts were read already.
    init(
        config: String, settings: Settings, files: RosterFiles, environment: [String: String],
        time: TimeSource
    ) {
        (self.config, self.settings, self.files) = (config, settings, files)
        (self.environment, self.time) = (environment, time)
    }

    /// The settings alone, as the initialiser reads them; `given`: the text to read as if the file held it.
    static func settings(
        config: String, given: String? = nil, environment: [String: String], time: TimeSource
    ) throws(ServiceError) -> Settings {
        let settings: Settings
        do {
            settings = try Settings.load(path: config, given: given, environment: environment)
        } catch {
            throw ServiceError(.usage, error.problems.map(\.notice))
        }
        if time.isRehearsal, let account = settings.readAccounts.first(where: { !$0.isOnLoopback }) {
            throw ServiceError(.usage, [Notice("workplace.clock_is_real", account.id)])
        }
        return settings
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
        let present = try Workplace(config: config, environment: environment, time: time)
        guard present.settings.storePath == settings.storePath else {
            throw ServiceError(.usage, [Notice("workplace.store_moved", config)])
        }
        guard needs(present).subjects.isSubset(of: needed.subjects) else {
            throw ServiceError(.usage, [Notice("workplace.accounts_changed", config)])
        }
        return try await ServiceError.ofStore { () throws(StoreError) in
            try await present.opened(with: leases, asking, waiting: waiting)
        }
    }

    /// Opens the store for writing, under leases that are held already.
    func opened(
        with leases: [Lease], _ asking: Lease.Asking, waiting: @escaping @Sendable (Notice) -> Void
    ) async throws(StoreError) -> Writing {
        let opening = try await Lease.take([.opening], asking, waiting: waiting)
        defer { withExtendedLifetime(opening) {} }
        return Writing(workplace: self, store: try OrderStore(path: settings.storePath), leases: leases)
    }

    /// What reading these accounts needs to itself, of all where none are named.
    package func needs(reading ids: [String], seals: Bool = false) -> Needs {
        Needs(
            accounts: settings.readAccounts.map(\.id).filter { ids.isEmpty || ids.contains($0) },
            seals: seals,
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

    /// What the sync needs of the outside; `progress` is told what it does.
    ///
    /// `sharing`: whether the store, which has to be there, says whose turn it is among processes; whoever only asks has no
    /// right to write to it. `isStopping`: whether whoever reads is to end at its next page.
    package func syncEnvironment(
        patience: Duration, sharing: Bool = true, isStopping: @escaping @Sendable () -> Bool = { false },
        progress: @escaping @Sendable (StageProgress) -> Void
    ) throws(ServiceError) -> SyncEnvironment {
        let turns = sharing ? StoredTurns(path: settings.storePath, now: TimeSource.wall.now) : nil
        do {
            let client = try HTTPClient(configuration: HTTPConfiguration(caFile: settings.caFile))
            return SyncEnvironment(
                client: client, pacer: Pacer(seed: .random(in: .min ... .max), shared: turns), now: now,
                patience: patience, seed: .random(in: .min ... .max), isStopping: isStopping,
                report: { progress(StageProgress($0)) })
        } catch {
            let notice =
                error.code == .tls ? Notice("workplace.no_authorities") : Notice("workplace.no_client")
            throw ServiceError(.usage, [notice])
        }
    }
}
