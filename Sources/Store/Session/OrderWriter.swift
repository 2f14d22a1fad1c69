import Domain
import Foundation
import GRDB

/// Writes the rows of orders, lines, refunds, credits and of what waits to be booked.
///
/// Rows of new orders wait and go several to a statement; `flush` writes them.
final class OrderWriter {
    let database: Database
    private let orders: RowInserter
    private let lines: RowInserter
    private let subsidies: RowInserter
    private let credits: RowInserter
    private let pending: RowInserter
    private let changes: ChangeStatements

    init(_ database: Database) throws {
        self.database = database
        orders = try RowInserter(database, into: Self.orderRows)
        lines = try RowInserter(database, into: Self.lineRows)
        subsidies = try RowInserter(database, into: Self.subsidyRows)
        credits = try RowInserter(database, into: Self.creditRows)
        pending = try RowInserter(database, into: Self.pendingRows)
        changes = ChangeStatements(database)
    }

    private static let orderRows = RowInserter.Target("orders", "order_key, shop, order_id, " + orderColumns)
    private static let lineRows = RowInserter.Target("order_line", lineColumns)
    private static let subsidyRows = RowInserter.Target("subsidy", "order_key, line, bearer, fen")
    private static let creditRows = RowInserter.Target("credit", creditColumns)
    private static let pendingRows = RowInserter.Target("pending", pendingColumns)

    static let orderColumns = """
        kind, has_statements, source, page, roster, updated_at_ms, fetched_at_ms, content, status, created_at_ms,
        paid_at_ms, day, header_paid_fen, read_fen, header_gap_fen, freight_fen, purchaser, fund_source, place,
        seller_remark
        """
    private static let lineColumns = """
        order_key, line, line_id, product_id, sku_id, goods, quantity_milli, unit, gross_fen, gross_origin, paid_fen,
        paid_origin, not_sale, sale_at_ms, closed_at_ms, first_closed_at_ms, stated_refunded_fen, stated_returned_milli,
        stated_refunded_at_ms, stated_at_ms, stated_is_kept, stated_origin, host_id, room_id, day, ordered_grams,
        weight_evidence, origin, category, refunded_fen, grams
        """
    static let creditColumns = """
        order_key, line, leg, party, share_bp, rule, reason, gross_fen, paid_fen, refunded_fen, grams
        """
    private static let pendingColumns = """
        shop, order_id, line_id, leg, party, reason, county, category, day, cause, lines, gross_fen, paid_fen,
        weighed_paid_fen, refunded_fen, grams
        """

    /// Inserts an order that is not stored yet, under a number that nobody has.
    func insert(_ change: Change, _ shop: Int64, number: Int64, _ keys: inout KeyTables) throws {
        guard let order = change.order, let standing = change.standing else { return }
        var row = orders.begin()
        row.add(number)
        row.add(shop)
        row.add(order.orderID)
        add(
            order, standing, change.statements, to: &row,
            purchaser: try keys.purchaser(order.buyer, database),
            place: try keys.place(order.buyerPlace, database))
        try orders.end(row)
        try insertLines(order, standing, number, &keys)
        for credit in standing.credits { try insert(credit, number, &keys) }
        try writeStatements(change.statements, number, isNew: true)
        for refund in change.refundsWritten { try changes.write(refund, shop, order.orderID) }
        for refund in change.refundsDropped { try changes.drop(refund, shop, order.orderID) }
    }

    /// Writes what a change says of an order that is stored, or only of after-sales.
    func update(_ change: Change, _ shop: Int64, _ keys: inout KeyTables) throws {
        try flush()
        if let number = change.number, let standing = change.standing {
            if let order = change.order {
                var row = RowValues()
                add(
                    order, standing, change.statements, to: &row,
                    purchaser: try keys.purchaser(order.buyer, database),
                    place: try keys.place(order.buyerPlace, database))
                row.add(number)
                try changes.updateOrder(row, number)
                try insertLines(order, standing, number, &keys)
            } else {
                for place in change.linesWritten {
                    try changes.write(standing.lines[place], place, number, &keys)
                }
                if !change.linesWritten.isEmpty || !change.creditsWritten.isEmpty
                    || !change.creditsDropped.isEmpty
                {
                    try changes.note(roster: standing.roster, number)
                }
            }
            for credit in change.creditsDropped { try changes.drop(credit, number, &keys) }
            for credit in change.creditsWritten { try changes.write(credit, number, &keys) }
            try writeStatements(change.statements, number, isNew: false)
        }
        for refund in change.refundsDropped { try changes.drop(refund, shop, change.key.orderID) }
        for refund in change.refundsWritten { try changes.write(refund, shop, change.key.orderID) }
    }

    /// Writes what waits to be booked.
    func insert(
        _ differences: [Difference], of key: OrderKey, _ shop: Int64, _ keys: inout KeyTables
    ) throws {
        for difference in differences {
            var row = pending.begin()
            row.add(shop)
            row.add(key.orderID)
            row.add(difference.lineID)
            row.add(Int64(difference.leg.rawValue))
            row.add(try keys.party(difference.partyID, database))
            row.add(Int64(difference.reason?.rawValue ?? 0))
            row.add(difference.county?.code ?? Int64(0))
            row.add(try keys.category(difference.category, database))
            row.add(difference.day.stored)
            row.add(Int64(difference.cause.rawValue))
            row.add(difference.sums)
            try pending.end(row)
        }
    }

    /// Writes all rows that wait.
    func flush() throws {
        for rows in [orders, lines, subsidies, credits, pending] { try rows.flush() }
    }

    private func add(
        _ order: Order, _ standing: Standing, _ statements: Statements?, to row: inout RowValues,
        purchaser: Int64,
        place: Int64
    ) {
        row.add(Int64(standing.kind.rawValue))
        row.add(statements?.isTheOrderItself == true ? Int64(0) : 1)
        row.add(standing.origin.source)
        row.add(standing.origin.page)
        row.add(standing.roster)
        row.add(standing.version.updatedAt.milliseconds)
        row.add(standing.version.fetchedAt.milliseconds)
        row.add(standing.version.content)
        row.add(order.status)
        row.add(order.createdAt?.milliseconds)
        row.add(order.paidAt?.milliseconds)
        row.add(standing.day.stored)
        row.add(order.headerPaidFen?.amount)
        row.add(standing.readFen)
        row.add(standing.headerGapFen)
        row.add(order.lines.reduce(order.freightFen.amount) { $0 &+ $1.freightFen.amount })
        row.add(purchaser)
        row.add((order.fundSource?.rawValue).map(Int64.init))
        row.add(place)
        row.add(order.sellerRemark)
    }

    private func insertLines(
        _ order: Order, _ standing: Standing, _ number: Int64, _ keys: inout KeyTables
    ) throws {
        // A span lends each line; a loop over the array would copy it, text by text.
        let (span, standings) = (order.lines.span, standing.lines.span)
        for place in span.indices {
            var row = lines.begin()
            row.add(number)
            row.add(Int64(place))
            row.add(span[place], goods: try keys.goods(span[place], database))
            row.add(standings[place].day.stored)
            row.add(standings[place].orderedGrams)
            row.add(Int64(standings[place].weightEvidence.rawValue))
            row.add(standings[place].origin?.code ?? Int64(0))
            row.add(try keys.category(standings[place].category, database))
            row.add(standings[place].amounts.refundedFen)
            row.add(standings[place].amounts.grams)
            try lines.end(row)
            if span[place].subsidies != Subsidies() { try insert(span[place].subsidies, place, number) }
        }
    }

    private func insert(_ subsidies: Subsidies, _ place: Int, _ number: Int64) throws {
        for (bearer, fen) in subsidies.byBearer where fen != 0 {
            var row = self.subsidies.begin()
            row.add(number)
            row.add(Int64(place))
            row.add(bearer)
            row.add(fen)
            try self.subsidies.end(row)
        }
    }

    private func insert(_ credit: CreditRow, _ number: Int64, _ keys: inout KeyTables) throws {
        var row = credits.begin()
        row.add(number)
        row.add(credit, party: try keys.party(credit.partyID, database))
        try credits.end(row)
        if !credit.candidateIDs.isEmpty { try changes.writeCandidates(of: credit, number, &keys) }
    }

    /// Keeps each statement apart, unless the order's own rows say all of it.
    private func writeStatements(_ statements: Statements?, _ number: Int64, isNew: Bool) throws {
        guard let statements else { return }
        if !isNew { try changes.dropStatements(number) }
        if statements.isTheOrderItself { return }
        for statement in statements.all { try changes.write(statement, number) }
        if !isNew { try changes.noteStatements(number) }
    }
}

extension Statements {
    /// Whether the rows of the order are all that was said: the API alone has spoken.
    var isTheOrderItself: Bool {
        all.count == 1 && all[0].kind == .api && all[0].order.unstated.isEmpty
            && all[0].order.lines.allSatisfy { $0.freightFen == .zero }
    }
}

extension Subsidies {
    /// What each bearer bore, in fen; the numbers are the keys in the store.
    fileprivate var byBearer: [(bearer: Int64, fen: Int64)] {
        [(1, shopFen.amount), (2, platformFen.amount), (3, talentFen.amount), (4, stateFen.amount)]
    }
}
