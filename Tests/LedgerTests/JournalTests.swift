import Domain
import Ledger
import Testing

@Suite("The journal's batches")
struct JournalTests {
    @Test("a batch has the hash that its lines give, computed elsewhere")
    func golden() {
        let head = BatchHead(number: 1, previousHash: "", bookedAt: Instant(milliseconds: 1_672_444_800_000))
        let batch = Journal.close(
            [entry("l1", paidFen: 1_000), entry("l\"2", partyID: nil, paidFen: 5)], head)
        #expect(batch.hash == "e903a3d69458306e407ec6f8ee6d41259646c0d99d9f0f8daf80c3b68001f404")
        #expect(Journal.isIntact(batch))
    }

    @Test("what was changed or moved no longer fits the hash")
    func broken() {
        let head = BatchHead(number: 1, previousHash: "", bookedAt: Instant(milliseconds: 0))
        let batch = Journal.close([entry("l1", paidFen: 1_000)], head)
        let other = BatchHead(number: 1, previousHash: "x", bookedAt: Instant(milliseconds: 0))
        #expect(
            !Journal.isIntact(
                ClosedBatch(head: head, entries: [entry("l1", paidFen: 1_001)], hash: batch.hash)))
        #expect(!Journal.isIntact(ClosedBatch(head: other, entries: batch.entries, hash: batch.hash)))
    }

    @Test("postings of one booking become one in the place of the first; what comes to nothing is dropped")
    func netting() {
        let head = BatchHead(number: 2, previousHash: "x", bookedAt: Instant(milliseconds: 0))
        let batch = Journal.close(
            [
                entry("l1", paidFen: 1_000), entry("l2", paidFen: 5),
                entry("l1", paidFen: 0, refundedFen: 400, cause: .change),
                entry("l2", paidFen: -5, cause: .reassigned),
                entry("l1", partyID: "b", paidFen: 1, cause: .reassigned),
            ], head)
        #expect(batch.entries.map(\.paidFen.amount) == [1_000, 1])
        #expect(batch.entries.map(\.refundedFen.amount) == [400, 0])
        #expect(batch.nettings.map(\.place) == [0, 1, 2, 3])
        #expect(batch.nettings.map { $0.entry == nil } == [false, true, true, true])
    }

    @Test("orders whose lines have the same ids are netted each by itself")
    func sameLineIDs() {
        let head = BatchHead(number: 2, previousHash: "x", bookedAt: Instant(milliseconds: 0))
        let postings = ["o1", "o2", "o3"].flatMap { order in
            [
                entry("#0", order: order, paidFen: 100),
                entry("#0", order: order, paidFen: order == "o2" ? -1 : -100, cause: .change),
            ]
        }
        let batch = Journal.close(postings, head)
        #expect(batch.entries.map(\.orderID) == ["o2"])
        #expect(batch.entries.map(\.paidFen) == [Fen(99)])
    }

    private func entry(
        _ lineID: String, order: String = "o1", partyID: String? = "a", paidFen: Int64,
        refundedFen: Int64 = 0,
        cause: JournalEntry.Cause = .sale
    ) -> JournalEntry {
        let day = Instant(milliseconds: 1_667_289_600_000).day
        return JournalEntry(
            channel: .douyin, shopID: "s1", orderID: order, lineID: lineID, leg: .sell, partyID: partyID,
            county: Region("410423"), category: "粮油", day: day, periodDay: day, cause: cause,
            paidFen: Fen(paidFen), refundedFen: Fen(refundedFen), grams: Grams(0))
    }
}
