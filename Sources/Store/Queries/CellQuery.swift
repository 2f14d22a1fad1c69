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

    /// Folds every cell, and returns what all come to.
    ///
    /// The same cell on several days is one, where the report does not look at days.
    func fold(_ database: Database, into fold: inout some CellFold) throws -> SheetTotals {
        var totals = SheetTotals()
        var known: [SheetKey: KnownCells] = [:]
        let sheets = try RawStatement(
            database, "SELECT day, shop, source, cells FROM daily WHERE day BETWEEN ? AND ?")
        sheets.bind(1, scope.from.stored)
        sheets.bind(2, scope.to.stored)
        while try sheets.next() {
            let day = sheets.integer(0)
            let key = SheetKey(
                day: scope.looksAtDays ? day : 0, shop: sheets.integer(1), source: sheets.integer(2))
            let blank = blank(day, key)
            // Taken out, so that it is changed in place.
            var cells = known.removeValue(forKey: key) ?? KnownCells()
            let isSheet = sheets.withBytes(3) { read($0, blank, &cells, &totals, &fold) }
            guard isSheet else {
                throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "daily \(day)")
            }
            if !scope.looksAtDays { known[key] = cells }
        }
        return totals
    }

    /// What all cells come to, where they are folded otherwise.
    func totals(_ database: Database) throws -> SheetTotals {
        var nothing = NoFold()
        return try fold(database, into: &nothing)
    }

    private func read(
        _ bytes: UnsafeRawBufferPointer, _ blank: CreditCell, _ known: inout KnownCells,
        _ totals: inout SheetTotals, _ fold: inout some CellFold
    ) -> Bool {
        /// By the place in the sheet; `nil` for cells of other legs.
        var places: [Int?] = []
        var shown: [Int] = []
        let leg = scope.leg
        return DailySheet.read(bytes) { key, sums in
            guard key.counts(on: leg) else { return places.append(nil) }
            totals.add(sums, party: key.party)
            let place = known.place(of: key) ?? known.add(key, fold.place(of: cell(blank, key)))
            places.append(place)
            fold.add(sums, at: place)
        } sharedOrder: { order, isWhole, inSheet in
            shown.removeAll(keepingCapacity: true)
            for place in inSheet { if let place = places[place] { shown.append(place) } }
            if !shown.isEmpty { fold.addOrder(order, isWhole: isWhole, at: shown) }
        }
    }

    private func cell(_ blank: CreditCell, _ key: CellKey) -> CreditCell {
        var cell = blank
        cell.partyID = key.party > 0 ? names.parties[key.party] : nil
        cell.reason = UnassignedReason(rawValue: Int(-key.party))
        cell.county = Region(code: key.county)
        cell.category = key.category == 0 ? "" : names.categories[key.category] ?? ""
        return cell
    }

    /// What the cells of a sheet share.
    private func blank(_ day: Int64, _ key: SheetKey) -> CreditCell {
        let shop = names.shop(key.shop)
        return CreditCell(
            day: NameTables.day(day), partyID: nil, channel: shop.channel, shopID: shop.shopID,
            source: names.sources[key.source] ?? "", county: nil, category: "", sums: CreditSums())
    }
}

/// The cells of a shop and source that a fold knows already, with their places there.
private struct KnownCells {
    private var cells: [DailySheet.Cell] = []
    private var places: [Int] = []
    private var index = CellIndex(capacity: 0)

    func place(of key: CellKey) -> Int? {
        index.place(of: key, in: cells).map { places[$0] }
    }

    mutating func add(_ key: CellKey, _ place: Int) -> Int {
        cells.append(DailySheet.Cell(key: key))
        places.append(place)
        index.addLast(of: cells)
        return place
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
struct SheetTotals {
    private(set) var creditedFen: Int64 = 0
    private(set) var unassignedFen: Int64 = 0
    private(set) var refundedFen: Int64 = 0

    mutating func add(_ sums: CreditSums, party: Int64) {
        if party <= 0 { unassignedFen += sums.paidFen } else { creditedFen += sums.paidFen }
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
