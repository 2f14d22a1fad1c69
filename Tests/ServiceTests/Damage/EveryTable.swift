import Attribution
import Books
import Domain
import Foundation
import GRDB
import Reports
import Store

@testable import Service

/// A small store with rows in every table, and copies of it that may be damaged.
struct EveryTable: Sendable {
    /// As it was made.
    let sound: String
    private let folder: TemporaryFolder

    init() async throws {
        folder = try TemporaryFolder()
        sound = folder.path + "/sound.sqlite"
        let making = folder.path + "/making.sqlite"
        try await Self.fill(making)
        // One file without a log beside it.
        try Self.copy(making, to: sound)
    }

    /// What a check finds wrong with a copy that was changed behind the store's back; `nil` where the file does not take
    /// the change.
    func errors(after damage: (Database) throws -> Void) async throws -> [String]? {
        try await findings(after: damage)?.filter { $0.severity == .error }.map { $0.what.text(in: .chinese) }
    }

    /// All that a check finds in such a copy.
    func findings(after damage: (Database) throws -> Void) async throws -> [CheckReport.Finding]? {
        let path = folder.path + "/\(UUID().uuidString).sqlite"
        defer { try? FileManager.default.removeItem(atPath: path) }
        guard try copy(to: path, after: damage) else { return nil }
        let pipeline = Pipeline(
            store: try OrderStore(reading: path), roster: Self.second, now: { Instant(seconds: 0) })
        return try await pipeline.checkStore()
    }

    private func copy(to path: String, after damage: (Database) throws -> Void) throws -> Bool {
        try FileManager.default.copyItem(atPath: sound, toPath: path)
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        do {
            try DatabaseQueue(path: path, configuration: configuration).write { database in
                // Whoever changes history by hand takes its guards away, and puts them back so that nobody sees it.
                let guards = try Row.fetchAll(
                    database, sql: "SELECT name, sql FROM sqlite_master WHERE name LIKE '%_is_history_1'")
                for row in guards { try database.execute(sql: "DROP TRIGGER \(row["name"] as String)") }
                try damage(database)
                for row in guards { try database.execute(sql: row["sql"]) }
            }
            return true
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
            return false
        }
    }

    private static func copy(_ path: String, to copy: String) throws {
        try DatabaseQueue(path: path).writeWithoutTransaction { database in
            try database.execute(sql: "VACUUM INTO '\(copy)'")
        }
    }

    /// Two legs, shared cells, API and file, refunds of every evidence, orphans, a header gap, no sales, a contradiction,
    /// two versions of the roster (no order stands alike under both), two batches, something that waits.
    private static func fill(_ path: String) async throws {
        let store = try OrderStore(path: path)
        try await land(store, by: first, "a-1", .api, at: 1, firstOrders)
        try await land(store, by: first, "a-1", .api, at: 2, [], refunds: refunds, feed: "refunds")
        try await post(store, first, at: 10)
        let again = order(
            "o2", version: 2, lines: [line("l1", host: "h2"), line("l3", sale: .notSale(.sample))])
        var otherwise = order("o5", version: 1, lines: [line("l1", paidFen: 1_001)])
        otherwise.headerPaidFen = Fen(1_100)
        try await land(store, by: first, "a-1", .api, at: 3, [again, otherwise])
        try await post(store, first, at: 11)
        var beside = order("o1", version: 3, lines: [line("l1", host: "h2")])
        beside.sellerRemark = "自提"
        let rows = [
            beside, order("o6", version: 1, lines: [line("l1")]),
            order("o6", version: 1, lines: [line("l2", paidFen: 300)]),
        ]
        try await land(
            store, by: second, "a-2", .file, at: 4, rows, parked: ParkedRecord(path: "line 9", orderID: "o6"),
            feed: "douyin-orders")
        try await report(store)
        let budget = try CallBudget(path: path, now: { Instant(seconds: 1_672_329_600) })
        _ = try await budget.take(CallBudget.Call(app: "00", method: "order.searchList"), milliseconds: 1_000)
    }

    private static func land(
        _ store: OrderStore, by roster: Roster, _ account: String, _ kind: SourceKind, at minute: Int64,
        _ orders: [Order], refunds: [Refund] = [], parked: ParkedRecord? = nil, feed: String = "orders"
    ) async throws {
        let fetchedAt = Instant.sold.advanced(byMilliseconds: 86_400_000 + minute * 60_007)
        let pipeline = Pipeline(store: store, roster: roster, now: { fetchedAt })
        let admission = try await pipeline.admit([
            SourceFacts(
                name: account, platform: "douyin", shopID: "s1",
                api: .init(
                    host: "http://127.0.0.1", since: Instant.sold.day,
                    keyRules: [KeyRule(.order, "t"), KeyRule(.refund, "t")], mapping: "",
                    updateTimes: .init(orders: "", refunds: ""), channels: [.douyin], feeds: ["orders"]))
        ])
        let landing = LandingStage(
            store: store, roster: admission.roster, source: admission.sources[account]?.number ?? 0,
            kind: kind,
            feed: feed,
            keys: kind == .file
                ? nil : .init(rules: [KeyRule(.order, "t"), KeyRule(.refund, "t")], ownRules: []),
            lookBack: kind == .file ? nil : .standard)
        let window = ReadSpan(from: .sold, to: fetchedAt)
        let arrivals = Dictionary(grouping: orders, by: \.orderID).sorted { $0.key < $1.key }.map {
            Arrival(
                $0.value, kind: kind, platform: "douyin", fetchedAt: fetchedAt, roster: admission.roster)
        }
        var page = PreparedPage(
            facts: PageFacts(
                feed: feed, window: kind == .file ? nil : window, cursor: "first",
                file: kind == .file ? "orders.csv" : nil, hash: "00", fetchedAt: fetchedAt),
            arrivals: arrivals, afterSales: AfterSale.all(of: refunds), parked: [parked].compactMap(\.self),
            unknownWords: kind == .file
                ? []
                : orders.prefix(1).map {
                    UnknownWord(key: "order.status", word: "新词", orderID: $0.orderID, paidFen: Fen(1))
                })
        if kind == .file { page.fileSpan = window }
        _ = try await landing.land(
            [page], proved: kind == .file ? [] : [proof(window, at: fetchedAt, rows: arrivals.count)])
        try await store.write { session in
            let unread = UnreadWindow(
                feed: feed, span: ReadSpan(from: fetchedAt, to: fetchedAt.advanced(byMilliseconds: 5)),
                cause: .failed, reason: Notice("sync.timed_out"))
            try session.note([unread], source: landing.source, days: nil, at: fetchedAt)
        }
    }

    /// What people say was sold, once in these words and then in others.
    private static func report(_ store: OrderStore) async throws {
        for (minute, fen) in [(Int64(5), Int64(100)), (6, 200)] {
            let readAt = Instant.sold.advanced(byMilliseconds: 86_400_000 + minute * 60_007)
            let pipeline = Pipeline(store: store, roster: second, now: { readAt })
            let admission = try await pipeline.admit([
                SourceFacts(
                    name: SelfReport.source, platform: SelfReport.source, shopID: "", api: nil)
            ])
            let source = try admission.number(of: SelfReport.source)
            var figures = SelfReport.Figures()
            (figures.fen, figures.grams, figures.orders) = (Fen(fen), Grams(fen * 5), fen / 10)
            figures.quantity = Quantity(milli: fen * 10, unit: .jin)
            let key = SelfReport.Key(day: Instant.sold.day, reporter: "fs-1", channel: .douyin)
            var page = SelfReportPage()
            page.reports = [(SelfReport(key, figures), 2)]
            let facts = PageFacts(
                feed: SelfReport.format, window: nil, cursor: "1", file: "daily.csv", hash: "0\(minute)",
                fetchedAt: readAt)
            try await store.write { [page] session in _ = try session.land(page, facts, source: source) }
        }
    }

    private static func proof(_ window: ReadSpan, at instant: Instant, rows: Int) -> ProvedWindow {
        ProvedWindow(
            span: window, rows: Int64(rows), total: Int64(rows), askedAt: instant, serverAt: instant)
    }

    private static func post(_ store: OrderStore, _ roster: Roster, at minute: Int64) async throws {
        let bookedAt = Instant.sold.advanced(byMilliseconds: 86_400_000 + minute * 60_007)
        _ = try await Pipeline(store: store, roster: roster, now: { bookedAt }).post { _ in }
    }
}

extension ParkedRecord {
    fileprivate init(path: String, orderID: String) {
        self.init(path: path, reason: Notice("record.amount_out_of_range"), orderID: orderID, body: "{}")
    }
}
