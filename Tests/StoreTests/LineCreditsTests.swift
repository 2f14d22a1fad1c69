import Domain
import GRDB
import SeededRandomness
import Testing

@testable import Store

@Suite("The credits of a line as one value")
struct LineCreditsTests {
    private static func random(_ random: inout SeededRandom) -> CreditRow {
        let party = random.next(in: 1...3) == 1 ? 0 : Int64(random.next(in: 1...5_000))
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

    @Test("credits with a byte changed are credits that can be, or nothing")
    func changedBytes() {
        var random = SeededRandom()
        print("bytes seed \(random.seed)")
        var (possible, impossible) = (0, 0)
        for _ in 0..<5_000 {
            var bytes = LineCredits.bytes((0...1).map { _ in Self.random(&random) }[...])
            bytes[random.next(in: 0...bytes.count - 1)] ^= 1 << random.next(in: 0...7)
            guard let credits = Self.read(bytes) else {
                impossible += 1
                continue
            }
            possible += 1
            #expect(credits.allSatisfy { ($0.party == 0) == ($0.reason != nil) && (1...2).contains($0.leg) })
            #expect(credits.allSatisfy { $0.paidFen.magnitude <= 1_000_000_000_000_000 })
        }
        #expect(possible > 100 && impossible > 100)
    }

    /// A store of one refunded order, damaged by a statement.
    private func damaged(by sql: String) async throws -> TemporaryStore {
        let temporary = try TemporaryStore()
        try await temporary.land([Order(lines: [OrderLine()])], refunds: [Refund()])
        try await temporary.expectSound()
        try await DatabaseQueue(path: temporary.path).write { try $0.execute(sql: sql) }
        return temporary
    }

    /// What `check` finds after these bytes have taken the place of the line's credits.
    private func found(writing credits: String) async throws -> [String] {
        try await damaged(by: "UPDATE order_line SET credits = \(credits)").store.disagreements()
    }

    /// Forty credits of 2^58 − 1 fen, which would overflow a sum.
    private static let enormous: String = {
        let enormous = CreditRow(
            line: 0, leg: 1, party: 1, shareBP: 10_000, evidence: 1, reason: nil, day: 0, county: 0,
            category: 0,
            grossFen: 0, paidFen: 1 << 58 - 1, refundedFen: 1 << 58 - 1, grams: 1 << 58 - 1)
        let bytes = LineCredits.bytes(Array(repeating: enormous, count: 40)[...])
        return "x'" + bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() + "'"
    }()

    @Test("credits that cannot be read are found by the check", arguments: ["x'05'", "5", enormous])
    func unreadable(credits: String) async throws {
        #expect(
            try await found(writing: credits) == [
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

    @Test("an order whose credits cannot be read is not explained", arguments: ["x'05'", "5", "'text'"])
    func unexplained(credits: String) async throws {
        let temporary = try await damaged(by: "UPDATE order_line SET credits = \(credits)")
        await #expect(throws: StoreError.self) { try await temporary.story() }
    }

    @Test("a line whose goods have no name is found by the check, and still one of its order's lines")
    func nameless() async throws {
        let temporary = try await damaged(by: "DELETE FROM goods")
        #expect(try await temporary.store.disagreements() == ["订单行与商品名称：1 处不一致"])
        #expect(try await temporary.story().order.lines.map(\.title) == [""])
    }

    @Test("an order whose credits cannot be read takes no refund, and nothing of the page lands")
    func refundOnDamage() async throws {
        let temporary = try await damaged(by: "UPDATE order_line SET credits = x'05'")
        await #expect(throws: StoreError.self) {
            try await temporary.land([Order("o2", lines: [OrderLine()])], refunds: [Refund("r2")])
        }
        #expect(try await temporary.store.stories(orderID: "o2").isEmpty)
    }

    @Test("goods are kept once, and every order knows what its own are called")
    func goods() async throws {
        let temporary = try TemporaryStore()
        let orders = (1...6).map { number in
            var line = OrderLine()
            // A text is not over at a NUL.
            line.title = number % 2 == 0 ? "大米\u{0}甲" : "大米\u{0}乙"
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
