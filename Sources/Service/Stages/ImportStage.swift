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
    }

    /// Imports into a pipeline's store.
    package init(_ pipeline: Pipeline) {
        self.pipeline = pipeline
    }

    /// Finds each file's format by its header (or by name) and the account that it belongs to.
    ///
    /// The account may stay unsaid where only one is of the file's platform: exports don't name their shop.
    package static func inputs(
        _ files: [String], account: String?, named name: String?, in workplace: Workplace
    ) throws(ServiceError) -> [Input] {
        var inputs: [Input] = []
        let all = workplace.settings.accounts
        if let account, !all.contains(where: { $0.id == account }) {
            let known = all.map(\.id).joined(separator: "、")
            throw ServiceError(.usage, ["账号 \(account)：配置中没有这个账号；已有的账号：\(known)"])
        }
        for file in files {
            let format = try format(of: file, named: name)
            let own = all.filter {
                if let account { $0.id == account } else { $0.platform == format.platform }
            }
            guard own.count == 1 else {
                let known = all.filter { $0.platform == format.platform }.map(\.id).joined(separator: "、")
                throw ServiceError(.usage, ["\(file)：文件里没有店铺号，请用 --account 指明账号（\(known)）"])
            }
            guard own[0].platform == format.platform else {
                throw ServiceError(
                    .usage,
                    [
                        "\(file)：是 \(format.platform) 的文件，账号 \(own[0].id) 是 \(own[0].platform) 的；请用 --account 指明正确的账号，本次没有导入"
                    ])
            }
            inputs.append(
                Input(
                    path: file, account: own[0].id, platform: own[0].platform, shopID: own[0].shop,
                    format: format.name))
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
            SourceFacts(name: input.account, platform: input.platform, shopID: input.shopID)
        ])
        try await expectOwnShop(input, format)
        let landing = LandingStage(
            store: pipeline.store, roster: admission.roster,
            source: admission.sources[input.account]?.number ?? 0,
            kind: .file, feed: format.name)
        var counts = LandedCounts()
        var number = 0
        try await eachChunk(of: input, format) { chunk throws(ServiceError) in
            number += 1
            let page = chunk.page(
                input, feed: format.name, number: number, sha256: sha256, at: pipeline.now(), admission.roster
            )
            counts.add(
                try await ServiceError.ofStore { () throws(StoreError) in
                    try await landing.land([page], read: nil)
                })
            progress(.landed(account: input.account, counts: counts.records))
        }
        return RunReport.Account(id: input.path, counts.records)
    }

    /// Throws where order numbers of the file are stored under another shop of its channel.
    private func expectOwnShop(
        _ input: Input, _ format: any OrderFileFormat
    ) async throws(ServiceError) {
        var others: [String: Int] = [:]
        var orderCount = 0
        try await eachChunk(of: input, format) { chunk throws(ServiceError) in
            orderCount += chunk.orderIDs.count
            let found = try await ServiceError.ofStore { () throws(StoreError) in
                try await pipeline.store.otherShops(
                    of: chunk.orderIDs, channel: format.channel, shopID: input.shopID)
            }
            others.merge(found, uniquingKeysWith: +)
        }
        guard let other = others.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else { return }
        throw ServiceError(
            .usage,
            [
                "\(input.path)：\(orderCount) 个订单号中有 \(other.value) 个已在店铺 \(other.key) 名下，"
                    + "不是账号 \(input.account)（店铺 \(input.shopID)）的文件；请用 --account 指明正确的账号，本次没有导入"
            ])
    }

    /// Hands the file's orders and parked rows to the closure, some thousand at a time.
    private func eachChunk(
        of input: Input, _ format: any OrderFileFormat,
        _ body: (FileChunk) async throws(ServiceError) -> Void
    ) async throws(ServiceError) {
        // A header that can't be used is whoever gave the file's to mend.
        var reader = try Self.readingFile(elseExit: .usage) { () throws(TabularError) in
            try OrderFileReader(TableFile(path: input.path), as: format, shopID: input.shopID)
        }
        var chunk = FileChunk()
        while let item = try Self.readingFile({ () throws(TabularError) in try reader.next() }) {
            chunk.add(item)
            if chunk.count >= PipelineLimits.fileOrdersPerLanding {
                try await body(chunk)
                chunk = FileChunk()
            }
        }
        try await body(chunk)
    }

    private static func readingFile<Value>(
        elseExit code: ExitCode = .source, _ body: () throws(TabularError) -> Value
    ) throws(ServiceError) -> Value {
        do {
            return try body()
        } catch {
            throw ServiceError(code, [error.description])
        }
    }

    private static func format(
        of path: String, named name: String?
    ) throws(ServiceError) -> any OrderFileFormat {
        let columns: [String]
        do {
            columns = try TableFile(path: path).columns
        } catch {
            throw ServiceError(.usage, [error.description])
        }
        let format = PlatformList.orderFiles.first { format in
            if let name { name == format.name } else { format.matches(columns) }
        }
        guard let format else {
            let known = PlatformList.orderFiles.map(\.name).joined(separator: "、")
            throw ServiceError(.usage, ["\(path)：认不出是哪种导出文件；请确认表头未改动，或用 --as 指定（\(known)）"])
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
            throw ServiceError(.source, ["\(path)：读不了这个文件；请检查路径与权限"])
        }
    }
}
