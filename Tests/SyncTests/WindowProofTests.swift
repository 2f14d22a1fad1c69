import Domain
import Platforms
import Reports
import Testing

@testable import Sync

@Suite("A window is read when it is proved")
struct WindowProofTests {
    private static let start = RowServer.now.advanced(byMilliseconds: -86_400_000)

    /// Reads a day of a list that is paged by number and states its total.
    private static func reading(
        _ server: RowServer, _ paging: String = "kind: page, first: 0, size: 100, total: total",
        days: Int = 1,
        span: SyncSpan = .new
    ) async throws -> ProofReading {
        try await .of(server, by: ProofReading.described(paging), days: days, span: span)
    }

    @Test(
        "a row that leaves between two pages takes none with it, and it is told why the window is read again")
    func rowLeaves() async throws {
        let server = RowServer(
            RowServer.rows(250, secondsBeforeNow: 80_000, every: 300), RowServer.Habits(leavesBehind: [1]))
        let reading = try await Self.reading(server)
        #expect(reading.outcome.failures.isEmpty && reading.landed.count == 250)
        #expect(reading.covers(Self.start, RowServer.now))
        #expect(reading.told == ["sync.reading_again"])
    }

    @Test(
        "a server that does not heed the page loses no row: halves are read that fit one page",
        arguments: [250, 300])
    func pageIgnored(count: Int) async throws {
        let rows = RowServer.rows(count, secondsBeforeNow: 80_000, every: 250)
        for platform in [
            try ProofReading.described("kind: page, first: 0, size: 100, total: total"), Douyin(),
        ]
            as [any Platform]
        {
            let reading = try await ProofReading.of(
                RowServer(rows, RowServer.Habits(ignoresPage: true)), by: platform)
            #expect(reading.outcome.failures.isEmpty && reading.landed.count == count)
        }
    }

    @Test("a server that gives 50 rows where 100 are asked for loses none", arguments: [true, false])
    func smallPages(tellsSize: Bool) async throws {
        let server = RowServer(
            RowServer.rows(120, secondsBeforeNow: 80_000, every: 600),
            RowServer.Habits(sizeMax: 50, tellsSize: tellsSize))
        let reading = try await ProofReading.of(server, by: Douyin())
        #expect(reading.outcome.failures.isEmpty && reading.landed.count == 120)
        // Who admits to his pages' size is read page by page.
        if tellsSize { #expect(reading.told.isEmpty && reading.outcome.pages <= 5) }
    }

    @Test("rows of one second that come in another order on each page are read in smaller windows")
    func ties() async throws {
        let rows = RowServer.rows(250, secondsBeforeNow: 80_000, every: 1).map {
            RowServer.Row(number: $0.number, at: $0.at - Int64($0.number % 50))
        }
        let server = RowServer(rows, RowServer.Habits(shufflesTies: true))
        let reading = try await Self.reading(server)
        #expect(reading.outcome.failures.isEmpty && reading.landed.count == 250)
        #expect(reading.covers(Self.start, RowServer.now))
    }

    @Test("a second with more rows than a page is read several times", arguments: UInt64(1)...8)
    func fullSecond(seed: UInt64) async throws {
        let rows = (0..<150).map { RowServer.Row(number: $0, at: RowServer.now.seconds - 5_000) }
        let server = RowServer(rows, RowServer.Habits(shufflesTies: true), seed: seed)
        let reading = try await Self.reading(server)
        #expect(reading.lost(of: server).isEmpty)
        #expect(!reading.outcome.failures.isEmpty || reading.landed.count == 150)
        #expect(reading.landed.count > 140)
    }

    @Test("a row that is counted and never shown fails its second alone, and all others are read")
    func ghost() async throws {
        let ghost = RowServer.now.seconds - 130_100
        let server = RowServer(
            RowServer.rows(500, secondsBeforeNow: 250_000, every: 480), RowServer.Habits(ghosts: [ghost]))
        let reading = try await Self.reading(server, days: 3)
        let failure = try #require(reading.outcome.failures.first)
        #expect(reading.outcome.failures.count == 1 && reading.landed.count == 500)
        #expect(failure.advice.code == "sync.unproved")
        let text = failure.notice.text(in: .chinese)
        #expect(text.contains("应有 1 条，实有 0 条") && text.contains("rows 2022-12-28"), "\(text)")
        #expect(reading.told == ["sync.reading_again"])
        let first = RowServer.now.advanced(byMilliseconds: -3 * 86_400_000)
        #expect(reading.covers(first, Instant(seconds: ghost - 2)))
        #expect(reading.covers(Instant(seconds: ghost + 2), RowServer.now))
        #expect(!reading.covers(Instant(seconds: ghost), Instant(seconds: ghost)))
    }

    @Test("a total that is too large for ever fails, is bounded, and nothing counts as read")
    func totalTooLarge() async throws {
        let server = RowServer(
            RowServer.rows(250, secondsBeforeNow: 80_000, every: 300), RowServer.Habits(addsToTotal: 1))
        let reading = try await Self.reading(server)
        #expect(reading.outcome.failures.count == 1 && reading.read.isEmpty)
        #expect(server.answers < 100, "\(server.answers) pages")
    }

    @Test("days that are asked for are proved in the same way, and count as read")
    func days() async throws {
        let server = RowServer(
            RowServer.rows(250, secondsBeforeNow: 80_000, every: 300), RowServer.Habits(leavesBehind: [1]))
        let day = RowServer.now.day.advanced(by: -1)
        let reading = try await Self.reading(server, span: .days(day...day))
        #expect(reading.outcome.failures.isEmpty && reading.landed.count == 250)
        #expect(reading.covers(day.start, day.advanced(by: 1).start))

        let ghost = day.start.advanced(byMilliseconds: 3_600_000)
        let haunted = RowServer([], RowServer.Habits(ghosts: [ghost.seconds]))
        let failed = try await Self.reading(haunted, span: .days(day...day))
        #expect(failed.outcome.failures.count == 1 && !failed.covers(ghost, ghost))
        #expect(failed.outcome.unread.map(\.cause) == [.failed])
    }

    @Test(
        "without a total, pages that repeat and cursors that go in circles end in a failure",
        arguments: [
            (
                "kind: page, first: 0, size: 20, more: more",
                RowServer.Habits(ignoresPage: true, statesTotal: false)
            ),
            (
                "kind: cursor, first: 0, size: 20, next: next",
                RowServer.Habits(statesTotal: false, goesInCircles: true)
            ),
        ])
    func endless(paging: String, habits: RowServer.Habits) async throws {
        // All in one second, so that no half holds fewer.
        let rows = (0..<250).map { RowServer.Row(number: $0, at: RowServer.now.seconds - 5_000) }
        let server = RowServer(rows, habits)
        let reading = try await Self.reading(server, paging)
        #expect(reading.outcome.failures.count == 1 && reading.lost(of: server).isEmpty)
        #expect(!reading.covers(Instant(seconds: RowServer.now.seconds - 5_000), RowServer.now))
        #expect(server.answers < 600, "\(server.answers) pages")
    }

    @Test("an order that is listed once more in an older version is two rows of its window")
    func listedTwice() async throws {
        let rows = RowServer.rows(250, secondsBeforeNow: 80_000, every: 300)
        let twice = rows + [RowServer.Row(number: 7, at: RowServer.now.seconds - 100)]
        let reading = try await Self.reading(RowServer(twice, RowServer.Habits()))
        #expect(reading.outcome.failures.isEmpty && reading.covers(Self.start, RowServer.now))

        // Both in one answer: nothing is in doubt.
        let onePage = try await Self.reading(
            RowServer(Array(twice.suffix(20)) + [rows[7]], RowServer.Habits()))
        #expect(onePage.outcome.failures.isEmpty && onePage.told.isEmpty)
    }

    @Test("without a total, rows may come again at the seam of two pages, and nowhere else")
    func seams() async throws {
        let rows = RowServer.rows(250, secondsBeforeNow: 80_000, every: 300)
        let paging = "kind: cursor, first: 0, size: 100, next: next"
        let overlapping = try await Self.reading(
            RowServer(rows, RowServer.Habits(statesTotal: false, overlaps: true)), paging)
        #expect(overlapping.outcome.failures.isEmpty && overlapping.told.isEmpty)
        #expect(overlapping.landed.count == 250)

        let ties = rows.map { RowServer.Row(number: $0.number, at: $0.at - Int64($0.number % 40) * 300) }
        let shuffled = try await Self.reading(
            RowServer(ties, RowServer.Habits(shufflesTies: true, statesTotal: false)), paging)
        #expect(shuffled.outcome.failures.isEmpty && shuffled.landed.count == 250)
        #expect(shuffled.told == ["sync.reading_again"])
    }

    @Test("an honest list costs no page more, with or without a total")
    func honest() async throws {
        let rows = RowServer.rows(250, secondsBeforeNow: 80_000, every: 300)
        for (paging, statesTotal) in [
            ("kind: page, first: 0, size: 100, total: total", true),
            ("kind: page, first: 0, size: 100, more: more", false),
            ("kind: cursor, first: 0, size: 100, next: next", false),
        ] {
            let server = RowServer(rows, RowServer.Habits(statesTotal: statesTotal))
            let reading = try await Self.reading(server, paging)
            #expect(reading.outcome.failures.isEmpty && reading.landed.count == 250)
            #expect(server.answers == 3 && reading.told.isEmpty)
        }
    }
}
