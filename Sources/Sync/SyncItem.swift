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

    /// The same place with another content.
    func map<Other>(_ change: (Content) -> Other) -> SyncItem<Other> {
        SyncItem<Other>(
            feed: feed, window: window, page: page.map(change), reading: reading, doubt: doubt)
    }

    /// Whether this item can land with the one before: of one feed, no time between them that was not read.
    fileprivate func follows(_ other: SyncItem) -> Bool {
        guard feed == other.feed else { return false }
        return window == other.window || other.page == nil && window?.from == other.window?.to
    }
}

extension ArraySlice {
    /// Takes off the front as many items as may land together: of one feed, without a gap between their windows.
    mutating func takeRun<Content>() -> ArraySlice where Element == SyncItem<Content> {
        let end = indices.dropFirst().first { !self[$0].follows(self[$0 - 1]) } ?? endIndex
        let run = self[..<end]
        self = self[end...]
        return run
    }

    /// From the first window that ended here to the last; `nil` where none did.
    func read<Content>() -> ReadSpan? where Element == SyncItem<Content> {
        let ended = filter { $0.page == nil }
        guard let first = ended.first?.window, let last = ended.last?.window else { return nil }
        return ReadSpan(from: first.from, to: last.to)
    }
}
