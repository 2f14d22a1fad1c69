import Books
import Domain
import Platforms
package import Reports
import Store
import Tabular

/// Order exports by hand: the same orders by the same landing, ranked below the API.
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
        let file = try input.opening()
        let format = file.format
        let sha256 = try file.sha256()
        let admission = try await pipeline.admit([
            SourceFacts(name: input.account, platform: input.platform, shopID: input.shopID, api: nil)
        ])
        try await expectOwnShop(input, file)
        let source = try await ServiceError.ofStore { () throws(StoreError) in
            try admission.number(of: input.account)
        }
        let landing = LandingStage(
            store: pipeline.store, roster: admission.roster, source: source, kind: .file, feed: format.name,
            keys: nil)
        var counts = LandedCounts()
        var (number, rowCount): (Int, Int64) = (0, 0)
        var days = FileDays()
        try await eachChunk(of: input, file) { chunk, isLast throws(ServiceError) in
            number += 1
            for instant in chunk.createdAt { days.add(createdAt: instant) }
            rowCount += chunk.rowCount
            let page = chunk.page(
                input, feed: format.name, number: number, sha256: sha256, at: pipeline.now(),
                admission.roster,
                // A file that is not read to its end tells of nothing wholly.
                span: isLast && input.isComplete ? days.span : nil)
            counts.add(
                try await ServiceError.ofStore { () throws(StoreError) in
                    try await landing.land([page])
                })
            progress(.landed(account: input.account, counts: counts.records))
        }
        var read = RunReport.Account(id: input.path, counts.records)
        read.rows = rowCount
        read.file = days.whole.map {
            .init(account: input.account, days: $0, isComplete: input.isComplete, silent: days.silent)
        }
        return read
    }

    /// Throws where order numbers of the file are stored under another shop of its channel.
    private func expectOwnShop(
        _ input: Input, _ file: OpenedFile
    ) async throws(ServiceError) {
        var others: [String: Int] = [:]
        var orderCount = 0
        try await eachChunk(of: input, file) { chunk, _ throws(ServiceError) in
            orderCount += chunk.orderIDs.count
            let found = try await ServiceError.ofStore { () throws(StoreError) in
                try await pipeline.store.otherShops(
                    of: chunk.orderIDs, channel: file.format.channel, shopID: input.shopID)
            }
            others.merge(found, uniquingKeysWith: +)
        }
        guard let other = others.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else { return }
        let notice = Notice(
            "import.other_shop", input.path, orderCount, other.value, other.key, input.account, input.shopID)
        throw ServiceError(.usage, [notice])
    }

    /// Hands the file's orders and parked rows to the closure, some thousand at a time.
    private func eachChunk(
        of input: Input, _ file: OpenedFile,
        _ body: (FileChunk, _ isLast: Bool) async throws(ServiceError) -> Void
    ) async throws(ServiceError) {
        var reader = try file.reader(shopID: input.shopID)
        let readAt = pipeline.now()
        var chunk = FileChunk(readAt: readAt)
        while let item = try Self.next(&reader) {
            chunk.add(item)
            if chunk.count >= PipelineLimits.fileOrdersPerLanding {
                try await body(chunk, false)
                chunk = FileChunk(readAt: readAt)
            }
        }
        try await body(chunk, true)
    }

    private static func next(_ reader: inout OrderFileReader) throws(ServiceError) -> OrderFileItem? {
        do throws(TabularError) {
            return try reader.next()
        } catch {
            throw ServiceError(.source, [error.noticeOfImport])
        }
    }
}
