import Domain
import GRDB
import Testing

@testable import Store

@Suite("The credits of a line as one value")
struct LineCreditsTests {
    private static func random(_ random: inout SeededRandom) -> CreditRow {
        let party = Int64(random.next(in: 0...5_000))
        func fen() -> Int64 { Int64(random.next(in: -1...10_000_000_000)) }
        return CreditRow(
            line: 3, leg: Int64(random.next(in: 1...2)), party: party,
            shareBP: Int64(random.next(in: 0...10_000)), evidence: Int64(random.next(in: 0...9)),
            reason: party == 0 ? Int64(random.next(in: 1...3)) : nil, day: 20_221_101,
            county: random.next(in: 0...1) == 0 ? 0 : 411_422_100_200,
            category: Int64(random.next(in: 0...40)),
            grossFen: fen(), paidFen: fen(), refundedFen: fen(),
            grams: random.next(in: 0...2) == 0 ? nil : fen())
    }

    private static func read(_ bytes: [UInt8]) -> [CreditRow]? {
        bytes.withUnsafeBytes { LineCredits.read($0, line: 3, day: 20_221_101) }
    }

    @Test("what is written is read again; cut short or with something behind it, it is nothing")
    func thereAndBack() {
        var random = SeededRandom()
        print("credits seed \(random.seed)")
        for count in 0..<60 {
            let credits = (0..<count % 6).map { _ in Self.random(&random) }
            let bytes = LineCredits.bytes(credits[...])
            #expect(Self.read(bytes) == credits)
            for end in 0..<bytes.count { #expect(Self.read(Array(bytes[..<end])) == nil) }
            #expect(Self.read(bytes + [0]) == nil)
        }
    }

    @Test("any bytes are credits or nothing, and never more than they have room for")
    func anyBytes() {
        var random = SeededRandom()
        print("bytes seed \(random.seed)")
        for _ in 0..<5_000 {
            let bytes = (0..<random.next(in: 0...40)).map { _ in UInt8(random.next(in: 0...255)) }
            if let credits = Self.read(bytes) {
                #expect(credits.count < bytes.count)
                #expect(credits.allSatisfy { ($0.party == 0) == ($0.reason != nil) })
            }
        }
    }

    /// What `check` finds after these bytes have taken the place of the line's credits.
    private func found(writing credits: String) async throws -> [String] {
        let temporary = try TemporaryStore()
        try await temporary.land([Order(lines: [OrderLine()])], refunds: [Refund()])
        try await temporary.expectSound()
        try await DatabaseQueue(path: temporary.path).write { database in
            try database.execute(sql: "UPDATE order_line SET credits = \(credits)")
        }
        return try await temporary.store.disagreements()
    }

    @Test("credits that cannot be read are found by the check")
    func unreadable() async throws {
        #expect(
            try await found(writing: "x'05'") == [
                "每日汇总与明细：1 处不一致", "账簿与归属：1 处不一致", "订单行与归属：1 处不一致",
            ])
    }

    @Test("credits that went missing are found by the check")
    func missing() async throws {
        #expect(
            try await found(writing: "x'00'") == [
                "每日汇总与明细：1 处不一致", "账簿与归属：1 处不一致", "订单行与归属：1 处不一致", "售后与归属：1 处不一致",
            ])
    }

    @Test("an order whose credits cannot be read takes no refund, and nothing of the page lands")
    func refundOnDamage() async throws {
        let temporary = try TemporaryStore()
        try await temporary.land([Order(lines: [OrderLine()])])
        try await DatabaseQueue(path: temporary.path).write { database in
            try database.execute(sql: "UPDATE order_line SET credits = x'05'")
        }
        await #expect(throws: StoreError.self) {
            try await temporary.land([Order("o2", lines: [OrderLine()])], refunds: [Refund()])
        }
        #expect(try await temporary.store.stories(orderID: "o2").isEmpty)
    }

    @Test("goods are kept once, and every order knows what its own are called")
    func goods() async throws {
        let temporary = try TemporaryStore()
        let orders = (1...6).map { number in
            var line = OrderLine()
            line.title = number % 2 == 0 ? "大米" : "小米"
            line.spec = number % 3 == 0 ? "5斤装" : ""
            return Order("o\(number)", lines: [line])
        }
        try await temporary.land(orders)
        for order in orders {
            let story = try await temporary.story(order.orderID)
            #expect(story.order.lines.map(\.title) == order.lines.map(\.title))
            #expect(story.order.lines.map(\.spec) == order.lines.map(\.spec))
        }
        let count = try await DatabaseQueue(path: temporary.path).read { database in
            try Int.fetchOne(database, sql: "SELECT count(*) FROM goods")
        }
        #expect(count == 4)
    }
}
