internal import Domain
internal import Tabular

/// Whether a row is a sale, and when.
struct DouyinRowSale {
    private let submittedDay, submitted, paid, shipped, finished: Int?
    private let statusColumn, paymentKind, orderKind: Int?

    init(_ file: TableFile) {
        (submittedDay, submitted) = (file.column("订单提交日期"), file.column("订单提交时间"))
        (paid, shipped) = (file.column("支付完成时间"), file.column("发货时间"))
        (finished, statusColumn) = (file.column("订单完成时间"), file.column("订单状态"))
        (paymentKind, orderKind) = (file.column("支付方式"), file.column("订单类型"))
    }

    /// What rows of this file say nothing of.
    var unstated: OrderFields {
        var fields: OrderFields = []
        if submittedDay == nil, submitted == nil { fields.insert(.createdAt) }
        if paid == nil { fields.insert(.paidAt) }
        if paid == nil || statusColumn == nil || paymentKind == nil || orderKind == nil {
            fields.insert(.sale)
        }
        if statusColumn == nil { fields.formUnion([.status, .closedAt]) }
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

    func status(_ row: TableRow) -> String { row[statusColumn] }

    /// The line's state, and when it was closed where it had been paid.
    func state(
        _ row: TableRow, _ times: Times, _ updated: Instant
    ) -> (sale: SaleState, closedAt: Instant?) {
        let kind = row[orderKind]
        if kind.contains("赠品") { return (.notSale(.gift), nil) }
        if kind.contains("样") { return (.notSale(.sample), nil) }
        if kind.contains("抽奖") || kind.contains("福袋") { return (.notSale(.lottery), nil) }
        let status = row[statusColumn]
        let isClosed = ["已关闭", "已取消", "交易关闭"].contains(status)
        let isUnpaid = ["待支付", "未支付", "待付款"].contains(status)
        let isOnDelivery = row[paymentKind].contains("货到付款")
        guard !isUnpaid, let paidAt = isOnDelivery ? times.finished : times.paid else {
            return (.notSale(isClosed ? .closedUnpaid : .unpaid), nil)
        }
        return (.sale(paidAt), isClosed ? updated : nil)
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
