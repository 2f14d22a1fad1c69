import Domain
import Foundation
import Reports
import Service
import Testing

@testable import daihuo

/// What a person watches, and what a schedule's log holds.
@Suite("Progress on a terminal and in a log")
struct ProgressMeterTests {
    private static let start = ContinuousClock.now
    /// Midnight of 2022-11-08 in Beijing.
    private static let midnight = Instant(seconds: 1_667_836_800)

    private static func window(_ number: Int, of count: Int, account: String = "pds-douyin") -> StageProgress
    {
        .window(
            account: account, feed: "orders", from: midnight,
            to: midnight.advanced(byMilliseconds: 86_400_000),
            number: number, count: count)
    }

    private static func landed(_ inserted: Int, unchanged: Int = 0) -> StageProgress {
        var counts = LandingCounts()
        counts.inserted = inserted
        counts.unchanged = unchanged
        counts.parked = 7
        return .landed(account: "pds-douyin", counts: counts)
    }

    @Test("the bar shows orders, speed, what is left, what was booked, and where the furthest account is")
    func bar() {
        var state = ProgressState(startedAt: Self.start)
        #expect(
            state.bar(at: Self.start, in: .chinese)
                == String(repeating: "░", count: 20) + "  0 单  0 单/秒")
        state.take(Self.window(1, of: 2, account: "a"))
        state.take(Self.window(5, of: 8))
        state.take(Self.landed(12_000, unchanged: 345))
        let later = Self.start + .seconds(10)
        #expect(
            state.bar(at: later, in: .chinese)
                == "████████░░░░░░░░░░░░  12,345 单  1,234 单/秒  剩余约 16 秒  pds-douyin orders 2022-11-08")
        state.take(.posted(entries: 1_361, batch: 1))
        state.take(.attributed(orders: 20))
        #expect(
            state.bar(at: later, in: .english)
                == "████████░░░░░░░░░░░░  12,345 orders  1,234 orders/s  about 16 s left  1,361 entries booked  "
                + "20 credited anew  pds-douyin orders 2022-11-08")
    }

    @Test("nothing is said of what is left where all windows have begun or nearly none has")
    func left() {
        var state = ProgressState(startedAt: Self.start)
        let later = Self.start + .seconds(10)
        for (number, count, seconds) in [(1, 8, nil), (2, 100, nil), (4, 101, 327), (9, 8, nil)]
            as [(Int, Int, Int?)]
        {
            state.take(Self.window(number, of: count))
            #expect(state.secondsLeft(at: later) == seconds, "\(number) of \(count)")
        }
    }

    @Test("a log has a line for each window, retry, notice and batch, and none for pages")
    func log() {
        let lines = Written()
        let meter = lines.meter()
        meter.show(Self.window(2, of: 8))
        meter.show(.page(account: "a"))
        meter.show(.retrying(account: "a", advice: Notice("demo.some_differ"), delay: .seconds(2)))
        meter.show(.notice(account: "a", what: Notice("demo.some_differ")))
        meter.show(Self.landed(1))
        meter.show(.attributed(orders: 3))
        meter.show(.posted(entries: 4, batch: 5))
        meter.say(Notice("demo.some_differ"))
        meter.finish()
        #expect(
            lines.text == #"""
                2022-11-08T00:00:00.000+08:00 info sync account=pds-douyin feed=orders \#
                from=2022-11-08T00:00:00+08:00 to=2022-11-09T00:00:00+08:00 window=2/8
                2022-11-08T00:00:00.000+08:00 warning retry account=a code=demo.some_differ delay_ms=2000 \#
                text="Some figures differ."
                2022-11-08T00:00:00.000+08:00 notice notice account=a code=demo.some_differ text="Some figures differ."
                2022-11-08T00:00:00.000+08:00 info attributed orders=3
                2022-11-08T00:00:00.000+08:00 info posted batch=5 entries=4
                2022-11-08T00:00:00.000+08:00 notice notice code=demo.some_differ text="Some figures differ."

                """#)
    }

    @Test("a bar is drawn over the one before, at most ten times a second, and gone at the end")
    func terminal() {
        let lines = Written()
        let meter = lines.meter(isTerminal: true)
        for _ in 1...1_000 { meter.show(.attributed(orders: 3)) }
        meter.say(Notice("demo.some_differ"))
        meter.finish()
        let clear = "\r\u{1B}[K"
        let drawn = lines.text.components(separatedBy: clear)
        #expect(drawn.first == "" && drawn.last == "" && drawn.count < 100, "\(drawn.count)")
        #expect(drawn[1].hasSuffix("3 credited anew") && !drawn[1].contains("\n"))
        #expect(drawn[drawn.count - 2] == "Some figures differ.\n")
    }

    @Test("what a person has to know stands above the bar, and is not drawn over")
    func noticeOnTerminal() {
        let lines = Written()
        let meter = lines.meter(isTerminal: true)
        meter.show(.attributed(orders: 3))
        meter.show(.notice(account: "a", what: Notice("demo.some_differ")))
        meter.show(.notice(account: "b", what: Notice("demo.some_differ")))
        let clear = "\r\u{1B}[K"
        #expect(lines.text.hasSuffix("\(clear)a: Some figures differ.\n\(clear)b: Some figures differ.\n"))
    }

    @Test("whoever asked for quiet sees no bar")
    func quiet() {
        let lines = Written()
        let meter = lines.meter(isTerminal: true, isQuiet: true)
        meter.show(.attributed(orders: 3))
        meter.say(Notice("demo.some_differ"))
        meter.finish()
        #expect(lines.text.isEmpty)
    }

    @Test("an alarm stands in the log with its account, since when, and as grave as it is")
    func alarm() {
        let lines = Written()
        let desk = AlarmDesk(
            rules: AlarmRules(), webhook: nil, tell: { lines.log.take($0) }, notSent: { _ in })
        let account = AlarmFacts.Account("a", every: .seconds(900), readAt: Self.midnight)
        let later = Self.midnight.advanced(byMilliseconds: 3_600_001)
        desk.look(at: AlarmFacts(accounts: [account]), now: later)
        #expect(
            lines.text.hasPrefix(
                "2022-11-08T00:00:00.000+08:00 error alarm account=a alarm=account_silent code=alarm.account_silent "
                    + "since=2022-11-08T00:00:00+08:00 state=raised text=\"account a was not read since"))
    }
}

extension Written {
    /// A log of English sentences, whose clock stands at midnight.
    fileprivate var log: Log {
        Log(language: .english, now: { Instant(seconds: 1_667_836_800) }, write: write)
    }

    fileprivate func meter(isTerminal: Bool = false, isQuiet: Bool = false) -> ProgressMeter {
        ProgressMeter(log: isTerminal ? nil : log, isQuiet: isQuiet, language: .english, write: write)
    }
}
