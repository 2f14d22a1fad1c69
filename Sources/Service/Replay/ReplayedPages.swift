import Domain
import Store

/// Which pages a replay lands again, so that no record goes back to an earlier page because a later one is not among them.
struct ReplayedPages: Sendable {
    /// All that the replay will land.
    let pages: Set<PageFacts>

    /// Whether a record of a page would take the place of one that was fetched later, was mapped otherwise, and is not landed
    /// again by this replay: it is left as it is until it is read anew.
    func wouldGoBack(
        to page: PageFacts, from origin: Origin, _ outdated: OutdatedPages, _ session: WriteSession
    ) throws -> Bool {
        guard outdated.contains(origin), let stored = try session.page(of: origin) else { return false }
        return stored.fetchedAt > page.fetchedAt && !pages.contains(stored)
    }
}
