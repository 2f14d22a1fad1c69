import Domain
import Reports
import Tabular

/// A daily report that was gone through: what it holds, with nothing of it landed yet.
struct ExaminedSelfReports: Sendable {
    let input: ImportStage.Input
    let file: OpenedSelfReports
    let sha256: String
    let year: SelfReportYear
    var note: ImportNote
    let unreadable: UnreadableRows

    /// Goes through a file; throws where it cannot be read to its end.
    init(_ file: OpenedSelfReports, _ input: ImportStage.Input) throws(ServiceError) {
        sha256 = try file.table.sha256()
        do throws(TabularError) {
            year = try file.year()
        } catch {
            throw ServiceError(.source, [error.noticeOfImport])
        }
        var examination = SelfReportExamination(file)
        do throws(TabularError) {
            var reader = try SelfReportReader(file, year)
            while let item = try reader.next() {
                guard examination.add(item) else {
                    throw TabularError(
                        file: input.path, what: Notice("table.amount_too_large"),
                        remedy: Notice("table.check_cell"))
                }
            }
            note = ImportNote(path: input.path, found: file.found(by: input))
            note.take(examination, year)
            note.hiddenRows = Int64(reader.rows.hiddenRowCount)
            note.totals = Self.totals(reader.rows, file, readFen: examination.sums.fen)
        } catch {
            throw ServiceError(.source, [error.noticeOfImport])
        }
        (self.file, self.input, unreadable) = (file, input, examination.unreadable)
    }

    /// What the file's own rows of totals say of yuan, beside what was read: one row for all, or one for each page.
    private static func totals(
        _ rows: TableRows, _ file: OpenedSelfReports, readFen: Int64
    ) -> [ImportNote.Total] {
        guard let place = file.columns.places[.fen], let last = rows.totals.last else { return [] }
        let stated = rows.totals.map { try? $0.fen(place, inWan: file.columns.isInWan) }
        guard let whole = stated.last ?? nil else { return [] }
        let sum = stated.compactMap(\.self).reduce(0, &+)
        return [
            ImportNote.Total(
                line: last.line, column: file.table.columns[place], stated: sum == readFen ? sum : whole,
                read: readFen)
        ]
    }
}

/// What the rows of a daily report come to.
private struct SelfReportExamination {
    private(set) var sums = SelfReportSums()
    private(set) var parked = ParkedRows()
    private(set) var unreadable: UnreadableRows
    private(set) var days: ClosedRange<BusinessDay>?
    private var reporters: Set<[String]> = []
    var reporterCount: Int64 { Int64(reporters.count) }

    init(_ file: OpenedSelfReports) {
        unreadable = UnreadableRows(
            of: file.table, deciding: Set(file.decidingColumns), isRecognised: SelfReportColumns.matches)
    }

    /// Takes the next row; `false` where the sum is too much to be told.
    mutating func add(_ item: SelfReportReader.Item) -> Bool {
        switch item {
        case .parked(let record, let row):
            let shown = ParkedRows.Row(record)
            parked.add(shown, isIDDamaged: false)
            if let row { unreadable.add(row, shown.sentence) }
        case .report(let report, _):
            let day = report.key.day
            days = days.map { min($0.lowerBound, day)...max($0.upperBound, day) } ?? day...day
            reporters.insert([report.key.region, report.key.reporter])
            return (try? sums.add(report.figures)) != nil
        }
        return true
    }
}

extension ImportNote {
    fileprivate mutating func take(_ examination: SelfReportExamination, _ year: SelfReportYear) {
        rows = examination.sums.rows + examination.parked.count
        // Nothing of it is paid: it is said.
        (days, paidFen, parked) = (examination.days, nil, examination.parked)
        var reports = SelfReports()
        reports.sums = examination.sums
        reports.reporters = examination.reporterCount
        reports.year = year.notice
        reports.yearGiven = year.datesWithout > 0 ? year.known : nil
        selfReports = reports
    }
}

extension OpenedSelfReports {
    /// The columns without which nobody would know it by its header.
    fileprivate var decidingColumns: [String] {
        let columns = table.columns
        guard SelfReportColumns.matches(columns) else { return [] }
        return columns.indices.filter { place in
            !columns[place].isEmpty
                && !SelfReportColumns.matches(columns.indices.filter { $0 != place }.map { columns[$0] })
        }.map { columns[$0] }
    }

    fileprivate func found(by input: ImportStage.Input) -> ImportNote.Found {
        var found = ImportNote.Found(
            table, format: SelfReport.format, isFormatNamed: isFormatNamed, decidingColumns: decidingColumns,
            of: input)
        // Of no account, whatever its source is called in the store.
        (found.platform, found.account, found.shopID) = ("", "", "")
        return found
    }
}
