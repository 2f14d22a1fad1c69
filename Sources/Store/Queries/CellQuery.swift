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

    /// Hands every cell to the closure, in the order of the days.
    func each(_ database: Database, _ body: (CreditCell) throws -> Void) throws {
        let sums = try RawStatement(
            database,
            """
            SELECT day, party, channel, shop, source, county, category, orders, lines, gross_fen, paid_fen,
                refunded_fen, grams, weighed_paid_fen
            FROM daily WHERE day BETWEEN ? AND ? AND \(Self.condition(scope.leg))
                AND (lines <> 0 OR orders <> 0 OR paid_fen <> 0 OR refunded_fen <> 0 OR grams <> 0)
            """)
        bindDays(sums)
        while try sums.next() {
            var cell = cell(sums)
            cell.sums = CreditSums(
                orders: sums.integer(7), lines: sums.integer(8), grossFen: sums.integer(9),
                paidFen: sums.integer(10),
                refundedFen: sums.integer(11), grams: sums.integer(12), weighedPaidFen: sums.integer(13))
            try body(cell)
        }
        try eachShared(database, body)
    }

    /// Orders whose lines lie in several cells: their keys alone, so that each is counted once wherever it shows.
    private func eachShared(_ database: Database, _ body: (CreditCell) throws -> Void) throws {
        let orders = try RawStatement(
            database,
            """
            SELECT DISTINCT channel, shop, order_id FROM daily_shared_order
            WHERE day BETWEEN ? AND ? AND leg IN (\(scope.leg == .any ? "1, 3" : String(scope.leg.rawValue)))
            """)
        bindDays(orders)
        let credits = try RawStatement(
            database,
            """
            SELECT \(CreditRow.columns) FROM credit WHERE channel = ?1 AND shop = ?2 AND order_id = ?3
            """)
        while try orders.next() {
            let key = StoredKey(channel: orders.integer(0), shop: orders.integer(1), orderID: orders.text(2))
            credits.bind(key)
            var rows: [CreditRow] = []
            var lines = LineNames()
            while try credits.next() {
                rows.append(CreditRow(credits, &lines))
            }
            try eachCell(of: rows, key, body)
        }
    }

    private func eachCell(of rows: [CreditRow], _ key: StoredKey, _ body: (CreditCell) throws -> Void) throws
    {
        let isOrganisation = rows.contains { $0.organisation == 1 }
        let leg = scope.leg == .any && !isOrganisation ? ReportLeg.sell : scope.leg
        let cells = DailyCell.cells(of: rows, channel: key.channel, shop: key.shop)
            .filter { $0.key.leg == leg.rawValue }
        // An order of one cell counts in that cell.
        guard cells.count > 1 else { return }
        for cell in cells where (scope.from.stored...scope.to.stored).contains(cell.key.day) {
            let channel = NameTables.channel(key.channel)
            let shopID = names.shops[key.shop] ?? ""
            try body(
                CreditCell(
                    day: NameTables.day(cell.key.day),
                    partyID: cell.key.party == 0 ? nil : names.parties[cell.key.party], channel: channel,
                    shopID: shopID, source: names.sources[cell.key.source] ?? "",
                    county: Region(code: cell.key.county),
                    category: names.categories[cell.key.category] ?? "",
                    sums: CreditSums(),
                    sharedOrder: OrderKey(channel: channel, shopID: shopID, orderID: key.orderID)))
        }
    }

    /// `any` is the sell leg of private buyers and the headline cells of organisations.
    static func condition(_ leg: ReportLeg) -> String {
        switch leg {
        case .sell: "leg = 1"
        case .buy: "leg = 2"
        case .any: "(leg = 1 AND is_organisation = 0 OR leg = 3 AND is_organisation = 1)"
        }
    }

    private func bindDays(_ statement: RawStatement) {
        statement.bind(1, scope.from.stored)
        statement.bind(2, scope.to.stored)
    }

    private func cell(_ row: RawStatement) -> CreditCell {
        let party = row.integer(1)
        return CreditCell(
            day: NameTables.day(row.integer(0)), partyID: party == 0 ? nil : names.parties[party],
            channel: NameTables.channel(row.integer(2)), shopID: names.shops[row.integer(3)] ?? "",
            source: names.sources[row.integer(4)] ?? "", county: Region(code: row.integer(5)),
            category: names.categories[row.integer(6)] ?? "", sums: CreditSums())
    }
}
