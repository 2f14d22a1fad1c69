import Domain
import GRDB

/// Reads the daily sums of a report's days and leg.
struct CellQuery {
    let scope: ReportScope
    let names: NameTables
    /// What the report looks at: cells that differ in nothing else are one.
    private let looksAtDays, looksAtShops, looksAtSources, looksAtCounties, looksAtCategories: Bool

    init(_ database: Database, scope: ReportScope) throws {
        self.scope = scope
        names = try NameTables(database)
        looksAtDays = scope.looksAtDays
        looksAtShops = scope.looksAt(.shop)
        looksAtSources = scope.looksAt(.source)
        looksAtCounties = scope.looksAt(.county)
        looksAtCategories = scope.looksAt(.category)
    }

    /// Folds every cell and every order that lies in several, and returns what all come to.
    ///
    /// Cells that differ only in what the report does not look at are one.
    func fold(_ database: Database, into fold: inout some CellFold) throws -> CellTotals {
        var places: [Key: Int] = [:]
        let totals = try foldCells(database, into: &fold, &places)
        try foldSharedOrders(database, into: &fold, places)
        return totals
    }

    /// What all cells come to, where they are folded otherwise.
    func totals(_ database: Database) throws -> CellTotals {
        var (nothing, places) = (NoFold(), [Key: Int]())
        return try foldCells(database, into: &nothing, &places)
    }

    /// What tells cells apart in a report.
    private struct Key: Hashable {
        let day, shop, source, party, reason, county, category: Int64
    }

    private static let key = "day, shop, source, party, reason, county, category"

    /// `any` is the sell leg of private buyers and the headline cells of organisations.
    private var isOnLeg: String {
        switch scope.leg {
        case .sell: "leg = 1"
        case .buy: "leg = 2"
        case .any: "leg = CASE is_organisation WHEN 1 THEN 3 ELSE 1 END"
        }
    }

    private func foldCells(
        _ database: Database, into fold: inout some CellFold, _ places: inout [Key: Int]
    ) throws -> CellTotals {
        var totals = CellTotals()
        let rows = try RawStatement(
            database,
            """
            SELECT \(Self.key), orders, lines, gross_fen, paid_fen, refunded_fen, grams, weighed_paid_fen
            FROM (SELECT shop AS own FROM shop) CROSS JOIN daily ON shop = own
            WHERE day BETWEEN ? AND ? AND \(isOnLeg)
            """)
        rows.bind(scope.from.stored, scope.to.stored)
        while try rows.next() {
            let key = key(of: rows)
            let sums = CreditSums(
                orders: rows.integer(7), lines: rows.integer(8), grossFen: rows.integer(9),
                paidFen: rows.integer(10), refundedFen: rows.integer(11), grams: rows.integer(12),
                weighedPaidFen: rows.integer(13))
            totals.add(sums, isCredited: key.party != 0)
            let place: Int
            if let known = places[key] {
                place = known
            } else {
                place = fold.place(of: cell(key, day: rows.integer(0)))
                places[key] = place
            }
            fold.add(sums, at: place)
        }
        return totals
    }

    private func foldSharedOrders(
        _ database: Database, into fold: inout some CellFold, _ places: [Key: Int]
    ) throws {
        let rows = try RawStatement(
            database,
            """
            SELECT \(Self.key), order_key, is_whole
            FROM (SELECT shop AS own FROM shop) CROSS JOIN daily_order ON shop = own
            WHERE day BETWEEN ? AND ? AND \(isOnLeg) ORDER BY own, day, source, order_key
            """)
        rows.bind(scope.from.stored, scope.to.stored)
        var last: (day: Int64, order: Int64, isWhole: Bool)?
        var shown: [Int] = []
        while try rows.next() {
            if let known = last, known.day != rows.integer(0) || known.order != rows.integer(7) {
                fold.addOrder(known.order, isWhole: known.isWhole, at: shown)
                shown.removeAll(keepingCapacity: true)
            }
            last = (rows.integer(0), rows.integer(7), rows.integer(8) == 1)
            if let place = places[key(of: rows)] { shown.append(place) }
        }
        if let last { fold.addOrder(last.order, isWhole: last.isWhole, at: shown) }
    }

    private func key(of row: RawStatement) -> Key {
        Key(
            day: looksAtDays ? row.integer(0) : 0, shop: looksAtShops ? row.integer(1) : 0,
            source: looksAtSources ? row.integer(2) : 0, party: row.integer(3), reason: row.integer(4),
            county: looksAtCounties ? row.integer(5) : 0, category: looksAtCategories ? row.integer(6) : 0)
    }

    private func cell(_ key: Key, day: Int64) -> CreditCell {
        let shop = names.shop(key.shop)
        return CreditCell(
            day: StoredDay.day(day), partyID: key.party == 0 ? nil : names.parties[key.party],
            reason: UnassignedReason(rawValue: Int(key.reason)), channel: shop.channel, shopID: shop.shopID,
            source: names.sources[key.source] ?? "", county: Region(code: key.county),
            category: names.categories[key.category] ?? "", sums: CreditSums())
    }
}

/// Takes everything in and keeps nothing.
private struct NoFold: CellFold {
    func place(of cell: CreditCell) -> Int { 0 }
    func add(_ sums: CreditSums, at place: Int) {}
    func addOrder(_ number: Int64, isWhole: Bool, at places: [Int]) {}
    func add(_ cell: CreditCell) {}
}

/// What the cells of a report's days and leg come to, whatever its filters: a side of the proof.
struct CellTotals {
    private(set) var creditedFen: Int64 = 0
    private(set) var unassignedFen: Int64 = 0
    private(set) var refundedFen: Int64 = 0

    mutating func add(_ sums: CreditSums, isCredited: Bool) {
        if isCredited { creditedFen += sums.paidFen } else { unassignedFen += sums.paidFen }
        refundedFen += sums.refundedFen
    }
}
