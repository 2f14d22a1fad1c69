/// Which page of a window comes next, so that a list that shrinks while it is read loses no row.
///
/// Rows are in ascending order of their update. One that is updated meanwhile leaves the window, every row
/// behind it moves up by one, and the first of the next page moves onto the page that was just read. So the
/// total of the page before travels in the cursor (`3/1025`); where it has shrunk, reading goes back by as
/// many pages as rows may have moved. Each step back needs a smaller total, so it ends.
struct DouyinPosition: Equatable {
    let page: Int
    /// The total that the page before stated.
    let total: Int?

    init(page: Int, total: Int? = nil) {
        self.page = page
        self.total = total
    }

    /// Reads a cursor; `nil` for one that this platform didn't make.
    init?(_ cursor: PageCursor) {
        switch cursor {
        case .first: self.init(page: 0)
        case .number(let page):
            guard page >= 0 else { return nil }
            self.init(page: page)
        case .text(let text):
            let parts = text.split(separator: "/")
            guard parts.count == 2, let page = Int(parts[0]), let total = Int(parts[1]), page >= 0, total >= 0
            else { return nil }
            self.init(page: page, total: total)
        case .order: return nil
        }
    }

    var cursor: PageCursor {
        if let total { .text("\(page)/\(total)") } else { .number(page) }
    }

    /// The position behind this page, `nil` where the window is read: `(page + 1) × size ≥ total`.
    ///
    /// A short page alone ends nothing. An answer without a total ends where `hasMore` says so, or with a
    /// page that isn't full.
    func next(rows: Int, total now: Int?, hasMore: Bool?) -> DouyinPosition? {
        let size = Douyin.pageSize
        guard let now else {
            return hasMore ?? (rows >= size) ? DouyinPosition(page: page + 1) : nil
        }
        if let total, now < total, page > 0 {
            let pagesMoved = (total - now + size - 1) / size
            return DouyinPosition(page: max(0, page - pagesMoved), total: now)
        }
        return (page + 1) * size < now ? DouyinPosition(page: page + 1, total: now) : nil
    }

    /// The position behind this page if its answer states the total that the page before stated.
    ///
    /// A page asked for before this one is answered loses no row: where rows moved up in between, the answer that saw
    /// fewer rows comes with a smaller total, and either this page is read after they moved, or reading goes back.
    var expected: DouyinPosition? {
        guard let total, (page + 1) * Douyin.pageSize < total else { return nil }
        return DouyinPosition(page: page + 1, total: total)
    }
}
