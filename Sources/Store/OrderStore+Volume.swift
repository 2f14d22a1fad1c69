import Foundation
import GRDB

/// How much a store holds.
package struct StoredVolume: Hashable, Sendable {
    /// Orders, whatever counts of them.
    package let orders: Int64
    /// Of the file and of the log beside it, as they lie on the disk.
    package let bytes: Int64
    /// The number of the journal's newest batch; 0 where nothing is sealed yet.
    package let lastBatch: Int64
    /// Records that were found behind their time, by the names of the sources that have any.
    package let lateRecords: [String: Int64]
}

extension OrderStore {
    /// How much is stored; cheap enough to be asked every few seconds.
    package func volume() async throws(StoreError) -> StoredVolume {
        let path = path
        return try await read { database in
            let late = try Row.fetchAll(
                database,
                sql: """
                    SELECT s.name, count(*) FROM late_record l JOIN source s ON s.source = l.source GROUP BY s.source
                    """)
            return StoredVolume(
                // They are numbered one after the other, and none is ever taken out.
                orders: try Int64.fetchOne(database, sql: "SELECT max(order_key) FROM orders") ?? 0,
                bytes: ["", "-wal"].reduce(0) { $0 + Self.bytes(ofFile: path + $1) },
                lastBatch: try Int64.fetchOne(database, sql: "SELECT max(batch) FROM batch") ?? 0,
                lateRecords: Dictionary(uniqueKeysWithValues: late.map { ($0[0], $0[1]) }))
        }
    }

    private static func bytes(ofFile path: String) -> Int64 {
        let size = try? FileManager.default.attributesOfItem(atPath: path)[.size]
        return (size as? NSNumber)?.int64Value ?? 0
    }
}
