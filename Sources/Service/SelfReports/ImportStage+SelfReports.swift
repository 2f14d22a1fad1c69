import Domain
import Foundation
import Reports
import Store
import Tabular

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

/// The transactions in which a daily report lands, some thousand rows each.
private struct SelfReportLanding {
    let store: OrderStore
    let source: Int64
    let file: String
    let sha256: String
    private var counts = LandingCounts()
    private var pages = 0
    /// The number of the first of them in the store.
    private var firstPage: Int64?

    init(store: OrderStore, source: Int64, file: String, sha256: String) {
        (self.store, self.source, self.file, self.sha256) = (store, source, file, sha256)
    }

    mutating func land(
        _ examined: ExaminedSelfReports, at now: Instant
    ) async throws(ServiceError) -> LandingCounts {
        var page = SelfReportPage()
        var reader: SelfReportReader
        do throws(TabularError) {
            reader = try SelfReportReader(examined.file, examined.year)
        } catch {
            throw ServiceError(.source, [error.noticeOfImport])
        }
        while let item = try Self.next(&reader) {
            switch item {
            case .report(let report, let line): page.reports.append((report, line))
            case .parked(let record, _): page.parked.append(record)
            }
            guard page.count >= PipelineLimits.fileOrdersPerLanding else { continue }
            try await land(page, isLast: false, at: now)
            page = SelfReportPage()
        }
        try await land(page, isLast: true, at: now)
        return counts
    }

    private mutating func land(
        _ page: SelfReportPage, isLast: Bool, at now: Instant
    ) async throws(ServiceError) {
        pages += 1
        let facts = PageFacts(
            feed: SelfReport.format, window: nil, cursor: "\(pages)", file: file, hash: sha256, fetchedAt: now
        )
        let (source, sha256, known) = (source, sha256, firstPage)
        let (first, landed) = try await ServiceError.ofStore { () throws(StoreError) in
            try await store.write { session in
                let (number, counts) = try session.land(page, facts, source: source)
                let first = known ?? number
                if isLast { try session.unparkSelfReports(ofFile: sha256, before: first, source: source) }
                return (first, counts)
            }
        }
        firstPage = first
        counts.add(landed)
    }

    private static func next(_ reader: inout SelfReportReader) throws(ServiceError) -> SelfReportReader.Item?
    {
        do throws(TabularError) {
            return try reader.next()
        } catch {
            throw ServiceError(.source, [error.noticeOfImport])
        }
    }
}
