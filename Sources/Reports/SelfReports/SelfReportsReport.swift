package import Domain

/// What people say was sold (日报), by who says it or by day: no sale, and in no other report.
package struct SelfReportsReport: Hashable, Sendable {
    let from, to: BusinessDay
    let by: SelfReportSums.Grouping
    let groups: [SelfReportSums.Group]
    let totals: SelfReportSums
    /// Rows of daily reports that could not be read, of whatever days: some of them do not even say theirs.
    package let parkedRows: Int64

    /// What was said of these days, both included; throws where the sums are too much to be told.
    package init(
        from: BusinessDay, to: BusinessDay, by: SelfReportSums.Grouping, groups: [SelfReportSums.Group],
        parkedRows: Int64
    ) throws(AmountOverflow) {
        (self.from, self.to, self.by, self.groups) = (from, to, by, groups)
        self.parkedRows = parkedRows
        var totals = SelfReportSums()
        for group in groups { try totals.add(group.sums) }
        self.totals = totals
    }
}

extension SelfReportsReport {
    /// A table, beneath it what its figures are.
    package func table(in language: Language) -> String {
        let days = "\(from) \(language.text("至", "to")) \(to)"
        let key = by == .day ? language.text("按日", "by day") : language.text("按填报方", "by reporter")
        let heading = [language.text("日报", "Daily reports"), days, key].joined(separator: "  ")
        let names = Self.names(by, language)
        var table = TextTable(
            columns: names.map { .init($0) } + Self.figureTitles(language).map { .init($0, .right) })
        let decimals = Grams.decimals(for: (groups.map(\.sums) + [totals]).map { Grams($0.grams) })
        for group in groups { table.add(group.names(by) + group.sums.figures(decimals: decimals)) }
        table.addFooter(
            [language.text("合计", "total")] + names.dropFirst().map { _ in "" }
                + totals.figures(decimals: decimals))
        let notes = notes.map { $0.text(in: language) + "\n" }.joined()
        return heading + "\n\n" + (groups.isEmpty ? "" : table.text() + "\n") + notes
    }

    /// The same for a spreadsheet: yuan with two decimals, tonnes with every gram; the last rows are the total and what the
    /// figures are.
    package func csv(in language: Language) -> String {
        var csv = CSVText()
        let titles = Self.names(by, language) + Self.figureTitles(language)
        csv.add(titles.map { .text($0.replacing(" ", with: "_")) })
        for group in groups {
            csv.add(group.names(by).map(CSVText.Cell.text) + group.sums.cells)
        }
        let empty = Self.names(by, language).dropFirst().map { _ in CSVText.Cell.empty }
        csv.add([.text(language.text("合计", "total"))] + empty + totals.cells)
        csv.add([])
        for note in notes { csv.add([.text(note.text(in: language))]) }
        return csv.description
    }

    /// The same for programs, in no language.
    package var json: String {
        JSONTree.object([
            ("report", .text("self-reports")), ("from", .text(from.description)),
            ("to", .text(to.description)), ("by", .text(by.rawValue)), ("are_sales", .flag(false)),
            ("rows", .array(groups.map { .object($0.members(by) + $0.sums.members) })),
            ("totals", .object(totals.members)), ("parked_rows", .integer(parkedRows)),
        ]).description
    }

    private var notes: [Notice] {
        let known = groups.isEmpty ? Notice("reported.none", from, to) : Notice("reported.said")
        return [known] + (parkedRows == 0 ? [] : [Notice("reported.parked", parkedRows.grouped)])
    }

    private static func names(_ by: SelfReportSums.Grouping, _ language: Language) -> [String] {
        switch by {
        case .reporter: [language.text("填报方", "reporter"), language.text("县", "county")]
        case .day: [language.text("日期", "day")]
        }
    }

    private static func figureTitles(_ language: Language) -> [String] {
        switch language {
        case .chinese: ["行", "写明的销售额(元)", "没写销售额(行)", "写明的重量(吨)", "没写重量(行)", "写明的订单数", "没写订单数(行)"]
        case .english:
            [
                "rows", "stated yuan", "rows without yuan", "stated tonnes", "rows without weight",
                "stated orders", "rows without orders",
            ]
        }
    }
}

extension SelfReportSums.Group {
    fileprivate func names(_ by: SelfReportSums.Grouping) -> [String] {
        by == .day ? [day?.description ?? ""] : [reporter, region]
    }

    fileprivate func members(_ by: SelfReportSums.Grouping) -> [(name: String, value: JSONTree)] {
        by == .day
            ? [("day", .optional(day?.description))]
            : [("reporter", .text(reporter)), ("region", .text(region))]
    }
}

extension SelfReportSums {
    /// What is not stated by any row is `null`, never 0.
    var members: [(name: String, value: JSONTree)] {
        [
            ("rows", .integer(rows)), ("stated_fen", .optional(known(rowsWithoutFen) ? fen : nil)),
            ("rows_without_fen", .integer(rowsWithoutFen)),
            ("grams", .optional(known(rowsWithoutGrams) ? grams : nil)),
            ("rows_without_grams", .integer(rowsWithoutGrams)),
            ("orders", .optional(known(rowsWithoutOrders) ? orders : nil)),
            ("rows_without_orders", .integer(rowsWithoutOrders)),
        ]
    }

    fileprivate func figures(decimals: Int) -> [String] {
        [
            rows.grouped, known(rowsWithoutFen) ? Fen(fen).grouped : "—", rowsWithoutFen.grouped,
            known(rowsWithoutGrams) ? Grams(grams).tonnes(decimals: decimals) : "—",
            rowsWithoutGrams.grouped, known(rowsWithoutOrders) ? orders.grouped : "—",
            rowsWithoutOrders.grouped,
        ]
    }

    fileprivate var cells: [CSVText.Cell] {
        [
            .number("\(rows)"), known(rowsWithoutFen) ? .number(Fen(fen).description) : .empty,
            .number("\(rowsWithoutFen)"),
            known(rowsWithoutGrams) ? .number(Grams(grams).description) : .empty,
            .number("\(rowsWithoutGrams)"), known(rowsWithoutOrders) ? .number("\(orders)") : .empty,
            .number("\(rowsWithoutOrders)"),
        ]
    }

    /// Whether any row states a figure that so many do not.
    private func known(_ rowsWithout: Int64) -> Bool { rowsWithout < rows }
}
