import Domain
import JSON
import Platforms
import Reports
import SeededRandomness
import Testing

@Suite("Declared platforms: a growing amount inside the order")
struct DeclaredStatedRefundTests {
    /// A platform whose order records state one amount; `refund` is what stands under `refund`.
    private func platform(_ refund: String, lines: String) throws -> DeclaredPlatform {
        try DeclaredPlatform(
            yaml: """
                name: p
                title: 测试
                channel: other
                feeds:
                  - name: orders
                    time: beijing
                    request: {path: /r}
                    paging: {kind: none}
                    answer: {records: rows}
                    order:
                      id: id
                      dated_by: order
                      created_at: at
                      updated_at: at
                      money: fen
                      lines: {\(lines)}
                    refund: {\(refund)}
                """, file: "p.yaml")
    }

    private static let oneLine = "title: id, quantity: n, paid: paid"
    private static let twoLines = "path: goods, id: no, title: no, quantity: n, paid: paid"

    /// A page with one order that has these members.
    private func page(_ platform: DeclaredPlatform, _ members: String) throws -> Page {
        let goods = #"[{"no":"a","n":1,"paid":600},{"no":"b","n":1,"paid":400}]"#
        let record = #"{"id":"A","at":"2022-11-06","n":2,"paid":1000,"goods":\#(goods)\#(members)}"#
        return try DeclaredFixture.page(platform, "orders", Array("{\"rows\":[\(record)]}".utf8))
    }

    private func stated(_ page: Page) -> [StatedRefund?] {
        page.orders.flatMap { $0.lines.map(\.statedRefund) }
    }

    private func day(_ day: Int64) -> Instant { Instant(seconds: 1_667_232_000 + (day - 1) * 86_400) }

    @Test("a 0 in a list of refunds inside an order says that nothing was paid back")
    func listed() throws {
        let platform = try platform(
            "path: backs, id: no, line: line, amount: back, returned: n", lines: Self.twoLines)
        let refund = #"{"no":"r1","line":"a","back":500,"n":1}"#
        for (text, state) in [
            (refund, Refund.State.succeeded), (refund.replacing("500", with: "0"), .withoutRefund),
        ] {
            #expect(try page(platform, #","backs":[\#(text)]"#).refunds.map(\.state) == [state])
        }
    }

    @Test("each version states the amount so far, 0 too; without an amount it says nothing")
    func versions() throws {
        let platform = try platform("amount: back", lines: Self.oneLine)
        let cases: [(members: String, fen: Int64?)] = [
            (#","back":500"#, 500), (#","back":"700""#, 700), (#","back":0"#, 0), (#","back":1500"#, 1500),
            ("", nil), (#","back":null"#, nil), (#","back":"""#, nil),
        ]
        for (members, fen) in cases {
            let page = try page(platform, members)

            let expected = fen.map { StatedRefund(refundedFen: Fen($0), refundedAt: day(6)) }
            #expect(stated(page) == [expected], "\(members)")
            #expect(page.refunds.isEmpty && page.parked.isEmpty, "\(members)")
        }
    }

    @Test("it has its own time, else its own update time, else the order's, and what came back")
    func times() throws {
        let refund = "amount: back, returned: kg, refunded_at: on, updated_at: seen"
        let own = try platform(refund, lines: Self.oneLine)
        let of = try platform("amount: back, refunded_at: on", lines: Self.oneLine)

        let dated = #","back":5,"kg":"1.5","on":"2022-11-03","seen":"2022-11-04""#
        #expect(stated(try page(own, dated)).map { $0?.refundedAt } == [day(3)])
        #expect(stated(try page(own, dated)).map { $0?.returnedMilli } == [1500])
        #expect(stated(try page(own, #","back":5,"seen":"2022-11-04""#)).map { $0?.refundedAt } == [day(4)])
        #expect(stated(try page(of, #","back":5"#)).map { $0?.refundedAt } == [day(6)])
        #expect(stated(try page(of, #","back":5"#)).map { $0?.returnedMilli } == [0])
    }

    @Test("it stands on the line that it names; where nothing is refunded and none is named, on all")
    func lines() throws {
        let platform = try platform("amount: back, line: of", lines: Self.twoLines)
        let fen = { (members: String) in try stated(page(platform, members)).map { $0?.refundedFen.amount } }

        #expect(try fen(#","back":5,"of":"b""#) == [nil, 5])
        #expect(try fen(#","back":0,"of":"a""#) == [0, nil])
        #expect(try fen(#","back":0,"of":"""#) == [0, 0])
        #expect(try fen("") == [nil, nil])
    }

    @Test("what has not succeeded has paid nothing back")
    func states() throws {
        let platform = try platform(
            "amount: back, returned: n, status: {path: s, map: {1: open, 2: succeeded, 3: without_refund}, default: open}",
            lines: Self.oneLine)
        for state in 0...3 {
            let refund = try #require(stated(page(platform, #","back":5,"s":\#(state)"#)).first ?? nil)

            #expect(refund.refundedFen == Fen(state == 2 ? 5 : 0), "state \(state)")
            #expect(refund.returnedMilli == (state == 2 ? 2000 : 0), "state \(state)")
            #expect(stated(try page(platform, #","s":\#(state)"#)) == [nil], "state \(state)")
        }
    }

    @Test(
        "what contradicts itself parks the record, and says which key to look at",
        arguments: [
            (#","back":-500"#, "back：金额是负数"), (#","back":"-0.01""#, "back"),
            (#","back":5,"of":"c""#, "feeds[0].refund.line"),
            (#","back":5"#, "of"), (#","back":0,"of":"c""#, "feeds[0].refund.line"),
            (#","back":5,"of":"a","kg":-1"#, "kg：数量是负数"), (#","back":[],"of":"a""#, "back"),
        ])
    func parked(members: String, reason: String) throws {
        let platform = try platform("amount: back, line: of, returned: kg", lines: Self.twoLines)

        let page = try page(platform, members)

        #expect(page.orders.isEmpty && page.refunds.isEmpty)
        #expect(page.parked.map(\.orderID) == ["A"])
        #expect(
            page.parked.allSatisfy { $0.reason.text(in: .chinese).contains(reason) },
            "\(page.parked.map(\.reason))")
    }

    @Test("whatever is stated, the line says just that and no refund is made of it")
    func property() throws {
        let platform = try platform(
            "amount: back, line: of, status: {path: s, map: {done: succeeded}, default: open}",
            lines: Self.twoLines)
        for _ in 0..<300 {
            var random = SeededRandom()
            let amount: Int64? = random.next(in: 0...3) == 0 ? nil : Int64(random.next(in: 0...2) * 250)
            let line = random.element(of: ["a", "b"])
            let isDone = random.next(in: 0...2) > 0
            let back = amount.map { #","back":\#($0)"# } ?? ""

            let page = try page(platform, #"\#(back),"of":"\#(line)","s":"\#(isDone ? "done" : "asked")""#)

            let expected = ["a", "b"].map { $0 == line ? amount.map { isDone ? $0 : 0 } : nil }
            #expect(stated(page).map { $0?.refundedFen.amount } == expected, "seed \(random.seed)")
            #expect(page.refunds.isEmpty && page.parked.isEmpty, "seed \(random.seed)")
        }
    }
}
