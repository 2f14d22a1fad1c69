import Domain

/// The key of a row of `daily`.
struct DailyKey: Equatable, Comparable {
    var day: Int64
    var leg: Int64
    var organisation: Int64
    var party: Int64
    var channel: Int64
    var shop: Int64
    var source: Int64
    var county: Int64
    var category: Int64

    /// The order of the primary key, so that sums are written from left to right.
    static func < (left: DailyKey, right: DailyKey) -> Bool {
        if left.day != right.day { return left.day < right.day }
        if left.leg != right.leg { return left.leg < right.leg }
        if left.organisation != right.organisation { return left.organisation < right.organisation }
        if left.party != right.party { return left.party < right.party }
        if left.channel != right.channel { return left.channel < right.channel }
        if left.shop != right.shop { return left.shop < right.shop }
        if left.source != right.source { return left.source < right.source }
        if left.county != right.county { return left.county < right.county }
        return left.category < right.category
    }

    /// The leading columns in one word, which settles nearly every comparison.
    var prefix: Int64 { day << 35 | leg << 33 | organisation << 32 | party & 0xFFFF_FFFF }
}

/// The sums that one order adds to one cell.
struct DailyCell {
    var key: DailyKey
    var sums: CreditSums
}

extension DailyCell {
    /// The cells of one order's credits, one leg after the other, each cell once.
    ///
    /// `any` only where the buyer is an organisation; elsewhere it is the sell leg.
    static func cells(of rows: [CreditRow], channel: Int64, shop: Int64) -> [DailyCell] {
        var cells: [DailyCell] = []
        cells.reserveCapacity(rows.count)
        for row in rows {
            add(row, leg: row.leg, channel, shop, to: &cells)
        }
        if rows.contains(where: { $0.organisation == 1 }) {
            for row in headlineRows(rows) {
                add(row, leg: Int64(ReportLeg.any.rawValue), channel, shop, to: &cells)
            }
        }
        return cells
    }

    /// The rows that count each line once: those of the sell leg where it is credited, else of the buy leg where that
    /// is, else the unassigned sell leg.
    static func headlineRows(_ rows: [CreditRow]) -> [CreditRow] {
        rows.filter { row in
            let sell = rows.contains { $0.line == row.line && $0.leg == 1 && $0.party != 0 }
            let buy = rows.contains { $0.line == row.line && $0.leg == 2 && $0.party != 0 }
            return row.leg == (sell || !buy ? 1 : 2)
        }
    }

    private static func add(
        _ row: CreditRow, leg: Int64, _ channel: Int64, _ shop: Int64, to cells: inout [DailyCell]
    ) {
        let key = DailyKey(
            day: row.day, leg: leg, organisation: row.organisation, party: row.party, channel: channel,
            shop: shop,
            source: row.source, county: row.county, category: row.category)
        if let index = cells.firstIndex(where: { $0.key == key }) {
            cells[index].sums.add(row.sums)
        } else {
            cells.append(DailyCell(key: key, sums: row.sums))
        }
    }
}
