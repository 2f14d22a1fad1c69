import Domain
import GRDB
import Store
import Testing

@Suite("The tables of the journal")
struct JournalTests {
    let temporary: TemporaryStore

    init() throws { temporary = try TemporaryStore() }

    @Test(
        "entries and batches are history: nobody changes or deletes them, whoever asks",
        arguments: [
            "UPDATE entry SET paid_fen = paid_fen + 1", "DELETE FROM entry", "UPDATE batch SET hash = 'x'",
            "DELETE FROM batch",
        ])
    func history(sql: String) async throws {
        try await temporary.land(Order(lines: [OrderLine()]))
        try await temporary.post()
        #expect(throws: DatabaseError.self) { try temporary.damage(sql) }
        #expect(try await temporary.ask("SELECT count(*), sum(paid_fen) FROM entry") == [["1", "1000"]])
        #expect(try await temporary.ask("SELECT count(*) FROM batch WHERE hash <> 'x'") == [["1"]])
    }

    @Test("what waits is a queue: it may be deleted, and is when it is booked")
    func queue() async throws {
        try await temporary.land(Order(lines: [OrderLine()]), Order("o2", lines: [OrderLine()]))
        #expect(
            try await temporary.ask("SELECT number, order_id FROM v_pending") == [["1", "o1"], ["2", "o2"]])
        try temporary.damage("DELETE FROM pending WHERE order_id = 'o1'")
        try await temporary.post()
        #expect(try await temporary.ask("SELECT count(*) FROM pending") == [["0"]])
        #expect(try await temporary.ask("SELECT batch, number, order_id FROM v_entry") == [["1", "1", "o2"]])
    }

    @Test("what cancels out is taken off the queue and makes no batch")
    func nothing() async throws {
        try await temporary.land(Order(lines: [OrderLine()]))
        try await temporary.land(Order(version: 2, lines: [OrderLine(sale: .notSale(.closedUnpaid))]))
        try await temporary.post()
        #expect(
            try await temporary.ask("SELECT (SELECT count(*) FROM pending), count(*) FROM batch") == [
                ["0", "0"]
            ])
        try await temporary.land(Order("o2", lines: [OrderLine(paidFen: 70)]))
        try await temporary.post()
        #expect(try await temporary.ask("SELECT batch, paid_fen FROM v_entry") == [["1", "70"]])
    }
}
