import Domain
import GRDB

/// What a transaction adds to the daily sums, gathered in memory and written once before the commit.
final class SumsWriter {
    private let database: Database
    private var cells: [DailyKey: CreditSums] = [:]
    private var reads: [ReadKey: ReadSums] = [:]
    private var shared: [SharedKey: SharedFate] = [:]

    init(_ database: Database) {
        self.database = database
    }

    fileprivate struct DailyKey: Hashable {
        let day, shop, source, leg, isOrganisation, party, reason, county, category: Int64
    }

    private struct SharedKey: Hashable {
        let key: DailyKey
        let order: Int64
    }

    /// What becomes of an order that lies in several cells.
    private enum SharedFate {
        case kept(isWhole: Bool)
        case dropped
    }

    private struct ReadKey: Hashable {
        let day, isOrganisation, shop, source: Int64
    }

    /// Adds what an order has in the sums, or (with −1) takes it away.
    func add(
        _ part: Change.Part, _ shop: Int64, order: Int64, sign: Int64, _ keys: inout KeyTables
    ) throws {
        for cell in part.cells {
            let key = DailyKey(
                day: cell.key.day.stored, shop: shop, source: part.source, leg: Int64(cell.key.leg.rawValue),
                isOrganisation: cell.key.isOrganisation ? 1 : 0,
                party: try keys.party(cell.key.partyID, database),
                reason: Int64(cell.key.reason?.rawValue ?? 0), county: cell.key.county?.code ?? 0,
                category: try keys.category(cell.key.category, database))
            cells[key, default: CreditSums()].add(cell.sums, sign: sign)
            if cell.isShared {
                shared[SharedKey(key: key, order: order)] = sign > 0 ? .kept(isWhole: cell.isWhole) : .dropped
            }
        }
        for read in part.reads {
            let key = ReadKey(
                day: read.day.stored, isOrganisation: read.isOrganisation ? 1 : 0, shop: shop,
                source: read.source)
            reads[key, default: ReadSums()].add(read.sums, sign: sign)
        }
    }

    /// Writes everything.
    func write() throws {
        try writeCells()
        try writeShared()
        try writeReads()
    }

    private func writeCells() throws {
        let upsert = try RawStatement(database, Self.upsertCell)
        let drop = try RawStatement(database, "DELETE FROM daily WHERE \(Self.isCell) AND lines = 0")
        for (key, sums) in cells.sorted(by: { $0.key.isBefore($1.key) }) where sums != CreditSums() {
            upsert.bind(key)
            let values = [
                sums.orders, sums.lines, sums.grossFen, sums.paidFen, sums.refundedFen, sums.grams,
                sums.weighedPaidFen,
            ]
            for (place, value) in values.enumerated() { upsert.bind(Int32(place + 10), value) }
            try upsert.run()
            if sums.lines < 0 {
                drop.bind(key)
                try drop.run()
            }
        }
    }

    private func writeShared() throws {
        let insert = try RawStatement(database, Self.insertShared)
        let drop = try RawStatement(
            database, "DELETE FROM daily_order WHERE \(Self.isCell) AND order_key = ?10")
        for (shared, fate) in shared.sorted(by: { ($0.key.key, $0.key.order) < ($1.key.key, $1.key.order) }) {
            switch fate {
            case .kept(let isWhole):
                insert.bind(shared.key)
                insert.bind(10, shared.order)
                insert.bind(11, isWhole ? 1 : 0)
                try insert.run()
            case .dropped:
                drop.bind(shared.key)
                drop.bind(10, shared.order)
                try drop.run()
            }
        }
    }

    private func writeReads() throws {
        let upsert = try RawStatement(database, Self.upsertRead)
        for (key, sums) in reads where sums != ReadSums() {
            let values = [
                key.day, key.isOrganisation, key.shop, key.source, sums.readFen, sums.headerGapFen,
                sums.refundsReadFen, sums.orphanRefundFen, sums.orphanRefunds, sums.notSalesOrders,
                sums.notSalesLines, sums.notSalesPaidFen, sums.notSalesRefundedFen,
            ]
            for (place, value) in values.enumerated() { upsert.bind(Int32(place + 1), value) }
            try upsert.run()
        }
    }
}

extension SumsWriter {
    private static let cellColumns =
        "day, shop, source, leg, is_organisation, party, reason, county, category"

    private static let isCell = """
        day = ?1 AND shop = ?2 AND source = ?3 AND leg = ?4 AND is_organisation = ?5 AND party = ?6 AND reason = ?7
            AND county = ?8 AND category = ?9
        """

    private static let upsertCell = upsert(
        "daily", cellColumns,
        ["orders", "lines", "gross_fen", "paid_fen", "refunded_fen", "grams", "weighed_paid_fen"])

    private static let insertShared = """
        INSERT INTO daily_order (\(cellColumns), order_key, is_whole) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (shop, day, source, order_key, leg, is_organisation, party, reason, county, category)
        DO UPDATE SET is_whole = excluded.is_whole
        """

    private static let upsertRead = upsert(
        "daily_read", "day, is_organisation, shop, source",
        [
            "read_fen", "header_gap_fen", "refunds_read_fen", "orphan_refund_fen", "orphan_refunds",
            "not_sales_orders", "not_sales_lines", "not_sales_paid_fen", "not_sales_refunded_fen",
        ])

    /// Adds values to a row's sums, or makes it.
    static func upsert(_ table: String, _ key: String, _ sums: [String]) -> String {
        let count = key.count(where: { $0 == "," }) + 1 + sums.count
        let values = Array(repeating: "?", count: count).joined(separator: ", ")
        let sets = sums.map { "\($0) = \($0) + excluded.\($0)" }.joined(separator: ", ")
        return """
            INSERT INTO \(table) (\(key), \(sums.joined(separator: ", "))) VALUES (\(values))
            ON CONFLICT (\(key)) DO UPDATE SET \(sets)
            """
    }
}

extension SumsWriter.DailyKey: Comparable {
    static func < (left: Self, right: Self) -> Bool { left.isBefore(right) }

    /// In the order of the table's key, so that the pages are written from front to back.
    func isBefore(_ other: Self) -> Bool {
        if (shop, day, source, leg) != (other.shop, other.day, other.source, other.leg) {
            return (shop, day, source, leg) < (other.shop, other.day, other.source, other.leg)
        }
        return (isOrganisation, party, reason, county, category)
            < (other.isOrganisation, other.party, other.reason, other.county, other.category)
    }
}

extension RawStatement {
    /// Binds the key of a cell to the first nine parameters.
    fileprivate func bind(_ key: SumsWriter.DailyKey) {
        bind(1, key.day)
        bind(2, key.shop)
        bind(3, key.source)
        bind(4, key.leg)
        bind(5, key.isOrganisation)
        bind(6, key.party)
        bind(7, key.reason)
        bind(8, key.county)
        bind(9, key.category)
    }
}
