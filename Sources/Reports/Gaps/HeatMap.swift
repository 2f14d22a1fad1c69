import Domain

/// A calendar of what is known as an SVG picture: a row a feed, a column a day or an hour, a legend beneath.
struct HeatMap {
    private let report: GapsReport
    private let language: Language
    /// Where the first column begins.
    private let start: Instant
    private let columns: Int
    private let columnWidth: Double
    /// Where the names of feeds begin, and where the columns do.
    private let (feedLabelX, plotX): (Double, Double)

    private static let rowHeight = 20.0
    private static let rowGap = 4.0
    private static let axisHeight = 24.0
    /// For the label of the last column, which may be wider than it.
    private static let labelMargin = 40.0
    private static let legendRowHeight = 24.0
    /// Of a label, and how wide one of them is drawn at most.
    private static let (labelColumns, labelColumnWidth) = (22, 7.4)
    /// What the columns share, unless they would be too thin to be seen.
    private static let plotWidth = 980.0
    private static let columnWidths = 2.4...26.0
    /// Up to so many cells each figure is its own; of more only what is known is drawn, so that a page stays small.
    private static let cellsWithFiguresMax = 4_000

    /// `nil` where no day is asked for.
    init?(_ report: GapsReport, in language: Language) {
        let spans = report.feeds.flatMap { [$0.cells.first, $0.cells.last] }.compactMap { $0?.span }
        guard let first = spans.map(\.from).min(), let last = spans.map(\.to).max() else { return nil }
        (self.report, self.language) = (report, language)
        start = first.day.start
        columns = Int((last.milliseconds - start.milliseconds - 1) / report.scope.step.milliseconds) + 1
        let widths = Self.columnWidths
        func width(_ labels: [String]) -> Double {
            let longest = labels.map(\.displayWidth).max() ?? 0
            return Double(min(Self.labelColumns, longest)) * Self.labelColumnWidth + 18
        }
        feedLabelX = width(report.feeds.map(\.account))
        plotX = feedLabelX + width(report.feeds.map { FeedName.shown($0.name, in: language) })
        columnWidth = min(widths.upperBound, max(widths.lowerBound, Self.plotWidth / Double(columns)))
    }

    /// The picture.
    var svg: Markup {
        let width = plotX + max(Double(columns) * columnWidth, Self.plotWidth / 2) + Self.labelMargin
        let bottom = y(ofRow: report.feeds.count)
        let (legend, height) = legend(from: bottom + 2 * Self.rowGap, width: width)
        let title = language.text("各账号每天读取的情况", "What was read of each account")
        return .element(
            "svg",
            [
                "xmlns": "http://www.w3.org/2000/svg", "width": width.drawn, "height": height.drawn,
                "viewBox": "0 0 \(width.drawn) \(height.drawn)", "role": "img", "aria-label": title,
            ],
            [.element("style", [:], [HeatMapStyle.sheet]), HeatMapStyle.patterns] + axis
                + report.feeds.indices.flatMap(row) + [grid(to: bottom)]
                + legend)
    }

    private func row(_ place: Int) -> [Markup] {
        let feed = report.feeds[place]
        let y = y(ofRow: place)
        let isFirst = place == 0 || report.feeds[place - 1].account != feed.account
        let account = isFirst ? [label(feed.account, x: 0, y: y)] : []
        let hasFigures = report.feeds.reduce(0) { $0 + $1.cells.count } <= Self.cellsWithFiguresMax
        let runs = HeatMapRun.runs(of: feed.cells, keepingFigures: hasFigures)
        return account + [label(FeedName.shown(feed.name, in: language), x: feedLabelX, y: y)]
            + runs.map { run in
                let from = x(run.span.from, roundedUp: false)
                return .element(
                    "rect",
                    [
                        "class": run.known.style, "x": from.drawn, "y": y.drawn,
                        "width": (x(run.span.to, roundedUp: true) - from).drawn,
                        "height": Self.rowHeight.drawn,
                    ], [.element("title", [:], run.title(of: feed, report.scope.step, language))])
            }
    }

    private func label(_ text: String, x: Double, y: Double) -> Markup {
        .element(
            "text", ["x": x.drawn, "y": (y + 14).drawn],
            [.element("title", [:], text), .text(text.shortened(to: Self.labelColumns))])
    }

    /// Hours, days or months above the columns, as many as can be read.
    private var axis: [Markup] {
        marks.compactMap { mark in
            mark.name.map {
                .element("text", ["class": "axis", "x": x(mark.at, roundedUp: false).drawn, "y": "14"], $0)
            }
        }
    }

    /// Instants at which something begins, with their names where there is room for them.
    private var marks: [(at: Instant, name: String?)] {
        let count = report.scope.step == .day ? columns : (columns + 23) / 24
        let days = (0..<count).map { start.day.advanced(by: $0) }
        if report.scope.step == .hour {
            let end = start.advanced(byMilliseconds: Int64(columns) * report.scope.step.milliseconds)
            return days.flatMap(hourMarks).filter { $0.at < end }
        }
        // Only months are named where there is no room for weeks.
        if columnWidth * 7 >= 48 {
            return days.enumerated().map { ($1.start, $0 % 7 == 0 ? Self.name(of: $1) : nil) }
        }
        return days.enumerated().filter { $0 == 0 || $1.description.hasSuffix("-01") }.map { place, day in
            // The first month may be cut short by the next one.
            let isNamed =
                place > 0 || days.prefix(18).dropFirst().allSatisfy { !$0.description.hasSuffix("-01") }
            return (day.start, isNamed ? String(day.description.prefix(7)) : nil)
        }
    }

    /// A day, and its hours six by six where there is room for them.
    private func hourMarks(_ day: BusinessDay) -> [(at: Instant, name: String?)] {
        let isRoomy = columnWidth * 6 >= 40
        return [(day.start, Self.name(of: day))]
            + [6, 12, 18].filter { _ in isRoomy }.map { hour in
                (day.start.advanced(byMilliseconds: hour * 3_600_000), "\(hour):00")
            }
    }

    private static func name(of day: BusinessDay) -> String { String(day.description.dropFirst(5)) }

    /// White lines between days, or months, over the rectangles: one rectangle may stand for many days.
    private func grid(to bottom: Double) -> Markup {
        let lines = marks.map { at, _ in
            "M\(x(at, roundedUp: false).drawn) \(Self.axisHeight.drawn)V\(bottom.drawn)"
        }
        return .element("path", ["class": "grid", "d": lines.joined()])
    }

    /// What the colours and patterns stand for, in as many rows as the width needs, and where they end.
    private func legend(from top: Double, width: Double) -> ([Markup], bottom: Double) {
        var (x, y) = (0.0, top)
        var legend: [Markup] = []
        for known in GapsReport.Known.all where isShown(known) {
            let name = known.name(in: language)
            let length = 52 + Self.labelColumnWidth * Double(name.displayWidth)
            if x > 0, x + length > width { (x, y) = (0, y + Self.legendRowHeight) }
            let place: KeyValuePairs = [
                "class": known.style, "x": x.drawn, "y": y.drawn, "width": "20", "height": "14",
            ]
            legend += [
                .element("rect", place),
                .element("text", ["x": (x + 27).drawn, "y": (y + 11.5).drawn], name),
            ]
            x += length
        }
        return (legend, y + Self.legendRowHeight)
    }

    private func isShown(_ known: GapsReport.Known) -> Bool {
        report.feeds.contains { $0.cells.contains { $0.known.style == known.style } }
    }

    private func y(ofRow place: Int) -> Double {
        Self.axisHeight + Double(place) * (Self.rowHeight + Self.rowGap)
    }

    /// Where a column begins that an instant lies in, or ends.
    private func x(_ instant: Instant, roundedUp: Bool) -> Double {
        let step = report.scope.step.milliseconds
        let passed = instant.milliseconds - start.milliseconds + (roundedUp ? step - 1 : 0)
        return plotX + Double(passed / step) * columnWidth
    }
}

extension Double {
    /// With one decimal at most: a picture needs no more.
    fileprivate var drawn: String {
        let tenths = Int((self * 10).rounded())
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    }
}

extension String {
    /// As much of it as so many columns hold.
    fileprivate func shortened(to columns: Int) -> String {
        var rest = self
        while rest.displayWidth > columns { rest = String(rest.dropLast(rest == self ? 1 : 2)) + "…" }
        return rest
    }
}
