package import Domain
package import Reports
import Store

/// Copies of the store, and a store from a copy.
extension Workplace {
    /// Writes a copy of the store to a file of its own, while others go on.
    ///
    /// Throws where there is a file of that name, or none can be written.
    package func backUp(to file: String) throws(ServiceError) -> BackupReport {
        let store = try openStore()
        do {
            return BackupReport(.made, try store.backUp(to: file), at: now())
        } catch {
            throw ServiceError(error)
        }
    }

    /// Puts a backup in the place of the store; what was there is kept beside it.
    ///
    /// Waits up to `patience` for whoever works with the store. With `isDryRun` it only tells what the backup holds.
    package func restore(
        from file: String, patience: Duration, isDryRun: Bool,
        waiting: @escaping @Sendable (Notice) -> Void
    ) async throws(ServiceError) -> BackupReport {
        // Before anybody is waited for.
        let found: StoreCopy
        do {
            found = try OrderStore.contents(ofBackup: file)
        } catch {
            throw ServiceError(error)
        }
        if isDryRun { return BackupReport(.found, found, at: now()) }
        let asking = Lease.Asking(path: settings.storePath, verb: "restore", patience: patience)
        return try await ServiceError.ofStore { () throws(StoreError) in
            let leases = try await Lease.takeAll(
                accounts: settings.accounts.map(\.id), asking, waiting: waiting)
            defer { withExtendedLifetime(leases) {} }
            let restored = try OrderStore.restore(file, to: settings.storePath, at: now())
            return BackupReport(
                .restored(to: settings.storePath, keptAs: restored.keptAs), restored.copy, at: now())
        }
    }
}

extension BackupReport {
    fileprivate init(_ deed: Deed, _ copy: StoreCopy, at now: Instant) {
        self.init(
            deed: deed, file: copy.file, bytes: copy.bytes, orders: copy.orders,
            lastBatch: copy.lastBatch.map { ($0.number, $0.hash) }, epoch: copy.epoch, asOf: now)
    }
}
