internal import Domain
internal import JSON

/// How the pages of a window follow each other, and when the window is read.
struct DeclaredPaging: Sendable {
    enum Kind: Sendable { case page, offset, cursor, backwards, none }

    let kind: Kind
    let size: Int
    private let first: Int
    private let firstCursor: String
    private let end: String
    private let total: ValuePath?
    private let more: ValuePath?
    private let next: ValuePath?

    init(_ section: DescriptionSection) {
        let kinds: [(String, Kind)] = [
            ("page", .page), ("offset", .offset), ("cursor", .cursor), ("backwards", .backwards),
            ("none", .none),
        ]
        if !section.has("kind") { section.missing("kind") }
        let kind = section.word("kind", kinds) ?? .none
        self.kind = kind
        let isNumbered = kind != .cursor && kind != .none
        first = isNumbered ? section.integer("first", in: 0...1) ?? (kind == .offset ? 0 : 1) : 0
        firstCursor = kind == .cursor ? section.text("first") ?? "" : ""
        end = kind == .cursor ? section.text("end") ?? "" : ""
        if kind != .none, !section.has("size") { section.missing("size") }
        size = kind == .none ? 1 : section.integer("size", in: 1...10_000) ?? 1
        total = kind == .backwards ? section.required(path: "total") : section.path("total")
        more = kind == .backwards || kind == .none ? nil : section.path("more")
        next = kind == .cursor ? section.required(path: "next") : nil
        section.finish()
    }

    /// `{page}` of a request.
    func page(_ cursor: PageCursor) -> String {
        switch cursor {
        case .first: kind == .cursor ? firstCursor : String(first)
        case .number(let number): String(number)
        case .text(let text): text
        case .order: ""
        }
    }

    /// Rows in the whole window, where the answer says so.
    func rowsInWindow(_ root: RecordScope) throws(PlatformError) -> Int? {
        guard let total, let view = total.find(root) else { return nil }
        guard let rows = try? view.integer(), rows >= 0 else {
            throw Self.nonsense(total.text, Notice("declared.total_not_whole", total.text))
        }
        return Int(clamping: rows)
    }

    /// Whether a page told the total only: it is read again, last.
    func isProbe(_ cursor: PageCursor, rowsInWindow: Int?) -> Bool {
        kind == .backwards && cursor == .first && (rowsInWindow ?? 0) > size
    }

    /// Where the page after one of `rows` records stands; `nil` where the window is read.
    func next(
        after cursor: PageCursor, rows: Int, rowsInWindow: Int?, root: RecordScope
    ) throws(PlatformError) -> PageCursor? {
        switch kind {
        case .none: return nil
        case .cursor: return try nextCursor(after: cursor, root: root)
        case .page, .offset: return try nextForward(after: number(cursor), rows, rowsInWindow, root)
        case .backwards:
            guard let rowsInWindow else { throw Self.nonsense("total", Notice("declared.total_missing")) }
            try check(rows, expected: rowsInWindow - (number(cursor) - first) * size)
            if isProbe(cursor, rowsInWindow: rowsInWindow) {
                return .number(first + (rowsInWindow - 1) / size)
            }
            return number(cursor) > first ? .number(number(cursor) - 1) : nil
        }
    }

    private func number(_ cursor: PageCursor) -> Int {
        if case .number(let number) = cursor { number } else { first }
    }

    private func nextForward(
        after number: Int, _ rows: Int, _ rowsInWindow: Int?, _ root: RecordScope
    ) throws(PlatformError) -> PageCursor? {
        let before = kind == .offset ? number - first : (number - first) * size
        if let rowsInWindow {
            try check(rows, expected: rowsInWindow - before)
            if before + size >= rowsInWindow { return nil }
        }
        // A page that is not full ends nothing: the platform may give fewer rows than it is asked for.
        let following = PageCursor.number(kind == .offset ? number + min(rows, size) : number + 1)
        if rowsInWindow != nil { return following }
        guard more != nil else { return rows == 0 ? nil : following }
        guard try hasMore(root) else { return nil }
        guard rows > 0 else {
            throw Self.nonsense("more", Notice("declared.more_behind_empty_page"), contradictsWindow: true)
        }
        return following
    }

    private func nextCursor(
        after cursor: PageCursor, root: RecordScope
    ) throws(PlatformError) -> PageCursor? {
        if more != nil, try !hasMore(root) { return nil }
        guard let following = next?.word(root), following != end else { return nil }
        guard following != page(cursor) else {
            throw Self.nonsense("next", Notice("declared.cursor_stands_still"), contradictsWindow: true)
        }
        return .text(following)
    }

    private func hasMore(_ root: RecordScope) throws(PlatformError) -> Bool {
        guard let more else { return false }
        do {
            return try more.require(root).bool()
        } catch {
            throw Self.nonsense(more.text, Notice("declared.more_not_boolean", more.text))
        }
    }

    /// A page with fewer rows than it must have would lose the rest in silence, and so would a total that is smaller than
    /// the rows that were seen.
    private func check(_ rows: Int, expected: Int) throws(PlatformError) {
        let expected = max(0, min(size, expected))
        if rows == expected { return }
        throw Self.nonsense(
            "size", Notice("declared.page_of_other_size", expected, rows), contradictsWindow: true)
    }

    private static func nonsense(
        _ code: String, _ what: Notice, contradictsWindow: Bool = false
    ) -> PlatformError {
        PlatformError(
            .retry, code: code, advice: Notice("declared.paging_contradicts", what),
            contradictsWindow: contradictsWindow)
    }
}
