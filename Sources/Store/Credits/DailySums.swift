import Domain
import GRDB

/// What a transaction adds to the daily sums, gathered in memory and written once before the commit.
struct DailySums {
    /// Added to one behind the other; cells that are equal meet when they are sorted.
    private var cells: [DailyCell] = []
    private var reads: [ReadKey: ReadSums] = [:]

    /// Adds (or, with −1, takes away) a cell's sums.
    mutating func add(_ key: DailyKey, _ sums: CreditSums, sign: Int64) {
        cells.append(DailyCell(key: key, sums: sums))
        if sign < 0 { cells[cells.count - 1].sums.negate() }
    }

    mutating func add(_ key: ReadKey, _ sums: ReadSums, sign: Int64) {
        reads[key, default: ReadSums()].add(sums, sign: sign)
    }

    /// Upserts everything in key order.
    func write(_ database: Database) throws {
        let daily = try RowInserter(database, into: "daily", Self.dailyColumns, conflict: Self.addDaily)
        for cell in merged() {
            try daily.addRow { Self.add(cell, to: &$0) }
        }
        try daily.flush()
        let read = try RawStatement(database, Self.upsertRead)
        for (key, sums) in reads where sums != ReadSums() {
            read.bind(1, key.day)
            read.bind(2, key.organisation)
            read.bind(3, key.channel)
            read.bind(4, key.shop)
            read.bind(5, key.source)
            read.bind(6, sums.readFen)
            read.bind(7, sums.headerGapFen)
            read.bind(8, sums.refundsReadFen)
            read.bind(9, sums.orphanRefundFen)
            read.bind(10, sums.orphanRefunds)
            read.bind(11, sums.notSalesOrders)
            read.bind(12, sums.notSalesLines)
            read.bind(13, sums.notSalesPaidFen)
            read.bind(14, sums.notSalesRefundedFen)
            try read.run()
        }
    }

    /// The cells in key order, each once.
    private func merged() -> [DailyCell] {
        var places: [(prefix: Int64, place: Int)] = []
        places.reserveCapacity(cells.count)
        for place in cells.indices {
            places.append((cells[place].key.prefix, place))
        }
        places.sort { left, right in
            if left.prefix != right.prefix { return left.prefix < right.prefix }
            return cells[left.place].key < cells[right.place].key
        }
        var merged: [DailyCell] = []
        merged.reserveCapacity(cells.count)
        for (_, place) in places {
            if let last = merged.indices.last, merged[last].key == cells[place].key {
                merged[last].sums.add(cells[place].sums)
            } else {
                merged.append(cells[place])
            }
        }
        return merged
    }

    private static func add(_ cell: DailyCell, to row: inout RowValues) {
        row.add(cell.key.day)
        row.add(cell.key.leg)
        row.add(cell.key.organisation)
        row.add(cell.key.party)
        row.add(cell.key.channel)
        row.add(cell.key.shop)
        row.add(cell.key.source)
        row.add(cell.key.county)
        row.add(cell.key.category)
        row.add(cell.sums.orders)
        row.add(cell.sums.lines)
        row.add(cell.sums.grossFen)
        row.add(cell.sums.paidFen)
        row.add(cell.sums.refundedFen)
        row.add(cell.sums.grams)
        row.add(cell.sums.weighedPaidFen)
    }

    private static let dailyColumns = """
        day, leg, is_organisation, party, channel, shop, source, county, category,
        orders, lines, gross_fen, paid_fen, refunded_fen, grams, weighed_paid_fen
        """

    private static let addDaily = """
        ON CONFLICT (day, leg, is_organisation, party, channel, shop, source, county, category) DO UPDATE SET
            orders = orders + excluded.orders, lines = lines + excluded.lines,
            gross_fen = gross_fen + excluded.gross_fen, paid_fen = paid_fen + excluded.paid_fen,
            refunded_fen = refunded_fen + excluded.refunded_fen, grams = grams + excluded.grams,
            weighed_paid_fen = weighed_paid_fen + excluded.weighed_paid_fen
        """

    private static let upsertRead = """
        INSERT INTO daily_read (day, is_organisation, channel, shop, source, read_fen, header_gap_fen,
            refunds_read_fen, orphan_refund_fen, orphan_refunds, not_sales_orders, not_sales_lines,
            not_sales_paid_fen, not_sales_refunded_fen)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (day, is_organisation, channel, shop, source) DO UPDATE SET
            read_fen = read_fen + excluded.read_fen, header_gap_fen = header_gap_fen + excluded.header_gap_fen,
            refunds_read_fen = refunds_read_fen + excluded.refunds_read_fen,
            orphan_refund_fen = orphan_refund_fen + excluded.orphan_refund_fen,
            orphan_refunds = orphan_refunds + excluded.orphan_refunds,
            not_sales_orders = not_sales_orders + excluded.not_sales_orders,
            not_sales_lines = not_sales_lines + excluded.not_sales_lines,
            not_sales_paid_fen = not_sales_paid_fen + excluded.not_sales_paid_fen,
            not_sales_refunded_fen = not_sales_refunded_fen + excluded.not_sales_refunded_fen
        """
}

/// The key of a row of `daily_read`.
struct ReadKey: Hashable {
    var day: Int64
    var organisation: Int64
    var channel: Int64
    var shop: Int64
    var source: Int64
}

/// The sums of a row of `daily_read`: the side of the proof that does not come from credits.
struct ReadSums: Equatable {
    var readFen: Int64 = 0
    var headerGapFen: Int64 = 0
    var refundsReadFen: Int64 = 0
    var orphanRefundFen: Int64 = 0
    /// Successful refunds whose line is missing.
    var orphanRefunds: Int64 = 0
    var notSalesOrders: Int64 = 0
    var notSalesLines: Int64 = 0
    var notSalesPaidFen: Int64 = 0
    var notSalesRefundedFen: Int64 = 0

    mutating func add(_ other: ReadSums, sign: Int64) {
        readFen += sign * other.readFen
        headerGapFen += sign * other.headerGapFen
        refundsReadFen += sign * other.refundsReadFen
        orphanRefundFen += sign * other.orphanRefundFen
        orphanRefunds += sign * other.orphanRefunds
        notSalesOrders += sign * other.notSalesOrders
        notSalesLines += sign * other.notSalesLines
        notSalesPaidFen += sign * other.notSalesPaidFen
        notSalesRefundedFen += sign * other.notSalesRefundedFen
    }
}

extension CreditSums {
    fileprivate mutating func negate() {
        self = CreditSums(
            orders: -orders, lines: -lines, grossFen: -grossFen, paidFen: -paidFen, refundedFen: -refundedFen,
            grams: -grams, weighedPaidFen: -weighedPaidFen)
    }
}
