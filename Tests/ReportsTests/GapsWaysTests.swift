import Domain
import Testing

@testable import Reports

/// What is said beneath the gaps: what to import, and what to run.
@Suite("What closes gaps")
struct GapsWaysTests {
    /// An account of which the last of ten days could not be read, or was.
    private static func account(
        _ id: String, failing reason: Notice? = nil, reach: Instant? = nil, days: [Int] = [9]
    ) -> AccountReading {
        let unread = days.map { day in
            UnreadWindow(
                feed: "orders", span: GapsScenario.span(day, day + 1), cause: .failed,
                reason: reason ?? Notice("sync.timed_out"))
        }
        let memory = FeedMemory(
            spans: [ReadSpan(from: reach ?? GapsScenario.at(0), to: GapsScenario.at(10))],
            unread: reason == nil ? [] : unread)
        let map = FeedMap(of: memory, from: GapsScenario.at(0), to: GapsScenario.at(10), reach: reach)
        return AccountReading(
            id: id, platform: "douyin", since: GapsScenario.since,
            feeds: ["orders", "refunds"].map { name in
                .init(
                    name: name, map: map, proofs: [],
                    instead: Notice("platform.gone_import", ["douyin-\(name)"]))
            })
    }

    private static func ways(_ accounts: [AccountReading]) -> [String] {
        GapsReport(of: accounts, .init(), asOf: GapsScenario.at(10)).ways.map { $0.text(in: .english) }
    }

    private static let all =
        "the next sync asks for all that the platform still gives; to have it read now, run: daihuo run"
    private static let busy = Notice("sync.patience_ended", Notice("douyin.busy"), 3)

    @Test("one sentence and one command where no account is without a gap, or the commands would be many")
    func outage() {
        let failing = (1...16).map { Self.account("a\($0)", failing: Self.busy) }
        #expect(Self.ways(failing) == [Self.all])
        #expect(Self.ways(failing.prefix(4) + [Self.account("z")]) == [Self.all])
        #expect(Self.ways([Self.account("a", failing: Self.busy, days: [0, 2, 4, 6])]) == [Self.all])
    }

    @Test("the command of each account where they are few")
    func few() {
        let last = GapsScenario.since.advanced(by: 9)
        let command = "run: daihuo sync --account a --from \(last) --to \(last)"
        #expect(Self.ways([Self.account("a", failing: Self.busy)]) == [command])
        #expect(Self.ways([Self.account("a", failing: Self.busy), Self.account("b")]) == [command])
    }

    @Test("a token that the platform does not accept is to be replaced first, and where")
    func token() throws {
        let reason = Notice("platform.error", Notice("douyin.token_expired"), "40003")
        let report = GapsReport(
            of: [Self.account("a", failing: reason), Self.account("b")], .init(), asOf: GapsScenario.at(10))
        let ways = report.ways.map { $0.text(in: .chinese) }
        #expect(ways.count == 2 && ways[0] == "请先换上新的 access_token（写在它所指的文件或环境变量里）：a")
        let feed = try #require(report.feeds.first)
        let next = feed.next(try #require(feed.gaps.first)).text(in: .chinese)
        #expect(next.hasPrefix(ways[0]) && next.contains("daihuo sync --account a"))
        #expect(!Self.ways([Self.account("a", failing: Self.busy)])[0].contains("access_token"))
    }

    @Test("what is to be imported of several accounts is said once")
    func imports() {
        let reach = GapsScenario.at(3)
        let gone = (1...5).map { Self.account("a\($0)", reach: reach) }
        let ways = Self.ways(gone + [Self.account("z")])
        #expect(ways.count == 2 && ways.allSatisfy { $0.hasPrefix("a1, a2, a3 and others (5 accounts): ") })
        #expect(Self.ways([gone[0]]).allSatisfy { $0.hasPrefix("a1: the platform") })
    }
}
