import Domain
import Store
import Testing

/// What could not be read is newer than what could: nobody is told so, were the older one to take it off the list.
@Suite("Versions of parked records")
struct ParkedVersionTests {
    private let temporary: TemporaryStore

    init() throws { temporary = try TemporaryStore() }

    private func held() async throws -> Int {
        try await temporary.store.held().filter { $0.kind == .parked }.count
    }

    private func file(_ version: Int64, _ line: String = "l1") -> Delivery {
        Delivery(
            orders: [[Order(version: version, lines: [OrderLine(line)])]], kind: .file, feed: "douyin-orders")
    }

    @Test(
        "an order stays parked when an older version of it is read again, and leaves by one that is not older"
    )
    func readAgain() async throws {
        try await temporary.land(Order(version: 2, lines: [OrderLine()]))
        try await temporary.land(Delivery(parked: [ParkedRecord(version: 3)]))
        try await temporary.land(Order(version: 2, lines: [OrderLine()]))
        #expect(try await held() == 1)
        try await temporary.land(Order(version: 3, lines: [OrderLine()]))
        #expect(try await held() == 0)
    }

    @Test("an older row of a file does not speak for it, of whatever account and file")
    func olderFile() async throws {
        try await temporary.land(
            Delivery(parked: [ParkedRecord(line: "l1", version: 3)], kind: .file, feed: "douyin-orders"))
        try await temporary.land(file(2))
        var other = file(2)
        other.source = "shop-2"
        try await temporary.land(other)
        #expect(try await held() == 1)
        try await temporary.land(file(3))
        #expect(try await held() == 0)
    }

    @Test("an after-sale likewise")
    func afterSale() async throws {
        try await temporary.land(
            Delivery(refunds: [Refund()], parked: [ParkedRecord(refund: "r1", version: 3)], feed: "refunds"))
        try await temporary.land(Delivery(refunds: [Refund(version: 2)], feed: "refunds"))
        #expect(try await held() == 1)
        try await temporary.land(Delivery(refunds: [Refund(version: 3)], feed: "refunds"))
        #expect(try await held() == 0)
    }

    @Test("an update time that is not known, or lies in the future, keeps nothing on the list")
    func unknown() async throws {
        for version in [nil, 5_000_000] as [Int64?] {
            try await temporary.land(Delivery(parked: [ParkedRecord(version: version)]))
            try await temporary.land(Order(lines: [OrderLine()]))
            #expect(try await held() == 0)
        }
    }

    @Test(
        "an older version that cannot be read does not take the place of a newer one; one of no known time does"
    )
    func olderParked() async throws {
        for version in [3, 2] as [Int64] {
            let record = ParkedRecord(version: version, body: "{\(version)}")
            try await temporary.land(Delivery(parked: [record]))
        }
        #expect(try await temporary.ask("SELECT body, page FROM parked") == [["{3}", "1"]])
        try await temporary.land(Delivery(parked: [ParkedRecord(body: "{}")]))
        #expect(try await temporary.ask("SELECT body, page FROM parked") == [["{}", "3"]])
        // It has not become older by that.
        try await temporary.land(Order(version: 2, lines: [OrderLine()]))
        #expect(try await held() == 1)
        try await temporary.land(Order(version: 3, lines: [OrderLine()]))
        #expect(try await held() == 0)
    }

    @Test("times that were read from elsewhere, as a description said before, do not compare")
    func timedOtherwise() async throws {
        try await temporary.land(Delivery(parked: [ParkedRecord(version: 3)]))
        var delivery = Delivery(parked: [ParkedRecord(version: 2, body: "{2}")])
        delivery.timedOtherwiseBefore = 2
        try await temporary.land(delivery)
        #expect(try await temporary.ask("SELECT body FROM parked") == [["{2}"]])
        delivery = Delivery(orders: [[Order(version: 1, lines: [OrderLine()])]])
        delivery.timedOtherwiseBefore = 3
        try await temporary.land(delivery)
        #expect(try await held() == 0)
    }
}
