import Domain
package import Store
import Sync

/// Where the pages of accounts are kept, and how long (docs/decisions/0030).
package struct PageKeeping: Sendable {
    let folder: PageFolder
    /// `nil`: none is kept, and what was is removed.
    let daysMax: Int?

    /// Keeps pages in a folder for so many days.
    package init(folder: PageFolder, daysMax: Int?) {
        self.folder = folder
        self.daysMax = daysMax
    }

    /// Keeps the pages of an account from now on; `nil` where none is kept.
    func keeper(of account: String) -> PageKeeper? {
        daysMax.map { _ in PageKeeper(folder, account: account) }
    }

    /// Whether pages are kept of any account: then there was a store.
    var isKept: Bool { folder.isThere }

    /// Removes what is too old of these accounts, or of all: also of those that the configuration has no more.
    ///
    /// `toldAt`: the latest time that a platform told. A clock of ours that is ahead of it makes nothing old; where no
    /// platform tells a time (`nil`), there is only our clock to go by.
    func removeOld(of accounts: [String]? = nil, at now: Instant, toldAt: Instant?) {
        let today = min(now, toldAt ?? now).day
        let first = daysMax.map { today.advanced(by: 1 - $0) }
        guard let accounts else { return folder.remove(before: first) }
        for account in accounts { folder.remove(of: account, before: first) }
    }

    /// Does what reads an account, waits until its pages are written, and says where some could not be.
    static func through<Outcome>(
        _ keeper: PageKeeper?, _ account: String, _ environment: SyncEnvironment,
        _ body: () async throws -> Outcome
    ) async throws -> Outcome {
        do {
            let outcome = try await body()
            if let lost = await keeper?.finish(), lost > 0 {
                environment.report(.notice(account: account, what: Notice("sync.pages_not_kept", lost)))
            }
            return outcome
        } catch {
            _ = await keeper?.finish()
            throw error
        }
    }
}
