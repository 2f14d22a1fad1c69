import Domain
import Ledger
import Testing

@Suite("What a batch books of what is pending")
struct NettingTests {
    @Test("what is pending of one booking becomes one entry, in the place and with the cause of the first")
    func merged() {
        let batch = Journal.seal(
            [
                .sample(line: "l1", sums: CreditSums(lines: 1, paidFen: 1_000)),
                .sample(line: "l2", cause: .reassigned, sums: CreditSums(paidFen: 5)),
                .sample(line: "l1", cause: .change, sums: CreditSums(refundedFen: 400)),
                .sample(line: "l1", party: "b", cause: .reassigned, sums: CreditSums(paidFen: 1)),
                .sample(line: "l2", cause: .change, sums: CreditSums(paidFen: -5, grams: 1)),
            ], .first)
        #expect(batch.entries.map(\.booking.lineID) == ["l1", "l2", "l1"])
        #expect(batch.entries.map(\.booking.partyID) == ["a", "a", "b"])
        #expect(batch.entries.map(\.cause) == [.sale, .reassigned, .reassigned])
        #expect(
            batch.entries.map(\.sums) == [
                CreditSums(lines: 1, paidFen: 1_000, refundedFen: 400), CreditSums(grams: 1),
                CreditSums(paidFen: 1),
            ])
    }

    @Test(
        "an entry stays while any of its sums is left",
        arguments: [
            CreditSums(lines: 1), CreditSums(grossFen: 1), CreditSums(paidFen: 1), CreditSums(refundedFen: 1),
            CreditSums(grams: 1), CreditSums(weighedPaidFen: 1),
        ])
    func remainder(sums: CreditSums) {
        #expect(Journal.seal([.sample(sums: sums)], .first).entries.map(\.sums) == [sums])
    }

    @Test("where everything cancels out nothing is booked; orders are never booked")
    func nothing() {
        let sums = CreditSums(lines: 1, grossFen: 2, paidFen: 3, refundedFen: 4, grams: 5, weighedPaidFen: 6)
        var (counted, back) = (sums, CreditSums())
        counted.orders = 7
        back.add(sums, sign: -1)
        #expect(Journal.seal([], .first).entries.isEmpty)
        #expect(Journal.seal([.sample(sums: CreditSums(orders: 1))], .first).entries.isEmpty)
        #expect(Journal.seal([.sample(sums: counted), .sample(sums: back)], .first).entries.isEmpty)
        #expect(Journal.seal([.sample(sums: counted)], .first).entries.map(\.sums) == [sums])
    }

    @Test(
        "bookings that differ in anything are booked apart",
        arguments: [
            PendingEntry.sample(channel: .hall, sums: CreditSums(paidFen: -1)),
            .sample(shop: "s2", sums: CreditSums(paidFen: -1)),
            .sample(order: "o2", sums: CreditSums(paidFen: -1)),
            .sample(line: "l2", sums: CreditSums(paidFen: -1)),
            .sample(leg: .buy, sums: CreditSums(paidFen: -1)),
            .sample(party: "b", sums: CreditSums(paidFen: -1)),
            .sample(party: "", sums: CreditSums(paidFen: -1)),
            .sample(party: nil, sums: CreditSums(paidFen: -1)),
            .sample(party: nil, reason: .ambiguous, sums: CreditSums(paidFen: -1)),
            .sample(party: nil, reason: .noIdentity, sums: CreditSums(paidFen: -1)),
            .sample(county: nil, sums: CreditSums(paidFen: -1)),
            .sample(category: "蔬菜", sums: CreditSums(paidFen: -1)),
            .sample(day: 19_298, sums: CreditSums(paidFen: -1)),
        ])
    func apart(other: PendingEntry) {
        let others: [PendingEntry] = [
            .sample(sums: CreditSums(paidFen: 1)),
            .sample(party: nil, reason: .outsideTenure, sums: CreditSums(paidFen: 1)),
            .sample(order: "o", line: "1l1", sums: CreditSums(paidFen: 1)),
        ]
        let batch = Journal.seal(others + [other], .first)
        #expect(batch.entries.map(\.booking) == (others + [other]).map(\.booking))
        #expect(batch.entries.map(\.line) == [1, 2, 3, 4])
    }

    @Test("texts that Unicode holds equal are apart, as they are in the store")
    func bytes() {
        let (composed, decomposed) = ("caf\u{E9}", "cafe\u{301}")
        for _ in 0..<100 {
            let batch = Journal.seal(
                [
                    .sample(category: composed, sums: CreditSums(paidFen: 1)),
                    .sample(category: decomposed, sums: CreditSums(paidFen: -1)),
                    .sample(order: composed, sums: CreditSums(paidFen: 1)),
                    .sample(order: decomposed, sums: CreditSums(paidFen: -1)),
                ], .first)
            #expect(batch.entries.count == 4)
        }
    }

    @Test("all that can be pending of three bookings, up to four times, is netted as by hand")
    func exhaustive() {
        let amounts: [Int64] = [1, -1, 0]
        let symbols = ["a", "b", nil].flatMap { party in
            amounts.map { PendingEntry.sample(party: party, sums: CreditSums(paidFen: $0)) }
        }
        var longest: [[PendingEntry]] = [[]]
        var sequences = longest
        for _ in 0..<4 {
            longest = longest.flatMap { sequence in symbols.map { sequence + [$0] } }
            sequences += longest
        }
        for pending in sequences {
            let entries = Journal.seal(pending, .first).entries
            var expected: [(party: String?, fen: Int64)] = []
            for entry in pending where !expected.contains(where: { $0.party == entry.booking.partyID }) {
                let all = pending.filter { $0.booking.partyID == entry.booking.partyID }
                expected.append((entry.booking.partyID, all.reduce(0) { $0 + $1.sums.paidFen }))
            }
            expected.removeAll { $0.fen == 0 }
            #expect(entries.map(\.booking.partyID) == expected.map(\.party))
            #expect(entries.map(\.sums.paidFen) == expected.map(\.fen))
            #expect(entries.map(\.line) == Array(1...Int64(expected.count + 1)).dropLast())
        }
    }
}
