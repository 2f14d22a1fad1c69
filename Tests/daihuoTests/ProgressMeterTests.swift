import Domain
import Foundation
import Reports
import Service
import Synchronization
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
            lines.text == """
                sync account=pds-douyin feed=orders window=2/8 from=2022-11-08 00:00:00 to=2022-11-09 00:00:00
                retry account=a in=2.0 seconds reason=Some figures differ.
                notice account=a Some figures differ.
                attributed orders=3
                posted batch=5 entries=4
                Some figures differ.

                """)
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

    @Test("whoever asked for quiet sees none of it", arguments: [true, false])
    func quiet(isTerminal: Bool) {
        let lines = Written()
        let meter = lines.meter(isTerminal: isTerminal, isQuiet: true)
        meter.show(.attributed(orders: 3))
        meter.say(Notice("demo.some_differ"))
        meter.finish()
        #expect(lines.text.isEmpty)
    }
}

/// What a meter wrote.
private final class Written: Sendable {
    private let written = Mutex("")

    var text: String { written.withLock { $0 } }

    func meter(isTerminal: Bool = false, isQuiet: Bool = false) -> ProgressMeter {
        ProgressMeter(isTerminal: isTerminal, isQuiet: isQuiet, language: .english) { text in
            self.written.withLock { $0 += text }
        }
    }
}
