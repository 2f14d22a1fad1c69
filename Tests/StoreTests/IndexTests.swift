import Domain
import Testing

/// How SQLite goes about the questions that must not grow with the store.
@Suite("Questions that use an index")
struct IndexTests {
    private func plan(_ sql: String) async throws -> [String] {
        let temporary = try TemporaryStore()
        try await temporary.land(Order(lines: [OrderLine(), OrderLine("l2", host: "h9")]))
        return try await temporary.ask("EXPLAIN QUERY PLAN \(sql)").map { $0[3] }
    }

    @Test(
        "the credits of a party are looked up by the party",
        arguments: [
            "SELECT * FROM v_credit WHERE party = 'a'",
            "SELECT sum(net_fen) FROM v_credit WHERE party = 'a' AND leg = 'sell' AND month = '2022-12'",
            "SELECT month, channel, sum(paid_fen) FROM v_credit WHERE party = 'a' AND is_headline GROUP BY 1, 2",
        ])
    func ofParty(sql: String) async throws {
        let plan = try await plan(sql)
        #expect(plan.contains { $0.contains("SEARCH c USING INDEX credit_party (party=?)") }, "\(plan)")
        #expect(!plan.contains { $0.hasPrefix("SCAN") }, "\(plan)")
    }

    @Test(
        "what nobody has is read from the most money down, nothing is sorted",
        arguments: [
            "SELECT * FROM v_unassigned ORDER BY paid_fen DESC",
            "SELECT order_id, candidates FROM v_unassigned WHERE leg = 'sell' ORDER BY paid_fen DESC LIMIT 20",
        ])
    func unassigned(sql: String) async throws {
        let plan = try await plan(sql)
        #expect(plan.contains { $0.contains("SEARCH c USING INDEX credit_party (party=?)") }, "\(plan)")
        #expect(!plan.contains { $0.hasPrefix("SCAN") || $0.contains("TEMP B-TREE FOR ORDER BY") }, "\(plan)")
    }

    @Test(
        "one order, its lines, refunds and page are looked up by their keys",
        arguments: [
            "SELECT * FROM v_order WHERE order_key = 1", "SELECT * FROM v_line WHERE order_key = 1",
            "SELECT p.* FROM v_order o JOIN v_page p ON p.page = o.page WHERE o.order_key = 1",
        ])
    func ofOrder(sql: String) async throws {
        let plan = try await plan(sql)
        #expect(!plan.contains { $0.hasPrefix("SCAN") }, "\(plan)")
    }
}
