@testable import Store

extension OrderStore {
    /// What a SELECT gives to an analyst: rows of so many columns as texts, NULL as an empty one.
    func ask(_ sql: String, columns: Int) async throws -> [[String]] {
        try await read { database in
            let rows = try RawStatement(database, sql)
            var found: [[String]] = []
            while try rows.next() { found.append((0..<Int32(columns)).map { rows.text($0) }) }
            return found
        }
    }
}
