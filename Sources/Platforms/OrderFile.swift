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
    /// The order of a row, with the row's one line. Throws where the row can't be decoded; the reader parks
    /// it.
    func order(_ row: TableRow, shopID: String) throws(TabularError) -> Order

    /// The order's number, as far as it can be read, and the cells without personal data, of a row that is
    /// parked.
    func parked(_ row: TableRow) -> (orderID: String, cells: [(column: String, text: String)])
}

/// One order of a file, or one row that could not be decoded.
package enum OrderFileItem: Sendable {
    case order(Order)
    case parked(ParkedRecord)
}

/// Reads the orders of a file in its order, in bounded memory.
///
/// Rows of one order are put together while they stand next to each other, as in all exports known; an order
/// whose rows stand apart comes several times, with some of its lines each time. A row that can't be decoded
/// is parked alone, the others of its order land.
package struct OrderFileReader {
    private let rows: TableRows
    private let mapping: any OrderRowMapping
    private let shopID: String
    private var waiting: Order?
    /// The lines of the order that waits, by number.
    private var places: [String: Int] = [:]

    /// Starts reading.
    ///
    /// The shop is the account's, because exports don't name it. Throws as `mapping(of:)` does.
    package init(_ file: TableFile, as format: any OrderFileFormat, shopID: String) throws(TabularError) {
        mapping = try format.mapping(of: file)
        rows = try file.rows()
        self.shopID = shopID
    }

    /// The next order or parked row; nil at the file's end.
    ///
    /// Throws only when the file itself can't be read.
    package mutating func next() throws(TabularError) -> OrderFileItem? {
        while let row = try rows.nextRow() {
            switch row {
            case .failure(let error): return .parked(Self.parked(error))
            case .success(let row):
                do throws(TabularError) {
                    if let complete = take(try mapping.order(row, shopID: shopID)) { return .order(complete) }
                } catch {
                    return .parked(parked(row, error))
                }
            }
        }
        defer { waiting = nil }
        return waiting.map { .order($0) }
    }

    /// Adds a row to the order that is waiting, or answers that order where the row begins another.
    private mutating func take(_ row: Order) -> Order? {
        if waiting?.orderID == row.orderID {
            waiting?.merge(row, &places)
            return nil
        }
        defer {
            waiting = row
            places = [:]
            for (place, line) in row.lines.enumerated() { places[line.lineID] = place }
        }
        return waiting
    }

    private func parked(_ row: TableRow, _ error: TabularError) -> ParkedRecord {
        let (orderID, cells) = mapping.parked(row)
        let members = cells.filter { !$0.text.isEmpty }
            .map { "\(Self.quoted($0.column)):\(Self.quoted($0.text))" }
        return ParkedRecord(
            path: "line \(row.line)", reason: error.description, orderID: orderID,
            body: "{\(members.joined(separator: ","))}")
    }

    /// A row whose cells don't fit the header: nobody knows which of them are personal, so none is kept.
    private static func parked(_ error: TabularError) -> ParkedRecord {
        ParkedRecord(
            path: error.line.map { "line \($0)" } ?? "", reason: error.description, orderID: "", body: "{}")
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

extension Order {
    /// Adds the line of another row of the same order; of rows with one line's number the last counts, as of orders that
    /// come twice.
    fileprivate mutating func merge(_ row: Order, _ places: inout [String: Int]) {
        for line in row.lines {
            if let place = places[line.lineID] {
                lines[place] = line
            } else {
                places[line.lineID] = lines.count
                lines.append(line)
                freightFen.amount += row.freightFen.amount
            }
        }
        updatedAt = max(updatedAt, row.updatedAt)
        createdAt = createdAt ?? row.createdAt
        paidAt = paidAt ?? row.paidAt
        if sellerRemark.isEmpty { sellerRemark = row.sellerRemark }
    }
}
