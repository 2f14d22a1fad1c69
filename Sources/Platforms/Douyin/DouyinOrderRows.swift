internal import Domain
internal import Tabular

/// The columns of one export, and what its rows mean; see `DouyinOrderFile`.
struct DouyinOrderRows: OrderRowMapping {
    private let columns: DouyinOrderColumns
    private let unstated: OrderFields
    private let sale: DouyinRowSale

    init(_ file: TableFile) throws(TabularError) {
        columns = try DouyinOrderColumns(file)
        sale = DouyinRowSale(file)
        unstated = columns.unstated.union(sale.unstated)
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
            headerPaidFen: nil,
            buyerPlace: Place(
                province: row[columns.province], city: row[columns.city], county: row[columns.county]),
            sellerRemark: PersonalData.masked(row[columns.remark]), lines: [line], unstated: unstated)
    }

    func parked(_ row: TableRow) -> (orderID: String, lineID: String, cells: [(column: String, text: String)])
    {
        let orderID = (try? row.identifier(columns.orderID)) ?? ""
        let lineID = (try? row.identifier(columns.lineID)) ?? ""
        return (orderID, lineID, columns.kept.map { ($0.name, row[$0.column]) })
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
        let freight = try amount(row, columns.freight)
        let takenOut = try freight + amount(row, columns.tax) + channelDiscount
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
            freightFen: Fen(freight), sale: state.sale, closedAt: state.closedAt,
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
