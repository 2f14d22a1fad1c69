import Domain
import Store
import Testing

@Suite("Credits, cells and recrediting")
struct CreditTests {
    let temporary: TemporaryStore

    init() throws { temporary = try TemporaryStore() }

    @Test("a line that moves to another party books a reversal and a new entry, once")
    func reassigned() async throws {
        try await temporary.land([Order(lines: [OrderLine()])], refunds: [Refund()])
        try await temporary.post()
        var roster = HostCrediting.standard
        roster.hosts["h1"] = [HostCrediting.Share("z")]
        let counts = try await temporary.recredit(roster)
        #expect(counts.creditedLines == 1)
        #expect(try await temporary.store.isCredited(by: "f"))
        let batches = try await temporary.post()

        let entries = batches.flatMap(\.entries)
        #expect(entries.map(\.account) == ["party:a", "party:z"])
        #expect(entries.map(\.cause) == [.reassigned, .reassigned])
        #expect(entries.map(\.paidFen) == [Fen(-1_000), Fen(1_000)])
        #expect(entries.map(\.refundedFen) == [Fen(-400), Fen(400)])
        #expect(entries.map(\.grams) == [Grams(-1_010), Grams(1_010)])
        #expect(try await temporary.sums()["a"] == CreditSums())
        #expect(try await temporary.sums()["z"].netFen == 600)
        try await temporary.expectSound()

        try await temporary.recredit(roster)
        #expect(try await temporary.post().isEmpty)
    }

    @Test("a roster gone and come back before it was booked books nothing")
    func thereAndBack() async throws {
        try await temporary.land([Order(lines: [OrderLine()])])
        try await temporary.post()
        var roster = HostCrediting.standard
        roster.hosts["h1"] = nil
        try await temporary.recredit(roster)
        #expect(try await temporary.sums()[nil].paidFen == 1_000)
        try await temporary.recredit(.standard)
        #expect(try await temporary.post().isEmpty)
        try await temporary.expectSound()
    }

    @Test("another county, category or weight moves what is booked")
    func places() async throws {
        try await temporary.land([Order(lines: [OrderLine()])])
        try await temporary.post()
        var roster = HostCrediting.standard
        roster.counties["p1"] = 411_402_001_002
        roster.categories["p1"] = "蔬菜"
        try await temporary.recredit(roster)
        let entries = try await temporary.post().flatMap(\.entries)

        #expect(entries.map(\.county?.code) == [411_422, 411_402])
        #expect(entries.map(\.category) == ["粮油", "蔬菜"])
        #expect(entries.map(\.paidFen) == [Fen(-1_000), Fen(1_000)])
        let cells = try await temporary.sums().cells
        #expect(cells.map(\.county?.code) == [411_402] && cells.map(\.category) == ["蔬菜"])
        #expect(cells.map(\.sums.orders) == [1])
        try await temporary.expectSound()
    }

    @Test("an order of two hosts counts once for each and once in the total")
    func twoHosts() async throws {
        try await temporary.land([
            Order(lines: [
                OrderLine(), OrderLine("l2", paidFen: 500, host: "h2"), OrderLine("l3", host: "h2"),
            ]),
            Order("o2", lines: [OrderLine()]),
        ])
        let sums = try await temporary.sums()
        #expect(sums["a"].orders == 2 && sums["a"].lines == 2)
        #expect(sums["b"].orders == 1 && sums["b"].lines == 2 && sums["b"].paidFen == 1_500)
        #expect(sums.total.orders == 2)

        // One host is gone: the order lies in one cell again.
        try await temporary.land([Order(version: 2, lines: [OrderLine()])])
        let after = try await temporary.sums()
        #expect(after.cells.allSatisfy { $0.sharedOrder == nil })
        #expect(after["a"].orders == 2 && after.total.orders == 2)
        try await temporary.expectSound()
    }

    @Test("a line shared by two parties is one order of each and one in all")
    func sharedLine() async throws {
        try await temporary.land([Order(lines: [OrderLine(paidFen: 999, host: "h3")])])
        let sums = try await temporary.sums()
        #expect(sums["a"].paidFen == 500 && sums["b"].paidFen == 499)
        #expect(sums["a"].orders == 1 && sums["b"].orders == 1 && sums.total.orders == 1)
        #expect(sums["a"].grams + sums["b"].grams == 1_010)
    }

    @Test(
        "what is unassigned stands under its reason, and moves where the reason changes",
        arguments: [false, true])
    func reasons(isDatedByRefund: Bool) async throws {
        let orders = ["out", "two", "nobody", "out"].enumerated().map { number, host in
            Order("o\(number)", lines: [OrderLine(host: host)])
        }
        let several = Order("o9", lines: [OrderLine("l1", host: "two"), OrderLine("l2", host: "out")])
        try await temporary.land(
            orders + [several],
            refunds: [Refund(order: "o0"), Refund("r9", order: "o9", line: "l2", fen: 30)])
        let (before, refunded) = try await paidAndRefunded(isDatedByRefund)
        #expect(before == [.outsideTenure: 3_000, .ambiguous: 2_000, .noIdentity: 1_000])
        #expect(refunded == [.outsideTenure: 430])
        try await temporary.post()

        var roster = HostCrediting.standard
        roster.reasons["out"] = nil
        try await temporary.recredit(roster)
        let (after, moved) = try await paidAndRefunded(isDatedByRefund)
        #expect(after == [.ambiguous: 2_000, .noIdentity: 4_000])
        #expect(moved == [.noIdentity: 430])
        #expect(try await temporary.post().isEmpty, "nobody has it, as before: nothing to book")
        try await temporary.expectSound()
    }

    private func paidAndRefunded(
        _ isDatedByRefund: Bool
    ) async throws -> (paid: [UnassignedReason: Int64], refunded: [UnassignedReason: Int64]) {
        var paid: [UnassignedReason: Int64] = [:]
        var refunded: [UnassignedReason: Int64] = [:]
        for cell in try await temporary.sums(dated: isDatedByRefund ? .refunded : .paid).cells {
            let reason = try #require(cell.reason)
            paid[reason, default: 0] += cell.sums.paidFen
            refunded[reason, default: 0] += cell.sums.refundedFen
        }
        return (paid.filter { $0.value != 0 }, refunded.filter { $0.value != 0 })
    }

    @Test("equal remainders go to the earlier party id, whichever party was met first")
    func tiesByPartyID() async throws {
        // Party b is met before party a.
        try await temporary.land([Order("o0", lines: [OrderLine(host: "h2")])])
        try await temporary.land([Order(lines: [OrderLine(paidFen: 1, host: "h3")])])
        try await temporary.post()
        try await temporary.land(refunds: [Refund(fen: 1)])

        let entries = try await temporary.post().flatMap(\.entries)
        // Both lose their weight, one its money.
        #expect(entries.filter { $0.refundedFen != .zero }.map(\.account) == ["party:a"])
        let sums = try await temporary.sums()
        #expect(sums["a"].paidFen == 1 && sums["a"].refundedFen == 1)
        #expect(sums["b"].paidFen == 1_000 && sums["b"].refundedFen == 0)
        try await temporary.expectSound()
    }

    enum Case: CaseIterable {
        case sell, buy, both, none

        var host: String { self == .sell || self == .both ? "h1" : "" }
        var purchaser: String { self == .buy || self == .both ? "u1" : "u9" }
        /// Who has the headline: sell before buy, unassigned where neither has it.
        var headline: String? { self == .none ? nil : self == .buy ? "c" : "a" }
    }

    @Test("the headline counts an organisation's line once", arguments: Case.allCases)
    func legs(credited: Case) async throws {
        let unit = Buyer.organisation(purchaserID: credited.purchaser, name: "某大学")
        try await temporary.land(
            [
                Order(buyer: unit, lines: [OrderLine(host: credited.host)]),
                Order("o2", lines: [OrderLine(host: "h2")]),
            ],
            refunds: [Refund()])

        let sell = try await temporary.sums(.sell)
        let buy = try await temporary.sums(.buy)
        let any = try await temporary.sums(.any)
        #expect(sell[credited.host.isEmpty ? nil : "a"].paidFen == 1_000)
        #expect(buy[credited.purchaser == "u1" ? "c" : nil].paidFen == 1_000)
        // A private buyer has no buy leg.
        #expect(buy.total.lines == 1 && buy.proof.readFen == 1_000)
        #expect(any.byKey.count == 2 && any.total.lines == 2 && any.total.orders == 2)
        #expect(any[credited.headline].paidFen == 1_000 && any[credited.headline].refundedFen == 400)
        try await temporary.expectSound()
        try await temporary.post()
        try await temporary.expectSound()
    }

    @Test("a buyer who turns out to be an organisation gains the buy leg")
    func buyerChanges() async throws {
        try await temporary.land([Order(lines: [OrderLine()])])
        let unit = Buyer.organisation(purchaserID: "u1", name: "")
        try await temporary.land([Order(version: 2, buyer: unit, lines: [OrderLine()])])
        #expect(try await temporary.sums(.buy)["c"].paidFen == 1_000)
        #expect(try await temporary.sums(.any).total.lines == 1)
        try await temporary.land([Order(version: 3, lines: [OrderLine()])])
        #expect(try await temporary.sums(.buy).total == CreditSums())
        #expect(try await temporary.sums(.any).total.orders == 1)
        try await temporary.expectSound()
    }

    @Test("lines that come, go or change places between versions keep their own credits and refunds")
    func linesMove() async throws {
        let (a, b) = (OrderLine("a", paidFen: 100), OrderLine("b", paidFen: 200, host: "h2"))
        let gift = OrderLine("g", paidFen: 0, sale: .notSale(.gift))
        let versions = [[a, gift, b], [a, b], [gift, a, b], [b, gift, a], [gift, b, a]]
        for (number, lines) in versions.enumerated() {
            try await temporary.land([Order(version: Int64(number + 1), lines: lines)])
            let story = try await temporary.story()
            #expect(story.lines["a"]?.credits.map(\.credit.partyID) == ["a"], "version \(number + 1)")
            #expect(story.lines["b"]?.credits.map(\.paidFen) == [Fen(200)], "version \(number + 1)")
            try await temporary.expectSound("version \(number + 1)")
        }
        try await temporary.land(refunds: [Refund("r1", line: "b", fen: 30), Refund("r2", line: "a", fen: 4)])
        let sums = try await temporary.sums()
        #expect(sums["b"].refundedFen == 30 && sums["a"].refundedFen == 4)
        #expect(sums["a"].paidFen == 100 && sums["b"].paidFen == 200)
        try await temporary.expectSound()
        try await temporary.post()
        try await temporary.expectSound()
    }

    @Test("adopting a roster works on an empty store only")
    func adoptRoster() async throws {
        try await temporary.store.adoptRoster(fingerprint: "one")
        #expect(try await temporary.store.isCredited(by: "one"))
        try await temporary.land([Order(lines: [OrderLine()])])
        try await temporary.store.adoptRoster(fingerprint: "two")
        #expect(try await !temporary.store.isCredited(by: "two"))
    }
}
