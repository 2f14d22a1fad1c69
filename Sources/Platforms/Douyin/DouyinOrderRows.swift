internal import Domain
internal import Tabular

/// The columns of one export, and what its rows mean; see `DouyinOrderFile`.
struct DouyinOrderRows: OrderRowMapping {
    private let columns: Columns
    private let sale: DouyinRowSale

    init(_ file: TableFile) throws(TabularError) {
        columns = try Columns(file)
        sale = DouyinRowSale(file)
    }

    private struct Columns {
        let orderID, lineID, quantity, payable: Int
        let productID, hostID, title, spec, price, goods: Int?
        let freight, tax, channelDiscount: Int?
        let shopDiscount, platformDiscount, talentDiscount: Int?
        let province, city, county, remark: Int?
        let kept: [(name: String, column: Int)]

        init(_ file: TableFile) throws(TabularError) {
            orderID = try file.requiredColumn("主订单编号")
            lineID = try file.requiredColumn("子订单编号")
            quantity = try file.requiredColumn("商品数量")
            payable = try file.requiredColumn("订单应付金额")
            (productID, hostID) = (file.column("商品ID"), file.column("达人ID"))
            (title, spec) = (file.column("选购商品", "商品名称"), file.column("商品规格"))
            (price, goods) = (file.column("商品单价"), file.column("商品金额"))
            (freight, tax) = (file.column("运费"), file.column("税费"))
            channelDiscount = file.column("支付优惠")
            shopDiscount = file.column("商家实际承担优惠金额", "商家优惠")
            platformDiscount = file.column("平台实际承担优惠金额", "平台优惠")
            talentDiscount = file.column("达人实际承担优惠金额", "达人优惠")
            (province, city, county) = (file.column("省"), file.column("市"), file.column("区"))
            remark = file.column("商家备注")
            kept = Self.keptNames.compactMap { name in file.column(name).map { (name, $0) } }
        }

        /// What a parked row keeps: nothing of the receiver and the buyer's words.
        private static let keptNames = [
            "主订单编号", "子订单编号", "选购商品", "商品规格", "商品数量", "商品ID", "商品单价", "商品金额", "订单应付金额", "运费", "税费",
            "支付优惠", "商家优惠", "平台优惠", "达人优惠", "商家实际承担优惠金额", "平台实际承担优惠金额", "达人实际承担优惠金额", "支付方式", "省", "市",
            "区", "订单提交日期", "订单提交时间", "支付完成时间", "发货时间", "订单完成时间", "订单状态", "订单类型", "达人ID",
        ]
    }

    func order(_ row: TableRow, shopID: String) throws(TabularError) -> Order {
        let times = try sale.times(row)
        guard let updated = times.latest else {
            throw row.problem(nil, "没有一个时间", "请重新导出，并勾选订单提交时间、支付完成时间和订单完成时间")
        }
        let line = try line(row, times, updated)
        return Order(
            channel: .douyin, shopID: shopID, orderID: try identifier(row, columns.orderID),
            status: sale.status(row), createdAt: times.submitted, paidAt: times.paid, updatedAt: updated,
            headerPaidFen: nil, freightFen: Fen(try amount(row, columns.freight)),
            buyerPlace: Place(
                province: row[columns.province], city: row[columns.city], county: row[columns.county]),
            sellerRemark: PersonalData.masked(row[columns.remark]), lines: [line])
    }

    func parked(_ row: TableRow) -> (orderID: String, cells: [(column: String, text: String)]) {
        let orderID = (try? row.identifier(columns.orderID)) ?? ""
        return (orderID, columns.kept.map { ($0.name, row[$0.column]) })
    }

    private func line(
        _ row: TableRow, _ times: DouyinRowSale.Times, _ updated: Instant
    ) throws(TabularError) -> OrderLine {
        let items = try quantity(row)
        let payable = try amount(row, columns.payable)
        guard !row[columns.payable].isEmpty else {
            throw row.problem(columns.payable, "没有金额", "请补上这一格，或重新导出")
        }
        let channelDiscount = try amount(row, columns.channelDiscount)
        let takenOut =
            try amount(row, columns.freight) + amount(row, columns.tax) + channelDiscount
        let gross = try gross(row, items, payable: payable)
        let state = sale.state(row, times, updated)
        let hostID = try row.identifier(columns.hostID)
        return OrderLine(
            lineID: try identifier(row, columns.lineID), productID: try row.identifier(columns.productID),
            title: row[columns.title], spec: row[columns.spec], quantity: Quantity(milli: items * 1000),
            grossFen: Fen(gross.fen), grossOrigin: gross.origin, paidFen: Fen(max(0, payable - takenOut)),
            paidOrigin: takenOut == 0 ? .stated : .lessFreight,
            subsidies: Subsidies(
                shopFen: Fen(try amount(row, columns.shopDiscount)),
                platformFen: Fen(try amount(row, columns.platformDiscount) + channelDiscount),
                talentFen: Fen(try amount(row, columns.talentDiscount))),
            sale: state.sale, closedAt: state.closedAt,
            hostID: hostID == "0" || hostID == "-" ? "" : hostID)
    }

    private func gross(
        _ row: TableRow, _ items: Int64, payable: Int64
    ) throws(TabularError) -> (fen: Int64, origin: AmountOrigin) {
        guard !row[columns.price].isEmpty else {
            let goods = try amount(row, columns.goods)
            return row[columns.goods].isEmpty ? (payable, .stated) : (goods, .stated)
        }
        let (fen, overflow) = try amount(row, columns.price).multipliedReportingOverflow(by: items)
        guard !overflow, fen.magnitude <= amountFenMax.magnitude else {
            throw row.problem(columns.price, "乘以数量后大得不合理", "请检查单价和数量")
        }
        return (fen, .multiplied)
    }

    /// Fen; 0 where the cell is empty or the column missing.
    private func amount(_ row: TableRow, _ column: Int?) throws(TabularError) -> Int64 {
        guard let column, let fen = try row.fen(column) else { return 0 }
        guard fen.magnitude <= amountFenMax.magnitude else {
            throw row.problem(column, "的金额大得不合理", "请检查这一格")
        }
        return fen
    }

    private func identifier(_ row: TableRow, _ column: Int) throws(TabularError) -> String {
        let id = try row.identifier(column)
        guard !id.isEmpty else { throw row.problem(column, "没有编号", "请重新导出，不要删改编号列") }
        return id
    }

    private func quantity(_ row: TableRow) throws(TabularError) -> Int64 {
        guard let items = Int64(row[columns.quantity]), (0...1_000_000_000).contains(items) else {
            throw row.problem(columns.quantity, "不是件数", "请改成整数，或重新导出")
        }
        return items
    }
}

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
