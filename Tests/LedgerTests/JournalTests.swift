import Domain
import Ledger
import Testing

@Suite("The journal's batches")
struct JournalTests {
    @Test("a batch has the hash that its lines give, computed elsewhere")
    func golden() {
        let batch = Journal.seal(
            [
                .sample(sums: CreditSums(lines: 1, paidFen: 1_000)),
                .sample(line: "l\"2", party: nil, reason: .ambiguous, sums: CreditSums(lines: 1, paidFen: 5)),
            ], .first)
        #expect(batch.hash == "406b80e283e698cf554af674c09f514133cc8a8bde0c22cf30df2c41df1d1ea5")
        #expect(Journal.isIntact(batch))
    }

    @Test("a batch that is hashed in several pieces has the hash of the whole")
    func manyLines() {
        let pending = (1...1_000).map { PendingEntry.sample(line: "l\($0)", sums: CreditSums(lines: 1)) }
        #expect(
            Journal.seal(pending, .first).hash
                == "b7e12de25f1188b85e7b44c5563575ae77dc6d007c85d7641461f85b3085a76a")
    }

    @Test("what was changed, moved, numbered anew or left out no longer fits the hash")
    func broken() throws {
        let batch = Journal.seal(
            [
                .sample(line: "l1", sums: CreditSums(paidFen: 1_000)),
                .sample(line: "l2", sums: CreditSums(paidFen: 5)),
            ], .first)
        let (first, second) = (batch.entries[0], batch.entries[1])
        func isIntact(_ entries: [JournalEntry], _ head: BatchHead = .first) -> Bool {
            Journal.isIntact(SealedBatch(head: head, entries: entries, hash: batch.hash))
        }
        #expect(isIntact([first, second]))
        #expect(!isIntact([first]))
        #expect(!isIntact([second, first]))
        #expect(!isIntact([first, second.with(line: 3)]))
        #expect(!isIntact([first, second.with(periodDay: second.booking.day.advanced(by: 1))]))
        var sums = second.sums
        sums.grams = 1
        #expect(!isIntact([first, second.with(sums: sums)]))
        let (number, bookedAt) = (batch.head.number, batch.head.bookedAt)
        #expect(
            !isIntact(batch.entries, BatchHead(number: number, previousHash: "x", bookedAt: bookedAt)))
        #expect(
            !isIntact(batch.entries, BatchHead(number: number + 1, previousHash: "", bookedAt: bookedAt)))
    }

    @Test("an entry is booked on the day of its period, its sale day stays")
    func closedPeriod() {
        let opens = BusinessDay(number: 19_300)
        let batch = Journal.seal(
            [
                .sample(line: "l1", day: 19_299, sums: CreditSums(paidFen: 1)),
                .sample(line: "l2", day: 19_301, sums: CreditSums(paidFen: 1)),
            ], .first
        ) { max($0, opens) }
        #expect(batch.entries.map(\.periodDay.number) == [19_300, 19_301])
        #expect(batch.entries.map(\.booking.day.number) == [19_299, 19_301])
        #expect(Journal.isIntact(batch))
    }
}

extension JournalEntry {
    fileprivate func with(
        line: Int64? = nil, periodDay: BusinessDay? = nil, sums: CreditSums? = nil
    ) -> JournalEntry {
        JournalEntry(
            line: line ?? self.line, booking: booking, cause: cause, periodDay: periodDay ?? self.periodDay,
            sums: sums ?? self.sums)
    }
}
