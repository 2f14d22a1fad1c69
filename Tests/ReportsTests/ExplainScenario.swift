import Domain
import Reports

/// Orders to explain: one with everything, one with as little as can be.
enum ExplainScenario {
    static let saleAt = Instant(milliseconds: 1_667_262_600_000)

    static func report(isPresent: Bool = true) -> ExplainReport {
        let order = Order(
            channel: .p832, shopID: "4463798", orderID: "4800100200300400500", status: "5",
            createdAt: saleAt.advanced(byMilliseconds: -60_000), paidAt: saleAt,
            updatedAt: saleAt.advanced(byMilliseconds: 86_400_000), headerPaidFen: Fen(1_305_970),
            freightFen: Fen(1200),
            buyer: .organisation(purchaserID: "CG-77", name: "河南师范大学"),
            buyerPlace: Place(region: Region("410711"), province: "河南省", city: "新乡市", county: "牧野区"),
            fundSource: .canteen, lines: [cabbage, mushrooms])
        return ExplainReport(
            order: order, versions: versions,
            decidedBy: .init(
                roster: 3, loadedAt: saleAt.advanced(byMilliseconds: 95_000_000), isPresent: isPresent),
            lines: [cabbageLine(order), mushroomLine(order)],
            orphanRefunds: [refund(order, line: "9", fen: 300, milli: 0, state: .open)],
            journal: journal(order))
    }

    static var bare: ExplainReport {
        let line = OrderLine(
            lineID: "#0", title: "未知商品", quantity: Quantity(milli: 1000), grossFen: Fen(100),
            grossOrigin: .summed,
            paidFen: .zero, paidOrigin: .lessFreight, sale: .notSale(.sample))
        let order = Order(
            channel: .douyin, shopID: "1", orderID: "2", status: "?", createdAt: nil, paidAt: nil,
            updatedAt: saleAt,
            headerPaidFen: nil, lines: [line])
        let known = ExplainReport.Line(
            line: line, refundedFen: .zero, refunds: [], grams: nil, weightEvidence: .none, county: nil,
            category: "",
            credits: [], lost: [])
        return ExplainReport(order: order, versions: [], lines: [known], journal: [])
    }

    private static let cabbage = OrderLine(
        lineID: "1", productID: "P1", skuID: "S1", title: "新乡白菜",
        quantity: Quantity(milli: 13_500, unit: .tonne),
        grossFen: Fen(1_400_000), grossOrigin: .multiplied, paidFen: Fen(1_300_000), paidOrigin: .stated,
        subsidies: Subsidies(shopFen: Fen(90_000), stateFen: Fen(10_000)), sale: .sale(saleAt), hostID: "h-1",
        roomID: "r-1", category: "蔬菜")
    private static let mushrooms = OrderLine(
        lineID: "2", title: "香菇", spec: "500g/1000g", quantity: Quantity(milli: 3000), grossFen: Fen(5970),
        grossOrigin: .stated, paidFen: Fen(5970), paidOrigin: .spread, sale: .sale(saleAt),
        closedAt: saleAt.advanced(byMilliseconds: 3_600_000))

    private static let versions: [ExplainReport.Version] = [
        .init(
            kind: .api, source: "p832-henan", fetchedAt: saleAt.advanced(byMilliseconds: 90_000_000),
            updatedAt: saleAt.advanced(byMilliseconds: 86_400_000), pageHash: "3fa17c", outcome: .applied),
        .init(
            kind: .file, source: "p832-henan", file: "orders.xlsx",
            fetchedAt: saleAt.advanced(byMilliseconds: 90_100_000),
            updatedAt: saleAt, pageHash: "77aa01", outcome: .older),
        .init(
            kind: .erp, source: "聚水潭", fetchedAt: saleAt.advanced(byMilliseconds: 90_200_000),
            updatedAt: saleAt, pageHash: "90cc2f", outcome: .filled),
    ]

    private static func cabbageLine(_ order: Order) -> ExplainReport.Line {
        let party = Party(id: "uni-1", name: "河南师范大学", kind: .university, region: nil, organisation: "")
        return ExplainReport.Line(
            line: cabbage, refundedFen: Fen(50_000),
            refunds: [refund(order, line: "1", fen: 50_000, milli: 500, state: .succeeded)],
            grams: Grams(13_000_000),
            weightEvidence: .quantityUnit, county: Region("410711"), category: "蔬菜",
            credits: [
                .init(
                    credit: Credit(
                        unassigned: .sell, share: .whole, reason: .outsideTenure, evidence: .hostID),
                    party: nil, evidenceValue: "h-1", paidFen: Fen(1_300_000), refundedFen: Fen(50_000),
                    grams: Grams(13_000_000)),
                .init(
                    credit: Credit(leg: .buy, partyID: "uni-1", share: .whole, evidence: .purchaserID),
                    party: party,
                    evidenceValue: "CG-77", paidFen: Fen(1_300_000), refundedFen: Fen(50_000),
                    grams: Grams(13_000_000)),
            ],
            lost: [
                .init(
                    leg: .buy, evidence: .purchaserName, partyIDs: ["uni-1", "uni-2"],
                    why: Notice("attribution.overruled"))
            ])
    }

    private static func mushroomLine(_ order: Order) -> ExplainReport.Line {
        ExplainReport.Line(
            line: mushrooms, refundedFen: Fen(5970),
            refunds: [refund(order, line: "2", fen: 5970, milli: 0, state: .succeeded, isDerived: true)],
            grams: nil,
            weightEvidence: .none, county: nil, category: "", credits: [], lost: [])
    }

    static func refund(
        _ order: Order, line: String, fen: Int64, milli: Int64, state: Refund.State, isDerived: Bool = false
    ) -> ExplainReport.RefundRecord {
        let at = saleAt.advanced(byMilliseconds: 7_200_000)
        return ExplainReport.RefundRecord(
            refund: Refund(
                channel: order.channel, shopID: order.shopID, orderID: order.orderID, lineID: line,
                refundID: isDerived ? "" : "AS-\(line)", state: state, refundedFen: Fen(fen),
                returnedMilli: milli,
                refundedAt: at, updatedAt: at),
            isDerived: isDerived)
    }

    private static func journal(_ order: Order) -> [ExplainReport.BookedEntry] {
        [
            (Int64(7), BookingCause.sale, Int64(1_300_000), Int64(0), Int64(13_500_000)),
            (9, .change, 0, 50_000, -500_000),
        ].map { batch, cause, paid, refunded, grams in
            .init(
                batch: batch, bookedAt: saleAt.advanced(byMilliseconds: batch * 100_000_000),
                entry: JournalEntry(
                    line: batch + 10,
                    booking: Booking(
                        channel: order.channel, shopID: order.shopID, orderID: order.orderID, lineID: "1",
                        leg: .buy, partyID: "uni-1", reason: nil, county: Region("410711"), category: "蔬菜",
                        day: saleAt.day),
                    cause: cause, periodDay: saleAt.day.advanced(by: batch == 9 ? 30 : 0),
                    sums: CreditSums(
                        lines: batch == 7 ? 1 : 0, grossFen: paid, paidFen: paid, refundedFen: refunded,
                        grams: grams, weighedPaidFen: paid)))
        }
    }
}
