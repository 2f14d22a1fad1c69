import Domain
import Store
import Tabular

/// The transactions in which a daily report lands, some thousand rows each.
struct SelfReportLanding {
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
