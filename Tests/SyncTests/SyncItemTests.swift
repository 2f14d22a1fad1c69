import Domain
import Platforms
import Testing

@testable import Sync

@Suite("What lands together")
struct SyncItemTests {
    private static let feeds = Douyin().feeds

    /// An item of the window `[from, to]`, in seconds.
    private static func item(_ from: Int64, _ to: Int64, page: Int?, of feed: Int = 0) -> SyncItem<Int> {
        SyncItem(
            feed: feeds[feed],
            window: WindowPlan.Window(from: Instant(seconds: from), to: Instant(seconds: to)),
            page: page)
    }

    private static func span(_ from: Int64, _ to: Int64) -> ReadSpan {
        ReadSpan(from: Instant(seconds: from), to: Instant(seconds: to))
    }

    @Test("windows that touch land together and are read from the first to the last that ended")
    func touching() {
        var items = [
            Self.item(0, 10, page: 1), Self.item(0, 10, page: nil), Self.item(10, 20, page: 2),
            Self.item(10, 20, page: nil), Self.item(20, 30, page: 3),
        ][...]
        let run = items.takeRun()
        #expect(run.compactMap(\.page) == [1, 2, 3] && items.isEmpty)
        #expect(run.read() == Self.span(0, 20))
    }

    @Test("over a time that is left out, nothing counts as read")
    func gap() {
        var items = [
            Self.item(0, 10, page: 1), Self.item(0, 10, page: nil), Self.item(50, 60, page: nil),
        ][...]
        let (first, second) = (items.takeRun(), items.takeRun())
        #expect([first, second].map(\.count) == [2, 1] && items.isEmpty)
        #expect([first.read(), second.read()] == [Self.span(0, 10), Self.span(50, 60)])
    }

    @Test("a window between two that were read does not count as read where it was not proved")
    func unproved() {
        var items = [
            Self.item(0, 10, page: 1), Self.item(0, 10, page: nil), Self.item(10, 20, page: 2),
            Self.item(20, 30, page: 3), Self.item(20, 30, page: nil),
        ][...]
        let (first, second) = (items.takeRun(), items.takeRun())
        #expect([first, second].map(\.count) == [3, 2] && items.isEmpty)
        #expect([first.read(), second.read()] == [Self.span(0, 10), Self.span(20, 30)])
    }

    @Test("feeds land apart, and a window that has not ended is not read")
    func feeds() {
        var items = [
            Self.item(0, 10, page: nil), Self.item(0, 10, page: 1, of: 1), Self.item(10, 20, page: 2),
        ][...]
        let runs = (0..<3).map { _ in items.takeRun() }
        #expect(runs.map(\.count) == [1, 1, 1])
        #expect(runs.map { $0.read() } == [Self.span(0, 10), nil, nil])
    }
}
