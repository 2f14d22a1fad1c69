package import Domain
package import Tabular

/// An export of orders that staff download from a platform's back end: recognised and mapped by its column
/// names.
package protocol OrderFileFormat: Sendable {
    /// The name for `daihuo import --as NAME`: `douyin-orders`.
    var name: String { get }
    /// Where its orders were sold.
    var channel: Channel { get }
    /// The platform's name in `daihuo.yaml`: `douyin`.
    var platform: String { get }

    /// Whether a header with these columns is this format's.
    func matches(_ columns: [String]) -> Bool

    /// Finds the columns of a file. Throws where one is missing that no order can do without.
    func mapping(of file: TableFile) throws(TabularError) -> any OrderRowMapping
}

/// Maps the rows of one file; it knows where the columns are.
package protocol OrderRowMapping {
    /// What a row states of its order: the header as it stands in the row, and the row's one line.
    ///
    /// `Order.unstated` names what the file has no column for; an empty cell says that there is nothing. `updatedAt`
    /// is the row's own. Throws where the row can't be decoded; the reader parks it.
    func order(_ row: TableRow, shopID: String) throws(TabularError) -> Order

    /// What is known of a row that is parked.
    func parked(_ row: TableRow) -> ParkedRow
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

/// What one row of a file states, or why it could not be decoded.
package enum OrderFileItem: Sendable {
    /// The order with one line.
    case order(Order)
    case parked(ParkedRecord)
}

/// Reads the rows of a file in its order, in bounded memory.
///
/// Each sound row is a statement of its own about one line of an order, with its own update time: rows of one order
/// may stand next to each other or apart, newer before older. Putting them together is not the reader's. A row that
/// can't be decoded is parked alone, the others of its order land.
package struct OrderFileReader {
    /// The reading itself: what it has passed over, and which of its rows are hidden.
    package let rows: TableRows
    private let mapping: any OrderRowMapping
    private let shopID: String

    /// Starts reading.
    ///
    /// The shop is the account's, because exports don't name it. Throws as `mapping(of:)` does.
    package init(_ file: TableFile, as format: any OrderFileFormat, shopID: String) throws(TabularError) {
        mapping = try format.mapping(of: file)
        rows = try file.rows()
        self.shopID = shopID
    }

    /// What the next row states, or the row parked; nil at the file's end.
    ///
    /// Throws only when the file itself can't be read.
    package mutating func next() throws(TabularError) -> OrderFileItem? {
        switch try rows.nextRow() {
        case nil: return nil
        case .failure(let error): return .parked(parked(error, rows.intactCells))
        case .success(let row):
            do throws(TabularError) {
                return .order(try mapping.order(row, shopID: shopID))
            } catch {
                return .parked(parked(row, error))
            }
        }
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
