import Books
import Domain
import Platforms
package import Reports
import Store

/// Order exports by hand: the same orders by the same landing, ranked below the API.
///
/// Each file is gone through twice: first to tell what it is (`examine`), then to land it.
package struct ImportStage: Sendable {
    package let pipeline: Pipeline

    /// Imports into a pipeline's store.
    package init(_ pipeline: Pipeline) {
        self.pipeline = pipeline
    }

    /// Reads one file to its end; rows that cannot be decoded are parked.
    ///
    /// Nothing lands of a file whose orders are stored under another shop: it was given the wrong account.
    package func run(
        _ input: Input, progress: @escaping @Sendable (StageProgress) -> Void
    ) async throws(ServiceError) -> RunReport.Account {
        try await land(try await examine(input), progress: progress)
    }

    /// Lands what was gone through, and tells why it is not done where it is not.
    func land(
        _ examined: ExaminedFile, progress: @escaping @Sendable (StageProgress) -> Void
    ) async throws(ServiceError) -> RunReport.Account {
        let input = examined.input
        let admission = try await pipeline.admit([
            SourceFacts(name: input.account, platform: input.platform, shopID: input.shopID, api: nil)
        ])
        if examined.isUnchanged {
            var read = RunReport.Account(id: input.path)
            (read.rows, read.unchangedOrders) = (examined.note.rows, examined.note.orders)
            read.note = examined.note
            return read
        }
        let counts = try await landRows(of: examined, admission, progress)
        var read = RunReport.Account(id: input.path, counts)
        read.rows = examined.note.rows
        let days = examined.days
        read.file = days.whole.map {
            .init(account: input.account, days: $0, isComplete: input.isComplete, silent: days.silent)
        }
        var note = examined.note
        if let path = input.unreadablePath, examined.unreadable.count > 0 {
            if let written = examined.unreadable.write(to: path) {
                note.unreadable = .init(path: written, rows: examined.unreadable.count)
            } else {
                read.failures.append(Notice("import.unreadable_not_written", input.path, path))
            }
        }
        read.note = note
        read.failures += ImportVerdict(note, landed: counts).failures(input)
        return read
    }

    private func landRows(
        of examined: ExaminedFile, _ admission: Admission,
        _ progress: @escaping @Sendable (StageProgress) -> Void
    ) async throws(ServiceError) -> LandingCounts {
        let (input, format) = (examined.input, examined.file.format)
        let source = try await ServiceError.ofStore { () throws(StoreError) in
            try admission.number(of: input.account)
        }
        let landing = LandingStage(
            store: pipeline.store, roster: admission.roster, source: source, kind: input.kind,
            feed: format.name, keys: nil)
        var counts = LandedCounts()
        var number = 0
        try await eachChunk(of: examined) { chunk, isLast throws(ServiceError) in
            number += 1
            let page = chunk.page(
                input, feed: format.name, number: number, sha256: examined.sha256, at: pipeline.now(),
                admission.roster,
                // A file that is not read to its end tells of nothing wholly.
                span: isLast && input.isComplete ? examined.days.span : nil)
            counts.add(
                try await ServiceError.ofStore { () throws(StoreError) in
                    try await landing.land([page])
                })
            progress(.landed(account: input.account, counts: counts.records))
        }
        if counts.records.parked == 0, let end = FileEnd(examined, at: pipeline.now()) {
            let page = PreparedPage(facts: end.facts, arrivals: [], afterSales: [], parked: [])
            _ = try await ServiceError.ofStore { () throws(StoreError) in try await landing.land([page]) }
        }
        return counts.records
    }

    /// Hands the file's orders and parked rows to the closure, some thousand at a time.
    private func eachChunk(
        of examined: ExaminedFile,
        _ body: (FileChunk, _ isLast: Bool) async throws(ServiceError) -> Void
    ) async throws(ServiceError) {
        var reader = try examined.file.reader(examined.input)
        let readAt = pipeline.now()
        var chunk = FileChunk(readAt: readAt, areWhole: reader.statesWholeOrders)
        while let item = try Self.next(&reader) {
            chunk.add(item)
            if chunk.count >= PipelineLimits.fileOrdersPerLanding {
                try await body(chunk, false)
                chunk = FileChunk(readAt: readAt, areWhole: reader.statesWholeOrders)
            }
        }
        try await body(chunk, true)
    }
}
