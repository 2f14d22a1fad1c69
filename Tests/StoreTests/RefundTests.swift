import Domain
import Store
import Testing

@Suite("Refunds")
struct RefundTests {
    let temporary: TemporaryStore

    init() throws { temporary = try TemporaryStore() }

    @Test("a refund before its order is an orphan of the proof, and none once the order lands")
    func orphan() async throws {
        try await temporary.land(refunds: [Refund()])
        var proof = try await temporary.sums().proof
        #expect(proof.orphanRefundFen == 400 && proof.refundsReadFen == 400)
        try await temporary.expectSound()

        try await temporary.land([Order(lines: [OrderLine()])])
        let sums = try await temporary.sums()
        proof = sums.proof
        #expect(proof.orphanRefundFen == 0 && proof.refundedFen == 400)
        #expect(sums["a"].refundedFen == 400)
        // On the day of the sale, not of the refund.
        #expect(Set(sums.byKey.keys.map(\.day)) == [.sale])
        try await temporary.expectSound()
    }

    @Test("a refund of a line that the order does not have is an orphan until it has")
    func orphanLine() async throws {
        try await temporary.land([Order(lines: [OrderLine()])], refunds: [Refund(line: "l2", fen: 5)])
        #expect(try await temporary.sums().proof.orphanRefundFen == 5)
        try await temporary.expectSound()
        try await temporary.land([Order(version: 2, lines: [OrderLine(), OrderLine("l2")])])
        #expect(try await temporary.sums().proof.orphanRefundFen == 0)
        try await temporary.land([Order(version: 3, lines: [OrderLine()])])
        #expect(try await temporary.sums().proof.orphanRefundFen == 5)
        try await temporary.expectSound()
    }

    @Test("money alone leaves the weight, returned items take theirs off, the whole takes all")
    func partialAndWhole() async throws {
        try await temporary.land([Order(lines: [OrderLine()])])
        #expect(try await temporary.sums()["a"].grams == 1_010)
        try await temporary.land(refunds: [Refund("r1", fen: 300)])
        #expect(try await temporary.sums()["a"].refundedFen == 300)
        #expect(try await temporary.sums()["a"].grams == 1_010)
        try await temporary.land(refunds: [Refund("r2", fen: 250, returnedMilli: 1_000)])
        #expect(try await temporary.sums()["a"].refundedFen == 550)
        #expect(try await temporary.sums()["a"].grams == 505)
        try await temporary.land(refunds: [Refund("r3", fen: 450)])
        let whole = try await temporary.sums()["a"]
        #expect(whole.netFen == 0 && whole.grams == 0 && whole.lines == 1 && whole.paidFen == 1_000)
        try await temporary.expectSound()
    }

    @Test("more refunded than paid is a difference, never clamped")
    func overRefunded() async throws {
        try await temporary.land([Order(lines: [OrderLine()])], refunds: [Refund(fen: 1_300)])
        #expect(try await temporary.sums()["a"].netFen == -300)
        try await temporary.expectSound()
    }

    @Test("open, then succeeded, then the older open again: it stays succeeded")
    func versions() async throws {
        try await temporary.land([Order(lines: [OrderLine()])], refunds: [Refund(state: .open, version: 1)])
        #expect(try await temporary.sums()["a"].refundedFen == 0)
        let counts = try await temporary.land(refunds: [Refund(state: .succeeded, version: 2)])
        #expect(counts.refunds == 1)
        #expect(try await temporary.sums()["a"].refundedFen == 400)
        let late = try await temporary.land(refunds: [Refund(state: .open, version: 1)])
        #expect(late.refunds == 0 && late.knownRefunds == 1)
        #expect(try await temporary.sums()["a"].refundedFen == 400)
        try await temporary.land(refunds: [Refund(state: .withoutRefund, version: 3)])
        #expect(try await temporary.sums()["a"].refundedFen == 0)
        try await temporary.expectSound()
    }

    @Test("a corrected amount replaces the former, as an orphan too")
    func corrected() async throws {
        try await temporary.land(refunds: [Refund(fen: 400, version: 1)])
        try await temporary.land(refunds: [Refund(fen: 350, version: 2)])
        #expect(try await temporary.sums().proof.orphanRefundFen == 350)
        try await temporary.land([Order(lines: [OrderLine()])])
        try await temporary.land(refunds: [Refund(fen: 330, version: 3)])
        #expect(try await temporary.sums()["a"].refundedFen == 330)
        try await temporary.expectSound()
    }

    @Test("paid, then closed gives a derived refund of all that was paid, dated by the closing")
    func derived() async throws {
        try await temporary.land([Order(version: 1, lines: [OrderLine()])])
        let closedAt = Instant.beijing("2022-11-03T10:00:00")
        try await temporary.land([Order(version: 2, lines: [OrderLine(closedAt: closedAt)])])

        let sums = try await temporary.sums()
        #expect(sums["a"].netFen == 0 && sums["a"].grams == 0)
        let refunds = try await temporary.story().refunds
        #expect(refunds.map(\.isDerived) == [true])
        #expect(refunds.first?.refund.refundedAt == closedAt)
        try await temporary.expectSound()
    }

    @Test(
        "the real record takes the place of a derived refund, whichever comes first",
        arguments: [false, true])
    func derivedReplaced(realFirst: Bool) async throws {
        let closed = Order(lines: [OrderLine(closedAt: .version(1))])
        let real = Refund(fen: 900, returnedMilli: 1_000)
        if realFirst { try await temporary.land(refunds: [real]) }
        try await temporary.land([closed])
        if !realFirst { try await temporary.land(refunds: [real]) }

        let refunds = try await temporary.story().refunds
        #expect(refunds.map(\.isDerived) == [false])
        #expect(try await temporary.sums()["a"].refundedFen == 900)
        #expect(try await temporary.sums().proof.orphanRefundFen == 0)
        try await temporary.expectSound()

        // A real record that is withdrawn leaves the closing as the only evidence.
        try await temporary.land(refunds: [Refund(state: .withoutRefund, fen: 0, version: 2)])
        #expect(try await temporary.sums()["a"].refundedFen == 1_000)
        // An order that is opened again has nothing refunded.
        try await temporary.land([Order(version: 2, lines: [OrderLine()])])
        #expect(try await temporary.sums()["a"].refundedFen == 0)
        #expect(try await temporary.story().refunds.map(\.isDerived) == [false])
        try await temporary.expectSound()
    }

    @Test("unpaid, then paid, then refunded books a sale and its change")
    func lifeOfAnOrder() async throws {
        try await temporary.land([Order(version: 1, lines: [OrderLine(paidFen: 0, sale: .notSale(.unpaid))])])
        #expect(try await temporary.post().isEmpty)
        try await temporary.land([Order(version: 2, lines: [OrderLine()])])
        try await temporary.post()
        try await temporary.land(refunds: [Refund(fen: 1_000, returnedMilli: 2_000)])
        try await temporary.post()

        let entries = try await temporary.bookedEntries()
        #expect(entries.map(\.cause) == [.sale, .change])
        #expect(entries.map(\.paidFen) == [Fen(1_000), .zero])
        #expect(entries.map(\.refundedFen) == [.zero, Fen(1_000)])
        #expect(entries.map(\.grams) == [Grams(1_010), Grams(-1_010)])
        #expect(Set(entries.map(\.day)) == [.sale])
        try await temporary.expectSound()
    }

    @Test("a later touch of a succeeded refund does not move its date")
    func dateStays() async throws {
        try await temporary.land([Order(lines: [OrderLine()])], refunds: [Refund(version: 1)])
        var touched = Refund(fen: 410, version: 2)
        touched.refundedAt = .beijing("2022-11-20T12:00:00")
        try await temporary.land(refunds: [touched])

        let refund = try await temporary.story().refunds.first?.refund
        #expect(refund?.refundedAt == .beijing("2022-11-05T12:00:00") && refund?.refundedFen == Fen(410))
    }

    @Test("dated by refunds, money and weight leave on the refund's own day")
    func datedRefunded() async throws {
        try await temporary.land(
            [Order(lines: [OrderLine()])], refunds: [Refund(fen: 400, returnedMilli: 1_000)])
        let sums = try await temporary.sums(dated: .refunded)
        let saleDay = sums.byKey[.init(day: .sale, partyID: "a")]
        let refundDay = sums.byKey[.init(day: Instant.beijing("2022-11-05T12:00:00").day, partyID: "a")]
        #expect(saleDay?.paidFen == 1_000 && saleDay?.refundedFen == 0 && saleDay?.grams == 1_010)
        #expect(refundDay?.paidFen == 0 && refundDay?.refundedFen == 400 && refundDay?.grams == -505)
    }

    @Test("shares of a refund add up, and a wholly refunded line is zero for every party")
    func sharedRefunds() async throws {
        try await temporary.land([Order(lines: [OrderLine(paidFen: 3, host: "h3")])])
        for part in 1...3 {
            try await temporary.land(refunds: [Refund("r\(part)", fen: 1)])
            let sums = try await temporary.sums()
            #expect(sums["a"].refundedFen + sums["b"].refundedFen == Int64(part))
            #expect(sums["a"].paidFen == 2 && sums["b"].paidFen == 1)
        }
        let sums = try await temporary.sums()
        #expect(sums["a"].netFen == 0 && sums["b"].netFen == 0)
        let dated = try await temporary.sums(dated: .refunded)
        #expect(dated["a"].refundedFen == 2 && dated["b"].refundedFen == 1)
        try await temporary.expectSound()
    }

    @Test("dated by refunds, a shared line's weight is shared once, and leaves by its shares")
    func sharedWeight() async throws {
        try await temporary.land([Order(lines: [OrderLine(host: "h3")])])
        try await temporary.land(refunds: [
            Refund("r1", fen: 250, returnedMilli: 1_000), Refund("r2", fen: 250),
        ])
        let paid = try await temporary.sums()
        let dated = try await temporary.sums(dated: .refunded)
        let saleDay = dated.byKey.filter { $0.key.day == .sale }.mapValues(\.grams)
        #expect(saleDay.values.reduce(0, +) == 1_010)
        #expect(dated["a"].grams == paid["a"].grams && dated["b"].grams == paid["b"].grams)
    }
}
