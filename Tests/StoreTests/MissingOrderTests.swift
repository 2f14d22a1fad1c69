import Domain
import SeededRandomness
import Testing

@testable import Store

@Suite("The orders that after-sales wait for")
struct MissingOrderTests {
    private static let now = Instant.beijing("2022-12-05T08:00:00")
    private static let dayBefore = now.advanced(byMilliseconds: -86_400_000)
    let temporary: TemporaryStore

    init() throws { temporary = try TemporaryStore() }

    private func missing(_ source: String = "shop-1", limit: Int = 10) async throws -> [String] {
        try await temporary.store.missingOrders(
            of: source, lookup: "order_lookup", askedBefore: Self.dayBefore, limit: limit
        ).map { $0.shopID == "s1" ? $0.orderID : "\($0.shopID) \($0.orderID)" }
    }

    /// Notes that the order was asked for, so long before now.
    private func ask(
        _ orderID: String, hoursAgo: Int64, source: String = "shop-1", feed: String = "order_lookup"
    ) async throws {
        try await temporary.land(
            Delivery(
                source: source, feed: feed,
                fetchedAt: Self.now.advanced(byMilliseconds: -hoursAgo * 3_600_000),
                cursor: PageFacts.cursor(of: OrderKey(channel: .douyin, shopID: "s1", orderID: orderID))))
    }

    @Test("are those of succeeded after-sales of the source whose order is not there; each once")
    func orphans() async throws {
        try await temporary.land(
            Delivery(
                orders: [[Order(lines: [OrderLine()])]],
                refunds: [
                    // Its order is there, its line is not.
                    Refund("r1", line: "l9", fen: 100),
                    Refund("r2", order: "o2", fen: 100), Refund("r3", order: "o2", line: "l2", fen: 50),
                    Refund("r4", order: "o3", state: .open, fen: 100),
                    Refund("r5", order: "o4", fen: 100),
                ]))
        try await temporary.land(
            Delivery(refunds: [Refund("r6", order: "o5", fen: 100)], source: "shop-2"))

        // The same number in another shop is another order.
        var other = Refund("r7", order: "o4", fen: 100)
        other.shopID = "s9"
        try await temporary.land(Delivery(refunds: [other]))

        #expect(try await missing() == ["o2", "o4", "s9 o4"])
        #expect(try await missing("shop-2") == ["o5"])
        #expect(try await missing("shop-3") == [])
        #expect(try await missing(limit: 1) == ["o2"])

        try await temporary.land(Order("o2", lines: [OrderLine()]))
        #expect(try await missing() == ["o4", "s9 o4"])
    }

    @Test(
        "are not told for a day after they were asked for, then those first that were asked for longest ago")
    func asked() async throws {
        let refunds = (1...5).map { Refund("r\($0)", order: "o\($0)1", fen: 100) }
        try await temporary.land(Delivery(refunds: refunds))
        try await temporary.land(Delivery(refunds: [Refund("r6", order: "o91", fen: 1)], source: "shop-2"))
        try await ask("o11", hoursAgo: 23)
        try await ask("o21", hoursAgo: 24)
        try await ask("o31", hoursAgo: 90)
        try await ask("o31", hoursAgo: 25)
        // Other sources and feeds have other pages.
        try await ask("o41", hoursAgo: 1, source: "shop-2")
        try await ask("o51", hoursAgo: 1, feed: "orders")

        #expect(try await missing() == ["o41", "o51", "o31", "o21"])
        #expect(try await missing(limit: 3) == ["o41", "o51", "o31"])
    }

    @Test(
        "are not asked for while the platform's own record of them is parked; a file's row is another matter")
    func parked() async throws {
        let read = ReadSpan(from: Self.dayBefore, to: Self.now)
        let record = ParkedRecord(path: "p", reason: .verbatim("x"), orderID: "o2", body: "")
        try await temporary.land(Delivery(refunds: [Refund("r1", order: "o2", fen: 100)]))
        try await temporary.land(Delivery(parked: [record], kind: .file))
        #expect(try await missing() == ["o2"])
        // An answer for a single order has no window.
        try await temporary.land(Delivery(parked: [record], feed: "order_lookup"))
        #expect(try await missing() == ["o2"])
        try await temporary.land(Delivery(parked: [record], read: read))
        #expect(try await missing() == [])
    }

    @Test("are found from the days that have any, by keys")
    func plan() async throws {
        try await temporary.land(Delivery(refunds: [Refund("r1", order: "o2", fen: 100)]))
        let plan = try await temporary.ask(
            "EXPLAIN QUERY PLAN \(OrderStore.missingSQL.replacing(":source", with: "1"))"
        ).map { $0[3] }

        #expect(plan.contains { $0.hasPrefix("SCAN d USING INDEX daily_read_orphans") }, "\(plan)")
        #expect(
            plan.contains { $0.hasPrefix("SEARCH r USING INDEX refund_day (day=? AND shop=?)") }, "\(plan)")
        #expect(plan.count { $0.hasPrefix("SCAN") } == 1, "\(plan)")
    }
}
