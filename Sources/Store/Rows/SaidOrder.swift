import Domain
import Foundation

/// What a source said of an order, as JSON for the column `said` of `statement`: docs/store.md.
///
/// Shop, order number, update time and what is left unsaid are columns of their own. Keys are those of the columns of
/// `orders` and `order_line`, closed lists are words, and what is empty is left out.
struct SaidOrder: Codable {
    private var status: String?
    private var createdAtMs: Int64?
    private var paidAtMs: Int64?
    private var headerPaidFen: Int64?
    private var freightFen: Int64?
    /// With both `purchaser_id` and `purchaser_name` the buyer is an organisation.
    private var purchaserId: String?
    private var purchaserName: String?
    private var fundSource: String?
    private var region: Int64?
    private var province: String?
    private var city: String?
    private var county: String?
    private var sellerRemark: String?
    private var lines: [SaidLine]

    /// Written out: made by the encoder for each record they took a tenth of an import.
    private enum CodingKeys: String, CodingKey {
        case status
        case createdAtMs = "created_at_ms"
        case paidAtMs = "paid_at_ms"
        case headerPaidFen = "header_paid_fen"
        case freightFen = "freight_fen"
        case purchaserId = "purchaser_id"
        case purchaserName = "purchaser_name"
        case fundSource = "fund_source"
        case region
        case province
        case city
        case county
        case sellerRemark = "seller_remark"
        case lines
    }

    /// What an order says.
    init(_ order: Order) {
        status = order.status.said
        createdAtMs = order.createdAt?.milliseconds
        paidAtMs = order.paidAt?.milliseconds
        headerPaidFen = order.headerPaidFen?.amount
        freightFen = order.freightFen.said
        if case .organisation(let purchaserID, let name) = order.buyer {
            (purchaserId, purchaserName) = (purchaserID, name)
        }
        fundSource = order.fundSource?.key
        region = order.buyerPlace.region?.code
        province = order.buyerPlace.province.said
        city = order.buyerPlace.city.said
        county = order.buyerPlace.county.said
        sellerRemark = order.sellerRemark.said
        lines = order.lines.map(SaidLine.init)
    }

    /// The order that says so.
    func order(_ key: OrderKey, updatedAt: Instant, unstated: OrderFields) -> Order {
        Order(
            channel: key.channel, shopID: key.shopID, orderID: key.orderID, status: status ?? "",
            createdAt: createdAtMs.map(Instant.init(milliseconds:)),
            paidAt: paidAtMs.map(Instant.init(milliseconds:)), updatedAt: updatedAt,
            headerPaidFen: headerPaidFen.map(Fen.init), freightFen: Fen(freightFen ?? 0),
            buyer: purchaserId.map { .organisation(purchaserID: $0, name: purchaserName ?? "") } ?? .person,
            buyerPlace: Place(
                region: region.flatMap(Region.init(code:)), province: province ?? "", city: city ?? "",
                county: county ?? ""),
            fundSource: FundSource.allCases.first { $0.key == fundSource }, sellerRemark: sellerRemark ?? "",
            lines: lines.map(\.line), unstated: unstated)
    }

    /// The JSON, with its keys in one order.
    func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }

    /// What a JSON of the column says.
    static func read(_ json: String) throws -> SaidOrder {
        try JSONDecoder().decode(SaidOrder.self, from: Data(json.utf8))
    }
}

/// What a source said of a line.
private struct SaidLine: Codable {
    private var lineId: String
    private var productId: String?
    private var skuId: String?
    private var title: String?
    private var spec: String?
    private var quantityMilli: Int64
    private var unit: String
    private var grossFen: Int64
    private var grossOrigin: String
    private var paidFen: Int64
    private var paidOrigin: String
    private var shopSubsidyFen: Int64?
    private var platformSubsidyFen: Int64?
    private var talentSubsidyFen: Int64?
    private var stateSubsidyFen: Int64?
    private var freightFen: Int64?
    private var saleAtMs: Int64?
    private var notSale: String?
    private var closedAtMs: Int64?
    private var firstClosedAtMs: Int64?
    private var statedRefundedFen: Int64?
    private var statedReturnedMilli: Int64?
    private var statedRefundedAtMs: Int64?
    private var statedAtMs: Int64?
    /// Left out where the version itself has said it.
    private var statedIsKept: Bool?
    private var hostId: String?
    private var roomId: String?
    private var statedOrigin: Int64?
    private var category: String?

    private enum CodingKeys: String, CodingKey {
        case lineId = "line_id"
        case productId = "product_id"
        case skuId = "sku_id"
        case title
        case spec
        case quantityMilli = "quantity_milli"
        case unit
        case grossFen = "gross_fen"
        case grossOrigin = "gross_origin"
        case paidFen = "paid_fen"
        case paidOrigin = "paid_origin"
        case shopSubsidyFen = "shop_subsidy_fen"
        case platformSubsidyFen = "platform_subsidy_fen"
        case talentSubsidyFen = "talent_subsidy_fen"
        case stateSubsidyFen = "state_subsidy_fen"
        case freightFen = "freight_fen"
        case saleAtMs = "sale_at_ms"
        case notSale = "not_sale"
        case closedAtMs = "closed_at_ms"
        case firstClosedAtMs = "first_closed_at_ms"
        case statedRefundedFen = "stated_refunded_fen"
        case statedReturnedMilli = "stated_returned_milli"
        case statedRefundedAtMs = "stated_refunded_at_ms"
        case statedAtMs = "stated_at_ms"
        case statedIsKept = "stated_is_kept"
        case hostId = "host_id"
        case roomId = "room_id"
        case statedOrigin = "stated_origin"
        case category
    }

    init(_ line: OrderLine) {
        lineId = line.lineID
        productId = line.productID.said
        skuId = line.skuID.said
        title = line.title.said
        spec = line.spec.said
        (quantityMilli, unit) = (line.quantity.milli, line.quantity.unit.key)
        (grossFen, grossOrigin) = (line.grossFen.amount, line.grossOrigin.key)
        (paidFen, paidOrigin) = (line.paidFen.amount, line.paidOrigin.key)
        shopSubsidyFen = line.subsidies.shopFen.said
        platformSubsidyFen = line.subsidies.platformFen.said
        talentSubsidyFen = line.subsidies.talentFen.said
        stateSubsidyFen = line.subsidies.stateFen.said
        freightFen = line.freightFen.said
        switch line.sale {
        case .sale(let instant): saleAtMs = instant.milliseconds
        case .notSale(let reason): notSale = reason.key
        }
        closedAtMs = line.closedAt?.milliseconds
        firstClosedAtMs = line.firstClosedAt?.milliseconds
        statedRefundedFen = line.statedRefund?.refundedFen.amount
        statedReturnedMilli = line.statedRefund?.returnedMilli
        statedRefundedAtMs = line.statedRefund?.refundedAt.milliseconds
        statedAtMs = line.statedRefund?.statedAt?.milliseconds
        statedIsKept = line.statedRefund?.isKept == true ? true : nil
        hostId = line.hostID.said
        roomId = line.roomID.said
        statedOrigin = line.originRegion?.code
        category = line.category.said
    }

    var line: OrderLine {
        var line = OrderLine(
            lineID: lineId, productID: productId ?? "", skuID: skuId ?? "", title: title ?? "",
            spec: spec ?? "", quantity: Quantity(milli: quantityMilli, unit: word(unit) ?? .piece),
            grossFen: Fen(grossFen), grossOrigin: word(grossOrigin) ?? .stated, paidFen: Fen(paidFen),
            paidOrigin: word(paidOrigin) ?? .stated,
            subsidies: Subsidies(
                shopFen: Fen(shopSubsidyFen ?? 0), platformFen: Fen(platformSubsidyFen ?? 0),
                talentFen: Fen(talentSubsidyFen ?? 0), stateFen: Fen(stateSubsidyFen ?? 0)),
            freightFen: Fen(freightFen ?? 0), sale: sale,
            closedAt: closedAtMs.map(Instant.init(milliseconds:)), statedRefund: statedRefund,
            hostID: hostId ?? "", roomID: roomId ?? "",
            originRegion: statedOrigin.flatMap(Region.init(code:)), category: category ?? "")
        line.firstClosedAt = firstClosedAtMs.map(Instant.init(milliseconds:))
        return line
    }

    /// What cannot be read is no sale.
    private var sale: SaleState {
        saleAtMs.map { .sale(Instant(milliseconds: $0)) } ?? .notSale(notSale.flatMap(word) ?? .unpaid)
    }

    private var statedRefund: StatedRefund? {
        guard let statedRefundedFen, let statedRefundedAtMs else { return nil }
        return StatedRefund(
            refundedFen: Fen(statedRefundedFen), returnedMilli: statedReturnedMilli ?? 0,
            refundedAt: Instant(milliseconds: statedRefundedAtMs),
            statedAt: statedAtMs.map(Instant.init(milliseconds:)), isKept: statedIsKept ?? false)
    }

    /// The member of a closed list with that word.
    private func word<Member: CaseIterable & KeyedMember>(_ key: String) -> Member? {
        Member.allCases.first { $0.key == key }
    }
}

/// A member of a closed list, with the word for it.
private protocol KeyedMember {
    var key: String { get }
}

extension Quantity.Unit: KeyedMember {}
extension NotSaleReason: KeyedMember {}
extension AmountOrigin: KeyedMember {}

extension String {
    /// The text, unless it is empty.
    fileprivate var said: String? { isEmpty ? nil : self }
}

extension Fen {
    /// The amount, unless it is nothing.
    fileprivate var said: Int64? { amount == 0 ? nil : amount }
}
