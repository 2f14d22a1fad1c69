import Attribution
import Domain
import Foundation
import JSON
import Platforms
import Reports
import Store

@testable import Service
@testable import Sync

/// A store into which a declared platform is synced, from records that a test holds, by descriptions that change.
final class DescribedShop {
    /// A record as the platform answers it.
    struct Record {
        /// By the platform's own clock, whatever a description reads.
        var updatedAt: Instant
        var json: String
    }

    let store: OrderStore
    /// The records of the description's feeds, in their order.
    var records: [[Record]]
    /// The first day to fetch.
    var since = BusinessDay(number: 19_297)
    /// What was kept of the pages that were read.
    private var kept: [KeptPage] = []
    private let folder: TemporaryFolder
    /// Who is credited.
    var partyID = "p"
    /// The clock of what follows.
    var now = Instant(seconds: 1_672_329_600)

    /// A store of its own, or one more writer of the store with this path.
    init(_ records: [[Record]], path: String? = nil) throws {
        folder = try TemporaryFolder()
        store = try OrderStore(path: path ?? folder.path + "/daihuo.sqlite")
        self.records = records
    }

    var pipeline: Pipeline {
        let party = Party(id: partyID, name: "", kind: .enterprise, region: nil, organisation: "")
        let identity = Identity(
            partyID: partyID, platform: "", kind: .host, value: "h1", span: DaySpan(from: nil, to: nil))
        let roster = Roster(parties: [party], identities: [identity])
        return Pipeline(store: store, roster: roster, now: { [now] in now })
    }

    /// What the account is by a description.
    func facts(_ yaml: String, as name: String = "z") throws -> SourceFacts { try account(yaml, name).facts }

    /// Reads what was not read yet, and posts; stopped behind so many windows, it posts nothing.
    ///
    /// Answers whether all was to be read again. Several accounts may read the same shop; the one that is called w states
    /// another shop, and its records name this one all the same.
    @discardableResult
    func sync(_ yaml: String, as name: String = "z", windowsMax: Int = .max) async throws -> Bool {
        let account = try account(yaml, name)
        let admission = try await pipeline.admit([account.facts])
        guard let source = admission.sources[name] else { return false }
        var windowsLeft = windowsMax
        for (place, feed) in account.platform.feeds.enumerated() {
            let landing = LandingStage(
                store: store, roster: admission.roster, source: source.number,
                outdated: admission.outdated, kind: account.platform.kind, feed: feed.name,
                keys: LandingStage.FeedKeys(account.platform, feed))
            let plan = WindowPlan(
                feed: feed, known: try await store.memory(source: name, feed: feed.name), since: since,
                lookBack: .never, now: now)
            for window in plan.windows {
                if windowsLeft == 0 { return source.isReadAgain }
                windowsLeft -= 1
                let page = try page(window, of: feed, place, account)
                let prepared = PreparedPage(page, platform: account.platform, roster: admission.roster)
                _ = try await landing.land(
                    [prepared],
                    proved: [
                        ProvedWindow(
                            span: ReadSpan(from: window.from, to: window.to), rows: 0, total: nil,
                            askedAt: now, serverAt: nil)
                    ])
            }
        }
        _ = try await pipeline.post { _ in }
        return source.isReadAgain
    }

    private func account(_ yaml: String, _ name: String) throws -> SyncAccount {
        SyncAccount(
            id: name, platform: try DeclaredPlatform(yaml: yaml, file: "z.yaml"),
            shopID: name == "w" ? "S9" : "S1",
            host: "http://127.0.0.1:9", access: { () throws(SyncError) in Self.access }, since: since,
            pace: .none)
    }

    private static let access = AccountAccess(
        shopID: "S1", baseURL: "http://127.0.0.1:9", appKey: "", appSecret: "", accessToken: "")

    private func page(
        _ window: WindowPlan.Window, of feed: Feed, _ place: Int, _ account: SyncAccount
    ) throws -> FetchedPage {
        let rows = records[place].filter { window.from <= $0.updatedAt && $0.updatedAt <= window.to }
        let body = "{\"list\":[\(rows.map(\.json).joined(separator: ","))]}"
        let query = PageQuery(feed: feed, from: window.from, to: window.to, page: .first)
        let page = try JSONDocument([UInt8](body.utf8)).read { root throws(PlatformError) in
            try account.platform.page(root, query: query, account: Self.access)
        }
        let fetched = FetchedPage(
            page: page, feed: feed.name, window: ReadSpan(from: window.from, to: window.to), cursor: "first",
            hash: "00",
            fetchedAt: now)
        if let keys = account.platform.pageKeys(of: feed) {
            let copy = try JSONDocument([UInt8](body.utf8)).read { keys.copy($0) }
            kept.append(
                KeptPage(
                    facts: fetched.facts, serverAt: nil, mapping: account.platform.mapping, keys: keys.kept,
                    recordsLeftOut: copy.recordsLeftOut, body: copy.json))
        }
        return fetched
    }

    /// Maps what was read so far again, by a description.
    func replay(_ yaml: String, as name: String = "z") async throws -> ReplayReport {
        let pages = PageFolder(ofStore: folder.path + "/kept.sqlite")
        let keeper = PageKeeper(pages, account: name)
        keeper.keep(kept)
        kept = []
        _ = await keeper.finish()
        let report = try await pipeline.replay(
            [try account(yaml, name)], days: nil, from: pages, isDryRun: false
        ) { _ in }
        _ = try await pipeline.post { _ in }
        return report
    }

    /// All that staff can see of the store, but for when and on which page it was read.
    func everything() async throws -> String {
        var text = ""
        for dated in [ReportScope.Dating.paid, .refunded] {
            for key in [ReportKey.day, .party, .channel, .shop, .category] {
                let scope = ReportScope(
                    from: BusinessDay(number: 10_000), to: BusinessDay(number: 30_000), leg: .any, by: key,
                    dated: dated)
                let report = try await pipeline.attributionReport(scope)
                text += "\(key): \(report.rows)\n\(report.unassigned)\n\(report.totals)\n\(report.notSales)\n"
                text += "\(report.proof)\n"
            }
        }
        for number in 0..<records[0].count * 2 {
            for story in try await store.stories(orderID: "\(number)") {
                let refunds = story.stored.state.refunds.map { row in
                    var row = row
                    (row.origin, row.fetchedAt) = (.unknown, now)
                    return "\(row)"
                }
                let order = story.order.map { "\($0)" } ?? ""
                text += "\(order)\n\(refunds.sorted().joined(separator: "\n"))\n\(story.conflicts)\n"
            }
        }
        return text
    }

    /// What `check` has to say of the store and of accounts by a description, but for what is well.
    func complaints(_ yaml: String, as names: [String] = ["z"]) async throws -> [String] {
        let findings =
            try await pipeline.checkSources(names.map { try facts(yaml, as: $0) }) + pipeline.checkStore()
        return findings.filter { $0.severity != .ok }.map { $0.what.text(in: .chinese) }
    }
}
