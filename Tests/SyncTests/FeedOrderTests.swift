import Domain
import Foundation
import Hummingbird
import HummingbirdTesting
import Platforms
import Reports
import Synchronization
import Testing

@testable import Sync

@Suite("The order in which an account's feeds are read")
struct FeedOrderTests {
    private static let now = Instant(seconds: 1_672_329_600)

    @Test("after-sales follow the orders of their window, window by window")
    func windowByWindow() async throws {
        let (outcome, calls, _) = try await Self.outcome { _ in .ok }
        #expect(outcome.failures.isEmpty && outcome.windows == 6)
        #expect(calls == ["orders", "refunds", "orders", "refunds", "orders", "refunds"])
    }

    @Test("a platform that refuses after-sales does not hold up the orders, and they alone count as read")
    func refusedRefunds() async throws {
        let (outcome, calls, read) = try await Self.outcome { $0 == "refunds" ? .refused : .ok }
        #expect(outcome.failures.count == 1 && outcome.windows == 4)
        #expect(calls == ["orders", "refunds", "orders", "orders"])
        #expect(read == ["orders": [Self.whole]])
    }

    @Test(
        "of an earlier `since` the days before are asked for, orders and after-sales, and only they are read")
    func earlierSince() async throws {
        let readSoFar = ReadSpan(
            from: Self.whole.from.advanced(byMilliseconds: 7 * 86_400_000), to: Self.whole.to)
        let (outcome, calls, read) = try await Self.outcome(readSoFar: [readSoFar]) { _ in .ok }
        #expect(outcome.failures.isEmpty)
        #expect(calls == ["orders", "refunds", "orders", "refunds"])
        let before = ReadSpan(from: Self.whole.from, to: readSoFar.from)
        let again = ReadSpan(from: Self.whole.to.advanced(byMilliseconds: -600_000), to: Self.whole.to)
        #expect(read == ["orders": [before, again], "refunds": [before, again]])
    }

    @Test("both failures are told where orders fail after their after-sales")
    func bothRefused() async throws {
        let asked = Mutex(0)
        let (outcome, calls, read) = try await Self.outcome { feed in
            if feed == "refunds" { return .refused }
            return asked.withLock { asked in
                asked += 1
                return asked > 2 ? .refused : .ok
            }
        }
        #expect(outcome.failures.map { $0.place.text(in: .chinese).prefix(2) } == ["售后", "订单"])
        #expect(calls == ["orders", "refunds", "orders", "orders"])
        #expect(read.keys.sorted() == ["orders"])
    }

    @Test("a platform that was tried until the patience ended is read on, but not waited for again")
    func unanswered() async throws {
        let patience = Duration.milliseconds(500)
        let (outcome, calls, _) = try await Self.outcome(patience: patience) {
            $0 == "refunds" ? .broken : .ok
        }
        #expect(outcome.failures.count == 1)
        #expect(calls.filter { $0 == "orders" }.count == 3)

        let asked = Mutex(0)
        let (both, later, _) = try await Self.outcome(patience: patience) { feed in
            if feed == "refunds" { return .broken }
            return asked.withLock { asked in
                asked += 1
                return asked > 1 ? .broken : .ok
            }
        }
        #expect(both.failures.map { $0.place.text(in: .chinese).prefix(2) } == ["售后", "订单"])
        #expect(later.filter { $0 == "orders" }.count == 2)
    }

    @Test(
        "beside after-sales that are not answered, orders are waited for where the platform is there",
        .timeLimit(.minutes(20)),
        arguments: [
            // Slowed down, then answered; then answered at the second try. Too much in a window is an answer, too.
            [2: Answer.slow, 4: .broken], [2: .tooMany, 3: .broken],
        ])
    func patientAgain(answers: [Int: Answer]) async throws {
        let asked = Mutex(0)
        let (outcome, _, read) = try await Self.outcome(patience: .seconds(30)) { feed in
            if feed == "refunds" { return .broken }
            return asked.withLock { asked in
                asked += 1
                return answers[asked] ?? .ok
            }
        }
        #expect(outcome.failures.map { $0.place.text(in: .chinese).prefix(2) } == ["售后"])
        #expect(read == ["orders": [Self.whole]])
    }

    @Test("a failure tells how often its own page was tried again")
    func ownRetries() async throws {
        let (outcome, calls, _) = try await Self.outcome(patience: .seconds(2)) { feed in
            feed == "refunds" ? .broken : .ok
        }
        let tries = calls.count { $0 == "refunds" }
        #expect(
            outcome.failures.map { $0.advice.text(in: .chinese).contains("已重试 \(tries - 1) 次") } == [
                tries > 1
            ])

        let asked = Mutex(0)
        let (later, _, _) = try await Self.outcome(patience: .milliseconds(1_500)) { feed in
            if feed == "refunds" { return .broken }
            return asked.withLock { asked in
                asked += 1
                return asked == 1 || asked > 2 ? .broken : .ok
            }
        }
        #expect(later.failures.last?.advice.text(in: .chinese).contains("已重试") == false)
    }

    @Test("a commit that fails ends the account with its error")
    func failingCommit() async throws {
        struct Full: Error {}
        await #expect(throws: Full.self) {
            try await Self.outcome(commit: { _ in throw Full() }) { _ in .ok }
        }
    }

    @Test(
        "a commit that fails does not wait for a platform that is tried again and again",
        .timeLimit(.minutes(20)))
    func failingCommitBesideRetries() async throws {
        struct Full: Error {}
        await #expect(throws: Full.self) {
            try await Self.outcome(patience: .seconds(3_600), commit: { _ in throw Full() }) {
                $0 == "refunds" ? .broken : .ok
            }
        }
    }

    @Test("of feeds cut differently, none is read beyond the time that the earlier ones have read")
    func unequalWindows() throws {
        let random = Mutex(SplitMix64(seed: 7))
        func next(_ count: UInt64) -> Int64 { Int64(random.withLock { $0.next() } % count) }
        for _ in 0..<200 {
            var readings = try (0..<3).map { _ in
                try Self.reading(from: next(5), to: 20 + next(5), by: 1 + next(6))
            }
            var readTo = readings.map { $0.next?.from ?? Self.now }
            while let place = readings.nextPlace {
                let begun = readings[place].begin()
                let window = try #require(begun).window
                for earlier in 0..<place where readings[earlier].next != nil {
                    #expect(window.to <= readTo[earlier])
                }
                #expect(window.from == readTo[place])
                readTo[place] = window.to
            }
            #expect(readings.allSatisfy { $0.next == nil })
        }
    }

    /// A feed to be read in windows of so many seconds.
    private static func reading(from: Int64, to: Int64, by length: Int64) throws -> FeedReading {
        let cuts = Array(stride(from: from, to: to, by: Int(length))) + [to]
        let windows = zip(cuts, cuts.dropFirst()).map {
            WindowPlan.Window(from: Instant(seconds: $0), to: Instant(seconds: $1))
        }
        let environment = try SyncEnvironment.at(now, patience: .zero)
        return FeedReading(
            PageFetcher(
                account: .onLoopback(port: 9, since: now.day), feed: Douyin().feeds[0],
                environment: environment), windows
        )
    }

    @Test("where orders are refused, no after-sales are read either")
    func refusedOrders() async throws {
        let (outcome, calls, _) = try await Self.outcome { $0 == "orders" ? .refused : .ok }
        #expect(!outcome.failures.isEmpty)
        #expect(calls == ["orders"])
    }

    @Test("a window in two halves is read to its end before its after-sales")
    func halves() async throws {
        let isFirst = Mutex(true)
        let (outcome, calls, _) = try await Self.outcome { feed in
            guard feed == "orders" else { return .ok }
            return isFirst.withLock { first in
                defer { first = false }
                return first ? .tooMany : .ok
            }
        }
        #expect(outcome.failures.isEmpty && outcome.windows == 8)
        #expect(calls.prefix(4) == ["orders", "orders", "orders", "refunds"])
    }

    enum Answer: String {
        case ok = #"{"code":10000,"data":{"total":0,"shop_order_list":[],"items":[]}}"#
        case refused = #"{"code":40003,"sub_code":"isv.app-no-permission","msg":"no permission"}"#
        case broken = "<html></html>"
        case slow = #"{"code":60000,"sub_code":"isp.limit","msg":"too fast"}"#
        case tooMany = #"{"code":50002,"sub_code":"isv.parameter-invalid:20013","msg":"too many"}"#
    }

    /// The twenty days that are asked for, as far as the platform has settled.
    private static let whole = ReadSpan(
        from: now.day.advanced(by: -20).start, to: now.advanced(byMilliseconds: -180_000))

    /// Reads three windows of a Douyin shop that answers so: what came of it, what was asked for, in order, and what was
    /// read of each feed.
    @discardableResult
    private static func outcome(
        patience: Duration = .zero, readSoFar: [ReadSpan] = [],
        commit: @escaping @Sendable ([SyncBatch<FetchedPage>]) async throws -> Void = { _ in },
        _ answer: @escaping @Sendable (String) -> Answer
    ) async throws -> (SyncOutcome, calls: [String], read: [String: [ReadSpan]]) {
        let calls = Mutex<[String]>([])
        let read = Mutex<[String: [ReadSpan]]>([:])
        let application = Application(
            responder: CallbackResponder<BasicRequestContext> { request, _ in
                let feed = request.uri.path == "/order/searchList" ? "orders" : "refunds"
                calls.withLock { $0.append(feed) }
                return Response(
                    status: .ok, body: ResponseBody(byteBuffer: ByteBuffer(string: answer(feed).rawValue)))
            })
        let outcome = try await application.test(.live) { client in
            let sync = AccountSync<FetchedPage>(
                .onLoopback(port: client.port ?? 0, since: now.day.advanced(by: -20)), span: .new,
                environment: try .at(now, patience: patience),
                known: { _ in FeedMemory(spans: readSoFar) }, prepare: { $0 },
                commit: { batches in
                    try await commit(batches)
                    for batch in batches {
                        for span in batch.proved.map(\.span) {
                            read.withLock { $0[batch.feed.name] = ($0[batch.feed.name] ?? []).adding(span) }
                        }
                    }
                })
            return try await sync.run()
        }
        return (outcome, calls.withLock { $0 }, read.withLock { $0 })
    }
}
