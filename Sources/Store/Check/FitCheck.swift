import Domain
import GRDB

/// A question that has a row wherever something in the store does not fit.
///
/// Its SQL gives `shop, order_id, line_id, day, number` (NULL where the table does not tell), then for each column what
/// is stored and what is expected.
struct FitCheck {
    let table: String
    /// The columns that are held against what is expected of them.
    let columns: [String]
    let sql: String

    init(_ table: String, _ columns: String..., sql: String) {
        self.init(table, columns, sql)
    }

    init(_ table: String, _ columns: [String], _ sql: String) {
        self.table = table
        self.columns = columns
        self.sql = sql
    }

    /// What does not fit: the first row, and how many there are; `nil` where all is well.
    func disagreement(_ database: Database) throws -> Disagreement? {
        let count = try Int64.fetchOne(database, sql: "SELECT count(*) FROM (\(sql))") ?? 0
        guard count > 0, let row = try Row.fetchOne(database, sql: "SELECT * FROM (\(sql)) LIMIT 1") else {
            return nil
        }
        let place =
            columns.indices.first { Self.number(row, 5 + 2 * $0) != Self.number(row, 6 + 2 * $0) } ?? 0
        let misfit = Misfit(
            table, columns[place], Self.key(row, try NameTables(database)),
            stored: Self.number(row, 5 + 2 * place),
            expected: Self.number(row, 6 + 2 * place))
        return Disagreement(misfit, count: count)
    }

    private static func key(_ row: Row, _ names: NameTables) -> Misfit.Row {
        var key = Misfit.Row()
        key.shopID = number(row, 0).map { names.shop($0).shopID } ?? ""
        key.orderID = text(row, 1)
        key.lineID = text(row, 2)
        key.day = number(row, 3).flatMap(BusinessDay.init(stored:))
        key.number = number(row, 4)
        return key
    }

    /// Whatever a damaged cell holds.
    private static func number(_ row: Row, _ place: Int) -> Int64? { Int64.fromDatabaseValue(row[place]) }

    private static func text(_ row: Row, _ place: Int) -> String {
        String.fromDatabaseValue(row[place]) ?? ""
    }
}
