import Domain
import Foundation
import HTTP
import Platforms
import Store
import Synchronization

@testable import Sync

/// The syncs of one account, one after the other, over what the store remembers of them; what landed is kept beside it.
final class SyncHistory: Sendable {
    static let account = "a"

    let store: OrderStore
    private let path: String
    private let platform: any Platform
    private let host: String
    private let source: Int64
    private let landedRows = Mutex<Set<RowServer.Row>>([])
    private let toldCodes = Mutex<[String]>([])
    private let client: HTTPClient

    /// How one of them is made.
    struct Course: Sendable {
        var since: BusinessDay
        var span = SyncSpan.new
        var lookBack = LookBack.standard
        /// By how much our clock is ahead of the server's, in milliseconds.
        var skew: Int64 = 0
        var patience = Duration.zero
        /// It is killed once so many pages and proofs have landed.
        var killedBehind: Int?
    }

    /// Begins over an empty store, which goes with it.
    init(_ platform: any Platform, port: Int) async throws {
        path = NSTemporaryDirectory() + "daihuo-\(UUID().uuidString).sqlite"
        store = try OrderStore(path: path)
        self.platform = platform
        host = "http://localhost:\(port)"
        client = try HTTPClient(configuration: HTTPConfiguration())
        let facts = SourceFacts(
            name: Self.account, platform: platform.name, shopID: "1",
            api: .init(
                host: host, since: BusinessDay(number: 0), keyRules: [], mapping: "",
                updateTimes: platform.updateTimes, channels: platform.channels,
                feeds: platform.feeds.map(\.name)))
        source = try await store.write { try $0.admit(facts, known: nil).number }
    }

    deinit {
        for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
    }

    /// The rows that landed, as they were shown.
    var landed: Set<RowServer.Row> { landedRows.withLock { $0 } }
    /// The codes of all that was told.
    var told: [String] { toldCodes.withLock { $0 } }
    /// What is known of the first feed.
    var memory: FeedMemory {
        get async throws { try await store.memory(source: Self.account, feed: platform.feeds[0].name) }
    }

    /// One sync, as `SyncStage` makes it; `nil` where it was killed.
    func sync(_ course: Course, clock: @escaping @Sendable () -> Instant) async throws -> SyncOutcome? {
        let now = { @Sendable in clock().advanced(byMilliseconds: course.skew) }
        let (store, source) = (store, source)
        _ = try await store.takeBackReadAhead(source: source, now: now())
        let left = Mutex(course.killedBehind)
        let sync = AccountSync<FetchedPage>(
            account(course), span: course.span,
            environment: SyncEnvironment(
                client: client, pacer: Pacer(seed: 1), now: now, patience: course.patience, seed: 1,
                report: { event in
                    if case .notice(_, let what) = event { self.toldCodes.withLock { $0.append(what.code) } }
                }),
            known: { feed in try await store.memory(source: Self.account, feed: feed) }, prepare: { $0 },
            commit: { batches in
                for batch in batches {
                    let (pages, proved) = left.withLock { Self.take(batch, atMost: &$0) }
                    self.landedRows.withLock { $0.formUnion(pages.flatMap(\.page.rowsShown)) }
                    try await store.write { session in
                        for page in pages {
                            try session.write(
                                PageFacts(page), number: session.nextPageNumber(), source: source,
                                LandingCounts())
                        }
                        for window in proved {
                            try session.note(window, source: source, feed: batch.feed.name)
                        }
                    }
                    if left.withLock({ $0 == 0 }) { throw Killed() }
                }
            })
        do {
            let outcome = try await sync.run()
            try await store.note(outcome.unread, source: source, days: course.span.days, at: now())
            return outcome
        } catch is Killed {
            return nil
        }
    }

    private struct Killed: Error {}

    /// The pages and proofs that still land.
    private static func take(
        _ batch: SyncBatch<FetchedPage>, atMost left: inout Int?
    ) -> ([FetchedPage], [ProvedWindow]) {
        guard let most = left else { return (batch.pages, batch.proved) }
        let pages = batch.pages.prefix(most)
        let proved = batch.proved.prefix(most - pages.count)
        left = most - pages.count - proved.count
        return (Array(pages), Array(proved))
    }

    private func account(_ course: Course) -> SyncAccount {
        let host = host
        return SyncAccount(
            id: Self.account, platform: platform, shopID: "1", host: host,
            access: { () throws(SyncError) in
                AccountAccess(shopID: "1", baseURL: host, appKey: "k", appSecret: "s", accessToken: "t")
            }, since: course.since, lookBack: course.lookBack, pace: .none)
    }
}

extension PageFacts {
    fileprivate init(_ page: FetchedPage) {
        self.init(
            feed: page.feed, window: page.window, cursor: page.cursor, hash: page.hash,
            fetchedAt: page.fetchedAt)
    }
}
