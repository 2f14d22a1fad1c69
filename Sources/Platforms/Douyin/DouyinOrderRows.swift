internal import Domain
internal import Tabular

/// The columns of one export, and what its rows mean; see `DouyinOrderFile`.
struct DouyinOrderRows: OrderRowMapping {
    private let columns: DouyinOrderColumns
    private let unstated: OrderFields
    private let sale: DouyinRowSale
    private let kept: ParkedFigures

    init(_ file: TableFile) throws(TabularError) {
        columns = try DouyinOrderColumns(file)
        sale = try DouyinRowSale(file)
        unstated = columns.unstated.union(sale.unstated)
        kept = ParkedFigures(
            figures: columns.keptFigures + sale.times, of: file)
    }

    var notices: [Notice] {
        columns.channelDiscount == nil ? [Notice("douyin.without_channel_discount")] : []
    }

    func records(_ rows: [TableRow], shopID: String) throws(TabularError) -> RowRecords {
        RowRecords(order: try order(rows[0], shopID: shopID))
    }

    private func order(_ row: TableRow, shopID: String) throws(TabularError) -> Order {
        let times = try sale.times(row)
        guard let updated = times.latest else {
            throw row.problem(nil, Notice("douyin.row_without_time"), Notice("douyin.export_times"))
        }
        let line = try line(row, times, updated)
        var order = Order(
            channel: .douyin, shopID: shopID, orderID: try number(row, columns.orderID),
            status: sale.status(row), createdAt: times.submitted, paidAt: times.paid, updatedAt: updated,
            headerPaidFen: nil, buyerPlace: try place(row),
            sellerRemark: PersonalData.masked(row.text(columns.remark)), lines: [line], unstated: unstated)
        order.takeUnpaidAsNothing()
        return order
    }

    private func place(_ row: TableRow) throws(TabularError) -> Place {
        let place = Place(
            province: row.text(columns.province), city: row.text(columns.city),
            county: row.text(columns.county))
        guard place.hasPlausibleNames else {
            throw row.problem(
                columns.province ?? columns.city ?? columns.county, Notice("douyin.cell_no_place"),
                Notice("douyin.check_row_or_export_again"))
        }
        return place
    }

    func parked(_ row: TableRow) -> ParkedRow {
        ParkedRow(
            orderID: (try? number(row, columns.orderID)) ?? "",
            lineID: (try? number(row, columns.lineID)) ?? "", updatedAt: sale.latest(row),
            cells: kept.cells(row))
    }

    private func line(
        _ row: TableRow, _ times: DouyinRowSale.Times, _ updated: Instant
    ) throws(TabularError) -> OrderLine {
        let items = try quantity(row)
        let payable = try amount(row, columns.payable)
        guard !row.isEmpty(columns.payable) else {
            throw row.problem(
                columns.payable, Notice("douyin.cell_without_amount"), Notice("douyin.fill_cell"))
        }
        let channelDiscount = try amount(row, columns.channelDiscount)
        let freight = try amount(row, columns.freight)
        let takenOut = try freight + amount(row, columns.tax) + channelDiscount
        guard takenOut <= payable else {
            throw row.problem(
                columns.payable, Notice("douyin.cell_less_than_parts"), Notice("douyin.ask_about_order"))
        }
        let gross = try gross(row, items, payable: payable)
        let state = try sale.state(row, times, updated)
        return OrderLine(
            lineID: try number(row, columns.lineID), productID: try optionalID(row, columns.productID),
            title: row.text(columns.title), spec: row.text(columns.spec),
            quantity: Quantity(milli: items * 1000),
            grossFen: Fen(gross.fen), grossOrigin: gross.origin, paidFen: Fen(payable - takenOut),
            paidOrigin: takenOut == 0 ? .stated : .lessFreight,
            subsidies: Subsidies(
                shopFen: Fen(try amount(row, columns.shopDiscount)),
                platformFen: Fen(try amount(row, columns.platformDiscount) + channelDiscount),
                talentFen: Fen(try amount(row, columns.talentDiscount))),
            freightFen: Fen(freight), sale: state.sale, closedAt: state.closedAt,
            hostID: try optionalID(row, columns.hostID))
    }

    private func gross(
        _ row: TableRow, _ items: Int64, payable: Int64
    ) throws(TabularError) -> (fen: Int64, origin: AmountOrigin) {
        guard !row.isEmpty(columns.price) else {
            let goods = try amount(row, columns.goods)
            return row.isEmpty(columns.goods) ? (payable, .stated) : (goods, .stated)
        }
        let (fen, overflow) = try amount(row, columns.price).multipliedReportingOverflow(by: items)
        guard !overflow, fen.magnitude <= amountFenMax.magnitude else {
            throw row.problem(
                columns.price, Notice("douyin.cell_product_too_large"), Notice("douyin.check_price"))
        }
        return (fen, .multiplied)
    }

    /// Fen; 0 where the cell is empty or the column missing.
    private func amount(_ row: TableRow, _ column: Int?) throws(TabularError) -> Int64 {
        guard let column, let fen = try row.fen(column) else { return 0 }
        guard fen >= 0 else {
            throw row.problem(column, Notice("douyin.cell_negative"), Notice("douyin.ask_about_order"))
        }
        guard fen <= amountFenMax else {
            throw row.problem(column, Notice("douyin.cell_amount_too_large"), Notice("table.check_cell"))
        }
        return fen
    }

    /// The number of an order or a line.
    private func number(_ row: TableRow, _ column: Int) throws(TabularError) -> String {
        let id = try row.identifier(column)
        guard !id.isEmpty else {
            throw row.problem(column, Notice("douyin.cell_without_id"), Notice("douyin.keep_id_column"))
        }
        guard id.isDouyinNumber else {
            throw row.problem(column, Notice("douyin.cell_no_number"), Notice("douyin.keep_id_column"))
        }
        return id
    }

    /// The id of a product or a host; empty where there is none.
    private func optionalID(_ row: TableRow, _ column: Int?) throws(TabularError) -> String {
        let id = try row.identifier(column)
        if id == "0" || row.isEmpty(column) { return "" }
        guard id.isAllDigits, id.utf8.count <= 20 else {
            throw row.problem(
                column, Notice("douyin.cell_no_id"), Notice("douyin.check_cells_or_export_again"))
        }
        return id
    }

    private func quantity(_ row: TableRow) throws(TabularError) -> Int64 {
        guard let items = Int64(row[columns.quantity]), (1...1_000_000_000).contains(items) else {
            throw row.problem(
                columns.quantity, Notice("douyin.cell_no_quantity"), Notice("douyin.write_whole_number"))
        }
        return items
    }
}
