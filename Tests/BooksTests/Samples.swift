import Domain

@testable import Books

extension Instant {
    /// An hour of a day of November 2022 in Beijing.
    static func november(_ day: Int, hour: Int = 12) -> Instant {
        Instant(seconds: Int64(1_667_232_000 + ((day - 1) * 24 + hour) * 3600))
    }
}

extension BusinessDay {
    static func november(_ day: Int) -> BusinessDay { Instant.november(day).day }
}

extension OrderLine {
    /// A line of 10.00 yuan and 2.5 kg that was sold on the 5th.
    static func sample(
        _ lineID: String = "L1", paidFen: Int64 = 1000, hostID: String = "host-a", closed day: Int? = nil,
        freightFen: Int64 = 0, statedFen: Int64? = nil, statedOn statedDay: Int = 6
    ) -> OrderLine {
        OrderLine(
            lineID: lineID, title: "示例粉条", quantity: Quantity(milli: 2500, unit: .kilogram),
            grossFen: Fen(paidFen), grossOrigin: .stated, paidFen: Fen(paidFen), paidOrigin: .stated,
            freightFen: Fen(freightFen), sale: .sale(.november(5)), closedAt: day.map { .november($0) },
            statedRefund: statedFen.map {
                StatedRefund(refundedFen: Fen($0), refundedAt: .november(statedDay))
            },
            hostID: hostID)
    }
}

extension Order {
    /// An order of the 5th, as it was on a later day.
    static func sample(
        _ lines: [OrderLine] = [.sample()], updated day: Int = 6, remark: String = "",
        unstated: OrderFields = []
    ) -> Order {
        Order(
            channel: .douyin, shopID: "4463798", orderID: "o-1", status: "", createdAt: .november(5, hour: 9),
            paidAt: .november(5), updatedAt: .november(day), headerPaidFen: nil, sellerRemark: remark,
            lines: lines, unstated: unstated)
    }
}

extension Refund {
    /// An after-sale of the sample order; it was last touched on the day of its date, unless said.
    static func sample(
        _ refundID: String = "r-1", of lineID: String = "L1", fen: Int64 = 300, returnedMilli: Int64 = 0,
        _ state: State = .succeeded, on day: Int = 10, updated updateDay: Int? = nil,
        listsAllLines: Bool = true
    ) -> Refund {
        Refund(
            channel: .douyin, shopID: "4463798", orderID: "o-1", lineID: lineID, refundID: refundID,
            state: state, refundedFen: Fen(fen), returnedMilli: returnedMilli, refundedAt: .november(day),
            updatedAt: .november(updateDay ?? day), listsAllLines: listsAllLines)
    }
}

extension Order {
    /// The line of a number.
    func line(_ lineID: String) -> OrderLine? { lines.first { $0.lineID == lineID } }
}
