import Domain
import SeededRandomness
import Store
import Testing

@Suite("What was read: spans and parked records")
struct ReadingTests {
    let temporary: TemporaryStore

    init() throws { temporary = try TemporaryStore() }

    private func spans(_ feed: String = "orders") async throws -> [ClosedRange<Int64>] {
        try await temporary.store.memory(source: "shop-1", feed: feed).spans.map {
            $0.from.milliseconds...$0.to.milliseconds
        }
    }

    private func read(_ range: ClosedRange<Int>, feed: String = "orders") -> Delivery {
        let span = ReadSpan(
            from: Instant(milliseconds: Int64(range.lowerBound)),
            to: Instant(milliseconds: Int64(range.upperBound)))
        return Delivery(feed: feed, read: span)
    }

    @Test("Spans that touch become one, of each feed for itself; any order comes to the same")
    func spans() async throws {
        var random = SeededRandom()
        print("span seed \(random.seed)")
        var covered: [String: Set<Int>] = ["orders": [], "refunds": []]
        for _ in 0..<60 {
            let from = random.next(in: 0...400)
            let range = from...from + random.next(in: 0...12)
            let feed = random.element(of: ["orders", "refunds"])
            try await temporary.land(read(range, feed: feed))
            // A span covers what lies between its ends, so that two ends that touch leave nothing between them.
            covered[feed]?.formUnion(range.lowerBound * 2...range.upperBound * 2)
            for (feed, points) in covered {
                let runs = points.filter { !points.contains($0 - 1) }.sorted().map { first in
                    var last = first
                    while points.contains(last + 1) { last += 1 }
                    return Int64(first / 2)...Int64(last / 2)
                }
                #expect(try await spans(feed) == runs, "seed \(random.seed)")
            }
        }
        #expect(try await temporary.store.memory(source: "shop-2", feed: "orders").spans.isEmpty)
    }

    private func parked() async throws -> [String] {
        try await temporary.ask(
            "SELECT order_id || ' ' || line_id || ' ' || refund_id FROM v_parked ORDER BY 1"
        ).map {
            $0[0]
        }
    }

    @Test(
        "K17: a parked row beside a sound row of its order stays when a newer version of the sound row lands")
    func parkedRow() async throws {
        func file(_ version: Int64, _ lineID: String, parked: [ParkedRecord] = []) -> Delivery {
            Delivery(
                orders: [[Order(version: version, lines: [OrderLine(lineID)])]], parked: parked, kind: .file,
                feed: "douyin-orders")
        }
        try await temporary.land(file(1, "l1", parked: [ParkedRecord(line: "l2")]))
        #expect(try await parked() == ["o1 l2 "])
        try await temporary.land(file(2, "l1"))
        #expect(try await parked() == ["o1 l2 "])
        try await temporary.land(file(2, "l2"))
        #expect(try await parked() == [])
    }

    @Test(
        "a parked order counts once however often it is read, and is gone when a sound one of its shop lands")
    func parkedOrder() async throws {
        for _ in 0..<3 {
            try await temporary.land(
                Delivery(parked: [ParkedRecord(), ParkedRecord(order: "o2", body: "{\"id\":2}")]))
        }
        #expect(try await parked() == ["o1  ", "o2  "])
        try await temporary.land(Order(lines: [OrderLine()]))
        #expect(try await parked() == ["o2  "])
        try await temporary.land(Delivery(orders: [[Order("o2", lines: [OrderLine()])]], source: "shop-2"))
        #expect(try await parked() == [])
    }

    @Test("K16: it is gone too when the sound record says nothing new")
    func knownAlready() async throws {
        try await temporary.land(Order(lines: [OrderLine()]))
        try await temporary.land(Delivery(parked: [ParkedRecord()]))
        #expect(try await parked() == ["o1  "])
        try await temporary.land(Order(lines: [OrderLine()]))
        #expect(try await parked() == [])
    }

    @Test("records without a number are as many as they are, and as many when they are read again")
    func nameless() async throws {
        for _ in 0..<2 {
            try await temporary.land(
                Delivery(
                    parked: (1...8).map {
                        Domain.ParkedRecord(
                            path: "line \($0)", reason: Notice("record.id_empty"), orderID: "", body: "")
                    }, kind: .file))
            try await temporary.land(
                Delivery(
                    parked: (1...3).map {
                        Domain.ParkedRecord(
                            path: "[0]", reason: Notice("record.id_empty"), orderID: "o1", isAfterSale: true,
                            body: "{\($0)}")
                    }, feed: "refunds"))
        }
        try await temporary.land(Order(lines: [OrderLine()]))
        #expect(try await parked().count == 11)
    }

    @Test("one number in two orders or two shops is two records, and no other order's record settles it")
    func sameNumber() async throws {
        try await temporary.land(
            Delivery(
                parked: [
                    ParkedRecord(refund: "r1"), ParkedRecord(order: "o2", refund: "r1"),
                    ParkedRecord(order: "", refund: "r1"),
                    Domain.ParkedRecord(
                        path: "[1]", reason: Notice("record.id_empty"), shopID: "s2", orderID: "o1",
                        refundID: "r1", body: ""),
                ], feed: "refunds"))
        #expect(try await parked().count == 4)
        try await temporary.land(Delivery(refunds: [Refund("r1", order: "o2")], feed: "refunds"))
        #expect(try await parked() == ["  r1", "o1  r1", "o1  r1"])
        try await temporary.land(Delivery(refunds: [Refund("r1")], feed: "refunds"))
        #expect(try await parked().count == 2)
    }

    @Test("a number that is free again is not given to another record")
    func numbers() async throws {
        try await temporary.land(Delivery(parked: [ParkedRecord()]))
        let first = try #require(try await temporary.store.held().first?.number)
        try await temporary.land(Order(lines: [OrderLine()]))
        try await temporary.land(Delivery(parked: [ParkedRecord(order: "o2")]))
        #expect(try await temporary.store.held().first?.number != first)
    }

    @Test("a contradiction that is read again and again is one")
    func oneConflict() async throws {
        for round in 0..<3 {
            for fen in [1_000, 900] as [Int64] {
                try await temporary.land(
                    Delivery(
                        orders: [[Order(lines: [OrderLine(paidFen: fen)])]],
                        fetchedAt: .beijing("2022-12-0\(round + 1)T08:00:00")))
            }
        }
        #expect(try await temporary.store.held().map(\.kind) == [.conflict])
    }

    @Test("what a person has dismissed is not held; it is again when it says something else")
    func dismissed() async throws {
        try await temporary.land(Delivery(parked: [ParkedRecord()]))
        let number = try #require(try await temporary.store.held().first?.number)
        try await temporary.store.write { session in
            #expect(try session.isHeld(.parked, number))
            try session.dismiss(.parked, number, why: "平台已作废", at: .sale)
            #expect(try !session.isHeld(.parked, number))
        }
        #expect(try await temporary.store.held().isEmpty)
        try await temporary.land(Delivery(parked: [ParkedRecord()]))
        #expect(try await temporary.store.held().isEmpty)
        try await temporary.land(Delivery(parked: [ParkedRecord(body: "{\"id\":2}")]))
        #expect(try await temporary.store.held().map(\.number) == [number])
    }

    @Test("orphans, contradictions and header gaps are held with what is at stake")
    func held() async throws {
        try await temporary.land(
            Delivery(
                orders: [[Order(headerPaidFen: 1_234, lines: [OrderLine()])]],
                refunds: [Refund("r1", order: "o9", fen: 300)]))
        try await temporary.land(
            Delivery(orders: [[Order(headerPaidFen: 1_235, lines: [OrderLine()])]]))
        let held = try await temporary.store.held()
        #expect(Set(held.map(\.kind)) == [.orphan, .conflict, .headerGap])
        #expect(held.first { $0.kind == .orphan }?.amountFen == 300)
        #expect(try await temporary.store.held(orderID: "o9").map(\.refundID) == ["r1"])
    }

    @Test(
        "a parked after-sale stays when its order or another of its order is read, and is gone when it decodes itself"
    )
    func parkedRefund() async throws {
        try await temporary.land(
            Delivery(
                parked: [ParkedRecord(refund: "r2"), ParkedRecord(order: "", refund: "r3")], feed: "refunds"))
        try await temporary.land(Order(lines: [OrderLine()]))
        try await temporary.land(Delivery(refunds: [Refund("r1")], feed: "refunds"))
        #expect(try await parked() == ["  r3", "o1  r2"])
        try await temporary.land(Delivery(refunds: [Refund("r2")], feed: "refunds"))
        #expect(try await parked() == ["  r3"])
        // Of the third nobody knows the order: only a person can settle it.
        try await temporary.land(Delivery(refunds: [Refund("r3")], feed: "refunds"))
        #expect(try await parked() == ["  r3"])
    }

    @Test("a parked record keeps the time at which it was first read, and tells where it was last")
    func age() async throws {
        for day in 1...3 {
            let fetchedAt = Instant.beijing("2022-12-0\(day)T08:00:00")
            try await temporary.land(Delivery(parked: [ParkedRecord()], fetchedAt: fetchedAt))
        }
        let first = Instant.beijing("2022-12-01T08:00:00").milliseconds
        #expect(try await temporary.ask("SELECT page, parked_at_ms FROM v_parked") == [["3", "\(first)"]])
    }
}
