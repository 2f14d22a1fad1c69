internal import Domain
internal import JSON

/// Maps one element of `shop_order_list`.
///
/// The buyer's words, receiver, phone and street are never read.
struct DouyinOrder {
    let shopID: String

    /// The order with its lines.
    ///
    /// Throws where it can't be decoded; the page parks it.
    func order(_ view: JSONView) throws(JSONError) -> Order {
        // An account whose token is another shop's would land its orders once more.
        guard ["", shopID].contains(try view.identifierIfPresent("shop_id")) else {
            throw JSONError(path: "shop_id", reason: .otherShop)
        }
        let created = try view.instant("create_time")
        guard let updated = try view.instant("update_time") else {
            throw JSONError(path: "update_time", reason: .missing)
        }
        let sale = try DouyinSale(header: view, updatedAt: updated)
        var order = Order(
            channel: .douyin, shopID: shopID, orderID: try view.identifier("order_id"),
            status: view.textIfPresent("order_status") ?? "", createdAt: created, paidAt: sale.orderPaidAt,
            updatedAt: updated, headerPaidFen: nil, buyerPlace: try Self.place(view),
            sellerRemark: Self.remark(view), lines: [])
        let lineViews = try view.array("sku_order_list")
        guard !lineViews.isEmpty else { throw JSONError(path: "sku_order_list", reason: .missing) }
        let phases = try Self.phases(view)
        var sums = DouyinAmounts()
        order.lines.reserveCapacity(lineViews.count)
        for line in lineViews {
            let amounts = try DouyinAmounts(line: line)
            sums.add(amounts)
            order.lines.append(try DouyinLine(sale: sale, phases: phases).line(line, amounts))
        }
        for phase in phases where !order.lines.contains(where: { $0.lineID == phase.lineID }) {
            throw JSONError(path: "order_phase_list.sku_order_id", reason: .notIdentifier)
        }
        if order.hasRepeatedLine { throw JSONError(path: "sku_order_list.order_id", reason: .repeated) }
        let header = try DouyinAmounts(header: view, lines: sums)
        order.headerPaidFen = Fen(header.goodsFen)
        order.freightFen = Fen(header.freightFen)
        try order.reconcile(header: header, lines: sums, views: lineViews)
        order.takeUnpaidAsNothing()
        if !phases.isEmpty { order.paidAt = order.lines.compactMap(\.soldAt).max() }
        return order
    }

    private static func phases(_ view: JSONView) throws(JSONError) -> [DouyinPhase] {
        guard let list = try view.arrayIfPresent("order_phase_list"), !list.isEmpty else { return [] }
        var phases: [DouyinPhase] = []
        for phase in list { phases.append(try DouyinPhase(phase)) }
        return phases
    }

    private static func remark(_ view: JSONView) -> String {
        guard let words = view.textIfPresent("seller_words"), !words.isEmpty else { return "" }
        return PersonalData.masked(words)
    }

    /// Province, city and county of the masked address, or of the encrypted one, in which these are readable
    /// too.
    private static func place(_ view: JSONView) throws(JSONError) -> Place {
        guard let address = view["mask_post_addr"] ?? view["post_addr"] else { return Place() }
        let (province, city, town) = (address["province"], address["city"], address["town"])
        let place = Place(
            region: region(town) ?? region(city) ?? region(province),
            province: province?.textIfPresent("name") ?? "", city: city?.textIfPresent("name") ?? "",
            county: town?.textIfPresent("name") ?? "")
        guard place.hasPlausibleNames else { throw JSONError(path: "post_addr", reason: .notPlaceName) }
        return place
    }

    /// A code of GB/T 2260 has six digits; Douyin's own ids of other lengths are no such codes.
    private static func region(_ division: JSONView?) -> Region? {
        guard let code = try? division?.integerIfPresent("id"), (100_000...999_999).contains(code) else {
            return nil
        }
        return Region(code: code)
    }
}

extension OrderLine {
    fileprivate var soldAt: Instant? {
        if case .sale(let instant) = sale { instant } else { nil }
    }
}
