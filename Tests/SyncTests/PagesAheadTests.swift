import Domain
import Foundation
import Hummingbird
import HummingbirdTesting
import Platforms
import Synchronization
import Testing

@testable import Sync

@Suite("Pages asked for before their turn")
struct PagesAheadTests {
    @Test("a list that shrinks while several pages are on their way loses no row", arguments: 0..<12)
    func shrinkingList(seed: Int) async throws {
        let shop = ShrinkingShop(rows: 1_300, seed: UInt64(seed))
        let (outcome, read) = try await Self.outcome(of: shop)
        #expect(outcome.failures.isEmpty)
        let lost = shop.left.subtracting(read)
        #expect(lost.sorted().prefix(3) == [], "\(lost.count) rows are lost with seed \(seed)")
        #expect(shop.mostAtOnce > 1, "no page was asked for before its turn")
    }

    @Test(
        "a platform that answers one request at a time is asked so, once it has said it is too much",
        arguments: 0..<3)
    func oneAtATime(seed: Int) async throws {
        let shop = ShrinkingShop(rows: 1_300, seed: UInt64(seed), answersOneAtATime: true)
        let (outcome, read) = try await Self.outcome(of: shop)
        #expect(outcome.failures.isEmpty)
        #expect(shop.left.subtracting(read).sorted().prefix(3) == [])
        // Of thirteen pages every second one would be refused else.
        #expect((1...4).contains(shop.refused), "\(shop.refused) refusals with seed \(seed)")
        #expect(outcome.retries >= 1)
    }

    /// What an answer may be instead of a page.
    enum Fault: CaseIterable {
        case cutShort, noJSON, unavailable, expiredToken
    }

    @Test("a page on its way that fails is asked for again, and none is lost", arguments: Fault.allCases)
    func failingAhead(fault: Fault) async throws {
        let shop = ShrinkingShop(rows: 1_300, seed: 3, everySeventh: fault)
        let (outcome, read) = try await Self.outcome(of: shop)
        #expect(outcome.failures.isEmpty)
        #expect(shop.left.subtracting(read).sorted().prefix(3) == [])
        #expect(
            shop.refused >= 2 && outcome.retries >= 1, "\(shop.refused) faults, \(outcome.retries) retries")
        #expect(shop.mostAtOnce > 1, "no page was asked for before its turn")
    }

    /// Reads the shop over HTTP: what came of it, and the orders that were committed.
    private static func outcome(of shop: ShrinkingShop) async throws -> (SyncOutcome, Set<String>) {
        let application = Application(
            responder: CallbackResponder<BasicRequestContext> { request, _ in
                try await shop.response(to: request)
            })
        let read = Mutex<Set<String>>([])
        let outcome = try await application.test(.live) { client in
            let sync = AccountSync<FetchedPage>(
                .onLoopback(port: client.port ?? 0, since: ShrinkingShop.now.day.advanced(by: -1)),
                span: .new,
                environment: try .at(ShrinkingShop.now, patience: .seconds(600)),
                known: { _ in FeedMemory() }, prepare: { $0 },
                commit: { batches in
                    let pages = batches.flatMap(\.pages)
                    read.withLock { $0.formUnion(pages.flatMap(\.page.orders).map(\.orderID)) }
                })
            return try await sync.run()
        }
        return (outcome, read.withLock { $0 })
    }
}

/// A shop whose orders are updated, and so leave the window, between two answers.
private final class ShrinkingShop: Sendable {
    static let now = Instant(seconds: 1_672_329_600)

    private struct State {
        var rows: [Int]
        var random: SplitMix64
        var atOnce = 0
        var mostAtOnce = 0
        var requests = 0
        var refused = 0
    }

    private let state: Mutex<State>
    private let answersOneAtATime: Bool
    private let everySeventh: PagesAheadTests.Fault?

    init(
        rows: Int, seed: UInt64, answersOneAtATime: Bool = false, everySeventh: PagesAheadTests.Fault? = nil
    ) {
        self.answersOneAtATime = answersOneAtATime
        self.everySeventh = everySeventh
        state = Mutex(State(rows: Array(0..<rows), random: SplitMix64(seed: seed)))
    }

    /// The orders that never left.
    var left: Set<String> { state.withLock { Set($0.rows.map(Self.id)) } }
    /// The most requests that were being answered at a time.
    var mostAtOnce: Int { state.withLock { $0.mostAtOnce } }

    /// How many requests were refused.
    var refused: Int { state.withLock { $0.refused } }

    func response(to request: Request) async throws -> Response {
        var request = request
        let body = try await request.collectBody(upTo: 4_096)
        let asked = try JSONSerialization.jsonObject(with: Data(body.readableBytesView)) as? [String: Any]
        func number(_ key: String) -> Int { asked?[key] as? Int ?? 0 }
        let window =
            Int64(
                number("update_time_start"))...Int64(
                max(number("update_time_start"), number("update_time_end")))
        let (pause, isRefused, fault) = state.withLock { state in
            state.atOnce += 1
            state.mostAtOnce = max(state.mostAtOnce, state.atOnce)
            state.requests += 1
            let isRefused = answersOneAtATime && state.atOnce > 1
            let fault = state.requests % 7 == 0 ? everySeventh : nil
            if isRefused || fault != nil { state.refused += 1 }
            return (2 + state.random.next() % 4, isRefused, fault)
        }
        // The pages on their way are answered in any order.
        try await Task.sleep(for: .milliseconds(pause))
        let isOrders = request.uri.path == "/order/searchList"
        let answer = state.withLock { state in
            defer { state.atOnce -= 1 }
            if isRefused { return Self.tooFast }
            return isOrders ? Self.answer(number("page"), of: window, &state) : Self.noRefunds
        }
        return Response(
            status: fault == .unavailable ? .serviceUnavailable : .ok,
            body: ResponseBody(byteBuffer: ByteBuffer(string: Self.spoilt(answer, by: fault))))
    }

    private static func spoilt(_ answer: String, by fault: PagesAheadTests.Fault?) -> String {
        switch fault {
        case nil: answer
        case .cutShort: String(answer.prefix(answer.count / 2))
        case .noJSON: "<html>gateway</html>"
        case .unavailable: ""
        case .expiredToken: #"{"code":40003,"sub_code":"isv.access-token-expired"}"#
        }
    }

    private static let tooFast = #"{"code":60000,"sub_code":"isp.limit"}"#
    private static let noRefunds = #"{"code":10000,"data":{"total":0,"items":[]}}"#

    private static func answer(_ page: Int, of window: ClosedRange<Int64>, _ state: inout State) -> String {
        // Now and then rows leave, before those that are being read.
        if state.random.next() % 3 == 0 {
            for _ in 0..<state.random.next() % 40 where !state.rows.isEmpty {
                state.rows.remove(at: Int(state.random.next() % UInt64(state.rows.count)))
            }
        }
        let listed = state.rows.filter { window ~= updatedAt($0) }
        let rows = listed.dropFirst(page * 100).prefix(100).map(order).joined(separator: ",")
        return #"{"code":10000,"data":{"total":\#(listed.count),"shop_order_list":[\#(rows)]}}"#
    }

    /// A number as the platform gives it.
    private static func id(_ number: Int) -> String { String(6_900_000_000_000_000_000 + number) }

    private static func updatedAt(_ number: Int) -> Int64 { now.seconds - 40_000 + Int64(number) }

    private static func order(_ number: Int) -> String {
        let seconds = updatedAt(number)
        return
            #"{"order_id":"\#(id(number))","order_status":5,"pay_type":2,"trade_type":0,"create_time":\#(seconds),"pay_time":\#(seconds),"#
            + #""update_time":\#(seconds),"pay_amount":100,"sku_order_list":[{"order_id":"\#(id(number))","#
            + #""item_num":1,"order_amount":100,"pay_amount":100,"product_name":"苹果"}]}"#
    }
}
