package import Domain

extension ImportNote {
    /// What a daily report holds: what people say was sold.
    package struct SelfReports: Hashable, Sendable {
        package var sums = SelfReportSums()
        /// How many report, by name and county.
        package var reporters: Int64 = 0
        /// What is to be told of dates without a year.
        package var year: Notice?
        /// The year that the file's dates without one were given; `nil` where all say theirs, or nobody knows it.
        package var yearGiven: Int?
        /// What became of the rows that could be read.
        package var new: Int64 = 0
        package var changed: Int64 = 0
        package var unchanged: Int64 = 0

        /// Nothing yet.
        package init() {}
    }
}

extension ImportNote.SelfReports {
    /// What it holds, with the marks of the lines.
    func lines(of note: ImportNote) -> [(mark: String, what: Notice)] {
        let days =
            note.days.map { Notice("import.days", $0.lowerBound, $0.upperBound) } ?? Notice("hint.none")
        var lines: [(mark: String, what: Notice)] = [
            (
                "=",
                Notice("reported.content", note.rows.grouped, sums.rows.grouped, days, reporters.grouped)
            ),
            (
                "=",
                Notice(
                    "reported.figures", Fen(sums.fen).grouped, sums.rowsWithoutFen.grouped,
                    Grams(sums.grams).grouped, sums.rowsWithoutGrams.grouped)
            ),
            ("=", Notice("reported.landed", new.grouped, changed.grouped, unchanged.grouped)),
        ]
        if let year { lines.append(("!", year)) }
        return lines
    }

    var tree: JSONTree {
        .object(
            sums.members + [
                ("reporters", .integer(reporters)),
                ("year_given", .optional(yearGiven.map(Int64.init))),
                ("new", .integer(new)), ("changed", .integer(changed)), ("unchanged", .integer(unchanged)),
            ])
    }
}
