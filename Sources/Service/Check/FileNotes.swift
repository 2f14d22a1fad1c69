import Domain
import Reports
import Store

extension Workplace {
    /// Of each account without an API, when a file came last and how many orders that brought: nothing else tells that one is
    /// missing.
    ///
    /// `store`: `nil` where there is none yet.
    func fileNotes(_ store: OrderStore?) async throws(StoreError) -> [CheckReport.Finding] {
        let accounts = settings.fileAccounts
        if accounts.isEmpty { return [] }
        let files = try await store?.files() ?? [:]
        return accounts.map { account in
            guard let came = files[account.id] else {
                return .init(
                    .note, place: .verbatim(account.id), what: Notice("check.no_file_yet"),
                    advice: Notice("check.import_file", account.id.shellWord))
            }
            let day = came.lastAt.day
            return .init(
                .ok, place: .verbatim(account.id),
                what: Notice("check.files_came", day, max(now().day.number - day.number, 0), came.orders))
        }
    }

    /// What lies in the inbox and goes nowhere by itself: files that are held, and folders that are no account's.
    var inboxNotes: [CheckReport.Finding] {
        guard let folder = settings.inboxFolder.map({ InboxFolder(path: $0) }) else { return [] }
        let place = Notice("check.inbox")
        do throws(ServiceError) {
            let strange = try folder.waiting(accounts: Set(settings.accounts.map(\.id))).strange
            let held = folder.heldCount
            return strange.map { .init(.warning, place: place, what: Notice("inbox.strange_folder", $0)) }
                + (held == 0
                    ? []
                    : [
                        .init(
                            .warning, place: place, what: Notice("inbox.held", held, "\(folder.path)/held/"))
                    ])
        } catch {
            return error.notices.map { .init(.error, place: place, what: $0) }
        }
    }
}
