import Domain
import Store
import Testing

@Suite("Landing orders")
struct LandingTests {
    let temporary: TemporaryStore

    init() throws { temporary = try TemporaryStore() }

    @Test("landing the same page twice changes nothing")
    func twice() async throws {
        let order = Order(lines: [OrderLine(), OrderLine("l2", host: "h2")])
        let first = try await temporary.land([order], refunds: [Refund()])
        try await temporary.post()
        let before = try await temporary.sums()
        let second = try await temporary.land([order], refunds: [Refund()])

        #expect(first.inserted == 1 && first.refunds == 1)
        #expect(second.unchanged == 1 && second.knownRefunds == 1 && second.records == 2)
        #expect(try await temporary.sums().byKey == before.byKey)
        #expect(try await temporary.post().isEmpty)
        try await temporary.expectSound()
    }

    @Test(
        "a long page of new, known, older and repeated orders lands as if they came one by one",
        arguments: [24, 25, 26, 60, 100])
    func longPage(count: Int) async throws {
        func order(_ number: Int, version: Int64 = 2) -> Order {
            let paidFen = 100 + 10 * Int64(number) + version
            return Order("o\(number)", version: version, lines: [OrderLine(paidFen: paidFen)])
        }
        // Every third is known, every ninth in a newer version; every tenth comes twice, newer and then older.
        let known = stride(from: 0, to: count, by: 3).map { order($0, version: $0 % 9 == 0 ? 3 : 2) }
        let page = (0..<count).flatMap { $0 % 10 == 5 ? [order($0), order($0, version: 1)] : [order($0)] }
        let single = try TemporaryStore()
        var expected = LandingCounts()
        for order in known { expected.add(try await single.land([order])) }
        for order in page { expected.add(try await single.land([order])) }

        var counts = try await temporary.land(known)
        counts.add(try await temporary.land(page))

        #expect(counts == expected)
        #expect(counts.inserted == count && counts.older > 0)
        #expect(try await temporary.sums().byKey == single.sums().byKey)
        for number in [0, 5, 9, count - 1] {
            let story = try await temporary.story("o\(number)")
            let other = try await single.story("o\(number)")
            #expect(story.order == other.order)
        }
        try await temporary.expectSound()
    }

    @Test("an older version after a newer one changes nothing and is counted")
    func older() async throws {
        try await temporary.land([Order(version: 2, lines: [OrderLine(paidFen: 900)])])
        let counts = try await temporary.land([Order(version: 1, lines: [OrderLine(paidFen: 1_000)])])

        #expect(counts.older == 1 && counts.changed == 0)
        #expect(try await temporary.story().order.lines[0].paidFen == Fen(900))
        #expect(try await temporary.sums()["a"].paidFen == 900)
        try await temporary.expectSound()
    }

    @Test("a newer version replaces lines, one gone and one new")
    func newer() async throws {
        try await temporary.land([Order(version: 1, lines: [OrderLine("l1"), OrderLine("l2", host: "h2")])])
        let counts = try await temporary.land([
            Order(
                version: 2, lines: [OrderLine("l2", paidFen: 700, host: "h2"), OrderLine("l3", host: "h2")])
        ])

        #expect(counts.changed == 1)
        #expect(try await temporary.story().order.lines.map(\.lineID) == ["l2", "l3"])
        let sums = try await temporary.sums()
        #expect(sums["a"] == CreditSums())
        #expect(sums["b"].paidFen == 1_700)
        #expect(sums["b"].lines == 2 && sums["b"].orders == 1)
        try await temporary.expectSound()
    }

    @Test("the same update time with other content is recorded and the later fetch wins")
    func conflict() async throws {
        try await temporary.land([Order(lines: [OrderLine(paidFen: 1_000)])])
        let counts = try await temporary.land([Order(lines: [OrderLine(paidFen: 950)])])

        #expect(counts.conflicts == 1 && counts.changed == 1)
        let story = try await temporary.story()
        #expect(story.conflicts == 1)
        #expect(story.order.lines[0].paidFen == Fen(950))
        try await temporary.expectSound()
    }

    @Test("a file never overrides what came by API, even a later one, and fills only what is empty")
    func fileFills() async throws {
        try await temporary.land([
            Order(version: 1, lines: [OrderLine(host: ""), OrderLine("l2", host: "h2")])
        ])
        var file = Order(
            version: 9, remark: "自提", lines: [OrderLine(paidFen: 1, host: "h1"), OrderLine("l2", host: "h1")])
        file.buyerPlace = Place(province: "河南省", city: "商丘市", county: "睢县")
        let counts = try await temporary.land([file], from: .file, isFile: true)

        #expect(counts.changed == 1 && counts.conflicts == 0)
        let story = try await temporary.story()
        #expect(!story.isFile && story.source == "shop-1")
        #expect(story.order.lines.map(\.paidFen) == [Fen(1_000), Fen(1_000)])
        #expect(story.order.lines.map(\.hostID) == ["h1", "h2"])
        #expect(story.order.sellerRemark == "自提" && story.order.buyerPlace.county == "睢县")
        // The host is known now: the next crediting looks at it.
        #expect(try await !temporary.store.isCredited(by: "f"))
        try await temporary.recredit(.standard)
        #expect(try await temporary.sums()["a"].paidFen == 1_000)
        #expect(try await temporary.land([file], from: .file, isFile: true).unchanged == 1)
        try await temporary.expectSound()
    }

    @Test("an API version replaces a file's, whatever their times")
    func apiOverFile() async throws {
        try await temporary.land(
            [Order(version: 5, lines: [OrderLine(paidFen: 1)])], from: .file, isFile: true)
        try await temporary.land([Order(version: 1, lines: [OrderLine(paidFen: 2)])])

        let story = try await temporary.story()
        #expect(!story.isFile && story.order.lines[0].paidFen == Fen(2))
        let known = try await temporary.store.fileOrders(channel: .douyin, shopID: "s1", orderIDs: ["o1"])
        #expect(known.isEmpty)
        try await temporary.expectSound()
    }

    @Test("gifts, samples and unpaid orders are no sales, dated by creation, money or not")
    func notSales() async throws {
        let order = Order(lines: [
            OrderLine("l1", paidFen: 1_000),
            OrderLine("l2", paidFen: 0, sale: .notSale(.gift)),
            OrderLine("l3", paidFen: 300, sale: .notSale(.sample)),
        ])
        try await temporary.land(
            [order, Order("o2", lines: [OrderLine(paidFen: 50, sale: .notSale(.unpaid))])],
            refunds: [Refund(line: "l3", fen: 100)])

        let all = try await temporary.sums()
        #expect(all.total.lines == 1 && all.total.paidFen == 1_000)
        #expect(all.notSales.lines == 3 && all.notSales.paidFen == 350 && all.notSales.orders == 2)
        #expect(all.proof.notSalesRefundedFen == 100 && all.proof.refundedFen == 100)
        let evening = try await temporary.sums(from: Instant.created.day, to: Instant.created.day)
        #expect(evening.notSales.lines == 3 && evening.proof.readFen == 350)
        let saleDay = try await temporary.sums(from: .sale, to: .sale)
        #expect(saleDay.notSales.lines == 0 && saleDay.proof.readFen == 1_000)
        #expect(evening.proof.unexplainedFen == 0 && saleDay.proof.unexplainedFen == 0)
        try await temporary.expectSound()
    }

    @Test(
        "a header that disagrees with its lines leaves a gap that the proof shows", arguments: [-30, 0, 45])
    func headerGap(gapFen: Int64) async throws {
        try await temporary.land([
            Order(headerPaidFen: 2_000 + gapFen, lines: [OrderLine(), OrderLine("l2", host: "")])
        ])
        let proof = try await temporary.sums().proof
        #expect(proof.readFen == 2_000 + gapFen && proof.headerGapFen == gapFen)
        #expect(proof.creditedFen == 1_000 && proof.unassignedFen == 1_000)
        try await temporary.expectSound()

        try await temporary.land([
            Order(version: 2, headerPaidFen: 2_000, lines: [OrderLine(), OrderLine("l2")])
        ])
        #expect(try await temporary.sums().proof.headerGapFen == 0)
        try await temporary.expectSound()
    }

    @Test("the same number in two shops is two orders")
    func twoShops() async throws {
        try await temporary.land([
            Order(lines: [OrderLine()]), Order(shopID: "s2", lines: [OrderLine(paidFen: 5)]),
        ])

        #expect(try await temporary.store.stories(orderID: "o1").map(\.order.shopID) == ["s1", "s2"])
        #expect(try await temporary.sums()["a"].orders == 2)
    }

    @Test("a parked record counts once however often it is read, and is gone when its order decodes")
    func parked() async throws {
        for _ in 0..<3 {
            try await temporary.land(parked: [ParkedRecord(), ParkedRecord(order: "o2", body: "{\"id\":2}")])
        }
        #expect(try await temporary.sums().proof.parkedRecords == 2)
        try await temporary.land([Order(lines: [OrderLine()])])
        #expect(try await temporary.sums().proof.parkedRecords == 1)
        // The same number in another account is another record.
        try await temporary.land(
            [Order("o2", shopID: "s2", lines: [OrderLine()])],
            from: SourceName(name: "shop-2", platform: "douyin"))
        #expect(try await temporary.sums().proof.parkedRecords == 1)
    }

    @Test("a parked after-sale record stays when its order is read, and is gone when it decodes itself")
    func parkedRefund() async throws {
        try await temporary.land(parked: [ParkedRecord()], feed: "refunds")
        try await temporary.land([Order(lines: [OrderLine()])])
        #expect(try await temporary.sums().proof.parkedRecords == 1)
        try await temporary.land(refunds: [Refund()], feed: "refunds")
        #expect(try await temporary.sums().proof.parkedRecords == 0)
    }

    @Test("a parked after-sale record of an unknown order is gone when it decodes itself")
    func parkedWithoutOrder() async throws {
        let parked = ParkedRecord(path: "p", reason: "unreadable", orderID: "", refundID: "r1", body: "{}")
        try await temporary.land(refunds: [Refund("r2")], parked: [parked], feed: "refunds")
        try await temporary.land(refunds: [Refund("r3")], feed: "refunds")
        #expect(try await temporary.sums().proof.parkedRecords == 1)
        try await temporary.land(refunds: [Refund("r1")], feed: "refunds")
        #expect(try await temporary.sums().proof.parkedRecords == 0)
    }

    @Test("a parked after-sale record stays when another of its order is read")
    func parkedBesideRefund() async throws {
        let parked = ParkedRecord(path: "p", reason: "unreadable", orderID: "o1", refundID: "r2", body: "{}")
        try await temporary.land(refunds: [Refund("r1")], parked: [parked], feed: "refunds")
        try await temporary.land(refunds: [Refund("r1", fen: 5, version: 2)], feed: "refunds")
        #expect(try await temporary.sums().proof.parkedRecords == 1)
        try await temporary.land(refunds: [Refund("r2", fen: 7)], feed: "refunds")
        #expect(try await temporary.sums().proof.parkedRecords == 0)
    }

    @Test("a sale that lost its payment leaves the credits and comes back")
    func saleToNoSale() async throws {
        try await temporary.land([Order(version: 1, lines: [OrderLine(paidFen: 0, sale: .notSale(.unpaid))])])
        #expect(try await temporary.sums().total == CreditSums())
        try await temporary.land([Order(version: 2, lines: [OrderLine()])])
        #expect(try await temporary.sums()["a"].paidFen == 1_000)
        try await temporary.land([Order(version: 3, lines: [OrderLine(sale: .notSale(.closedUnpaid))])])
        let sums = try await temporary.sums()
        #expect(sums.total == CreditSums() && sums.notSales.paidFen == 1_000)
        try await temporary.expectSound()
    }
}
