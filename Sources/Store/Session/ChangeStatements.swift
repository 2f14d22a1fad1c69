import Domain
import GRDB

/// The statements that change rows of orders that are stored; prepared when they are first needed.
final class ChangeStatements {
    private let database: Database
    private var prepared: [Kind: RawStatement] = [:]

    init(_ database: Database) {
        self.database = database
    }

    /// A statement; the raw value is its SQL.
    private enum Kind: String {
        case updateOrder, dropLines = "DELETE FROM order_line WHERE order_key = ?"
        case dropSubsidies = "DELETE FROM subsidy WHERE order_key = ?"
        case noteRoster = "UPDATE OR ROLLBACK orders SET roster = ? WHERE order_key = ?"
        case noteStatements = "UPDATE OR ROLLBACK orders SET has_statements = 1 WHERE order_key = ?"
        case dropStatements = "DELETE FROM statement WHERE order_key = ?"
        case dropCredit =
            "DELETE FROM credit WHERE order_key = ? AND line = ? AND leg = ? AND party = ? AND reason = ?"
        case dropCandidates = "DELETE FROM candidate WHERE order_key = ? AND line = ? AND leg = ?"
        case addCandidate = """
            INSERT INTO candidate (order_key, line, leg, party) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING
            """
        case updateLine = """
            UPDATE OR ROLLBACK order_line SET ordered_grams = ?3, weight_evidence = ?4, origin = ?5, category = ?6,
                refunded_fen = ?7, grams = ?8 WHERE order_key = ?1 AND line = ?2
            """
        case dropRefund = """
            DELETE FROM refund WHERE shop = ? AND order_id = ? AND line_id = ? AND evidence = ? AND refund_id = ?
            """
        case writeRefund = """
            INSERT OR REPLACE INTO refund (shop, order_id, line_id, evidence, refund_id, state, refunded_fen,
                returned_milli, refunded_at_ms, first_succeeded_at_ms, day, updated_at_ms, fetched_at_ms, source, page)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """
        case writeStatement = """
            INSERT INTO statement (order_key, kind, line_id, unstated, source, page, updated_at_ms, fetched_at_ms,
                content, said) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """
        case writeCredit

        var sql: String {
            switch self {
            case .updateOrder:
                """
                UPDATE OR ROLLBACK orders SET (\(OrderWriter.orderColumns)) =
                    (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) WHERE order_key = ?
                """
            case .writeCredit:
                """
                INSERT INTO credit (\(OrderWriter.creditColumns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (order_key, line, leg, party, reason) DO UPDATE SET share_bp = excluded.share_bp,
                    rule = excluded.rule, gross_fen = excluded.gross_fen,
                    paid_fen = excluded.paid_fen, refunded_fen = excluded.refunded_fen, grams = excluded.grams
                """
            default: rawValue
            }
        }
    }

    private func statement(_ kind: Kind) throws -> RawStatement {
        if let statement = prepared[kind] { return statement }
        let statement = try RawStatement(database, kind.sql)
        prepared[kind] = statement
        return statement
    }

    private func run(_ kind: Kind, _ values: any RawValue...) throws {
        let statement = try statement(kind)
        for (place, value) in values.enumerated() { value.bind(to: statement, Int32(place) + 1) }
        try statement.run()
    }

    /// Writes the order's own row, whose number is its last value, and takes its lines away.
    func updateOrder(_ row: RowValues, _ number: Int64) throws {
        try row.run(0..<row.count, by: try statement(.updateOrder))
        try run(.dropLines, number)
        try run(.dropSubsidies, number)
    }

    func note(roster: Int64, _ number: Int64) throws {
        try run(.noteRoster, roster, number)
    }

    func write(_ line: LineStanding, _ place: Int, _ number: Int64, _ keys: inout KeyTables) throws {
        try run(
            .updateLine, number, Int64(place), line.orderedGrams, Int64(line.weightEvidence.rawValue),
            line.origin?.code ?? Int64(0), try keys.category(line.category, database),
            line.amounts.refundedFen,
            line.amounts.grams)
    }

    func write(_ credit: CreditRow, _ number: Int64, _ keys: inout KeyTables) throws {
        var row = RowValues()
        row.add(number)
        row.add(credit, party: try keys.party(credit.partyID, database))
        try row.run(0..<row.count, by: try statement(.writeCredit))
        try run(.dropCandidates, number, Int64(credit.line), Int64(credit.leg.rawValue))
        try writeCandidates(of: credit, number, &keys)
    }

    func writeCandidates(of credit: CreditRow, _ number: Int64, _ keys: inout KeyTables) throws {
        for candidate in credit.candidateIDs {
            try run(
                .addCandidate, number, Int64(credit.line), Int64(credit.leg.rawValue),
                try keys.party(candidate, database))
        }
    }

    func drop(_ credit: CreditRow, _ number: Int64, _ keys: inout KeyTables) throws {
        let (line, leg) = (Int64(credit.line), Int64(credit.leg.rawValue))
        try run(
            .dropCredit, number, line, leg, try keys.party(credit.partyID, database),
            Int64(credit.reason?.rawValue ?? 0))
        if !credit.candidateIDs.isEmpty { try run(.dropCandidates, number, line, leg) }
    }

    func write(_ refund: RefundRow, _ shop: Int64, _ orderID: String) throws {
        try run(
            .writeRefund, shop, orderID, refund.lineID, Int64(refund.evidence.rawValue), refund.refundID,
            Int64(refund.state.rawValue), refund.refundedFen, refund.returnedMilli,
            refund.refundedAt.milliseconds, refund.firstSucceededAt?.milliseconds,
            refund.refundedAt.day.stored, refund.updatedAt.milliseconds,
            refund.fetchedAt.milliseconds, refund.origin.source, refund.origin.page)
    }

    func drop(_ refund: RefundRow, _ shop: Int64, _ orderID: String) throws {
        try run(
            .dropRefund, shop, orderID, refund.lineID, Int64(refund.evidence.rawValue), refund.refundID)
    }

    func write(_ statement: Statement, _ number: Int64) throws {
        try run(
            .writeStatement, number, Int64(statement.kind.rawValue), statement.lineID,
            statement.order.unstated.rawValue, statement.origin.source, statement.origin.page,
            statement.version.updatedAt.milliseconds, statement.version.fetchedAt.milliseconds,
            statement.version.content, SaidOrder(statement.order).json())
    }

    func dropStatements(_ number: Int64) throws {
        try run(.dropStatements, number)
    }

    /// Notes that each statement of the order stands apart.
    func noteStatements(_ number: Int64) throws {
        try run(.noteStatements, number)
    }
}
