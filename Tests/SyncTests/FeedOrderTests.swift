import Domain
import Foundation
import HTTP
import Hummingbird
import HummingbirdTesting
import Platforms
import Synchronization
import Testing

@testable import Sync

@Suite("The order in which an account's feeds are read")
struct FeedOrderTests {
    private static let now = Instant(seconds: 1_672_329_600)

    @Test("after-sales follow the orders of their window, window by window")
    func windowByWindow() async throws {
        let (outcome, calls) = try await Self.outcome { _ in .ok }
        #expect(outcome.failure == nil && outcome.windows == 6)
        #expect(calls == ["orders", "refunds", "orders", "refunds", "orders", "refunds"])
    }

    @Test("a platform that refuses after-sales does not hold up the orders")
    func refusedRefunds() async throws {
        let (outcome, calls) = try await Self.outcome { $0 == "refunds" ? .refused : .ok }
        #expect(outcome.failure != nil)
        #expect(calls == ["orders", "refunds", "orders", "orders"])
    }

    @Test("where orders are refused, no after-sales are read either")
    func refusedOrders() async throws {
        let (outcome, calls) = try await Self.outcome { $0 == "orders" ? .refused : .ok }
        #expect(outcome.failure != nil)
        #expect(calls == ["orders"])
    }

    @Test("a window in two halves is read to its end before its after-sales")
    func halves() async throws {
        let isFirst = Mutex(true)
        let (outcome, calls) = try await Self.outcome { feed in
            guard feed == "orders" else { return .ok }
            return isFirst.withLock { first in
                defer { first = false }
                return first ? .tooMany : .ok
            }
        }
        #expect(outcome.failure == nil && outcome.windows == 8)
        #expect(calls.prefix(4) == ["orders", "orders", "orders", "refunds"])
    }

    private enum Answer: String {
        case ok = #"{"code":10000,"data":{"total":0,"shop_order_list":[],"items":[]}}"#
        case refused = #"{"code":40003,"sub_code":"isv.app-no-permission","msg":"no permission"}"#
        case tooMany = #"{"code":50002,"sub_code":"isv.parameter-invalid:20013","msg":"too many"}"#
    }

    /// Reads three windows of a Douyin shop that answers so: what came of it, and what was asked for, in order.
    private static func outcome(
        _ answer: @escaping @Sendable (String) -> Answer
    ) async throws -> (SyncOutcome, [String]) {
        let calls = Mutex<[String]>([])
        let application = Application(
            responder: CallbackResponder<BasicRequestContext> { request, _ in
                let feed = request.uri.path == "/order/searchList" ? "orders" : "refunds"
                calls.withLock { $0.append(feed) }
                return Response(
                    status: .ok, body: ResponseBody(byteBuffer: ByteBuffer(string: answer(feed).rawValue)))
            })
        let outcome = try await application.test(.live) { client in
            let account = SyncAccount(
                id: "a", platform: Douyin(),
                access: { () throws(SyncError) in
                    AccountAccess(
                        shopID: "1", baseURL: "http://127.0.0.1:\(client.port ?? 0)", appKey: "k",
                        appSecret: "s",
                        accessToken: "t")
                }, since: now.day.advanced(by: -20), requestsPerSecond: nil)
            let environment = SyncEnvironment(
                client: try HTTPClient(configuration: HTTPConfiguration()), pacer: Pacer(), now: { now },
                patience: .zero, seed: 1, report: { _ in })
            let sync = AccountSync<FetchedPage>(
                account, span: .new, environment: environment, readTo: { _ in nil }, prepare: { $0 },
                commit: { _ in })
            return try await sync.run()
        }
        return (outcome, calls.withLock { $0 })
    }
}
