import Domain
import Reports
import Testing

@testable import Books

@Suite("Records that the store does not take")
struct RecordFlawTests {
    /// The year 54,803: milliseconds that were taken for seconds.
    private static let late = Instant(seconds: 1_667_264_400_000)
    private static let fenMax: Int64 = 10_000_000_000_000

    enum OrderFlaw: CaseIterable {
        case remark, noID, lineID, createdAt, updatedAt, soldAt, closedAt, negative, tooMany, paid, gross
        case header, freight, lineFreight, twice, twiceOfMany, stated, returned, statedAt
        case subsidy, paidTogether, grossTogether, freightTogether, statedTogether, itemsTogether

        /// The field that is to be named.
        var field: String {
            switch self {
            case .remark: "seller_remark"
            case .noID: "order_id"
            case .lineID, .twice, .twiceOfMany: "line_id"
            case .createdAt: "created_at"
            case .updatedAt: "updated_at"
            case .soldAt: "sale_at"
            case .closedAt: "closed_at"
            case .negative, .tooMany, .itemsTogether: "quantity_milli"
            case .paid, .paidTogether: "paid_fen"
            case .gross, .grossTogether: "gross_fen"
            case .subsidy: "subsidies"
            case .header: "header_paid_fen"
            case .freight, .lineFreight, .freightTogether: "freight_fen"
            case .stated, .statedTogether: "refunded_fen"
            case .returned: "returned_milli"
            case .statedAt: "refunded_at"
            }
        }

        var order: Order {
            var order = Order.sample([.sample(statedFen: 300)])
            switch self {
            case .remark: order.sellerRemark = String(repeating: "好", count: 65)
            case .noID: order.orderID = ""
            case .lineID: order.lines[0].lineID = ""
            case .createdAt: order.createdAt = RecordFlawTests.late
            case .updatedAt: order.updatedAt = RecordFlawTests.late
            case .soldAt: order.lines[0].sale = .sale(RecordFlawTests.late)
            case .closedAt: order.lines[0].closedAt = RecordFlawTests.late
            case .negative: order.lines[0].quantity = Quantity(milli: -1)
            case .tooMany: order.lines[0].quantity = Quantity(milli: 1_000_000_000_001)
            case .paid: order.lines[0].paidFen = Fen(RecordFlawTests.fenMax + 1)
            case .gross: order.lines[0].grossFen = Fen(-RecordFlawTests.fenMax - 1)
            case .header: order.headerPaidFen = Fen(RecordFlawTests.fenMax + 1)
            case .freight: order.freightFen = Fen(RecordFlawTests.fenMax + 1)
            case .lineFreight: order.lines[0].freightFen = Fen(.min)
            case .twice: order.lines.append(.sample(paidFen: 5))
            case .twiceOfMany: order.lines += (2...20).map { .sample("L\($0)") } + [.sample("L7")]
            case .stated: order.lines[0].statedRefund?.refundedFen = Fen(RecordFlawTests.fenMax + 1)
            case .returned: order.lines[0].statedRefund?.returnedMilli = -1
            case .statedAt: order.lines[0].statedRefund?.refundedAt = RecordFlawTests.late
            case .subsidy: order.lines[0].subsidies.talentFen = Fen(-RecordFlawTests.fenMax - 1)
            case .paidTogether: order.each { $0.paidFen = Fen(RecordFlawTests.fenMax) }
            case .grossTogether: order.each { $0.grossFen = Fen(RecordFlawTests.fenMax) }
            case .freightTogether: order.each { $0.freightFen = Fen(RecordFlawTests.fenMax) }
            case .statedTogether: order.each { $0.statedRefund?.refundedFen = Fen(RecordFlawTests.fenMax) }
            case .itemsTogether: order.each { $0.quantity = Quantity(milli: 1_000_000_000_000) }
            }
            return order
        }
    }

    @Test("a flawed order is told by its field, with what to do", arguments: OrderFlaw.allCases)
    func orders(flaw: OrderFlaw) throws {
        let found = try #require(flaw.order.flaw)
        #expect(found.field == flaw.field)
        #expect(found.reason.text(in: .chinese).contains("，请"))
    }

    @Test("the largest amounts and texts are no flaw")
    func largest() {
        #expect(Order.sample([.sample(statedFen: 0)] + (2...20).map { .sample("L\($0)") }).flaw == nil)
        var order = Order.sample([.sample(statedFen: 0)])
        order.sellerRemark = String(repeating: "好", count: 64)
        order.headerPaidFen = Fen(Self.fenMax)
        order.lines[0].paidFen = Fen(Self.fenMax)
        order.lines[0].quantity = Quantity(milli: 1_000_000_000_000)
        #expect(order.flaw == nil)
    }

    @Test(
        "a flawed refund is told by its field",
        arguments: ["order_id", "refund_id", "refunded_at", "returned_milli", "refunded_fen"])
    func refunds(field: String) {
        var refund = Refund.sample()
        #expect(refund.flaw == nil)
        switch field {
        case "order_id": refund.orderID = ""
        case "refund_id": refund.refundID = ""
        case "refunded_at": refund.refundedAt = Self.late
        case "returned_milli": refund.returnedMilli = -1
        default: refund.refundedFen = Fen(Self.fenMax + 1)
        }
        #expect(refund.flaw?.field == field)
    }

    @Test("a success of 0 is no refund, but for a line beside others of its record that have more")
    func refundsOfNothing() {
        func flaw(_ refunds: Refund...) -> RecordFlaw? { AfterSale.all(of: refunds)[0].flaw }
        #expect(flaw(.sample(fen: 0, returnedMilli: 1_000))?.reason.code == "record.refund_of_nothing")
        #expect(flaw(.sample(fen: 0), .sample(of: "L2", fen: 0)) != nil)
        #expect(flaw(.sample(fen: 0), .sample(of: "L2", fen: 300)) == nil)
        #expect(flaw(.sample(fen: 0, .open)) == nil && flaw(.sample(fen: 0, .withoutRefund)) == nil)
        // Each line a record of its own: none speaks for another.
        #expect(flaw(.sample(fen: 0, listsAllLines: false), .sample(of: "L2", listsAllLines: false)) != nil)
    }

    @Test("refunds of a line that come to more than any line is paid are refused, and change nothing")
    func refundsTogether() throws {
        var kept = KeptOrder()
        // Half of them come before their order.
        for number in 0..<10 {
            if number == 5 { kept.land(.sample()) }
            try kept.land(refund: .sample("r-\(number)", fen: Self.fenMax / 10))
        }
        let flaw = #expect(throws: RecordFlaw.self) { try kept.land(refund: .sample("r-10", fen: 1)) }
        #expect(flaw?.field == "refunded_fen")
        #expect(kept.refunds.count == 10)
        #expect(kept.amounts(of: "a").refundedFen == Self.fenMax)
        try kept.land(refund: .sample("r-10", of: "L2", fen: 1))
        kept.expectSound("together")
    }

    @Test(
        "a refund that follows from the closing of its line does not count beside the record that replaces it"
    )
    func derivedRefund() throws {
        var kept = KeptOrder()
        kept.land(.sample([.sample(paidFen: Self.fenMax, closed: 6)]))
        try kept.land(refund: .sample(fen: Self.fenMax))
        #expect(kept.refunds.map(\.evidence) == [.record])
        kept.expectSound("derived")
    }

    @Test("a parked record tells where it stands and what is at stake, without a word of its body")
    func parked() throws {
        let order = OrderFlaw.paid.order
        let flaw = try #require(order.flaw)
        let record = ParkedRecord(flaw, of: order)
        #expect(record.path == "paid_fen" && record.reason == flaw.reason)
        #expect(record.body.hasPrefix("o-1 paid_fen ") && !record.isAfterSale)
        #expect(record.amountFen == order.lines[0].paidFen.amount)
        // Another version says something else.
        var other = order
        other.status = "other"
        #expect(ParkedRecord(flaw, of: other).bodyHash != record.bodyHash)
        let afterSale = AfterSale.all(of: [.sample(fen: 300)])[0]
        #expect(ParkedRecord(flaw, of: afterSale).path == "paid_fen")
        #expect(ParkedRecord(flaw, of: afterSale).amountFen == 300)
    }
}

extension Order {
    /// Changes 30,000 lines alike.
    fileprivate mutating func each(_ change: (inout OrderLine) -> Void) {
        lines = (1...30_000).map { .sample("L\($0)", statedFen: 0) }
        for place in lines.indices { change(&lines[place]) }
    }
}
