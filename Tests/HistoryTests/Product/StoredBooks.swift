import Attribution
import Books
import Domain
import Foundation
import Ledger
import Platforms
import Reports
import Store

@testable import Service

/// The product's books: a store of its own, with everything but the fetching of pages and the reading of files.
final class StoredBooks: Product {
    private let folder: String
    let store: OrderStore
    private var roster = Roster(parties: [])
    /// The one before it.
    private var staleRoster = Roster(parties: [])

    init() throws {
        folder = NSTemporaryDirectory() + "daihuo-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        store = try OrderStore(path: folder + "/daihuo.sqlite")
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    func replaceRoster(by facts: RosterFacts) {
        staleRoster = roster
        roster = Roster(
            parties: facts.parties, tenures: facts.tenures, identities: facts.identities,
            campaigns: facts.campaigns, sessions: facts.sessions, catalogue: facts.catalogue)
    }

    func land(_ page: Page, isStale: Bool) async throws {
        let (landing, prepared) = try await landing(page, by: isStale ? staleRoster : roster)
        _ = try await landing.land([prepared])
    }

    func importRows(_ file: RowsFile) async throws {
        let admission = try await pipeline(roster).admit([facts(file.account)])
        var chunk = FileChunk(readAt: file.fetchedAt)
        for row in file.rows { chunk.add(.records(RowRecords(order: row))) }
        for record in file.parked { chunk.add(.parked(record)) }
        let input = ImportStage.Input(
            path: "rows.csv", account: file.account.id, platform: file.account.platform,
            shopID: file.account.shopID, format: "rows")
        let landing = LandingStage(
            store: store, roster: admission.roster, source: admission.sources[file.account.id]?.number ?? 0,
            kind: .file,
            feed: "rows", keys: nil)
        let page = chunk.page(
            input, feed: "rows", number: 1, sha256: "00", at: file.fetchedAt, admission.roster, span: nil)
        _ = try await landing.land([page])
    }

    func attribute() async throws {
        _ = try await pipeline(roster).attribute { _ in }
    }

    func post(bookedAt: Instant) async throws {
        _ = try await Pipeline(store: store, roster: roster, now: { bookedAt }).post { _ in }
    }

    func disturb(by disturbance: Disturbance) async throws {
        switch disturbance {
        case .killedLanding(let page):
            let (landing, prepared) = try await landing(page, by: roster)
            try await kill { session in _ = try landing.land([prepared], proved: [], session) }
        case .killedAttribution(let count):
            let orders = try await store.decidedOtherwise(
                than: roster.fingerprint, after: 0, limit: max(1, count))
            let roster = try await pipeline(roster).admit([]).roster
            let stage = RecreditStage(store: store, decides: self.roster.fingerprint, roster: roster)
            _ = try await stage.decide(orders)
        case .killedPost(let bookedAt):
            try await kill { session in
                let waiting = try session.waiting(limit: 1_000)
                if waiting.entries.isEmpty { return }
                try session.book(
                    Journal.seal(waiting.entries, session.nextHead(bookedAt: bookedAt)), over: waiting)
            }
        case .refusedLanding(let page):
            let known = facts(page.account)
            let other = SourceFacts(
                name: known.name, platform: known.platform, shopID: known.shopID + "9", api: nil)
            // A source that was never read is whatever the settings say.
            _ = try await pipeline(roster).admit([known])
            do {
                _ = try await pipeline(roster).admit([other])
                throw NotRefused()
            } catch is ServiceError {}
        }
    }

    private struct NotRefused: Error {}
    private struct Killed: Error {}

    /// A transaction whose process ends before the commit.
    private func kill(_ body: @escaping @Sendable (WriteSession) throws -> Void) async throws {
        do {
            try await store.write { session in
                try body(session)
                throw Killed()
            }
        } catch {}
    }

    func report(_ scope: ReportScope) async throws -> Answer {
        let report = try await pipeline(roster).attributionReport(scope)
        var answer = Answer()
        answer.rows = report.rows.map { Answer.Row(key: $0.key, sums: $0.sums) }
        answer.unassigned = report.unassigned
        answer.totals = report.totals
        if scope.dated != .booked {
            answer.reasons = Dictionary(uniqueKeysWithValues: report.reasons.map { ($0.reason, $0.sums) })
        }
        answer.notSales = report.notSales
        answer.proof = report.proof
        // Which differences cancel out before they are posted, the naive books do not tell.
        answer.proof.pendingEntries = 0
        return answer
    }

    /// What `daihuo check` finds wrong with the store.
    func errors() async throws -> [String] {
        try await pipeline(roster).checkStore().filter { $0.severity == .error }.map {
            $0.what.text(in: .chinese)
        }
    }

    func freightFen(channel: Channel, shopID: String, orderID: String) async throws -> Int64? {
        let stories = try await store.stories(orderID: orderID)
        return stories.first { $0.order?.channel == channel && $0.order?.shopID == shopID }?.order?.freightFen
            .amount
    }

    private func landing(_ page: Page, by roster: Roster) async throws -> (LandingStage, PreparedPage) {
        let admission = try await pipeline(roster).admit([facts(page.account)])
        let arrivals = page.orders.map { order in
            Arrival(
                [order], kind: page.kind, platform: page.account.platform, fetchedAt: page.fetchedAt,
                roster: admission.roster)
        }
        let landing = LandingStage(
            store: store, roster: admission.roster, source: admission.sources[page.account.id]?.number ?? 0,
            kind: page.kind, feed: "orders",
            keys: .init(
                rules: [KeyRule(.order, "t"), KeyRule(.refund, "t")],
                ownRules: [KeyRule(.order, "t"), KeyRule(.refund, "t")]))
        let facts = PageFacts(
            feed: "orders", window: ReadSpan(from: page.fetchedAt, to: page.fetchedAt), cursor: "first",
            hash: "00", fetchedAt: page.fetchedAt)
        return (
            landing,
            PreparedPage(
                facts: facts, arrivals: arrivals, afterSales: page.afterSales.flatMap(AfterSale.all),
                parked: [])
        )
    }

    private func facts(_ account: Account) -> SourceFacts {
        // An ERP retells the orders of several shops; the account's own id stays.
        SourceFacts(name: account.id, platform: account.platform, shopID: "shop of \(account.id)", api: nil)
    }

    private func pipeline(_ roster: Roster) -> Pipeline {
        Pipeline(store: store, roster: roster, now: { Self.noon })
    }

    private static let noon = Instant(seconds: 1_672_200_000)
}
