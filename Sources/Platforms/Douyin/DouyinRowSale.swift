internal import Domain
internal import Tabular

/// Whether a row is a sale, and when.
struct DouyinRowSale {
    private let paid, statusColumn: Int
    private let submittedDay, submitted, shipped, finished: Int?
    private let paymentKind, orderKind: Int?

    init(_ file: TableFile) throws(TabularError) {
        (submittedDay, submitted) = (try file.column("订单提交日期"), try file.column("订单提交时间"))
        (paid, shipped) = (try file.requiredColumn("支付完成时间"), try file.column("发货时间"))
        (finished, statusColumn) = (try file.column("订单完成时间"), try file.requiredColumn("订单状态"))
        (paymentKind, orderKind) = (try file.column("支付方式"), try file.column("订单类型"))
    }

    /// The columns that are read, for parked rows.
    var times: [Int] { [submittedDay, submitted, paid, shipped, finished].compactMap(\.self) }

    /// What rows of this file say nothing of.
    var unstated: OrderFields {
        var fields: OrderFields = []
        if submittedDay == nil, submitted == nil { fields.insert(.createdAt) }
        if paymentKind == nil || orderKind == nil {
            // Where it can't be told whether it was paid for, nor can it be told how much was.
            fields.formUnion([.sale, .paid])
        }
        return fields
    }

    /// The instants of a row; nil for what hasn't happened.
    struct Times {
        let submitted, paid, shipped, finished: Instant?

        var latest: Instant? { [submitted, paid, shipped, finished].compactMap(\.self).max() }
    }

    func times(_ row: TableRow) throws(TabularError) -> Times {
        Times(
            submitted: try submittedAt(row), paid: try instant(row, paid), shipped: try instant(row, shipped),
            finished: try instant(row, finished))
    }

    /// The latest of the instants that can be read; nil where nobody knows which cell is which.
    func latest(_ row: TableRow) -> Instant? {
        guard row.isWhole else { return nil }
        let others = [paid, shipped, finished].map { try? instant(row, $0) }
        return (others + [try? submittedAt(row)]).compactMap(\.self).max()
    }

    func status(_ row: TableRow) -> String { row[statusColumn] }

    /// The line's state, and when it was closed where it had been paid.
    ///
    /// Throws where a word is not known, or says that the line was paid for where nothing says when.
    func state(
        _ row: TableRow, _ times: Times, _ updated: Instant
    ) throws(TabularError) -> (sale: SaleState, closedAt: Instant?) {
        let stage = try stage(row)
        if let reason = try freeKind(row) { return (.notSale(reason), nil) }
        let payment = row[paymentKind]
        // Searching costs more than all else of a row, and nearly every word is shorter.
        let isOnDelivery =
            payment.utf8.count >= Self.onDelivery.utf8.count && payment.contains(Self.onDelivery)
        let paidAt = stage == .unpaid ? nil : isOnDelivery ? times.finished : times.paid
        guard let paidAt else {
            let column = isOnDelivery ? finished : paid
            if column != nil, stage == .finished || stage == .underway && !isOnDelivery {
                throw row.problem(
                    column, Notice("douyin.cell_paid_without_time"), Notice("douyin.export_again_or_ask"))
            }
            return (.notSale(stage == .closed ? .closedUnpaid : .unpaid), nil)
        }
        return (.sale(paidAt), stage == .closed ? updated : nil)
    }

    private static let onDelivery = "货到付款"

    private enum Stage { case unpaid, underway, finished, closed }

    private static let stages: [String: Stage] = [
        "待支付": .unpaid, "未支付": .unpaid, "待付款": .unpaid, "待确认": .unpaid,
        "已支付": .underway, "已付款": .underway, "备货中": .underway, "待发货": .underway, "部分发货": .underway,
        "已发货": .underway, "待收货": .underway,
        "已收货": .finished, "已签收": .finished, "已完成": .finished, "交易成功": .finished,
        "已关闭": .closed, "已取消": .closed, "交易关闭": .closed,
    ]

    /// What the word for the state means.
    private func stage(_ row: TableRow) throws(TabularError) -> Stage {
        if let stage = Self.stages[row[statusColumn]] { return stage }
        throw row.problem(
            statusColumn, Notice("douyin.cell_unknown_status"), Notice("douyin.report_new_status"))
    }

    /// Why nobody pays for the line; nil for what is paid for, and where the file has no such column.
    private func freeKind(_ row: TableRow) throws(TabularError) -> NotSaleReason? {
        guard let orderKind else { return nil }
        let kind = row[orderKind]
        // Nearly every order is one.
        if kind == "普通订单" { return nil }
        if kind.contains("赠品") { return .gift }
        if kind.contains("样") { return .sample }
        if kind.contains("抽奖") || kind.contains("福袋") { return .lottery }
        if ["普通", "拼团", "预售"].contains(where: kind.contains) { return nil }
        throw row.problem(orderKind, Notice("douyin.cell_unknown_kind"), Notice("douyin.report_new_kind"))
    }

    private func instant(_ row: TableRow, _ column: Int?) throws(TabularError) -> Instant? {
        try row.beijingTime(column).map { Instant(milliseconds: $0) }
    }

    /// Older files have the day and the time of day in two columns.
    private func submittedAt(_ row: TableRow) throws(TabularError) -> Instant? {
        let day = row[submittedDay]
        if day.isEmpty { return try instant(row, submitted) }
        let time = row[submitted]
        let text =
            time.contains("-") || time.contains("/") ? time : day.contains(" ") ? day : "\(day) \(time)"
        do throws(Cell.Refusal) {
            return try Cell.beijingTime(text).map { Instant(milliseconds: $0) }
        } catch {
            throw row.problem(submitted, error.what, error.remedy)
        }
    }
}
