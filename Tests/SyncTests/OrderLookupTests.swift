import Domain
import Foundation
import Hummingbird
import HummingbirdTesting
import Platforms
import Reports
import Synchronization
import Testing

@testable import Sync

@Suite("Asking for the orders that after-sales wait for")
struct OrderLookupTests {
    private static let now = Instant(seconds: 1_672_329_600)
    private static let numbers = (0..<4).map { "690000000000001000\($0)" }

    @Test("each is asked for once, after the feeds, and lands as a page without a window")
    func each() async throws {
        let trial = try await Trial.run(missing: Self.numbers) { _ in .found }

        #expect(trial.calls == ["orders", "refunds"] + Self.numbers)
        #expect(trial.outcome.failures.isEmpty)
        #expect(trial.outcome.ordersAsked == 4 && trial.outcome.ordersFound == 4)
        // They are no pages of a window.
        #expect(trial.outcome.pages == 2 && trial.outcome.windows == 2)
        #expect(trial.lookups.map(\.cursor) == Self.numbers.map { "order \($0)" })
        #expect(
            trial.lookups.allSatisfy { $0.window == nil && $0.page.orders.count == 1 && !$0.hash.isEmpty })
        #expect(trial.read == ["orders", "refunds"], "an order is no span that was read")
    }

    @Test("what is missing is asked for once all that was read has landed")
    func afterLanding() async throws {
        let landed = Mutex(0)
        let seen = Mutex(-1)
        _ = try await Trial.run(
            missing: {
                seen.withLock { seen in landed.withLock { seen = $0 } }
                return []
            }, commit: { landed.withLock { $0 += 1 } }
        ) { _ in .found }
        #expect(seen.withLock { $0 } == landed.withLock { $0 } && landed.withLock { $0 } > 0)
    }

    @Test(
        "a refusal of one ends neither the account nor the other asks, and lands as an empty page",
        arguments: [Answer.refused, .notFound, .otherOrder, .tooMuch, .none])
    func refusal(_ answer: Answer) async throws {
        let trial = try await Trial.run(missing: Self.numbers) { $0 == Self.numbers[1] ? answer : .found }

        #expect(trial.calls.suffix(4) == Self.numbers[...])
        #expect(trial.outcome.failures.isEmpty)
        #expect(trial.outcome.ordersAsked == 4 && trial.outcome.ordersFound == 3)
        #expect(trial.lookups.map(\.cursor) == Self.numbers.map { "order \($0)" })
        let empty = try #require(trial.lookups.first { $0.cursor.hasSuffix(Self.numbers[1]) })
        #expect(empty.page.orders.isEmpty && empty.page.parked.isEmpty && empty.window == nil)
        #expect(empty.fetchedAt == Self.now)
        #expect(trial.notices.map(\.code) == (answer == .none ? [] : ["sync.order_refused"]))
        for notice in trial.notices { #expect(notice.text(in: .chinese).contains(Self.numbers[1])) }
    }

    @Test("those that are refused alike are told in one sentence")
    func refusedAlike() async throws {
        let trial = try await Trial.run(missing: Self.numbers) { _ in .refused }

        #expect(trial.outcome.ordersAsked == 4 && trial.outcome.ordersFound == 0)
        #expect(trial.notices.count == 1 && trial.lookups.count == 4)
    }

    @Test(
        "what would stop an account ends the asks quietly: it is told, and what was not given is asked for next time",
        arguments: [Answer.noToken, .unauthorised])
    func stopped(_ answer: Answer) async throws {
        let trial = try await Trial.run(missing: Self.numbers, patience: .seconds(300)) {
            $0 == Self.numbers[1] ? answer : .found
        }

        #expect(trial.outcome.failures.isEmpty)
        #expect(trial.outcome.ordersAsked == 1 && trial.outcome.ordersFound == 1)
        #expect(trial.lookups.map(\.cursor) == ["order \(Self.numbers[0])"])
        #expect(trial.notices.map(\.code) == ["sync.asking_stopped"])
        #expect(!trial.calls.contains(Self.numbers[2]))
    }

    @Test("an order that is never answered ends the asks, and does not hold up the others the next time")
    func unanswered() async throws {
        let trial = try await Trial.run(missing: Self.numbers) { $0 == Self.numbers[1] ? .broken : .found }

        #expect(trial.outcome.failures.isEmpty)
        #expect(trial.outcome.ordersAsked == 2 && trial.outcome.ordersFound == 1)
        #expect(trial.lookups.map(\.cursor) == Self.numbers.prefix(2).map { "order \($0)" })
        #expect(trial.lookups.last?.page.orders.isEmpty == true)
        #expect(trial.notices.map(\.code) == ["sync.asking_stopped"])
        #expect(!trial.calls.contains(Self.numbers[2]))
    }

    @Test("an answer that is late is waited for like a page")
    func retried() async throws {
        let asked = Mutex(0)
        let trial = try await Trial.run(missing: [Self.numbers[0]], patience: .seconds(300)) { _ in
            asked.withLock { asked in
                asked += 1
                return asked < 2 ? .broken : .found
            }
        }
        #expect(trial.outcome.ordersFound == 1 && trial.outcome.retries == 1)
    }

    @Test("where a feed failed, where days are read again and where nothing is missing, nothing is asked")
    func notAsked() async throws {
        let failed = try await Trial.run(missing: Self.numbers, feeds: .refused) { _ in .found }
        #expect(failed.outcome.ordersAsked == 0 && !failed.outcome.failures.isEmpty)

        let days = SyncSpan.days(Self.now.day.advanced(by: -1)...Self.now.day)
        let again = try await Trial.run(missing: Self.numbers, span: days) { _ in .found }
        #expect(again.outcome.ordersAsked == 0 && again.outcome.failures.isEmpty && again.outcome.pages == 2)

        let nothing = try await Trial.run(missing: []) { _ in .found }
        #expect(nothing.calls == ["orders", "refunds"])
    }

    @Test("that what is missing cannot be told ends the account with that error", .timeLimit(.minutes(20)))
    func unreadableStore() async throws {
        struct Unreadable: Error, Equatable {}
        await #expect(throws: Unreadable()) {
            try await Trial.run(missing: { throw Unreadable() }) { _ in .found }
        }
    }

    @Test("long asks tell how far they are")
    func progress() async throws {
        let numbers = (0..<120).map { "69000000000000\(10_000 + $0)" }
        let trial = try await Trial.run(missing: numbers) { _ in .none }

        #expect(
            trial.notices.map { $0.text(in: .english) } == [
                "orders of orphans: 50 of 120 asked for", "orders of orphans: 100 of 120 asked for",
            ])
        #expect(trial.lookups.count == 120 && trial.outcome.ordersFound == 0)
    }

    @Test("asks for single orders are paced by the slower of the account's rate and the call's own")
    func pace() {
        func account(_ pace: SyncAccount.Pace) -> SyncAccount {
            SyncAccount(
                id: "a", platform: Douyin(), shopID: "1", host: "",
                access: { () throws(SyncError) in
                    AccountAccess(shopID: "1", baseURL: "", appKey: "", appSecret: "", accessToken: "")
                }, since: Self.now.day, pace: pace)
        }
        let paces: [(SyncAccount.Pace, lookup: Int?, feeds: Int?)] = [
            (.none, nil, nil), (.fixed(3), 3, 3), (.fixed(50), 10, 50), (.ofPlatform, 10, 10),
        ]
        for (pace, lookup, feeds) in paces {
            let account = account(pace)
            #expect(account.platform.orderLookup.flatMap { account.requestsPerSecond(of: $0) } == lookup)
            #expect(account.platform.feeds.allSatisfy { account.requestsPerSecond(of: $0) == feeds })
        }
    }

    /// What is answered to who asks for an order.
    enum Answer {
        case found, none, refused, otherOrder, tooMuch, broken, noToken, notFound, unauthorised

        var status: HTTPResponse.Status {
            switch self {
            case .notFound: .notFound
            case .unauthorised: .unauthorized
            default: .ok
            }
        }

        func body(_ number: String) -> String {
            switch self {
            case .found: Self.order(number)
            case .otherOrder: Self.order("6900000000000099990")
            case .none: #"{"code":10000,"data":{"shop_order_detail":null}}"#
            case .refused: #"{"code":40004,"sub_code":"isv.parameter-invalid:1","msg":"no such order"}"#
            case .tooMuch: #"{"code":50002,"sub_code":"isv.parameter-invalid:20013","msg":"too many"}"#
            case .noToken: #"{"code":40003,"sub_code":"isv.access-token-expired","msg":"token"}"#
            case .broken: "<html></html>"
            case .notFound, .unauthorised: "{}"
            }
        }

        private static func order(_ number: String) -> String {
            let line =
                #"{"order_id":"\#(number)","order_status":5,"trade_type":0,"pay_type":2,"create_time":1667232100,"#
                + #""pay_time":1667232200,"update_time":1667241000,"item_num":1,"origin_amount":5980,"#
                + #""pay_amount":5980,"product_id":35000000001,"product_name":"山药"}"#
            return
                #"{"code":10000,"data":{"shop_order_detail":{"order_id":"\#(number)","order_status":5,"pay_type":2,"#
                + #""trade_type":0,"create_time":1667232100,"pay_time":1667232200,"update_time":1667241000,"#
                + #""pay_amount":5980,"post_amount":0,"sku_order_list":[\#(line)]}}}"#
        }
    }

    /// What came of a sync of one window of each feed.
    private struct Trial {
        let outcome: SyncOutcome
        /// What was asked for: the feeds by their names, orders by their numbers.
        let calls: [String]
        /// The answers for single orders, as they landed.
        let lookups: [FetchedPage]
        /// The feeds of which something counts as read.
        let read: Set<String>
        let notices: [Notice]

        static func run(
            missing: [String], feeds: Feeds = .empty, span: SyncSpan = .new, patience: Duration = .zero,
            answer: @escaping @Sendable (String) -> Answer
        ) async throws -> Trial {
            try await run(
                missing: { missing }, feeds: feeds, span: span, patience: patience, answer: answer)
        }

        enum Feeds: String {
            case empty = #"{"code":10000,"data":{"total":0,"shop_order_list":[],"items":[]}}"#
            case refused = #"{"code":40003,"sub_code":"isv.app-no-permission","msg":"no permission"}"#
        }

        @discardableResult
        static func run(
            missing: @escaping @Sendable () async throws -> [String], feeds: Feeds = .empty,
            span: SyncSpan = .new, patience: Duration = .zero, commit: @escaping @Sendable () -> Void = {},
            answer: @escaping @Sendable (String) -> Answer
        ) async throws -> Trial {
            let calls = Mutex<[String]>([])
            let landed = Mutex<[SyncBatch<FetchedPage>]>([])
            let notices = Mutex<[Notice]>([])
            let application = Application(
                responder: CallbackResponder<BasicRequestContext> { request, _ in
                    let names = ["/order/searchList": "orders", "/afterSale/List": "refunds"]
                    if let feed = names[request.uri.path] {
                        calls.withLock { $0.append(feed) }
                        return Response(
                            status: .ok,
                            body: ResponseBody(byteBuffer: ByteBuffer(string: feeds.rawValue)))
                    }
                    let body = try await request.body.collect(upTo: 1 << 16)
                    let number = String(buffer: body).split(separator: "\"")[3].description
                    calls.withLock { if $0.last != number { $0.append(number) } }
                    let reply = answer(number)
                    return Response(
                        status: reply.status,
                        body: ResponseBody(byteBuffer: ByteBuffer(string: reply.body(number))))
                })
            let outcome = try await application.test(.live) { client in
                let environment = try SyncEnvironment.at(now, patience: patience) { event in
                    if case .notice(_, let what) = event { notices.withLock { $0.append(what) } }
                }
                return try await AccountSync<FetchedPage>(
                    .onLoopback(port: client.port ?? 0, since: now.day.advanced(by: -1)), span: span,
                    environment: environment, known: { _ in FeedMemory() },
                    missing: {
                        try await missing().map { OrderKey(channel: .douyin, shopID: "1", orderID: $0) }
                    }, prepare: { $0 },
                    commit: { batches in
                        landed.withLock { $0 += batches }
                        commit()
                    }
                ).run()
            }
            let batches = landed.withLock { $0 }
            return Trial(
                outcome: outcome, calls: calls.withLock { $0 },
                lookups: batches.flatMap(\.pages).filter { $0.feed == "order_lookup" },
                read: Set(batches.filter { !$0.proved.isEmpty }.map(\.feed.name)),
                notices: notices.withLock { $0 })
        }
    }
}
