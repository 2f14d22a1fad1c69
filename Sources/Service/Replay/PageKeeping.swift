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

    /// Keeps the pages of an account from now on, and removes those that are too old; `nil` where none is kept.
    func keeper(of account: String, at now: Instant) -> PageKeeper? {
        folder.remove(of: account, before: daysMax.map { now.day.advanced(by: 1 - $0) })
        return daysMax.map { _ in PageKeeper(folder, account: account) }
    }

    /// Whether pages are kept of any account: then there was a store.
    var isKept: Bool { folder.isThere }

    /// Removes what is too old of all accounts, also of those that the configuration has no more.
    func removeOld(at now: Instant) {
        folder.remove(before: daysMax.map { now.day.advanced(by: 1 - $0) })
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
