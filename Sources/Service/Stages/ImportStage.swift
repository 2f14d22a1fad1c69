import Books
import Digest
import Domain
import Foundation
import Platforms
package import Reports
import Store
import Tabular

/// Order exports by hand: the same orders by the same landing, ranked below the API.
package struct ImportStage: Sendable {
    package let pipeline: Pipeline

    /// A file to import and where it belongs.
    package struct Input: Sendable {
        package let path: String
        /// The account's id; also the name of the source.
        package let account: String
        package let platform: String
        package let shopID: String
        /// The format's name.
        package let format: String
        /// Whether it counts as telling of all orders from its first to its last day.
        package var isComplete = true
    }

    /// Imports into a pipeline's store.
    package init(_ pipeline: Pipeline) {
        self.pipeline = pipeline
    }

    /// Finds each file's format by its header (or by name) and the account that it belongs to.
    ///
    /// The account may stay unsaid where only one is of the file's platform: exports don't name their shop.
    package static func inputs(
        _ files: [String], account: String?, named name: String?, isComplete: Bool = true,
        in workplace: Workplace
    ) throws(ServiceError) -> [Input] {
        var inputs: [Input] = []
        let all = workplace.settings.accounts
        for file in files {
            let format = try format(of: file, named: name)
            if all.isEmpty {
                let (file, id) = (file.shellWord, workplace.freeID(of: format.platform))
                throw ServiceError(.usage, [Notice("import.no_accounts", file, id, format.platform)])
            }
            try workplace.expectAccounts([account].compactMap(\.self))
            let own = all.filter {
                if let account { $0.id == account } else { $0.platform == format.platform }
            }
            guard own.count == 1 else {
                let known = own.map(\.id)
                let notice =
                    known.isEmpty
                    ? Notice(
                        "import.no_account_of_platform", file, format.platform, all.map(\.id), file.shellWord,
                        workplace.freeID(of: format.platform))
                    : Notice("import.shop_unsaid", file, known)
                throw ServiceError(.usage, [notice])
            }
            guard own[0].platform == format.platform else {
                let other = Notice(
                    "import.other_platform", file, format.platform, own[0].id, own[0].platform)
                throw ServiceError(.usage, [other])
            }
            inputs.append(
                Input(
                    path: file, account: own[0].id, platform: own[0].platform, shopID: own[0].shop,
                    format: format.name, isComplete: isComplete))
        }
        return inputs
    }

    /// Reads one file to its end; rows that cannot be decoded are parked.
    ///
    /// Nothing lands of a file whose orders are stored under another shop: it was given the wrong account.
    package func run(
        _ input: Input, progress: @escaping @Sendable (StageProgress) -> Void
    ) async throws(ServiceError) -> RunReport.Account {
        let format = try Self.format(of: input.path, named: input.format)
        let sha256 = try Self.sha256(of: input.path)
        let admission = try await pipeline.admit([
            SourceFacts(name: input.account, platform: input.platform, shopID: input.shopID, api: nil)
        ])
        try await expectOwnShop(input, format)
        let source = try await ServiceError.ofStore { () throws(StoreError) in
            try admission.number(of: input.account)
        }
        let landing = LandingStage(
            store: pipeline.store, roster: admission.roster, source: source, kind: .file, feed: format.name,
            keys: nil)
        var counts = LandedCounts()
        var (number, rowCount): (Int, Int64) = (0, 0)
        var days = FileDays()
        try await eachChunk(of: input, format) { chunk, isLast throws(ServiceError) in
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
        _ input: Input, _ format: any OrderFileFormat
    ) async throws(ServiceError) {
        var others: [String: Int] = [:]
        var orderCount = 0
        try await eachChunk(of: input, format) { chunk, _ throws(ServiceError) in
            orderCount += chunk.orderIDs.count
            let found = try await ServiceError.ofStore { () throws(StoreError) in
                try await pipeline.store.otherShops(
                    of: chunk.orderIDs, channel: format.channel, shopID: input.shopID)
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
        of input: Input, _ format: any OrderFileFormat,
        _ body: (FileChunk, _ isLast: Bool) async throws(ServiceError) -> Void
    ) async throws(ServiceError) {
        // A header that can't be used is whoever gave the file's to mend.
        var reader = try Self.readingFile(elseExit: .usage) { () throws(TabularError) in
            try OrderFileReader(TableFile(path: input.path), as: format, shopID: input.shopID)
        }
        let readAt = pipeline.now()
        var chunk = FileChunk(readAt: readAt, areWhole: reader.statesWholeOrders)
        while let item = try Self.readingFile({ () throws(TabularError) in try reader.next() }) {
            chunk.add(item)
            if chunk.count >= PipelineLimits.fileOrdersPerLanding {
                try await body(chunk, false)
                chunk = FileChunk(readAt: readAt, areWhole: reader.statesWholeOrders)
            }
        }
        try await body(chunk, true)
    }

    private static func readingFile<Value>(
        elseExit code: ExitCode = .source, _ body: () throws(TabularError) -> Value
    ) throws(ServiceError) -> Value {
        do {
            return try body()
        } catch {
            throw ServiceError(code, [error.notice])
        }
    }

    private static func format(
        of path: String, named name: String?
    ) throws(ServiceError) -> any OrderFileFormat {
        let columns: [String]
        do {
            columns = try TableFile(path: path).columns
        } catch {
            throw ServiceError(.usage, [error.notice])
        }
        let format = PlatformList.orderFiles.first { format in
            if let name { name == format.name } else { format.matches(columns) }
        }
        guard let format else {
            let known = PlatformList.orderFiles.map(\.name)
            throw ServiceError(.usage, [Notice("import.unknown_format", path, known)])
        }
        return format
    }

    private static func sha256(of path: String) throws(ServiceError) -> String {
        do {
            let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
            defer { try? handle.close() }
            var hasher = SHA256()
            while let bytes = try handle.read(upToCount: 1 << 20), !bytes.isEmpty {
                hasher.update(Array(bytes))
            }
            return hasher.finalize().hexadecimal
        } catch {
            throw ServiceError(.source, [Notice("import.unreadable", path)])
        }
    }
}
