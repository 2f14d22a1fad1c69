import Domain
import Testing

@testable import Store

/// What stands in `statement.said`: others may read it, and later releases have to.
@Suite("What a source said, as JSON")
struct SaidOrderTests {
    private static let key = OrderKey(channel: .p832, shopID: "s-832", orderID: "o-1")
    private static let full = """
        {"city":"商丘市","county":"夏邑县","created_at_ms":1,"freight_fen":300,"fund_source":"canteen",\
        "header_paid_fen":1000,"lines":[{"category":"粮油","closed_at_ms":6,"first_closed_at_ms":5,"freight_fen":100,\
        "gross_fen":1200,"gross_origin":"multiplied","host_id":"h-1","line_id":"L1","paid_fen":900,\
        "paid_origin":"spread","platform_subsidy_fen":2,"product_id":"g-1","quantity_milli":2500,"room_id":"r-1",\
        "sale_at_ms":4,"shop_subsidy_fen":1,"sku_id":"k-1","spec":"5斤/箱","state_subsidy_fen":4,"stated_at_ms":9,\
        "stated_origin":411426100200,"stated_refunded_at_ms":8,"stated_refunded_fen":7,"stated_returned_milli":500,\
        "talent_subsidy_fen":3,"title":"示例粉条","unit":"jin"},{"gross_fen":0,"gross_origin":"stated","line_id":"L2",\
        "not_sale":"gift","paid_fen":0,"paid_origin":"stated","quantity_milli":1000,"unit":"piece"}],"paid_at_ms":2,\
        "province":"河南省","purchaser_id":"u-1","purchaser_name":"示例大学","region":411426,"seller_remark":"备注",\
        "status":"paid"}
        """

    @Test("every field has its key, and says what it said")
    func everyField() throws {
        let order = try SaidOrder.read(Self.full).order(
            Self.key, updatedAt: Instant(milliseconds: 10), unstated: .spec)
        #expect(try SaidOrder(order).json() == Self.full)
        #expect(order.key == Self.key && order.unstated == .spec && order.updatedAt.milliseconds == 10)
        #expect(order.buyer == .organisation(purchaserID: "u-1", name: "示例大学"))
        #expect(order.fundSource == .canteen && order.buyerPlace.region == Region("411426"))
        let line = order.lines[0]
        #expect(line.quantity == Quantity(milli: 2500, unit: .jin) && line.paidOrigin == .spread)
        #expect(line.sale == .sale(Instant(milliseconds: 4)))
        #expect(line.statedRefund?.statedAt?.milliseconds == 9)
        #expect(order.lines[1].sale == .notSale(.gift))
    }

    @Test("what is empty is left out, and a private buyer has no purchaser")
    func empty() throws {
        let order = Order(
            channel: .p832, shopID: "s-832", orderID: "o-1", status: "", createdAt: nil, paidAt: nil,
            updatedAt: Instant(milliseconds: 10), headerPaidFen: nil, lines: [])
        #expect(try SaidOrder(order).json() == #"{"lines":[]}"#)
        let read = try SaidOrder.read(#"{"lines":[]}"#).order(
            Self.key, updatedAt: order.updatedAt, unstated: [])
        #expect(read == order)
    }

    @Test(
        "each word of a closed list is read as what it was written for",
        arguments: NotSaleReason.allCases, Quantity.Unit.allCases)
    func words(reason: NotSaleReason, unit: Quantity.Unit) throws {
        for origin in AmountOrigin.allCases {
            let line = OrderLine(
                lineID: "L1", title: "", quantity: Quantity(milli: 0, unit: unit), grossFen: .zero,
                grossOrigin: origin, paidFen: .zero, paidOrigin: origin, sale: .notSale(reason))
            let order = Order(
                channel: .p832, shopID: "s-832", orderID: "o-1", status: "", createdAt: nil, paidAt: nil,
                updatedAt: Instant(milliseconds: 10), headerPaidFen: nil, lines: [line])
            let read = try SaidOrder.read(SaidOrder(order).json()).order(
                Self.key, updatedAt: order.updatedAt, unstated: [])
            #expect(read == order)
        }
    }
}
