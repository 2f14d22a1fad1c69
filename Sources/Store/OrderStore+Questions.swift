package import Domain
import GRDB

/// Questions that read what is stored, each from one snapshot.
extension OrderStore {
    /// Who decides the cells of a line that the daily sums do not hold: `Books`.
    package typealias LineCells = @Sendable (CreditedLine, ReportScope) -> [CreditCell]

    /// What a report adds up, with the proof, both from one snapshot.
    package struct Cells<Fold: CellFold>: Sendable {
        package let fold: Fold
        package let proof: Proof
        package let notSales: NotSales
        /// The hash of the journal's newest batch; empty where nothing is sealed yet.
        package let chainHash: String
        /// Whether orders were decided by another roster than the present one.
        package let rosterIsNewer: Bool
        /// How often sources contradicted themselves, and nobody has dismissed it.
        package let conflicts: Int64
        /// In how many records a word stands that nobody has explained.
        package let unknownWords: Int64
    }

    /// Folds every cell of the report's days and leg.
    ///
    /// The daily sums serve what they can; buyers' counties, sessions and other datings are read line by line.
    /// `session` names the live session of a sale (platform, shop, room, instant). `decides` is the present roster's.
    package func cells<Fold: CellFold>(
        _ scope: ReportScope, into initial: Fold, decides: String, lineCells: @escaping LineCells,
        session: @escaping @Sendable (String, String, String, Instant) -> String?
    ) async throws(StoreError) -> Cells<Fold> {
        try await read { database in
            var fold = initial
            let asked = [scope.by] + scope.only.map(\.key)
            let query = try CellQuery(database, scope: scope)
            let totals: CellTotals
            if scope.dated == .paid, !asked.contains(.buyerCounty), !asked.contains(.session) {
                totals = try query.fold(database, into: &fold)
            } else {
                totals = try query.totals(database)
                try Self.foldLines(database, scope, query.names, lineCells, session, into: &fold)
            }
            let (proof, notSales) = try ProofQuery.proof(database, scope: scope, cells: totals)
            return Cells(
                fold: fold, proof: proof, notSales: notSales,
                chainHash: try NewestBatch(database)?.hash ?? "",
                rosterIsNewer: try !DecidedOtherwise(decides, database).isNothing,
                conflicts: try Self.countConflicts(database),
                unknownWords: try Self.countUnknownWords(database))
        }
    }

    private static func foldLines(
        _ database: Database, _ scope: ReportScope, _ names: NameTables, _ lineCells: LineCells,
        _ session: (String, String, String, Instant) -> String?, into fold: inout some CellFold
    ) throws {
        func add(_ cell: CreditCell, _ platform: String, _ roomID: String, _ saleAt: Instant) {
            var cell = cell
            cell.sessionID = session(platform, cell.shopID, roomID, saleAt) ?? ""
            fold.add(cell)
        }
        if scope.dated == .booked {
            // The journal knows no headline.
            let leg: Leg = scope.leg == .buy ? .buy : .sell
            return try EntryQuery(names: names).each(database, from: scope.from, to: scope.to, leg: leg, add)
        }
        try LineQuery(names: names).each(
            database, from: scope.from, to: scope.to, withRefunds: scope.dated == .refunded
        ) { line in
            for cell in lineCells(line, scope) { add(cell, line.platform, line.roomID, line.saleAt) }
        }
    }

    /// The sources that are stored, by their names.
    package func sources() async throws(StoreError) -> [String: StoredSource] {
        try await read(StoredSource.all)
    }

    /// How many orders and after-sales of each source were mapped otherwise than it maps now, by its name, also of sources that
    /// no account reads any more; only those that have any.
    ///
    /// An order that keeps what was stated of its refunds by another
    /// mapping, and is silent about it now, is one of them.
    package func mappedOtherwise() async throws(StoreError) -> [String: Int64] {
        try await read { database in
            let rows = try Row.fetchAll(
                database,
                sql: """
                    WITH keeping AS MATERIALIZED (
                        SELECT DISTINCT order_key FROM order_line
                        WHERE stated_is_kept AND stated_at_ms IS NULL)
                    SELECT s.name, count(*) FROM source s JOIN (
                        SELECT source, page, order_key IN keeping AS keeps FROM orders
                        WHERE kind <> \(SourceKind.file.rawValue) UNION ALL
                        SELECT source, page, 0 FROM refund WHERE evidence = \(RefundEvidence.record.rawValue)) r
                    ON r.source = s.source AND (r.page < s.mapped_from_page OR r.keeps) GROUP BY s.source
                    """)
            return Dictionary(uniqueKeysWithValues: rows.map { ($0[0], $0[1]) })
        }
    }

    /// The names that reports show, as far as the store knows them.
    package func names() async throws(StoreError) -> StoredNames {
        try await read { database in
            let names = try NameTables(database)
            return StoredNames(
                shopIDs: names.shopIDs, sources: Array(names.sources.values),
                categories: names.categories.values.filter { !$0.isEmpty },
                parties: Array(names.parties.values))
        }
    }

    /// How many of these orders of a channel are stored under another shop, by that shop's id.
    package func otherShops(
        of orderIDs: [String], channel: Channel, shopID: String
    ) async throws(StoreError) -> [String: Int] {
        try await read { database in
            let find = try RawStatement(
                database,
                """
                SELECT h.shop_id FROM shop h JOIN orders o ON o.shop = h.shop AND o.order_id = ?
                WHERE h.channel = ? AND h.shop_id <> ?
                """)
            var found: [String: Int] = [:]
            for orderID in orderIDs {
                find.bind(orderID, Int64(channel.rawValue), shopID)
                while try find.next() { found[find.text(0), default: 0] += 1 }
            }
            return found
        }
    }

    /// The newest batch of the journal: its number and hash; `nil` where nothing is sealed yet.
    package func newestBatch() async throws(StoreError) -> (number: Int64, hash: String)? {
        try await read { try NewestBatch($0).map { ($0.number, $0.hash) } }
    }

    /// All batches in order, each with its entries, for checking the chain.
    ///
    /// Reads one batch at a time.
    package func eachBatch(
        _ body: @escaping @Sendable (SealedBatch) throws -> Void
    ) async throws(StoreError) {
        try await read { database in
            let names = try NameTables(database)
            let entries = try RawStatement(
                database,
                "SELECT line, period_day, \(BookingRows.columns) FROM entry WHERE batch = ? ORDER BY line")
            let rows = try Row.fetchCursor(
                database, sql: "SELECT batch, booked_at_ms, previous_hash, hash FROM batch ORDER BY batch")
            while let row = try rows.next() {
                entries.bind(row[0] as Int64)
                var read: [JournalEntry] = []
                while try entries.next() { read.append(Self.entry(entries, names)) }
                let head = BatchHead(
                    number: row[0], previousHash: row[2], bookedAt: Instant(milliseconds: row[1]))
                try body(SealedBatch(head: head, entries: read, hash: row[3]))
            }
        }
    }

    /// A row of line, period day and a booking.
    static func entry(_ row: RawStatement, _ names: NameTables) -> JournalEntry {
        JournalEntry(
            line: row.integer(0), booking: BookingRows.booking(row, at: 2, names),
            cause: BookingRows.cause(row, at: 2), periodDay: StoredDay.day(row.integer(1)),
            sums: BookingRows.sums(row, at: 2))
    }
}
