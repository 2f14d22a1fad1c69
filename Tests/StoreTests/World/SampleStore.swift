import Domain
import Store

extension TemporaryStore {
    /// Both legs, shared credits, several days and cells, API and file, refunds of every evidence, orphans, a header gap,
    /// no sales, two versions of the roster, two batches, something that waits, a parked row.
    static func sample() async throws -> TemporaryStore {
        let temporary = try TemporaryStore()
        let span = ReadSpan(from: .sale, to: .version(9_000))
        try await temporary.land(Delivery(orders: firstOrders, read: span))
        try await temporary.land(Delivery(refunds: firstRefunds, feed: "refunds", read: span))
        try await temporary.post()

        let second = Order(
            "o2", version: 2,
            lines: [
                OrderLine("l1", host: "h4"), OrderLine("l2", product: "p2", sale: later),
                OrderLine("l3", paidFen: 70, sale: .notSale(.sample)),
            ])
        try await temporary.land(
            Delivery(orders: [[second], [fourth]], fetchedAt: .beijing("2022-12-02T08:00:00")))
        try await temporary.post(at: .beijing("2022-12-02T09:00:00"))

        var fileOrder = fourth
        fileOrder.sellerRemark = "自提"
        try await temporary.land(
            Delivery(
                orders: [[fileOrder], [Order("o5", lines: [OrderLine("#0", host: "h1")])]],
                parked: [ParkedRecord(order: "o5", line: "l2")], kind: .file, feed: "douyin-orders",
                crediting: .other, fetchedAt: .beijing("2022-12-03T08:00:00")))
        try await temporary.land(
            Delivery(
                refunds: [Refund("r5", order: "o4", fen: 1, returnedMilli: 500)], feed: "refunds",
                crediting: .other))
        try await temporary.report([(.sale, 100), (.sale.advanced(by: 1), nil)], at: "2022-12-04T08:00:00")
        try await temporary.report([(.sale, 250)], at: "2022-12-05T08:00:00")
        return temporary
    }

    /// Lands what people say was sold on days, in fen.
    func report(_ said: [(day: BusinessDay, fen: Int64?)], at time: String) async throws {
        var page = SelfReportPage()
        page.reports = said.enumerated().map { place, said in
            var figures = SelfReport.Figures()
            (figures.fen, figures.quantity) = (said.fen.map { Fen($0) }, Quantity(milli: 12_000))
            return (SelfReport(SelfReport.Key(day: said.day, reporter: "甲村书记"), figures), place + 2)
        }
        let facts = PageFacts(
            feed: SelfReport.format, window: nil, cursor: "1", file: "daily.csv", hash: time,
            fetchedAt: .beijing(time))
        try await store.write { [page] session in
            let known = try session.sources()[SelfReport.source]
            let source = try session.admit(
                SourceFacts(name: SelfReport.source, platform: SelfReport.source, shopID: "", api: nil),
                known: known)
            _ = try session.land(page, facts, source: source.number)
        }
    }

    private static let later = SaleState.sale(.version(3_000))

    private static var firstOrders: [[Order]] {
        let unit = Buyer.organisation(purchaserID: "u1", name: "示例大学")
        return [
            [
                Order(
                    "o1", headerPaidFen: 2_500, buyer: unit,
                    lines: [OrderLine("l1", host: "h5"), OrderLine("l2", host: "h9")])
            ],
            [
                Order(
                    "o2",
                    lines: [
                        OrderLine("l1", host: "h3"), OrderLine("l2", product: "p2", sale: later),
                        OrderLine("l3", paidFen: 70, sale: .notSale(.sample)),
                        OrderLine("l4", sale: .notSale(.gift)),
                    ])
            ],
            [Order("o3", lines: [OrderLine("l1", host: "two", closedAt: .version(5_000))])],
        ]
    }

    private static var fourth: Order {
        var second = OrderLine("l2", product: "")
        second.statedRefund = StatedRefund(refundedFen: Fen(200), refundedAt: .version(8_000))
        second.subsidies.platformFen = Fen(30)
        return Order("o4", lines: [OrderLine("l1", product: "p2"), second])
    }

    private static let firstRefunds = [
        Refund("r1", order: "o1", fen: 400), Refund("r2", order: "o2", line: "l3", fen: 20),
        Refund("r3", order: "o9", fen: 33), Refund("r4", order: "o2", line: "l9", fen: 44),
    ]
}
