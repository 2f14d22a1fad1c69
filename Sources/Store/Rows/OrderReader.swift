import Domain
import GRDB

/// What a source said; GRDB has a word of the same name.
typealias Statement = Domain.Statement

/// Loads orders by their keys, with all that their sources said and all that was made of them.
final class OrderReader {
    private let database: Database
    private let headerByID: RawStatement
    private let headerByNumber: RawStatement
    private let lines: RawStatement
    private let subsidies: RawStatement
    private let credits: RawStatement
    private let candidates: RawStatement
    private let refunds: RawStatement
    private let statements: RawStatement

    init(_ database: Database) throws {
        self.database = database
        headerByID = try RawStatement(database, HeaderRow.select + " WHERE o.shop = ? AND o.order_id = ?")
        headerByNumber = try RawStatement(database, HeaderRow.select + " WHERE o.order_key = ?")
        lines = try RawStatement(database, LineRow.select)
        subsidies = try RawStatement(database, "SELECT line, bearer, fen FROM subsidy WHERE order_key = ?")
        credits = try RawStatement(database, CreditRows.select)
        candidates = try RawStatement(
            database,
            """
            SELECT line, leg, party_id FROM candidate JOIN party USING (party) WHERE order_key = ?
            ORDER BY line, leg, party_id
            """)
        refunds = try RawStatement(database, RefundRows.select)
        statements = try RawStatement(
            database,
            """
            SELECT s.kind, s.line_id, platform, s.source, s.page, s.updated_at_ms, s.fetched_at_ms, s.content, s.said,
                s.unstated
            FROM statement s JOIN source USING (source) WHERE s.order_key = ?
            """)
    }

    /// The order that others know by this key; only its after-sales, where the order has not come yet; `nil` where
    /// nothing is known.
    func stored(_ shop: Int64, _ orderID: String) throws -> StoredOrder? {
        headerByID.bind(shop, orderID)
        if let header = try headerByID.first({ HeaderRow($0) }) { return try stored(header) }
        let refunds = try refunds(shop, orderID)
        return refunds.isEmpty
            ? nil : StoredOrder(number: nil, statements: Statements(), state: OrderState(refunds: refunds))
    }

    /// The order with this number.
    func stored(number: Int64) throws -> StoredOrder? {
        headerByNumber.bind(number)
        return try headerByNumber.first { HeaderRow($0) }.map(stored)
    }

    /// The order with this number beside the rows of what counts of it.
    func audited(number: Int64) throws -> AuditedOrder? {
        headerByNumber.bind(number)
        guard let header = try headerByNumber.first({ HeaderRow($0) }) else { return nil }
        let stored = try stored(header)
        let rows = header.hasStatements ? try counted(number: number) : stored.statements.all.first?.order
        return AuditedOrder(
            key: header.order.key, stored: stored, rows: rows ?? header.order,
            isOneStatement: !header.hasStatements)
    }

    /// What counts of the order with this number.
    func counted(number: Int64) throws -> Order? {
        headerByNumber.bind(number)
        guard let header = try headerByNumber.first({ HeaderRow($0) }) else { return nil }
        var (order, standing) = (header.order, header.standing)
        try readLines(header.number, into: &order, &standing)
        return order
    }

    private func stored(_ header: HeaderRow) throws -> StoredOrder {
        var (order, standing) = (header.order, header.standing)
        try readLines(header.number, into: &order, &standing)
        try readCredits(header.number, into: &standing)
        let refunds = try refunds(header.shop, order.orderID)
        return StoredOrder(
            number: header.number, statements: try statements(header, order),
            state: OrderState(standing: standing, refunds: refunds))
    }

    private func statements(_ header: HeaderRow, _ order: Order) throws -> Statements {
        guard header.hasStatements else {
            let standing = header.standing
            return Statements([
                Statement(
                    kind: standing.kind, lineID: "", platform: header.platform, origin: standing.origin,
                    version: standing.version, order: order)
            ])
        }
        statements.bind(header.number)
        var all: [Statement] = []
        while try statements.next() {
            let said = try SaidOrder.read(statements.text(8))
            let updatedAt = Instant(milliseconds: statements.integer(5))
            all.append(
                Statement(
                    kind: SourceKind(rawValue: Int(statements.integer(0))) ?? .api,
                    lineID: statements.text(1),
                    platform: statements.text(2),
                    origin: Origin(source: statements.integer(3), page: statements.integer(4)),
                    version: Version(
                        updatedAt: updatedAt,
                        fetchedAt: Instant(milliseconds: statements.integer(6)),
                        content: statements.integer(7)),
                    order: said.order(
                        order.key, updatedAt: updatedAt,
                        unstated: OrderFields(rawValue: statements.integer(9)))))
        }
        return Statements(all)
    }

    private func readLines(_ number: Int64, into order: inout Order, _ standing: inout Standing) throws {
        lines.bind(number)
        while try lines.next() {
            order.lines.append(LineRow.line(lines))
            standing.lines.append(LineRow.standing(lines))
        }
        try readSubsidies(number, into: &order)
    }

    private func readSubsidies(_ number: Int64, into order: inout Order) throws {
        subsidies.bind(number)
        while try subsidies.next() {
            let place = Int(subsidies.integer(0))
            guard order.lines.indices.contains(place) else { continue }
            order.lines[place].subsidies.set(Fen(subsidies.integer(2)), bearer: subsidies.integer(1))
        }
    }

    private func readCredits(_ number: Int64, into standing: inout Standing) throws {
        var candidateIDs: [Int64: [String]] = [:]
        candidates.bind(number)
        while try candidates.next() {
            candidateIDs[candidates.integer(0) * 4 + candidates.integer(1), default: []].append(
                candidates.text(2))
        }
        credits.bind(number)
        while try credits.next() {
            let place = credits.integer(0) * 4 + credits.integer(1)
            standing.credits.append(CreditRows.row(credits, candidateIDs: candidateIDs[place] ?? []))
        }
        standing.credits.sort { $0.stands(before: $1) }
    }

    func refunds(_ shop: Int64, _ orderID: String) throws -> [RefundRow] {
        refunds.bind(shop, orderID)
        var rows: [RefundRow] = []
        while try refunds.next() { rows.append(RefundRows.row(refunds)) }
        return rows
    }
}

extension CreditRow {
    /// The order in which credits are shared: line by line, leg by leg, by party, what nobody has last.
    fileprivate func stands(before other: CreditRow) -> Bool {
        if line != other.line { return line < other.line }
        if leg != other.leg { return leg.rawValue < other.leg.rawValue }
        guard let partyID, let otherID = other.partyID else { return other.partyID == nil && partyID != nil }
        return partyID < otherID
    }
}

extension Subsidies {
    /// Sets what the bearer with that key bore.
    fileprivate mutating func set(_ fen: Fen, bearer: Int64) {
        switch bearer {
        case 1: shopFen = fen
        case 2: platformFen = fen
        case 3: talentFen = fen
        default: stateFen = fen
        }
    }
}
