import Domain
import Platforms

/// What goes from fetching over mapping to committing: a page of a window, or that all pages of it have gone before;
/// or an order that was asked for by its number.
struct SyncItem<Content: Sendable>: Sendable {
    let feed: Feed
    /// `nil`: the page is the answer for one order.
    let window: WindowPlan.Window?
    /// `nil`: all pages of the window have gone before; behind the proof, the window is read.
    let page: Content?
    /// Tells the readings of an account apart: the same window may be read again.
    var reading = 0
    /// Why the pages of the window ended before the platform said so.
    var doubt: WindowDoubt?
    /// What is known since all pages of the window have gone before; `nil` until it is proved.
    var proved: ProvedWindow?

    /// The same place with another content.
    func map<Other>(_ change: (Content) -> Other) -> SyncItem<Other> {
        SyncItem<Other>(
            feed: feed, window: window, page: page.map(change), reading: reading, doubt: doubt,
            proved: proved)
    }
}

extension ArraySlice {
    /// Takes off the front as many items as may land together: of one feed.
    mutating func takeRun<Content>() -> ArraySlice where Element == SyncItem<Content> {
        let end = indices.dropFirst().first { self[$0].feed != self[$0 - 1].feed } ?? endIndex
        let run = self[..<end]
        self = self[end...]
        return run
    }
}
