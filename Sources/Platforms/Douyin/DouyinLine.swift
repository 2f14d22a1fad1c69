internal import Domain
internal import JSON

/// Maps one element of `sku_order_list`.
struct DouyinLine {
    let sale: DouyinSale
    let phases: [DouyinPhase]

    /// The line; what the order's header says about money is brought in afterwards.
    func line(_ view: JSONView, _ amounts: DouyinAmounts) throws(JSONError) -> OrderLine {
        let lineID = try view.identifier("order_id")
        let items = try view.integer("item_num")
        guard (1...1_000_000_000).contains(items) else {
            throw JSONError(path: "item_num", reason: .outOfRange)
        }
        let gross = try Self.gross(view, items)
        let state = try sale.state(of: view, lineID: lineID, phases: phases)
        return OrderLine(
            lineID: lineID, productID: try Self.firstID(view, "product_id_str", "product_id"),
            skuID: try view.identifierIfPresent("sku_id"), title: view.textIfPresent("product_name") ?? "",
            spec: Self.spec(view), quantity: Quantity(milli: items * 1000), grossFen: Fen(gross.fen),
            grossOrigin: gross.origin, paidFen: Fen(amounts.goodsFen),
            paidOrigin: amounts.isReduced ? .lessFreight : .stated,
            subsidies: try Subsidies(douyin: view, channelFen: amounts.channelFen), sale: state.sale,
            closedAt: state.closedAt, hostID: try view.identifierIfPresent("author_id"),
            roomID: try Self.firstID(view, "room_id_str", "room_id"))
    }

    /// List price × items, or the order's amount where the price isn't stated.
    private static func gross(
        _ view: JSONView, _ items: Int64
    ) throws(JSONError) -> (fen: Int64, origin: AmountOrigin) {
        guard let price = try view.amountIfPresent("origin_amount") else {
            return (try view.requiredAmount("order_amount"), .stated)
        }
        // At most 10^13 × 10^9 would leave Int64.
        let (fen, overflow) = price.multipliedReportingOverflow(by: items)
        guard !overflow, fen.magnitude <= amountFenMax.magnitude else {
            throw JSONError(path: "origin_amount", reason: .outOfRange)
        }
        return (fen, .multiplied)
    }

    /// The id as text where the platform gives it, because a number may have lost its last digits on the way.
    private static func firstID(
        _ view: JSONView, _ textKey: StaticString, _ numberKey: StaticString
    ) throws(JSONError) -> String {
        let id = try view.identifierIfPresent(textKey)
        return id.isEmpty ? try view.identifierIfPresent(numberKey) : id
    }

    /// `规格:5斤装;包装:箱`.
    private static func spec(_ view: JSONView) -> String {
        guard let list = try? view.arrayIfPresent("spec") else { return "" }
        var spec = ""
        for item in list {
            if !spec.isEmpty { spec += ";" }
            if let name = item.textIfPresent("name"), !name.isEmpty {
                spec += name
                spec += ":"
            }
            spec += item.textIfPresent("value") ?? ""
        }
        return spec
    }
}
