import Domain
import SeededRandomness
import Store
import Testing

/// However orders, their versions and their refunds arrive, the sums are those of the latest versions.
@Suite("Any order of delivery")
struct DeliveryPropertyTests {
    @Test("random deliveries end in the sums of the latest versions, twice in the same", arguments: 0..<40)
    func deliveries(round: Int) async throws {
        var random = SeededRandom()
        print("delivery seed \(random.seed)")
        let world = World(&random)

        var ends: [[SumsByParty.Key: CreditSums]] = []
        for _ in 0..<2 {
            let temporary = try TemporaryStore()
            try await deliver(world, to: temporary, &random)
            try await temporary.expectSound("seed \(random.seed)")
            try await expectTruth(world, temporary, seed: random.seed)
            ends.append(try await temporary.sums(.any).byKey)
        }
        #expect(ends[0] == ends[1], "seed \(random.seed)")
    }

    /// Everything at least once, some of it again, in any order and grouping, with posting and recrediting between.
    private func deliver(_ world: World, to temporary: TemporaryStore, _ random: inout SeededRandom)
        async throws
    {
        var parcels = world.parcels + world.parcels.filter { _ in random.next(in: 0...3) == 0 }
        parcels.shuffle(using: &random)
        while !parcels.isEmpty {
            let group = parcels.prefix(random.next(in: 1...6))
            parcels.removeFirst(group.count)
            try await temporary.land(group.compactMap(\.order), refunds: group.compactMap(\.refund))
            switch random.next(in: 0...9) {
            case 0: try await temporary.post(limit: random.next(in: 1...50))
            case 1: try await temporary.recredit(.standard)
            default: break
            }
        }
        try await temporary.post()
    }

    private func expectTruth(_ world: World, _ temporary: TemporaryStore, seed: UInt64) async throws {
        let truth = world.truth()
        let sell = try await temporary.sums(.sell)
        #expect(sell.total.paidFen == truth.paidFen, "seed \(seed)")
        #expect(sell.total.refundedFen == truth.refundedFen, "seed \(seed)")
        #expect(sell.total.lines >= truth.lines && sell.total.orders == truth.orders, "seed \(seed)")
        #expect(sell.notSales.lines == truth.notSalesLines, "seed \(seed)")
        #expect(sell.proof.orphanRefundFen == truth.orphanFen, "seed \(seed)")
        #expect(sell.proof.pendingFen == 0, "seed \(seed)")

        // The journal comes to the credits, party by party.
        var booked: [String?: Int64] = [:]
        for entry in try await temporary.bookedEntries() where entry.leg == .sell {
            booked[entry.partyID, default: 0] += entry.paidFen.amount - entry.refundedFen.amount
        }
        for partyID in ["a", "b", "c", nil] as [String?] {
            #expect(booked[partyID] ?? 0 == sell[partyID].netFen, "seed \(seed), party \(partyID ?? "-")")
        }
        #expect(sell.netFenByReason == truth.netFenByReason, "seed \(seed)")
    }
}

/// Orders in several versions and refunds in several states, some of orders that never come.
private struct World {
    struct Parcel {
        var order: Order?
        var refund: Refund?
    }

    struct Truth {
        var paidFen: Int64 = 0
        var refundedFen: Int64 = 0
        var orders: Int64 = 0
        var lines: Int64 = 0
        var notSalesLines: Int64 = 0
        var orphanFen: Int64 = 0
        /// What hosts sold of whom it is known why nobody is credited with it.
        var netFenByReason: [UnassignedReason: Int64] = [:]
    }

    private(set) var parcels: [Parcel] = []

    init(_ random: inout SeededRandom) {
        for number in 0..<random.next(in: 3...12) {
            let orderID = "o\(number)"
            let isMissing = random.next(in: 0...9) == 0
            for version in 1...Int64(random.next(in: 1...3)) where !isMissing {
                parcels.append(Parcel(order: Self.order(orderID, version, &random)))
            }
            for place in 0..<random.next(in: 0...3) {
                let line = "l\(random.next(in: 0...2))"
                for version in 1...Int64(random.next(in: 1...2)) {
                    parcels.append(
                        Parcel(
                            refund: Refund(
                                "r\(place)", order: orderID, line: line,
                                state: random.element(of: [.open, .succeeded, .succeeded, .withoutRefund]),
                                fen: Int64(random.next(in: 1...300)),
                                returnedMilli: Int64(random.next(in: 0...1)) * 1_000, version: version)))
                }
            }
        }
    }

    private static func order(_ orderID: String, _ version: Int64, _ random: inout SeededRandom) -> Order {
        // Lines come, go and change places from version to version.
        let places = (0...2).shuffled(using: &random).prefix(random.next(in: 1...3))
        let lines = places.map { place in
            OrderLine(
                "l\(place)", paidFen: Int64(random.next(in: 0...2_000)),
                host: random.element(of: ["h1", "h2", "h3", "h4", "h5", "h9", "out", "two"]),
                product: random.element(of: ["p1", "p2", ""]),
                sale: random.next(in: 0...5) == 0 ? .notSale(.gift) : .sale(.sale),
                closedAt: random.next(in: 0...5) == 0 ? .version(version) : nil)
        }
        let buyer: Buyer =
            random.next(in: 0...2) == 0
            ? .organisation(purchaserID: random.element(of: ["u1", "u2", "u9"]), name: "单位") : .person
        let paidFen = lines.reduce(0) { $0 + $1.paidFen.amount }
        return Order(
            orderID, version: version, headerPaidFen: paidFen + Int64(random.next(in: 0...1)) * 7,
            buyer: buyer,
            lines: lines)
    }

    /// The sums by definition: the latest versions, their successful refunds, else what a closed line was paid.
    func truth() -> Truth {
        var orders: [String: Order] = [:]
        for order in parcels.compactMap(\.order)
        where orders[order.orderID].map({ $0.updatedAt < order.updatedAt }) ?? true {
            orders[order.orderID] = order
        }
        var refunds: [[String]: Refund] = [:]
        for refund in parcels.compactMap(\.refund) {
            let key = [refund.orderID, refund.lineID, refund.refundID]
            if refunds[key].map({ $0.updatedAt < refund.updatedAt }) ?? true { refunds[key] = refund }
        }
        var truth = Truth()
        var matched: Set<[String]> = []
        for order in orders.values {
            truth.orders += order.lines.contains { $0.sale.isSale } ? 1 : 0
            for line in order.lines {
                let own = refunds.filter {
                    $0.value.orderID == order.orderID && $0.value.lineID == line.lineID
                        && $0.value.state == .succeeded
                }
                matched.formUnion(own.keys)
                guard line.sale.isSale else {
                    truth.notSalesLines += 1
                    continue
                }
                truth.lines += 1
                truth.paidFen += line.paidFen.amount
                let isClosed = own.isEmpty && line.closedAt != nil
                let refundedFen =
                    isClosed ? line.paidFen.amount : own.values.reduce(0) { $0 + $1.refundedFen.amount }
                truth.refundedFen += refundedFen
                if let reason = HostCrediting.standard.reasons[line.hostID] {
                    truth.netFenByReason[reason, default: 0] += line.paidFen.amount - refundedFen
                }
            }
        }
        for (key, refund) in refunds where refund.state == .succeeded && !matched.contains(key) {
            truth.orphanFen += refund.refundedFen.amount
        }
        return truth
    }
}
