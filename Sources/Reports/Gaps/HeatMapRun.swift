import Domain

/// Neighbouring cells of a row that look and read the same, drawn as one rectangle.
struct HeatMapRun {
    private(set) var span: ReadSpan
    let known: GapsReport.Known
    private var cells = 1
    /// Rows of all its cells; `nil` where those of one are not known.
    private var rows: Int64?
    private var total: Int64?

    private init(_ cell: GapsReport.Part) {
        (span, known) = (cell.span, cell.known)
        (rows, total) = (cell.proof?.rows, cell.proof?.total)
    }

    /// The runs of cells; with figures each cell whose figures are known is a run of its own.
    static func runs(of cells: [GapsReport.Part], keepingFigures: Bool) -> [HeatMapRun] {
        cells.reduce(into: []) { runs, cell in
            let hasFigures = keepingFigures && (cell.proof?.rows ?? 0) != 0
            if let last = runs.last, last.known == cell.known, !hasFigures,
                !keepingFigures || (last.rows ?? 0) == 0
            {
                runs[runs.count - 1].add(cell)
            } else {
                runs.append(HeatMapRun(cell))
            }
        }
    }

    private mutating func add(_ cell: GapsReport.Part) {
        span.to = cell.span.to
        cells += 1
        rows = rows.flatMap { rows in cell.proof?.rows.map { rows + $0 } }
        total = total.flatMap { total in cell.proof?.total.map { total + $0 } }
    }

    /// What is told of it: whose it is, when, what is known and why.
    func title(of feed: GapsReport.Feed, _ step: GapsReport.Step, _ language: Language) -> String {
        let last = ReadSpan(from: span.to.advanced(byMilliseconds: -1), to: span.to)
        let (from, to) = (span.shownStart(step), last.shownStart(step))
        let when = cells == 1 ? from : from + language.text(" 至 ", " to ") + to
        let figures = rows.map { rows in
            let total =
                total.map { language.text("，平台说 \($0.grouped) 条", ", \($0.grouped) by the platform") } ?? ""
            return language.text("\(rows.grouped) 条", rows.grouped.counted("record", "records")) + total
        }
        let parts = [
            "\(feed.account) \(FeedName.shown(feed.name, in: language))", when, known.name(in: language),
            figures ?? "",
            known.why(in: language),
        ]
        return parts.filter { !$0.isEmpty }.joined(separator: " · ")
    }
}
