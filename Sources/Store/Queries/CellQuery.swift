import Domain
import GRDB

/// Reads the daily sums of a report's days and leg.
struct CellQuery {
    let scope: ReportScope
    let names: NameTables

    init(_ database: Database, scope: ReportScope) throws {
        self.scope = scope
        names = try NameTables(database)
    }

    /// Hands every cell to the closure, in the order of the days, and returns what they come to.
    ///
    /// A shared order comes once for each of its cells, with empty sums.
    func each(_ database: Database, _ body: (CreditCell) -> Void) throws -> SheetTotals {
        var totals = SheetTotals()
        let sheets = try RawStatement(
            database, "SELECT day, shop, source, cells FROM daily WHERE day BETWEEN ? AND ?")
        sheets.bind(1, scope.from.stored)
        sheets.bind(2, scope.to.stored)
        while try sheets.next() {
            let blank = blank(sheets)
            let isSheet = sheets.withBytes(3) { each($0, blank, &totals, body) }
            guard isSheet else {
                throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "daily \(blank.day)")
            }
        }
        return totals
    }

    private func each(
        _ bytes: UnsafeRawBufferPointer, _ blank: CreditCell, _ totals: inout SheetTotals,
        _ body: (CreditCell) -> Void
    ) -> Bool {
        var keys: [CellKey] = []
        let leg = scope.leg
        return DailySheet.read(bytes) { key, sums in
            keys.append(key)
            guard key.counts(on: leg) else { return }
            totals.add(sums, party: key.party)
            body(cell(blank, key, sums))
        } sharedOrder: { order, places in
            for place in places where place < keys.count && keys[place].counts(on: leg) {
                var cell = cell(blank, keys[place], CreditSums())
                cell.sharedOrder = order
                body(cell)
            }
        }
    }

    private func cell(_ blank: CreditCell, _ key: CellKey, _ sums: CreditSums) -> CreditCell {
        var cell = blank
        cell.partyID = key.party == 0 ? nil : names.parties[key.party]
        cell.county = Region(code: key.county)
        cell.category = key.category == 0 ? "" : names.categories[key.category] ?? ""
        cell.sums = sums
        return cell
    }

    /// What the cells of a sheet share.
    private func blank(_ row: RawStatement) -> CreditCell {
        let shop = names.shop(row.integer(1))
        return CreditCell(
            day: NameTables.day(row.integer(0)), partyID: nil, channel: shop.channel, shopID: shop.shopID,
            source: names.sources[row.integer(2)] ?? "", county: nil, category: "", sums: CreditSums())
    }
}

/// What the cells of a report's days and leg come to, whatever its filters: a side of the proof.
struct SheetTotals {
    private(set) var creditedFen: Int64 = 0
    private(set) var unassignedFen: Int64 = 0
    private(set) var refundedFen: Int64 = 0

    mutating func add(_ sums: CreditSums, party: Int64) {
        if party == 0 { unassignedFen += sums.paidFen } else { creditedFen += sums.paidFen }
        refundedFen += sums.refundedFen
    }
}

extension CellKey {
    /// `any` is the sell leg of private buyers and the headline cells of organisations.
    func counts(on leg: ReportLeg) -> Bool {
        switch leg {
        case .sell: self.leg == 1
        case .buy: self.leg == 2
        case .any: self.leg == (isOrganisation ? 3 : 1)
        }
    }
}
