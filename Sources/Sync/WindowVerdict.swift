import Domain

/// Whether all rows of a window were seen in a reading of it.
struct WindowVerdict: Hashable, Sendable {
    /// The number of the reading within the account's sync.
    let reading: Int
    /// Why that is not sure; `nil`: the window is proved.
    let doubt: WindowDoubt?
    /// Rows that were seen.
    let rowsSeen: Int
    /// The platform's total, where it states one.
    let total: Int?
    /// When the answer to its first page came, by our clock, and by the server's where it tells.
    let askedAt: Instant
    let serverAt: Instant?

    /// Whether all rows were seen.
    var isProved: Bool { doubt == nil }

    /// What is known by it once the pages have landed; `nil` where no part of the window had passed.
    ///
    /// A clock of ours that is ahead must not make anything known that was still to come: the server's decides.
    func proved(_ window: WindowPlan.Window, settling seconds: Int64) -> ProvedWindow? {
        let known = serverAt.map { min(window.to, $0.advanced(byMilliseconds: -seconds * 1000)) } ?? window.to
        guard window.from < known else { return nil }
        return ProvedWindow(
            span: ReadSpan(from: window.from, to: known), rows: Int64(rowsSeen), total: total.map(Int64.init),
            askedAt: askedAt, serverAt: serverAt)
    }

    /// What was seen, of how many, and what is wrong with it.
    var notice: Notice? {
        guard let doubt else { return nil }
        // It tells both figures of its page, whose rows are not among those seen.
        if case .contradiction(let advice) = doubt { return advice }
        if let total { return Notice("sync.rows_of_total", doubt.notice, rowsSeen, total) }
        return Notice("sync.rows_without_total", doubt.notice, rowsSeen)
    }
}

/// Why a window may hold more rows than were seen.
enum WindowDoubt: Hashable, Sendable {
    /// Rows came or left while it was read, so that others stand on other pages now.
    case totalChanged(from: Int, to: Int)
    /// The distinct rows of all pages do not come to the total.
    case countDiffers
    /// A page held only rows that were seen: the platform does not heed where a page stands.
    case nothingNew
    /// The platform sends us to a page that was read.
    case circle
    /// Page after page is empty, and another one is to follow.
    case endless
    /// Rows stood on more than one page, and not as pages that overlap do.
    case rowsMoved
    /// A page that contradicts its window was answered again and again.
    case contradiction(Notice)

    /// For people.
    fileprivate var notice: Notice {
        switch self {
        case .totalChanged(let from, let to): Notice("sync.total_changed", from, to)
        case .countDiffers: Notice("sync.count_differs")
        case .nothingNew: Notice("sync.page_repeated")
        case .circle: Notice("sync.pages_in_circle")
        case .endless: Notice("sync.pages_endless")
        case .rowsMoved: Notice("sync.rows_moved")
        case .contradiction(let advice): advice
        }
    }
}
