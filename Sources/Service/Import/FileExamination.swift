import Books
import Domain
import Platforms
import Reports

/// What a file says, gone through once before anything of it lands.
struct FileExamination {
    private let readAt: Instant
    /// Whether each order is stated as a whole, not line by line.
    private let areWhole: Bool
    private(set) var rowCount: Int64 = 0
    private(set) var days = FileDays()
    /// Paid by the sales; `nil` once it is too much to be added up.
    private(set) var paidFen: Int64? = 0
    /// Lines of sales of which nobody has stated what was paid.
    private(set) var unknownPaidLines: Int64 = 0
    /// Stated as refunded; `nil` where no row states it.
    private(set) var refundedFen: Int64?
    private(set) var parked = ParkedRows()
    /// The lines of the parked rows, where they are known.
    private(set) var parkedLines: Set<Int> = []
    /// Hashes of order numbers: of a million orders 30 MB, and two in 10^13 files are taken for one.
    private var orders: Set<Int64> = []

    /// Nothing gone through yet; what would be stored is read at this instant.
    init(readAt: Instant, areWhole: Bool) {
        self.readAt = readAt
        self.areWhole = areWhole
    }

    var orderCount: Int64 { Int64(orders.count) }

    /// Takes the next item; answers the order's key where the file has not named it before.
    mutating func add(_ item: OrderFileItem) -> OrderKey? {
        switch item {
        case .parked(let record):
            rowCount += 1
            park(record)
            return nil
        case .records(let records):
            rowCount += Int64(records.rowCount)
            for refund in records.refunds where refund.state == .succeeded {
                refundedFen = (refundedFen ?? 0).sum(refund.refundedFen.amount)
            }
            return records.order.flatMap { add($0) } ?? records.refunds.first.flatMap { count($0.orderKey) }
        }
    }

    private mutating func add(_ order: Order) -> OrderKey? {
        if let flaw = order.flaw(readAt: readAt) {
            park(ParkedRecord(flaw, of: order, isRow: !areWhole))
            return nil
        }
        if let instant = order.createdAt { days.add(createdAt: instant) }
        for line in order.lines { add(line) }
        return count(order.key)
    }

    /// The key, where the file has not named it before.
    private mutating func count(_ key: OrderKey) -> OrderKey? {
        var hash = StableHash()
        for part in [key.channel.key, key.shopID, key.orderID] { hash.combine(part) }
        return orders.insert(hash.value).inserted ? key : nil
    }

    private mutating func add(_ line: OrderLine) {
        if line.sale.isSale, line.paidOrigin == .unknown { unknownPaidLines += 1 }
        if line.sale.isSale { paidFen = paidFen.flatMap { $0.sum(line.paidFen.amount) } }
        guard let refund = line.statedRefund else { return }
        refundedFen = (refundedFen ?? 0).sum(refund.refundedFen.amount)
    }

    private mutating func park(_ record: ParkedRecord) {
        let row = ParkedRows.Row(record)
        if let line = row.line { parkedLines.insert(line) }
        parked.add(row, isIDDamaged: Self.damagedIDs.contains(row.reason.what.code))
    }

    private static let damagedIDs: Set<String> = [
        "table.id_has_decimals", "table.id_has_exponent", "table.id_ends_in_zeros", "table.id_is_number",
    ]
}

extension Int64 {
    /// The sum, `nil` beyond the largest number.
    fileprivate func sum(_ other: Int64) -> Int64? {
        let (sum, isTooMuch) = addingReportingOverflow(other)
        return isTooMuch ? nil : sum
    }
}

extension ParkedRows.Row {
    /// A row of a file; what `TabularError` says of it is taken apart again, so that equal reasons are told once.
    init(_ record: ParkedRecord) {
        let parts = record.reason.arguments.compactMap(\.asNotice)
        let line = record.path.wholeMatch(of: /line (\d+)/).flatMap { Int($0.1) }
        let isOfTable = record.reason.code == "table.problem" && parts.count == 3
        self.init(
            line: line, orderID: record.orderID,
            reason: isOfTable
                ? Reason(column: parts[0].columnOfCell, what: parts[1], remedy: parts[2])
                : Reason(column: nil, what: record.reason, remedy: nil),
            sentence: record.reason)
    }
}

extension Notice.Argument {
    fileprivate var asNotice: Notice? {
        if case .notice(let notice) = self { notice } else { nil }
    }
}

extension Notice {
    /// The column that a place names: the last thing in it.
    fileprivate var columnOfCell: String? {
        guard code == "table.cell", case .text(let column) = arguments.last else { return nil }
        return column
    }
}
