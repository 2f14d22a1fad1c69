import GRDB
import Testing

/// K18: whatever is changed by hand is found and named, cell by cell.
@Suite("Damage done by hand is named")
struct DamageTests {
    private static let tables = [
        "batch", "budget", "candidate", "category", "conflict", "credit", "daily", "daily_booked",
        "daily_order",
        "daily_read", "entry", "epoch", "file_span", "goods", "landed", "late_record", "look_back",
        "order_line",
        "orders", "page",
        "parked", "party",
        "pending", "place",
        "purchaser", "read_span", "refund", "roster", "self_report", "self_report_was", "shop", "source",
        "statement",
        "subsidy",
        "unknown_word", "window_proof", "window_unread", "word",
    ]

    @Test("no table is left out, and nothing is named in a sound store")
    func sound() async throws {
        let store = try await EveryTable()
        let names = try Self.names(in: store)
        #expect(names == Self.tables)
        let found = try await store.errors { _ in }
        #expect(found == [])
    }

    @Test("each numeric cell of each table, changed by one", arguments: tables)
    func damage(table: String) async throws {
        let store = try await EveryTable()
        let cells = try Self.cells(of: table, in: store)
        #expect(!cells.isEmpty, "\(table) is empty")
        for cell in cells {
            var areFound: [Bool] = []
            // The table itself may refuse a change; of an exempt cell both directions are looked at.
            for change in [1, -1, 1_000_003] where areFound.isEmpty || cell.isExempt {
                let found = try await store.errors { database in
                    try database.execute(
                        sql:
                            "UPDATE \(table) SET \(cell.column) = \(cell.column) + \(change) WHERE \(cell.key)",
                        arguments: cell.keyValues)
                }
                guard let found else { continue }
                let isNamed = found.contains { error in cell.names.contains(where: error.contains) }
                areFound.append(!found.isEmpty)
                #expect(isNamed || cell.isExempt, "\(cell.column) \(change) in row \(cell.row): \(found)")
            }
            #expect(areFound.contains(false) == cell.isExempt, "\(cell.column) in row \(cell.row)")
        }
    }

    @Test(
        "texts that others hang on, with a letter more",
        arguments: [
            "batch.hash", "batch.previous_hash", "category.name", "entry.line_id", "entry.order_id",
            "goods.category",
            "goods.spec", "goods.title", "order_line.host_id", "order_line.line_id", "order_line.product_id",
            "order_line.room_id", "order_line.sku_id", "orders.order_id", "orders.seller_remark",
            "orders.status",
            "party.party_id", "pending.line_id", "pending.order_id", "place.city", "place.county",
            "place.province",
            "purchaser.name", "purchaser.purchaser_id", "refund.line_id", "refund.order_id", "roster.decides",
            "roster.facts", "roster.hash", "shop.shop_id", "source.platform", "statement.line_id",
            "statement.said",
            "word.word",
        ])
    func text(cell: String) async throws {
        let store = try await EveryTable()
        let parts = cell.split(separator: ".").map(String.init)
        let rows = try Self.rows(of: parts[0], in: store)
        // What nobody knows the order or line of yet hangs on nothing.
        let orphans = ["r3", "r4", "r6"].map(\.databaseValue)
        for (place, row) in rows.enumerated() where !orphans.contains(row.values["refund_id"] ?? .null) {
            let found = try await store.errors { database in
                try database.execute(
                    sql: "UPDATE \(parts[0]) SET \(parts[1]) = \(parts[1]) || 'x' WHERE \(row.key)",
                    arguments: row.keyValues)
            }
            #expect(found?.isEmpty == false, "row \(place): \(row.values)")
        }
    }

    @Test(
        "what the store is asked by, and what keeps entries as they are",
        arguments: [
            ("v_credit", "DROP VIEW v_credit"), ("credit_party", "DROP INDEX credit_party"),
            ("entry_is_history_2", "DROP TRIGGER entry_is_history_2"),
            ("v_daily", "DROP VIEW v_daily; CREATE VIEW v_daily AS SELECT * FROM daily LIMIT 1"),
            ("mine", "CREATE TABLE mine (x)"),
        ])
    func definitions(name: String, change: String) async throws {
        let store = try await EveryTable()
        let found = try await store.errors { try $0.execute(sql: change) }
        #expect(found?.contains { $0.contains("表 \(name) ") } == true, "\(found ?? [])")
    }

    /// A row, found by its key.
    private struct StoredRow {
        let values: [String: DatabaseValue]
        let keyColumns: [String]

        var key: String { keyColumns.map { "\($0) IS ?" }.joined(separator: " AND ") }
        var keyValues: StatementArguments { StatementArguments(keyColumns.map { values[$0] ?? .null }) }
    }

    /// A numeric cell, found by the key of its row.
    private struct Cell {
        let column: String
        let row: Int
        let key: String
        let keyValues: StatementArguments
        let isExempt: Bool
        /// One of these stands in what is said of it.
        let names: [String]
    }

    private static func names(in store: EveryTable) throws -> [String] {
        try DatabaseQueue(path: store.sound).read {
            try String.fetchAll(
                $0,
                sql: """
                    SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'
                        AND name <> 'grdb_migrations' ORDER BY name
                    """)
        }
    }

    private static func rows(of table: String, in store: EveryTable) throws -> [StoredRow] {
        try DatabaseQueue(path: store.sound).read { database in
            let key = try String.fetchAll(
                database, sql: "SELECT name FROM pragma_table_info('\(table)') WHERE pk > 0 ORDER BY pk")
            return try Row.fetchAll(database, sql: "SELECT * FROM \(table)").map { row in
                let values = row.map { ($0, $1) }
                return StoredRow(values: Dictionary(values) { first, _ in first }, keyColumns: key)
            }
        }
    }

    private static func cells(of table: String, in store: EveryTable) throws -> [Cell] {
        let rows = try rows(of: table, in: store)
        return try DatabaseQueue(path: store.sound).read { database in
            let numeric = try String.fetchAll(
                database, sql: "SELECT name FROM pragma_table_info('\(table)') WHERE type = 'INTEGER'")
            return try rows.enumerated().flatMap { place, row in
                try numeric.filter { row.values[$0] != .null }.map { column in
                    let isExempt = try exemptions.contains { exemption in
                        guard exemption.table == table, exemption.columns.contains(column) else {
                            return false
                        }
                        let sql =
                            "SELECT EXISTS (SELECT 1 FROM \(table) WHERE \(row.key) AND (\(exemption.rows)))"
                        return try Bool.fetchOne(database, sql: sql, arguments: row.keyValues) ?? false
                    }
                    return Cell(
                        column: column, row: place, key: row.key, keyValues: row.keyValues,
                        isExempt: isExempt,
                        names: names(of: row, in: table))
                }
            }
        }
    }

    /// What staff know the row by: its table, its order, its batch or its page; names are known by what refers to them.
    private static func names(of row: StoredRow, in table: String) -> [String] {
        func number(_ column: String) -> Int64? { row.values[column].flatMap(Int64.fromDatabaseValue) }
        let isName = row.keyColumns.count == 1 && !["orders", "pending", "page", "batch"].contains(table)
        return [
            "表 \(table) ", isName ? "" : nil, number("order_key").map { "订单 o\($0)" },
            number("batch").map { "第 \($0) 批" }, number("page").map { "编号 \($0)" },
            ["pending", "daily", "daily_order"].contains(table) ? table : nil,
            // An orphan is known by the day on which it counts.
            table == "refund"
                ? row.values["order_id"].flatMap(String.fromDatabaseValue).map { "订单 \($0)" } : nil,
            table == "refund" ? "表 daily_read " : nil,
        ].compactMap(\.self)
    }
}
