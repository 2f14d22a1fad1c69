import Domain

extension BusinessDay {
    /// 2022-11-01, the day of the samples.
    static let sale = Instant.sale.day
}

extension Instant {
    static let created = beijing("2022-10-31T23:00:00")
    static let sale = beijing("2022-11-01T08:00:00")

    /// An instant of Beijing time; the epoch where it is none.
    static func beijing(_ text: String) -> Instant { Instant(iso: text) ?? Instant(seconds: 0) }

    /// The update time of the n-th version.
    static func version(_ number: Int64) -> Instant { sale.advanced(byMilliseconds: number * 60_000) }
}

extension Order {
    /// An order of the samples: created the evening before, paid on 2022-11-01.
    init(
        _ orderID: String = "o1", shopID: String = "s1", version: Int64 = 1, headerPaidFen: Int64? = nil,
        buyer: Buyer = .person, lines: [OrderLine], unstated: OrderFields = []
    ) {
        self.init(
            channel: .douyin, shopID: shopID, orderID: orderID, status: "2", createdAt: .created,
            paidAt: .sale,
            updatedAt: .version(version), headerPaidFen: headerPaidFen.map(Fen.init), buyer: buyer,
            lines: lines,
            unstated: unstated)
    }
}

extension OrderLine {
    /// A line of two pieces of product p1, sold by h1 on 2022-11-01.
    init(
        _ lineID: String = "l1", paidFen: Int64 = 1_000, host: String = "h1", product: String = "p1",
        sale: SaleState = .sale(.sale), closedAt: Instant? = nil
    ) {
        self.init(
            lineID: lineID, productID: product, title: "大米", quantity: Quantity(milli: 2_000),
            grossFen: Fen(paidFen + 200), grossOrigin: .stated, paidFen: Fen(paidFen), paidOrigin: .stated,
            sale: sale, closedAt: closedAt, hostID: host)
    }
}

extension Refund {
    /// A refund of line l1 of order o1, on 2022-11-05.
    init(
        _ refundID: String = "r1", order: String = "o1", line: String = "l1", state: State = .succeeded,
        fen: Int64 = 400, returnedMilli: Int64 = 0, version: Int64 = 1
    ) {
        self.init(
            channel: .douyin, shopID: "s1", orderID: order, lineID: line, refundID: refundID, state: state,
            refundedFen: Fen(fen), returnedMilli: returnedMilli, refundedAt: .beijing("2022-11-05T12:00:00"),
            updatedAt: .version(version))
    }
}

extension ParkedRecord {
    /// A record of order o1 that nobody could read.
    init(
        order: String = "o1", line: String = "", refund: String = "", version: Int64? = nil,
        body: String = "{}"
    ) {
        self.init(
            path: "data.list[0]", reason: Notice("record.amount_out_of_range"), orderID: order, lineID: line,
            refundID: refund, updatedAt: version.map(Instant.version), body: body)
    }
}
