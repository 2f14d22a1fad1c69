import Attribution
import Crypto
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
        for file in files {
            let format = try format(of: file, named: name)
            let all = workplace.settings.accounts
            let own = all.filter {
                if let account { $0.id == account } else { $0.platform == format.platform }
            }
            guard own.count == 1 else {
                let known = all.filter { $0.platform == format.platform }.map(\.id).joined(separator: "、")
                throw ServiceError(.usage, ["\(file)：文件里没有店铺号，请用 --account 指明账号（\(known)）"])
            }
            inputs.append(
                Input(
                    path: file, account: own[0].id, platform: own[0].platform, shopID: own[0].shop,
                    format: format.name))
        }
        return inputs
    }

    /// Reads one file to its end; rows that cannot be decoded are parked.
    package func run(
        _ input: Input, progress: @escaping @Sendable (StageProgress) -> Void
    ) async throws(ServiceError) -> RunReport.Account {
        let format = try Self.format(of: input.path, named: input.format)
        let sha256 = try Self.sha256(of: input.path)
        var counts = LandingCounts()
        do {
            try await pipeline.store.adoptRoster(fingerprint: pipeline.roster.fingerprint)
            var reader = try OrderFileReader(TableFile(path: input.path), as: format, shopID: input.shopID)
            var chunk = FileChunk()
            var number = 0
            while let item = try reader.next() {
                chunk.add(item)
                if chunk.count >= PipelineLimits.fileOrdersPerLanding {
                    number += 1
                    counts.add(try await land(chunk, number, input, format, sha256))
                    progress(.landed(account: input.account, counts: counts))
                    chunk = FileChunk()
                }
            }
            counts.add(try await land(chunk, number + 1, input, format, sha256))
        } catch let error as TabularError {
            throw ServiceError(.source, [error.description])
        } catch let error as StoreError {
            throw ServiceError(error)
        } catch {
            throw ServiceError(.source, ["\(input.path)：\(error)"])
        }
        return RunReport.Account(id: input.path, counts)
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

    private func land(
        _ chunk: FileChunk, _ number: Int, _ input: Input, _ format: any OrderFileFormat, _ sha256: String
    ) async throws -> LandingCounts {
        // What earlier rows or files said of an order stays where these rows don't speak of it.
        let known = try await pipeline.store.fileOrders(
            channel: format.channel, shopID: input.shopID, orderIDs: chunk.orders.map(\.orderID))
        let orders = chunk.orders.map { order in
            PreparedOrder(
                known[order.orderID].map { order.adding(linesOf: $0) } ?? order, platform: input.platform,
                crediting: pipeline.attributor)
        }
        let name = URL(fileURLWithPath: input.path).lastPathComponent
        let page = LandedPage(
            name: "\(name) #\(number)", hash: sha256, fetchedAt: pipeline.now(), orders: orders,
            refunds: [],
            parked: chunk.parked)
        return try await pipeline.store.land(
            Landing(
                source: SourceName(name: input.account, platform: input.platform), isFile: true,
                feed: format.name,
                pages: [page], readTo: nil))
    }

    private static func sha256(of path: String) throws(ServiceError) -> String {
        do {
            let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
            defer { try? handle.close() }
            var hasher = SHA256()
            while let bytes = try handle.read(upToCount: 1 << 20), !bytes.isEmpty {
                hasher.update(data: bytes)
            }
            return hasher.finalize().map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
        } catch {
            throw ServiceError(.source, ["\(path)：读不了这个文件；请检查路径与权限"])
        }
    }
}

/// Orders of a file that land together; rows of one order that stand apart are put together.
private struct FileChunk {
    var orders: [Order] = []
    var parked: [ParkedRecord] = []
    private var places: [String: Int] = [:]

    var count: Int { orders.count + parked.count }

    mutating func add(_ item: OrderFileItem) {
        switch item {
        case .parked(let record): parked.append(record)
        case .order(let order):
            if let place = places[order.orderID] {
                orders[place] = order.adding(linesOf: orders[place])
            } else {
                places[order.orderID] = orders.count
                orders.append(order)
            }
        }
    }
}

extension Order {
    /// This order with the lines of an earlier reading that it does not have itself.
    fileprivate func adding(linesOf earlier: Order) -> Order {
        var order = self
        let own = Set(lines.map(\.lineID))
        order.lines += earlier.lines.filter { !own.contains($0.lineID) && $0.lineID != "#0" }
        order.updatedAt = max(updatedAt, earlier.updatedAt)
        order.paidAt = paidAt ?? earlier.paidAt
        order.createdAt = createdAt ?? earlier.createdAt
        return order
    }
}
