import Domain
import JSON
import Platforms
import Reports
import Synchronization
import Testing

@testable import Sync

/// One page of an account whose tokens are kept, against a server that loses answers.
@Suite("Tokens: what an account says", .timeLimit(.minutes(20)))
struct TokenKeeperTests {
    private static let now = RowServer.now

    /// What reading one page comes to: the access token on disk then, or the sentence.
    private func read(
        _ world: TokenWorld, _ disk: SharedDisk, times: Int = 1
    ) async throws -> [Result<String, SyncError>] {
        try await LoopbackServer.answer(with: { try world.respond($0) }) { port in
            var results: [Result<String, SyncError>] = []
            for _ in 0..<times {
                let keeper = TokenKeeper(account: "a", issuer: WorldTokens(), file: DiskFile(disk))
                let account = SyncAccount(
                    id: "a", platform: TokenPlatform(), shopID: "1", host: "http://localhost:\(port)",
                    access: { () throws(SyncError) in
                        AccountAccess(
                            shopID: "1", baseURL: "http://localhost:\(port)", appKey: "k", appSecret: "s",
                            accessToken: "")
                    }, tokens: keeper, since: BusinessDay(number: Self.now.day.number - 1), lookBack: .never,
                    pace: .none)
                let outcome = try await AccountSync<FetchedPage>(
                    account, span: .new, environment: try .at(Self.now, patience: .seconds(600)),
                    known: { _ in FeedMemory() }, prepare: { $0 }, commit: { _ in }
                ).run()
                results.append(outcome.failures.first.map { .failure($0) } ?? .success(disk.kept.accessToken))
                #expect(outcome.failures.count < 2, "one sentence: \(outcome.failures)")
            }
            return results
        }
    }

    @Test("a token that the platform no longer takes is refreshed once, and the page is read")
    func refreshed() async throws {
        let (world, disk) = (TokenWorld(), SharedDisk())
        world.expire()
        #expect(try await read(world, disk).map { try $0.get() } == ["a1"])
        #expect(world.state.withLock { $0.refreshes } == 1)
    }

    @Test("a platform that is busy is asked again, and nothing counts as lost")
    func busy() async throws {
        let (world, disk) = (TokenWorld([.busy, .busy, .busy]), SharedDisk())
        world.expire()
        #expect(try await read(world, disk).map { try $0.get() } == ["a1"])
        #expect(disk.kept.asks == 0 && world.state.withLock { $0.arrivals } == ["r0": 1])
    }

    @Test("an answer that is lost ends in one sentence, and no later run sends the token again")
    func lost() async throws {
        let (world, disk) = (TokenWorld([.lost]), SharedDisk())
        world.expire()
        let results = try await read(world, disk, times: 3)
        for result in results {
            guard case .failure(let error) = result else {
                Issue.record("read without a token")
                continue
            }
            #expect(error.isRefusal && error.isWithoutToken)
            let (chinese, english) = (error.notice.text(in: .chinese), error.notice.text(in: .english))
            #expect(chinese.contains("请重新授权") && english.contains("please authorise again"), "\(chinese)")
            #expect(english.allSatisfy(\.isASCII) && !english.contains("r0") && !chinese.contains("a0"))
        }
        #expect(world.state.withLock { $0.arrivals } == ["r0": 2])
    }

    @Test("a gateway's error may hide a refresh: it is asked twice, never a third time")
    func unavailable() async throws {
        let (world, disk) = (TokenWorld(.init(repeating: .unavailable, count: 9)), SharedDisk())
        world.expire()
        let results = try await read(world, disk, times: 2)
        #expect(
            results.allSatisfy { if case .failure(let error) = $0 { error.isWithoutToken } else { false } })
        #expect(world.state.withLock { $0.arrivals } == ["r0": 2])
        #expect(disk.kept.asks == 2)
    }

    @Test("a page that is given up while its token is refreshed does not lose the answer")
    func givenUp() async throws {
        let (world, disk) = (TokenWorld(), SharedDisk())
        world.expire()
        world.delay(.milliseconds(300))
        try await LoopbackServer.answer(with: { try await world.slowly($0) }) { port in
            let keeper = TokenKeeper(account: "a", issuer: WorldTokens(), file: DiskFile(disk))
            let access = AccountAccess(
                shopID: "1", baseURL: "http://localhost:\(port)", appKey: "k", appSecret: "s", accessToken: ""
            )
            let environment = try SyncEnvironment.at(Self.now, patience: .zero)
            let page = Task { try await keeper.access(access, insteadOf: "a0", environment) }
            while disk.kept.asks == 0 { try await Task.sleep(for: .milliseconds(5)) }
            page.cancel()
            await keeper.settle()
        }
        #expect(disk.kept.accessToken == "a1" && disk.kept.asks == 0, "\(disk.kept.asks)")
        #expect(world.state.withLock { $0.arrivals } == ["r0": 1])
    }

    @Test("where nobody listens nothing was sent, and the token may be tried for ever")
    func notSent() async throws {
        let disk = SharedDisk()
        let keeper = TokenKeeper(account: "a", issuer: WorldTokens(), file: DiskFile(disk))
        let access = AccountAccess(
            shopID: "1", baseURL: "http://127.0.0.1:9", appKey: "k", appSecret: "s", accessToken: "")
        for _ in 0..<4 {
            let error = try await #require(throws: TokenFailure.self) {
                try await keeper.access(access, insteadOf: "a0", try .at(Self.now, patience: .zero))
            }
            #expect(error.isTransient)
        }
        #expect(disk.kept.asks == 0 && disk.kept.askedAt != nil)
    }
}

/// A platform of one feed that sends its token where `TokenWorld` looks for it.
private struct TokenPlatform: Platform {
    private let douyin = Douyin()
    let name = "douyin"
    let baseURL: String? = nil
    let mapping = "t"
    let updateTimes = UpdateTimes(orders: "t", refunds: "t")
    let channels: Set<Channel> = [.douyin]
    var feeds: [Feed] { douyin.feeds }

    func keyRules(of feed: Feed) -> Set<KeyRule> { douyin.keyRules(of: feed) }

    func request(
        _ query: PageQuery, account: AccountAccess, now: Instant
    ) throws(PlatformError) -> PlatformRequest {
        PlatformRequest(method: "GET", url: "\(account.baseURL)/page?token=\(account.accessToken)")
    }

    func outline(_ root: JSONView, query: PageQuery) throws(PlatformError) -> Page {
        let page = try douyin.outline(
            root, query: PageQuery(feed: douyin.feeds[0], from: query.from, to: query.to, page: .first))
        return page
    }

    func records(_ root: JSONView, query: PageQuery, account: AccountAccess, into page: inout Page) {}
}
