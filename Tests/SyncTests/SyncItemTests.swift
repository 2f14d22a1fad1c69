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

    @Test(
        "pages and ends of windows of one feed land together, those of another apart, in the order in which they came"
    )
    func feeds() {
        var items = [
            Self.item(0, 10, page: 1), Self.item(0, 10, page: nil), Self.item(50, 60, page: 2),
            Self.item(0, 10, page: 3, of: 1), Self.item(60, 70, page: 4),
        ][...]
        let runs = (0..<3).map { _ in items.takeRun() }
        #expect(runs.map(\.count) == [3, 1, 1] && items.isEmpty)
        #expect(runs.map { $0.compactMap(\.page) } == [[1, 2], [3], [4]])
    }
}
