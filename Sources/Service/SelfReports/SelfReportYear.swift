import Domain
import Tabular

/// The year of dates that say none: never today's.
package struct SelfReportYear: Hashable, Sendable {
    /// The years of the file's own full dates.
    private(set) var ofFile: Set<Int> = []
    /// How many dates say no year.
    private(set) var datesWithout: Int64 = 0
    /// What a person said; `nil` where nobody did.
    let said: Int?

    /// Nothing of the file is known yet.
    init(said: Int?) {
        self.said = said
    }

    /// What holds: the one year of the file's own full dates, else what a person said; `nil` where nobody knows.
    var known: Int? { ofFile.count == 1 ? ofFile.first : said }

    mutating func add(_ row: TableRow, _ column: Int?) {
        if row.monthAndDay(column) != nil {
            datesWithout += 1
        } else if let day = try? row.day(column) {
            ofFile.insert(Int(day.stored / 10_000))
        }
    }

    /// The day of a cell; `nil` where it is empty.
    ///
    /// Throws where it is none, or nobody knows its year.
    func day(_ row: TableRow, _ column: Int?) throws(TabularError) -> BusinessDay? {
        guard let (month, day) = row.monthAndDay(column) else { return try row.day(column) }
        guard let known else {
            let years = ofFile.sorted()
            throw row.problem(
                column,
                years.isEmpty
                    ? Notice("reported.no_year") : Notice("reported.several_years", years),
                Notice("reported.say_year"))
        }
        guard let date = BusinessDay(year: known, month: month, day: day) else {
            throw row.problem(column, Notice("table.no_day"), Notice("table.write_day"))
        }
        return date
    }

    /// What is to be told of it; `nil` where every date says its year, or none that lacks it could be read.
    var notice: Notice? {
        guard datesWithout > 0, let known else { return nil }
        if ofFile.count != 1 { return Notice("reported.year_said", datesWithout, known) }
        guard let said, said != known else { return Notice("reported.year_of_file", datesWithout, known) }
        return Notice("reported.year_of_file_not_said", datesWithout, known, said)
    }
}
