import Domain

/// Which page of a window comes next.
///
/// Rows that move while a window is read are not its matter: the window is proved by counting its rows, or read again.
struct DouyinPaging {
    /// From 0.
    let page: Int
    /// The rows of a full page.
    let size: Int
    /// The rows of this one.
    let rows: Int
    let total: Int?
    let hasMore: Bool?

    /// Throws where the answer contradicts itself: what follows of it would be no end.
    func check() throws(PlatformError) {
        guard let total else { return }
        if rows == 0, total > page * size {
            throw Self.contradiction(Notice("douyin.page_empty", page, total))
        }
        if total < 0 || rows > 0 && total < page * size + rows {
            throw Self.contradiction(Notice("douyin.total_too_small", page, rows, total))
        }
    }

    /// The page behind this one, `nil` at the end: `(page + 1) × size ≥ total`.
    ///
    /// A short page alone ends nothing. An answer without a total ends where `hasMore` says so, or with a
    /// page that isn't full.
    var next: Int? {
        let isFollowed = total.map { (page + 1) * size < $0 } ?? hasMore ?? (rows >= size)
        return isFollowed ? page + 1 : nil
    }

    /// The page behind that, as far as the total tells.
    var nextButOne: Int? {
        guard let total, (page + 2) * size < total else { return nil }
        return page + 2
    }

    private static func contradiction(_ what: Notice) -> PlatformError {
        let error = DouyinAnswer.incomplete(what)
        return PlatformError(
            error.consequence, code: error.code, advice: error.advice, contradictsWindow: true)
    }
}
