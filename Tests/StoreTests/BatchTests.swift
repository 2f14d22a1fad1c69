import Domain
import Ledger
import Store
import Testing

@Suite("Batches of the journal")
struct BatchTests {
    let temporary: TemporaryStore

    init() throws { temporary = try TemporaryStore() }

    @Test("what waits is pending until it is booked, over as many batches as it takes")
    func pending() async throws {
        try await temporary.land((1...5).map { Order("o\($0)", lines: [OrderLine()]) })
        #expect(try await temporary.sums().proof.pendingFen == 5_000)
        let batches = try await temporary.post(limit: 2)
        #expect(batches.map(\.entries.count) == [2, 2, 1])
        #expect(batches.map(\.head.number) == [1, 2, 3])
        let proof = try await temporary.sums().proof
        #expect(proof.pendingFen == 0 && proof.journalNetFen == 5_000)
        #expect(try await temporary.bookedEntries().count == 5)
        try await temporary.expectSound()
    }

    @Test("what is posted after a netted batch waits for the next one and breaks no hash")
    func afterNetting() async throws {
        // The refund is netted into its sale: the last waiting number goes unused.
        try await temporary.land([Order(lines: [OrderLine()])], refunds: [Refund()])
        try await temporary.post()
        try await temporary.land([Order("o2", lines: [OrderLine(paidFen: 70)])])
        #expect(try await temporary.sums().proof.pendingFen == 70)
        try await temporary.expectSound()
        let batches = try await temporary.post()
        #expect(batches.flatMap(\.entries).map(\.paidFen) == [Fen(70)])
        #expect(try await temporary.bookedEntries().map(\.refundedFen) == [Fen(400), .zero])
        try await temporary.expectSound()
    }

    @Test("what cancels out is booked nowhere, and what waits behind it is")
    func cancelled() async throws {
        try await temporary.land([Order(lines: [OrderLine()])])
        try await temporary.land([Order(version: 2, lines: [OrderLine(sale: .notSale(.closedUnpaid))])])
        try await temporary.land([Order("o2", lines: [OrderLine(paidFen: 70)])])
        let batches = try await temporary.post(limit: 2)
        #expect(batches.map(\.head.number) == [1])
        #expect(try await temporary.bookedEntries().map(\.orderID) == ["o2"])
        try await temporary.expectSound()
    }

    @Test("a story tells what is booked and what waits")
    func story() async throws {
        try await temporary.land([Order(lines: [OrderLine()])])
        try await temporary.post()
        try await temporary.land(refunds: [Refund()])
        let story = try await temporary.story()
        #expect(story.journal.map(\.batch) == [1])
        #expect(story.journal.map(\.entry.paidFen) == [Fen(1_000)])
        #expect(story.waiting.map(\.refundedFen) == [Fen(400)])
        let line = try #require(story.lines["l1"])
        #expect(line.refundedFen == Fen(400) && line.grams == Grams(1_010))
        #expect(line.county?.code == 411_422 && line.category == "粮油")
        #expect(line.credits.map(\.credit.partyID) == ["a"])
        #expect(story.pageHash == "00" && story.pageName == "p" && story.fetchedAt == .sale)
    }
}
