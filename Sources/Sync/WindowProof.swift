import Domain
import Platforms

/// Proves that windows were read wholly: it sees their pages as they are mapped, one window after the other.
///
/// Where the platform states a total, all its answers must state the same and the distinct rows come to it. Where it
/// states none, every page must bring something new.
struct WindowProof {
    private var current = Reading(number: 0)
    /// What was seen of windows that cannot be halved, and with which total: the next reading adds to it.
    private var seenOfSeconds: [Place: Reading] = [:]

    private struct Place: Hashable {
        let feed: String
        let window: WindowPlan.Window
    }

    /// The verdict about the reading that the item belongs to: once, as soon as there is a doubt or all pages were seen.
    mutating func see(_ item: SyncItem<FetchedPage>) -> WindowVerdict? {
        guard let window = item.window else { return nil }
        if item.reading != current.number { current = Reading(number: item.reading) }
        if current.isJudged { return nil }
        let doubt =
            if let page = item.page { current.doubt(after: page) } else { current.doubt(atEnd: item.doubt) }
        if item.page != nil, doubt == nil { return nil }
        current.isJudged = true
        if window.halves == nil {
            return verdict(doubt, ofSecond: Place(feed: item.feed.name, window: window))
        }
        return current.verdict(doubt)
    }

    /// A second's rows may come in another order at every reading: they are counted over those with one total.
    private mutating func verdict(_ doubt: WindowDoubt?, ofSecond place: Place) -> WindowVerdict {
        let before = seenOfSeconds.removeValue(forKey: place)
        var doubt = doubt
        if doubt != nil, let total = current.total, !current.hasChanged {
            if let before, before.total == total { current.rows.merge(before.rows) }
            if doubt == .countDiffers, current.rows.count == total { doubt = nil }
            if doubt != nil { seenOfSeconds[place] = current }
        }
        return current.verdict(doubt)
    }
}

/// What was seen of one window in one reading.
private struct Reading {
    let number: Int
    var rows = RowTally()
    private(set) var total: Int?
    private(set) var hasChanged = false
    var isJudged = false
    private var cursors: Set<String> = []
    private var emptyPages = 0
    private var first: (askedAt: Instant, serverAt: Instant?)?

    init(number: Int) {
        self.number = number
    }

    /// What is wrong as soon as this page was seen.
    mutating func doubt(after page: FetchedPage) -> WindowDoubt? {
        if first == nil { first = (page.fetchedAt, page.serverTime) }
        if let stated = page.page.rowsInWindow {
            if let total, total != stated {
                hasChanged = true
                return .totalChanged(from: total, to: stated)
            }
            total = stated
        }
        guard cursors.insert(page.cursor).inserted else { return .circle }
        if page.page.rows.isEmpty {
            emptyPages += 1
            return emptyPages > SyncLimits.emptyPagesMax ? .endless : nil
        }
        emptyPages = 0
        return rows.add(page.page.rows) == 0 ? .nothingNew : nil
    }

    /// What is wrong once all its pages were seen; `stated` is why fetching ended before the platform said so.
    func doubt(atEnd stated: WindowDoubt?) -> WindowDoubt? {
        if let stated { return stated }
        if let total { return rows.count == total ? nil : .countDiffers }
        return rows.hasMoved ? .rowsMoved : nil
    }

    /// What came of it.
    func verdict(_ doubt: WindowDoubt?) -> WindowVerdict {
        WindowVerdict(
            reading: number, doubt: doubt, rowsSeen: rows.count, total: total,
            // Without a page there is a doubt, and nothing is proved by it.
            askedAt: first?.askedAt ?? Instant(milliseconds: 0), serverAt: first?.serverAt)
    }
}
