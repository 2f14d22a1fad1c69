package import Domain
package import Reports
import Store

/// The inbox of `daihuo.yaml`.
extension Workplace {
    /// Imports what lies in the inbox and moves it away, each with a note beside it.
    ///
    /// Waits up to `patience` for whoever looks into it, or has an account. Whoever has written the files itself need not wait
    /// for `quietFor` until others have done so.
    package func importInbox(
        patience: Duration, quietFor: Duration = FileStamps.quietFor, language: Language,
        waiting: @escaping @Sendable (Notice) -> Void,
        progress: @escaping @Sendable (StageProgress) -> Void
    ) async throws(ServiceError) -> InboxReport {
        let folder = try inbox()
        let asking = Lease.Asking(path: settings.storePath, verb: "inbox", patience: patience)
        let leases = try await ServiceError.ofStore { () throws(StoreError) in
            try await Lease.take([.inbox], asking, waiting: waiting)
        }
        defer { withExtendedLifetime(leases) {} }
        let round = InboxRound(
            workplace: self, folder: folder, language: language,
            open: { [self] account async throws(ServiceError) in
                try await openForWriting(verb: "inbox", patience: patience, waiting: waiting) { _ in
                    Needs(accounts: [account], makesStore: true)
                }
            }, quietFor: quietFor, progress: progress)
        return try await round.run { _ in }
    }

    /// What `importInbox` would do.
    package func planInbox(in language: Language) throws(ServiceError) -> InboxReport {
        try InboxRound(
            workplace: self, folder: try inbox(), language: language, open: { _ async in nil },
            progress: { _ in }
        ).plan()
    }

    private func inbox() throws(ServiceError) -> InboxFolder {
        guard let path = settings.inboxFolder else {
            throw ServiceError(.usage, [Notice("inbox.none", config)])
        }
        return InboxFolder(path: path)
    }

    /// How many files wait in the inbox, and how many are held; `nil` without an inbox that can be read.
    func inboxCounts() -> (waiting: Int, held: Int)? {
        guard let folder = settings.inboxFolder.map({ InboxFolder(path: $0) }),
            let files = try? folder.waiting(accounts: Set(settings.accounts.map(\.id))).files
        else { return nil }
        return (files.count, folder.heldCount)
    }
}
