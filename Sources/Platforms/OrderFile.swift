package import Domain
package import Tabular

/// An export of orders that staff download from a platform's back end: recognised and mapped by its column
/// names.
package protocol OrderFileFormat: Sendable {
    /// The name for `daihuo import --as NAME`: `douyin-orders`.
    var name: String { get }
    /// Where its orders were sold; `nil` where its rows say it, each for itself, or the shops that they name.
    var channel: Channel? { get }
    /// What an account that it is imported for may have as its platform in `daihuo.yaml`: `douyin`. One at least.
    var platforms: [String] { get }
    /// Who wrote it: the platform or whoever sold, or an ERP, which retells what they said and counts below them.
    var kind: SourceKind { get }
    /// Whether its figure for what was paid has refunds taken out already; what is stored has not.
    var isNetOfRefunds: Bool { get }
    /// Whether its rows name the shop, in the words of whoever wrote it: then ``NamedShops`` say where an order was sold.
    var namesShops: Bool { get }
    /// Whether it holds orders, or tells of after-sales alone.
    var holdsOrders: Bool { get }

    /// Whether a header with these columns is this format's.
    func matches(_ columns: [String]) -> Bool

    /// Finds the columns of a file. Throws where one is missing that no order can do without.
    func mapping(of file: TableFile) throws(TabularError) -> any OrderRowMapping
}

extension OrderFileFormat {
    package var kind: SourceKind { .file }
    package var isNetOfRefunds: Bool { false }
    package var namesShops: Bool { false }
    package var holdsOrders: Bool { true }
}

/// Maps the rows of one file; it knows where the columns are.
package protocol OrderRowMapping {
    /// Whether rows of an order state it together, as a whole; otherwise each row is a line that stands by itself.
    var isWholeOrder: Bool { get }
    /// Whether a line that stands again is parked: it is a part of one (of an ERP, in another parcel), and no newer statement.
    var statesEachLineOnce: Bool { get }
    /// What a column that is missing leaves unknown, for whoever imports the file.
    var notices: [Notice] { get }

    /// Whether a row says nothing by itself: it repeats or takes back what another row says.
    func isPassedOver(_ row: TableRow) -> Bool

    /// What the rows of an order have in common that are mapped together; `nil` for a row by itself.
    func group(_ row: TableRow) -> String?

    /// What rows that belong together state, one row at least.
    ///
    /// Of a line by itself that is the order's header as it stands in the row, and the row's one line. `Order.unstated`
    /// names what the file has no column for; an empty cell says that there is nothing. `updatedAt` is the rows' own.
    /// Throws where one of them can't be decoded; the reader parks them.
    func records(_ rows: [TableRow], shopID: String) throws(TabularError) -> RowRecords

    /// What is known of a row that is parked.
    func parked(_ row: TableRow) -> ParkedRow

    /// The words in rows that are parked which the format does not know.
    func unknownWords(_ rows: [TableRow], shopID: String) -> [UnknownWord]
}

extension OrderRowMapping {
    package var isWholeOrder: Bool { false }
    package var statesEachLineOnce: Bool { false }
    package var notices: [Notice] { [] }
    package func isPassedOver(_ row: TableRow) -> Bool { false }
    package func group(_ row: TableRow) -> String? { nil }
    package func unknownWords(_ rows: [TableRow], shopID: String) -> [UnknownWord] { [] }
}

/// What rows of a file state.
package struct RowRecords: Sendable {
    package var order: Order?
    package var refunds: [Refund] = []
    /// Words that the format does not know.
    package var unknownWords: [UnknownWord] = []
    /// The rows that it was read from.
    package internal(set) var rowCount = 1

    /// What a row states of its order.
    package init(order: Order? = nil) {
        self.order = order
    }

    /// The words of rows that are parked, which are counted there.
    init(words: [UnknownWord]) {
        unknownWords = words
        rowCount = 0
    }
}

/// What can be read of a row that cannot be decoded.
package struct ParkedRow {
    /// The numbers of order and line; empty where they cannot be read.
    let orderID, lineID: String
    /// The latest instant in it: it is not older than that.
    let updatedAt: Instant?
    /// The cells without personal data.
    let cells: [(column: String, text: String)]
}

/// What rows of a file state, or why a row could not be decoded.
package enum OrderFileItem: Sendable {
    case records(RowRecords)
    case parked(ParkedRecord)
}

/// Reads the rows of a file in its order, in bounded memory.
///
/// Of most formats each sound row is a statement of its own about one line of an order, with its own update time: rows of one
/// order may stand next to each other or apart, newer before older, and putting them together is not the reader's. A row that
/// can't be decoded is parked alone, the others of its order land. Where rows of an order state it together (what was paid
/// stands in each of them) they must follow each other, and are parked together.
package struct OrderFileReader {
    /// The reading itself: what it has passed over, and which of its rows are hidden.
    package let rows: TableRows
    private let mapping: any OrderRowMapping
    private let shopID: String
    /// Where the shops are that rows name; of other formats none.
    private let shops: NamedShops?
    /// Whether a row says of itself on which channel its shop sells: the shop of that name there is meant.
    private let channelIsStated: Bool
    /// The lines that have been read, by hashes.
    private var lines: Set<Int64> = []
    /// The rows so far of the order that is read, and what they have in common.
    private var together: (key: String, rows: [TableRow])?
    /// The orders whose rows have been read, by hashes.
    private var finished: Set<Int64> = []
    private var ready: [OrderFileItem] = []
    private var isAtEnd = false

    /// No order has so many rows.
    private static let rowsTogetherMax = 1000

    /// Starts reading.
    ///
    /// The shop is the account's, because exports don't name it; of a format that does, `shops` say where its orders belong.
    /// Throws as `mapping(of:)` does.
    package init(
        _ file: TableFile, as format: any OrderFileFormat, shopID: String, shops: NamedShops = NamedShops([:])
    ) throws(TabularError) {
        self.shops = format.namesShops ? shops : nil
        channelIsStated = format.kind == .file
        mapping = try format.mapping(of: file)
        rows = try file.rows()
        self.shopID = shopID
    }

    /// Whether its orders are stated as a whole.
    package var statesWholeOrders: Bool { mapping.isWholeOrder }

    /// What columns that are missing leave unknown.
    package var notices: [Notice] { mapping.notices }

    /// What the next rows state, or the row parked; nil at the file's end.
    ///
    /// Throws only when the file itself can't be read.
    package mutating func next() throws(TabularError) -> OrderFileItem? {
        while ready.isEmpty, !isAtEnd {
            switch try rows.nextRow() {
            case nil:
                finish()
                isAtEnd = true
            case .failure(let error):
                finish()
                ready.append(.parked(parked(error, rows.intactCells)))
            case .success(let row):
                if !mapping.isPassedOver(row) { take(row) }
            }
        }
        return ready.isEmpty ? nil : ready.removeFirst()
    }

    private mutating func take(_ row: TableRow) {
        guard let key = mapping.group(row), !key.isEmpty else {
            finish()
            read([row])
            return
        }
        if let known = together, known.key == key, known.rows.count < Self.rowsTogetherMax {
            together?.rows.append(row)
            return
        }
        finish()
        if finished.contains(Self.hash(key)) {
            let apart = row.problem(nil, Notice("file.rows_apart"), Notice("file.sort_by_order"))
            ready.append(.parked(parked(row, apart)))
        } else {
            together = (key, [row])
        }
    }

    private mutating func finish() {
        guard let (key, rows) = together else { return }
        together = nil
        finished.insert(Self.hash(key))
        read(rows)
    }

    private mutating func read(_ rows: [TableRow]) {
        do throws(TabularError) {
            var records = try mapping.records(rows, shopID: shopID)
            records.rowCount = rows.count
            if mapping.statesEachLineOnce { try expectOnce(records, in: rows[0]) }
            try shops?.settle(&records, of: rows[0], channelIsStated: channelIsStated)
            ready.append(.records(records))
        } catch {
            ready.append(.parked(parked(rows[0], error)))
            let words = mapping.unknownWords(rows, shopID: shopID)
            if !words.isEmpty { ready.append(.records(RowRecords(words: words))) }
        }
    }

    /// Throws where a line has stood in the file before.
    private mutating func expectOnce(_ records: RowRecords, in row: TableRow) throws(TabularError) {
        guard let order = records.order else { return }
        for line in order.lines
        where !lines.insert(Self.hash(order.shopID, order.orderID, line.lineID)).inserted {
            throw row.problem(nil, Notice("file.line_again"), Notice("file.count_line_by_hand"))
        }
    }

    private static func hash(_ keys: String...) -> Int64 {
        var hash = StableHash()
        for key in keys { hash.combine(key) }
        return hash.value
    }

    private func parked(_ row: TableRow, _ error: TabularError) -> ParkedRecord {
        let known = mapping.parked(row)
        let members = known.cells.filter { !$0.text.isEmpty }
            .map { "\(Self.quoted($0.column)):\(Self.quoted($0.text))" }
        return ParkedRecord(
            path: "line \(row.line)", reason: error.notice, orderID: known.orderID, lineID: known.lineID,
            updatedAt: known.updatedAt, body: "{\(members.joined(separator: ","))}")
    }

    /// A row whose cells don't fit the header: nobody knows which of them are personal, so none is kept.
    ///
    /// Of a row with a wrong quote the numbers in front of it are known: a mended file settles it.
    private func parked(_ error: TabularError, _ intact: TableRow?) -> ParkedRecord {
        let numbers = intact.map(mapping.parked)
        return ParkedRecord(
            path: error.line.map { "line \($0)" } ?? "", reason: error.notice,
            orderID: numbers?.orderID ?? "", lineID: numbers?.lineID ?? "", body: "{}")
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\\(scalar)"
            case "\u{0}"..."\u{1F}": quoted += " "
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
