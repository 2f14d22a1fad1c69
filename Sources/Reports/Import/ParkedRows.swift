package import Domain

/// The rows of a file that could not be read: each by itself, and by their reasons.
package struct ParkedRows: Hashable, Sendable {
    /// All of them.
    package private(set) var count: Int64 = 0
    /// Those whose ids Excel has damaged.
    package private(set) var damagedIDs: Int64 = 0
    /// The first of them in the order of the file, `rowsMax` at most.
    package private(set) var rows: [Row] = []
    private var groups: [Row.Reason: Group] = [:]

    /// So many are kept one by one: a file of another kind may park a million.
    package static let rowsMax = 10_000

    /// None.
    package init() {}

    /// A row that could not be read.
    package struct Row: Hashable, Sendable {
        /// Its physical line, from 1; `nil` of one that was read and breaks a rule of the store.
        package let line: Int?
        /// The order's number, where it could be read; else empty.
        package let orderID: String
        package let reason: Reason
        /// The whole sentence: where, what, what to do.
        package let sentence: Notice

        /// What is wrong, without where.
        package struct Reason: Hashable, Sendable {
            /// The column that it is about; `nil`: the whole row.
            package let column: String?
            package let what: Notice
            /// What to do; `nil` where the sentence says all.
            package let remedy: Notice?

            /// What is wrong with a column or a row.
            package init(column: String?, what: Notice, remedy: Notice?) {
                (self.column, self.what, self.remedy) = (column, what, remedy)
            }
        }

        /// A row at a line, with its reason.
        package init(line: Int?, orderID: String, reason: Reason, sentence: Notice) {
            (self.line, self.orderID, self.reason, self.sentence) = (line, orderID, reason, sentence)
        }
    }

    /// Rows with one reason.
    struct Group: Hashable {
        let reason: Row.Reason
        let first: Int64
        var count: Int64 = 0
        /// The first of them.
        var rows: [Row] = []
    }

    /// Adds a row.
    package mutating func add(_ row: Row, isIDDamaged: Bool) {
        count += 1
        if isIDDamaged { damagedIDs += 1 }
        if rows.count < Self.rowsMax { rows.append(row) }
        var group = groups[row.reason] ?? Group(reason: row.reason, first: count)
        group.count += 1
        if group.rows.count < Self.namedMax { group.rows.append(row) }
        groups[row.reason] = group
    }

    /// The reasons, the most frequent first.
    var byReason: [Group] { groups.values.sorted { ($1.count, $0.first) < ($0.count, $1.first) } }

    private static let namedMax = 5
}
