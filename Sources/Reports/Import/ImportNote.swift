package import Domain

/// What a file is that was imported, what it holds, what is wrong with it and what to do.
///
/// It holds names of columns and no cell but the numbers of orders: nothing personal.
package struct ImportNote: Hashable, Sendable {
    /// The path as it was given.
    package let path: String
    package let found: Found
    /// Rows behind the header, the parked ones included.
    package var rows: Int64 = 0
    /// Distinct orders of the rows that could be read.
    package var orders: Int64 = 0
    /// From the day of the first order to that of the last; `nil` where no row says when its order was created.
    package var days: ClosedRange<BusinessDay>?
    /// Paid for goods by the sales among the rows that could be read; `nil` where it is too much to be true.
    package var paidFen: Int64? = 0
    /// Lines of sales of which nobody has stated what was paid; they are in no sum.
    package var unknownPaidLines: Int64 = 0
    /// What the same rows state as refunded; `nil` where the format states none.
    package var refundedFen: Int64?
    /// What columns that the file lacks leave unknown.
    package var notices: [Notice] = []
    /// Rows that the sheet hides; they were read as others are.
    package var hiddenRows: Int64 = 0
    /// The file's own totals beside what was read.
    package var totals: [Total] = []
    package var parked = ParkedRows()
    /// How many of the orders are stored under which other shop of their channel, and land all the same.
    package var otherShops: [String: Int64] = [:]
    /// Where the rows that could not be read were written to; `nil` where they were not.
    package var unreadable: Unreadable?
    /// When the same file was imported wholly, where nothing has come since that it could change: its rows were not looked at,
    /// and of what it holds only rows and orders are known, from then.
    package var unchangedSince: Instant?
    /// What people say in it was sold, of a file that holds no orders; `nil` of one of orders.
    package var selfReports: SelfReports?

    /// What a file was recognised as, before any row of it was read.
    package init(path: String, found: Found) {
        self.path = path
        self.found = found
    }

    /// What a table stands in; the raw value is its key in JSON.
    package enum Kind: String, Sendable {
        case commas, tabs, semicolons, workbook, page
        case workbookAsXML = "workbook_as_xml"
    }

    /// What a file was recognised as, and why.
    package struct Found: Hashable, Sendable {
        package var kind: Kind
        /// `UTF-8`, `GB18030`; `nil` of a workbook, which has no choice.
        package var encoding: String?
        /// The file in an archive and the sheet, where there are such.
        package var member, sheet: String?
        /// The physical line on which the header starts, from 1.
        package var headerLine: Int
        /// The format's name, and whether a person named it.
        package var format: String
        package var isFormatNamed: Bool
        /// The columns without which nobody would know the format.
        package var decidingColumns: [String]
        /// Columns of the file that nothing reads, and those that the sheet hides.
        package var unreadColumns, hiddenColumns: [String]
        package var platform, account, shopID: String
        /// Whether a person named the account; else it is the only one of its platform.
        package var isAccountNamed: Bool

        /// All of it.
        package init(
            kind: Kind, encoding: String?, member: String?, sheet: String?, headerLine: Int, format: String,
            isFormatNamed: Bool, decidingColumns: [String], unreadColumns: [String], hiddenColumns: [String],
            platform: String, account: String, shopID: String, isAccountNamed: Bool
        ) {
            (self.kind, self.encoding, self.member, self.sheet) = (kind, encoding, member, sheet)
            (self.headerLine, self.format, self.isFormatNamed) = (headerLine, format, isFormatNamed)
            self.decidingColumns = decidingColumns
            (self.unreadColumns, self.hiddenColumns) = (unreadColumns, hiddenColumns)
            (self.platform, self.account, self.shopID) = (platform, account, shopID)
            self.isAccountNamed = isAccountNamed
        }
    }

    /// A cell of the file's own last row of totals (合计), beside the sum of its column; hundredths of what stands there.
    package struct Total: Hashable, Sendable {
        package let line: Int
        package let column: String
        package let stated, read: Int64

        /// What a row of totals states of a column, and what the rows come to that could be read.
        package init(line: Int, column: String, stated: Int64, read: Int64) {
            (self.line, self.column, self.stated, self.read) = (line, column, stated, read)
        }
    }

    /// The small file of rows to mend.
    package struct Unreadable: Hashable, Sendable {
        package let path: String
        /// Rows in it.
        package let rows: Int64

        /// So many rows in a file.
        package init(path: String, rows: Int64) {
            (self.path, self.rows) = (path, rows)
        }
    }
}
