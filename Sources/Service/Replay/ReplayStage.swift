import Domain
import Platforms
import Store
import Sync
import Synchronization

/// Lands the kept pages of one account once more, by the present mapping and through the same landing as a sync.
struct ReplayStage: Sendable {
    let store: OrderStore
    let admission: Admission
    let account: SyncAccount
    let source: Int64
    /// What of the pages can be mapped now; by it no record goes back to an earlier page.
    let replayed: ReplayedPages
    let progress: @Sendable (StageProgress) -> Void

    /// What became of it.
    struct Outcome: Sendable {
        var landed = LandedCounts()
        /// Pages, and why some were left.
        var replay: ReplayOutcome
        /// Windows that count as read by it.
        var windows = 0
    }

    /// What has landed, and by which pages which windows are proved.
    private struct Landed: Sendable {
        var counts = LandedCounts()
        var pages: Set<PageFacts> = []
        var proved: [(feed: String, window: ProvedWindow)] = []
    }

    /// Replays the pages, in the order in which they were fetched.
    func run(_ pages: KeptPages) async throws -> Outcome {
        let landed = Mutex(Landed())
        let platform = account.platform
        let replay = AccountReplay<PreparedPage>(
            account,
            prepare: { [roster = admission.roster] page in
                PreparedPage(page, platform: platform, roster: roster)
            },
            commit: { batches in
                let counts = try await land(batches)
                landed.withLock { landed in
                    landed.counts.add(counts)
                    for batch in batches {
                        landed.pages.formUnion(batch.pages.map(\.facts))
                        landed.proved += batch.proved.map { (batch.feed.name, $0) }
                    }
                }
                progress(.landed(account: account.id, counts: counts.records))
            })
        var outcome = Outcome(replay: try await replay.run(pages))
        let all = landed.withLock { $0 }
        outcome.landed = all.counts
        for feed in platform.feeds {
            outcome.windows += try await note(
                all.proved.filter { $0.feed == feed.name }.map(\.window), of: feed, beside: all.pages)
        }
        return outcome
    }

    private func land(_ batches: [SyncBatch<PreparedPage>]) async throws(StoreError) -> LandedCounts {
        try await store.write { session in
            try session.expectMapped(account.facts)
            var counts = LandedCounts()
            for batch in batches {
                let stage = LandingStage(
                    store: store, roster: admission.roster, source: source, outdated: admission.outdated,
                    kind: account.platform.kind, feed: batch.feed.name,
                    keys: LandingStage.FeedKeys(account.platform, batch.feed), replayed: replayed)
                counts.add(try stage.land(batch.pages, proved: [], session))
            }
            return counts
        }
    }

    /// Notes that windows are read of which all pages were replayed, and answers how many.
    ///
    /// Not where a page was fetched later that was not replayed: an order of that page would stay as it was mapped before,
    /// and nobody would read it again.
    private func note(
        _ proved: [ProvedWindow], of feed: Feed, beside replayed: Set<PageFacts>
    ) async throws(StoreError) -> Int {
        guard let first = proved.map(\.askedAt).min() else { return 0 }
        return try await store.write { session in
            let others = try session.pages(source: source, feed: feed.name, fetchedSince: first)
                .filter { !replayed.contains($0) }
            let known = try session.readSpans(source: source, feed: feed.name)
            var count = 0
            for window in proved {
                let isOvertaken = others.contains { page in
                    page.fetchedAt >= window.askedAt && page.window?.overlap(window.span) != nil
                }
                // What is known already was read by the present mapping, and perhaps later.
                if isOvertaken || known.gaps(in: window.span).isEmpty { continue }
                let span = try session.note(window, source: source, feed: feed.name)
                try session.unpark(
                    mappedBefore: admission.outdated.end(of: source), readAgain: span, source: source,
                    feed: feed.name)
                count += 1
            }
            return count
        }
    }
}
