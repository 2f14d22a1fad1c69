import Domain
import Foundation
import Reports
import Store

extension ImportStage {
    /// A file of either kind that was gone through.
    enum Examined: Sendable {
        case orders(ExaminedFile)
        case selfReports(ExaminedSelfReports)
    }

    /// Goes through a file; nothing of it lands.
    func look(at input: Input) async throws(ServiceError) -> Examined {
        if let reports = input.selfReports { return .selfReports(try ExaminedSelfReports(reports, input)) }
        return .orders(try await examine(input))
    }

    /// Lands what was gone through, and tells why it is not done where it is not.
    func land(
        _ examined: Examined, progress: @escaping @Sendable (StageProgress) -> Void
    ) async throws(ServiceError) -> RunReport.Account {
        switch examined {
        case .orders(let file): try await land(file, progress: progress)
        case .selfReports(let file): try await land(file)
        }
    }

    /// Lands a daily report beside the orders: no order, credit or sum knows of it.
    private func land(_ examined: ExaminedSelfReports) async throws(ServiceError) -> RunReport.Account {
        let (input, source) = (examined.input, SelfReport.source)
        let admission = try await pipeline.admit([
            SourceFacts(name: source, platform: source, shopID: "", api: nil)
        ])
        let number = try await ServiceError.ofStore { () throws(StoreError) in
            try admission.number(of: source)
        }
        var landing = SelfReportLanding(
            store: pipeline.store, source: number, file: URL(fileURLWithPath: input.path).lastPathComponent,
            sha256: examined.sha256)
        let counts = try await landing.land(examined, at: pipeline.now())
        var read = RunReport.Account(id: input.path)
        (read.rows, read.parkedRecords) = (examined.note.rows, Int64(counts.parked))
        var note = examined.note
        note.selfReports?.new = Int64(counts.inserted)
        note.selfReports?.changed = Int64(counts.changed)
        note.selfReports?.unchanged = Int64(counts.unchanged)
        if let path = input.unreadablePath, examined.unreadable.count > 0 {
            if let written = examined.unreadable.write(to: path) {
                note.unreadable = .init(path: written, rows: examined.unreadable.count)
            } else {
                read.failures.append(Notice("import.unreadable_not_written", input.path, path))
            }
        }
        read.note = note
        read.failures += Self.failures(note)
        return read
    }

    /// Why a daily report is not done; empty where it is.
    private static func failures(_ note: ImportNote) -> [Notice] {
        let (rows, parked) = (note.rows, note.parked.count)
        if rows == 0 { return [Notice("reported.no_rows", note.path)] }
        if parked == rows { return [Notice("reported.nothing_landed", note.path, rows)] }
        return parked > rows - parked ? [Notice("import.mostly_parked", note.path, rows, parked)] : []
    }
}

extension ImportStage.Input {
    /// The account that it is of; `nil` of a daily report, whatever its source is called in the store.
    var ownAccount: String? { selfReports == nil ? account : nil }

    /// A daily report, which is of no account; throws where the year is none that dates of it may be of.
    init(
        _ reports: OpenedSelfReports, of file: String, year: Int?, in workplace: Workplace
    ) throws(ServiceError) {
        if let year, !(2000...2099).contains(year) {
            throw ServiceError(.usage, [Notice("reported.year_unlikely", year)])
        }
        var reports = reports
        reports.saidYear = year
        self.init(
            path: file, account: SelfReport.source, platform: SelfReport.source, shopID: "",
            format: SelfReport.format,
            unreadablePath: UnreadableRows.path(of: file, besideStore: workplace.settings.storePath))
        selfReports = reports
    }
}
