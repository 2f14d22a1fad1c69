import Domain
import Store
import Testing

@Suite("Records that the store does not take")
struct RecordFlawTests {
    /// The year 54,803: milliseconds that were taken for seconds.
    private static let late = Instant(seconds: 1_667_264_400_000)

    enum Flaw: CaseIterable {
        case remark, noID, lineID, createdAt, updatedAt, soldAt, closedAt, quantity, tooMany, paid, gross,
            twice

        var order: Order {
            var order = Order("bad", lines: [OrderLine()])
            switch self {
            case .remark: order.sellerRemark = String(repeating: "好", count: 65)
            case .noID: order.orderID = ""
            case .lineID: order.lines[0].lineID = ""
            case .createdAt: (order.createdAt, order.lines[0].sale) = (late, .notSale(.gift))
            case .updatedAt: order.updatedAt = late
            case .soldAt: order.lines[0].sale = .sale(late)
            case .closedAt: order.lines[0].closedAt = late
            case .quantity: order.lines[0].quantity = Quantity(milli: -1)
            case .tooMany: order.lines[0].quantity = Quantity(milli: 1_000_000_000_001)
            case .paid: order.lines[0].paidFen = Fen(10_000_000_000_001)
            case .twice: order.lines.append(OrderLine(paidFen: 5))
            case .gross: order.lines[0].grossFen = Fen(-10_000_000_000_001)
            }
            return order
        }
    }

    @Test(
        "one is parked with its number and the reason, and the rest of its page lands",
        arguments: Flaw.allCases)
    func orders(flaw: Flaw) async throws {
        let temporary = try TemporaryStore()
        let others = (0..<30).map { Order("o\($0)", lines: [OrderLine()]) }
        let page = others.prefix(7) + [flaw.order] + others.dropFirst(7)
        for _ in 0..<2 {
            let counts = try await temporary.land(Array(page), readTo: .version(5))
            #expect(counts.parked == 1)
            #expect(counts.inserted + counts.unchanged == 30)
        }
        #expect(try await temporary.sums().total.orders == 30)
        #expect(try await temporary.sums().proof.parkedRecords == 1)
        #expect(try await temporary.store.readTo(source: "shop-1", feed: "orders") == .version(5))
        try await temporary.expectSound()
    }

    @Test("an order that comes again and can be stored is parked no longer")
    func again() async throws {
        let temporary = try TemporaryStore()
        try await temporary.land([Flaw.remark.order])
        try await temporary.land([Order("bad", lines: [OrderLine()])])
        #expect(try await temporary.sums().proof.parkedRecords == 0)
        #expect(try await temporary.sums().total.orders == 1)
    }

    @Test("refunds of a line are parked where they come to more than any line is paid")
    func refundsTogether() async throws {
        let temporary = try TemporaryStore()
        let refunds = (0..<120).map { Refund("r\($0)", fen: 1_000_000_000_000) }
        // Half of them come before their order.
        try await temporary.land(refunds: Array(refunds.prefix(60)))
        for _ in 0..<2 {
            try await temporary.land([Order(lines: [OrderLine()])], refunds: refunds)
            #expect(try await temporary.sums().total.refundedFen == 10_000_000_000_000)
            #expect(try await temporary.sums().proof.parkedRecords == 110)
            try await temporary.expectSound()
        }
    }

    @Test("what is parked stays while an older version, or the stored one, is read again")
    func olderVersions() async throws {
        let temporary = try TemporaryStore()
        var newer = Flaw.remark.order
        newer.updatedAt = .version(3)
        try await temporary.land([Order("bad", version: 2, lines: [OrderLine()])])
        try await temporary.land([newer])
        for version in 1...2 {
            try await temporary.land([Order("bad", version: Int64(version), lines: [OrderLine()])])
            #expect(try await temporary.sums().proof.parkedRecords == 1)
        }
        try await temporary.land([Order("bad", version: 3, lines: [OrderLine()])])
        #expect(try await temporary.sums().proof.parkedRecords == 0)
    }

    @Test("a refund is parked, and its order keeps what it was paid")
    func refunds() async throws {
        let temporary = try TemporaryStore()
        var dated = Refund("r1", fen: 1)
        dated.refundedAt = Self.late
        let refunds = [
            Refund("r5", fen: 7), dated, Refund("r2", fen: 1, returnedMilli: -1),
            Refund("r3", fen: 10_000_000_000_001), Refund("", fen: 1),
        ]
        let counts = try await temporary.land([Order(lines: [OrderLine()])], refunds: refunds)
        #expect(counts.parked == 4 && counts.refunds == 1)
        #expect(try await temporary.sums().total.refundedFen == 7)
        #expect(try await temporary.sums().proof.parkedRecords == 4)
        try await temporary.expectSound()
    }
}
