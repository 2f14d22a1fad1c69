/// What reports come to together: what they state, and of how many it is not known.
package struct SelfReportSums: Hashable, Sendable {
    package var rows: Int64 = 0
    package var fen: Int64 = 0
    package var grams: Int64 = 0
    package var orders: Int64 = 0
    /// Rows that do not state the figure.
    package var rowsWithoutFen: Int64 = 0
    package var rowsWithoutGrams: Int64 = 0
    package var rowsWithoutOrders: Int64 = 0

    /// Of no report.
    package init() {}

    /// Adds the figures of a report; throws where a sum leaves `Int64`.
    package mutating func add(_ figures: SelfReport.Figures) throws(AmountOverflow) {
        rows += 1
        if let fen = figures.fen { self.fen = try self.fen.adding(fen.amount) } else { rowsWithoutFen += 1 }
        if let grams = figures.grams {
            self.grams = try self.grams.adding(grams.amount)
        } else {
            rowsWithoutGrams += 1
        }
        if let orders = figures.orders {
            self.orders = try self.orders.adding(orders)
        } else {
            rowsWithoutOrders += 1
        }
    }

    /// Adds sums of other reports; throws where one leaves `Int64`.
    package mutating func add(_ other: SelfReportSums) throws(AmountOverflow) {
        rows = try rows.adding(other.rows)
        fen = try fen.adding(other.fen)
        grams = try grams.adding(other.grams)
        orders = try orders.adding(other.orders)
        rowsWithoutFen += other.rowsWithoutFen
        rowsWithoutGrams += other.rowsWithoutGrams
        rowsWithoutOrders += other.rowsWithoutOrders
    }

    /// By what reports are put together; the raw value is the word of the command line.
    package enum Grouping: String, CaseIterable, Sendable {
        case reporter, day
    }

    /// Reports of one reporter, or of one day.
    package struct Group: Hashable, Sendable {
        /// Who reports, and from which county; both empty of a day.
        package let reporter, region: String
        /// `nil` of a reporter.
        package let day: BusinessDay?
        package let sums: SelfReportSums

        /// A group with its sums.
        package init(
            reporter: String = "", region: String = "", day: BusinessDay? = nil, sums: SelfReportSums
        ) {
            (self.reporter, self.region, self.day, self.sums) = (reporter, region, day, sums)
        }
    }
}
