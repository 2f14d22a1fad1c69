import Domain
import Testing

@testable import Reports

/// The line beneath an answer: up to when accounts were read, and which of them were not.
@Suite("How far accounts were read, in a line")
struct CoverageLineTests {
    private static let days = GapsScenario.since...GapsScenario.since.advanced(by: 9)

    /// Accounts that were read on so many of the ten days, each on its own.
    private static func coverage(
        _ readDays: [Int], failing: Set<Int> = [], tellsSince: Bool = false, neverAgain: Set<String> = []
    ) -> ReadingCoverage {
        let readings = readDays.enumerated().map { number, days in
            let unread = UnreadWindow(
                feed: "orders", span: GapsScenario.span(days, 10), cause: .failed,
                reason: Notice("sync.timed_out"))
            let memory = FeedMemory(
                spans: days == 0 ? [] : [GapsScenario.span(0, days)],
                unread: failing.contains(number) ? [unread] : [])
            return AccountReading(
                id: "a\(number)", platform: "douyin", since: GapsScenario.since,
                feeds: [
                    .init(
                        name: "orders",
                        map: FeedMap(
                            of: memory, from: GapsScenario.at(0), to: GapsScenario.at(10), reach: nil),
                        proofs: [], instead: Notice("platform.gone"))
                ])
        }
        return ReadingCoverage(readings, days: days, tellsSince: tellsSince, neverAgain: neverAgain)
    }

    @Test("sixteen accounts that failed are a short line, and each is in the JSON")
    func outage() throws {
        let coverage = Self.coverage(
            Array(repeating: 8, count: 16), failing: Set(0..<16), neverAgain: ["a15"])
        let chinese = try #require(coverage.notice).text(in: .chinese)
        #expect(
            chinese
                == "数据不全：数据读到 2022-11-09 00:00:00（16 个账号）；上次没有读全：全部 16 个账号；有缺口：全部 16 个账号（最多 2 天）。详见 daihuo gaps"
        )
        let english = try #require(coverage.notice).text(in: .english)
        #expect(
            english
                == "not complete: read up to 2022-11-09 00:00:00 (16 accounts); not read wholly the last time: all 16 accounts; "
                + "gaps: all 16 accounts (at most 2 days). See daihuo gaps")
        let json = JSONTree.object(coverage.members).description
        for number in 0..<16 { #expect(json.contains("\"id\": \"a\(number)\"")) }
        #expect(json.ranges(of: #""looks_back": false"#).count == 1)
        #expect(json.ranges(of: #""since": "2022-11-01""#).count == 16)
        #expect(json.ranges(of: #""failed": true"#).count == 16)
        for key in ["is_configured", "read_otherwise"] { #expect(json.contains("\"\(key)\": ")) }
    }

    @Test("of many accounts three are named, with how many there are; of few each, with its days")
    func some() throws {
        let several = try #require(Self.coverage([10, 10, 0, 0, 0, 0, 0, 10]).notice)
        #expect(several.text(in: .chinese).contains("从未读过：a2、a3、a4 等 5 个账号"))
        #expect(several.text(in: .english).contains("never read: a2, a3, a4 and others (5 accounts)"))
        let few = try #require(Self.coverage([10, 9, 7, 10, 10]).notice)
        #expect(few.text(in: .chinese).contains("有缺口：a1（1 天）、a2（3 天）"))
        #expect(few.text(in: .english).contains("gaps: a1 (1 day), a2 (3 days)"))
        let gaps = try #require(Self.coverage([10, 9, 7, 8, 6]).notice)
        #expect(gaps.text(in: .chinese).contains("有缺口：a1、a2、a3 等 4 个账号（最多 4 天）"))
        let one = try #require(Self.coverage([9]).notice)
        #expect(one.text(in: .english).contains("(1 account); gaps: a0 (1 day)."))
    }

    @Test("accounts of which nothing was ever read are named alike")
    func never() throws {
        let all = try #require(Self.coverage(Array(repeating: 0, count: 4)).notice)
        #expect(all.text(in: .chinese) == "还没有读到任何数据：全部 4 个账号；请运行 daihuo sync")
        let two = try #require(Self.coverage([0, 0]).notice)
        #expect(two.text(in: .english) == "never read: a0, a1; run daihuo sync")
        #expect(Self.coverage([]).notice == nil)
        let failed = try #require(Self.coverage([0, 0], failing: [1]).notice)
        #expect(failed.text(in: .chinese) == "还没有读到任何数据：a0、a1；上次同步没有成功，原因见 daihuo gaps")
    }
}
