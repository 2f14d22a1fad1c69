import Domain

/// Small facts of which the right answer can be worked out by hand.
enum Samples {
    static let shop = Account(id: "a-1", platform: "douyin", channel: .douyin, shopID: "4463798")

    /// A unit holds host-1 and a campaign runs from the 5th to the 8th of November.
    static let roster = RosterFacts(
        parties: [Party(id: "p-1", name: "", kind: .unit, region: nil, organisation: "")],
        identities: [Identity(partyID: "p-1", platform: "", kind: .host, value: "host-1", span: DaySpan())],
        campaigns: [
            Campaign(
                id: "c-1", name: "",
                span: DaySpan(from: BusinessDay("2022-11-05"), to: BusinessDay("2022-11-09")),
                channel: nil, category: "", region: nil, partyID: "")
        ])

    static func at(_ text: String) -> Instant { Instant(iso: text) ?? Instant(milliseconds: 0) }

    /// A line that was sold on the 5th of November, and weighs 2.5 kg.
    static func line(
        _ lineID: String = "L1", paidFen: Int64 = 1000, hostID: String = "host-1", closedAt: String? = nil,
        freightFen: Int64 = 0, stated: StatedRefund? = nil
    ) -> OrderLine {
        OrderLine(
            lineID: lineID, title: "示例粉条", quantity: Quantity(milli: 2500, unit: .kilogram),
            grossFen: Fen(paidFen), grossOrigin: .stated, paidFen: Fen(paidFen), paidOrigin: .stated,
            freightFen: Fen(freightFen), sale: .sale(at("2022-11-05 12:00")), closedAt: closedAt.map(at),
            statedRefund: stated, hostID: hostID)
    }

    static func order(
        id orderID: String = "o-1", updatedAt: String = "2022-11-05 13:00", _ lines: [OrderLine],
        unstated: OrderFields = []
    ) -> Order {
        Order(
            channel: shop.channel, shopID: shop.shopID, orderID: orderID, status: "",
            createdAt: at("2022-11-05 11:00"), paidAt: at("2022-11-05 12:00"), updatedAt: at(updatedAt),
            headerPaidFen: nil, lines: lines, unstated: unstated)
    }

    static func refund(_ lineID: String, fen: Int64, on day: String) -> Refund {
        Refund(
            channel: shop.channel, shopID: shop.shopID, orderID: "o-1", lineID: lineID,
            refundID: "r-\(lineID)",
            state: .succeeded, refundedFen: Fen(fen), returnedMilli: 0, refundedAt: at("\(day) 09:00"),
            updatedAt: at("\(day) 09:00"))
    }

    static func page(_ orders: [Order], _ refunds: [Refund] = []) -> Page {
        Page(
            account: shop, kind: .api, fetchedAt: fetchedAt, orders: orders, afterSales: refunds.map { [$0] })
    }

    static func file(_ rows: [Order], parked: [ParkedRecord] = []) -> RowsFile {
        RowsFile(account: shop, fetchedAt: fetchedAt, rows: rows, parked: parked)
    }

    private static let fetchedAt = at("2022-12-20 00:00")
}

extension NaiveBooks {
    /// Books with a roster on disk.
    init(_ roster: RosterFacts) {
        self.init()
        replaceRoster(by: roster)
    }

    /// The answer for the days, November unless said.
    func answer(
        from: String = "2022-11-01", to: String = "2022-11-30", by key: ReportKey = .party,
        dated: ReportScope.Dating = .paid
    ) -> Answer {
        guard let first = BusinessDay(from), let last = BusinessDay(to) else { return Answer() }
        return report(ReportScope(from: first, to: last, by: key, dated: dated))
    }
}
