import Domain
import JSON
import Platforms
import SeededRandomness
import Testing

@Suite("Declared platforms: money, quantities and times")
struct DeclaredMoneyTests {
    /// An order of one line whose figures are given as JSON.
    private func order(
        _ fields: String, money: String = "yuan", time: String = "beijing", rest: String = ""
    ) throws -> Page {
        let platform = try DeclaredPlatform(
            yaml: """
                name: p
                title: 测试
                channel: other
                feeds:
                  - name: orders
                    time: \(time)
                    request: {path: /r}
                    paging: {kind: none}
                    answer: {records: rows}
                    order:
                      id: id
                      dated_by: order
                      created_at: at
                      updated_at: at
                      money: \(money)
                      \(rest)
                      paid: paid
                      lines: {title: id, quantity: n}
                """, file: "p.yaml")
        return try DeclaredFixture.page(
            platform, "orders", Array("{\"rows\":[{\"id\":\"A\",\(fields)}]}".utf8))
    }

    @Test(
        "money is read from its characters",
        arguments: [
            ("yuan", "", "19.9", 1990), ("yuan", "", "\"19.90\"", 1990), ("yuan", "", "0.10", 10),
            ("yuan", "", "\"7.1000\"", 710),
            ("fen", "", "1990", 1990), ("fen", "", "\"1990.0\"", 1990),
            ("yuan", "round: half_even", "0.005", 0), ("yuan", "round: half_even", "0.015", 2),
            ("yuan", "round: half_even", "0.025", 2), ("yuan", "round: half_even", "0.0250001", 3),
            ("yuan", "round: half_even", "\"100000000000.00\"", 10_000_000_000_000),
            ("fen", "round: half_even", "2.5", 2),
            ("fen", "round: half_even", "3.5", 4), ("yuan", "round: half_even", "1", 100),
        ] as [(String, String, String, Int64)])
    func money(unit: String, round: String, figure: String, fen: Int64) throws {
        let page = try order("\"paid\":\(figure),\"n\":1,\"at\":\"2022-11-01\"", money: unit, rest: round)

        #expect(page.orders.first?.lines.first?.paidFen == Fen(fen))
        #expect(page.orders.first?.headerPaidFen == Fen(fen))
    }

    @Test(
        "money that cannot be read exactly is parked, not guessed",
        arguments: [
            ("yuan", "", "19.905"), ("yuan", "", "1e3"), ("yuan", "", "\"¥19\""),
            ("yuan", "", "\"1,000.00\""),
            ("fen", "", "19.5"), ("yuan", "", "\"100000000000.01\""), ("yuan", "", "-1"),
            ("yuan", "", "[]"), ("yuan", "", "null"),
            ("yuan", "round: half_even", "1e3"), ("yuan", "round: half_even", "\"1.2.3\""),
            ("yuan", "round: half_even", "\".5\""),
            ("yuan", "round: half_even", "\"5.\""), ("yuan", "round: half_even", "\"92233720368547758.075\""),
            ("yuan", "round: half_even", "true"),
        ])
    func unreadable(unit: String, round: String, figure: String) throws {
        let page = try order("\"paid\":\(figure),\"n\":1,\"at\":\"2022-11-01\"", money: unit, rest: round)

        #expect(page.orders.isEmpty)
        #expect(page.parked.map(\.orderID) == ["A"])
    }

    @Test(
        "quantities have up to three decimals",
        arguments: [("13", 13_000), ("\"13.5\"", 13_500), ("0.001", 1), ("1.2340", 1234)])
    func quantities(figure: String, milli: Int64) throws {
        let page = try order("\"paid\":1,\"n\":\(figure),\"at\":\"2022-11-01\"")

        #expect(page.orders.first?.lines.first?.quantity == Quantity(milli: milli, unit: .piece))
    }

    @Test(
        "times are read in the unit that is described",
        arguments: [
            ("seconds", "1667264400"), ("seconds", "\"1667264400\""), ("milliseconds", "1667264400000"),
            ("beijing", "\"2022-11-01 09:00:00\""), ("beijing", "\"2022-11-01 09:00\""),
            ("beijing", "\"2022-11-01T01:00:00Z\""), ("beijing", "\"2022-11-01T09:00:00+08:00\""),
            ("beijing", "\"2022-11-01 09:00:00.000\""), ("beijing", "\"2022-11-01T01:00Z\""),
            ("iso", "\"2022-11-01T01:00:00.000Z\""), ("iso", "\"2022-11-01T09:00:00.0+0800\""),
            ("iso", "\"2022-11-01 09:00:00\""), ("iso", "\"2022-10-31T20:00:00-05:00\""),
        ])
    func times(format: String, figure: String) throws {
        let page = try order("\"paid\":1,\"n\":1,\"at\":\(figure)", time: format)

        #expect(page.orders.first?.updatedAt == Instant(seconds: 1_667_264_400))
    }

    @Test(
        "a time in the wrong unit is parked",
        arguments: [
            ("seconds", "1667264400000"), ("milliseconds", "1667264400"),
            ("milliseconds", "9223372036854775807"),
            ("seconds", "9223372036854775807"), ("beijing", "1667264400"), ("beijing", "\"2022-02-30\""),
            ("seconds", "0"),
        ])
    func wrongTimes(format: String, figure: String) throws {
        let page = try order("\"paid\":1,\"n\":1,\"at\":\(figure)", time: format)

        #expect(page.orders.isEmpty && page.parked.count == 1)
    }

    @Test(
        "a sale without lines is parked where its header states no amount: nothing else would tell of it",
        arguments: [
            (1, "", true), (2, "", true), (2, #","sum":null"#, true), (3, "", false),
            (1, #","sum":500"#, false),
            (1, #","sum":0"#, false),
        ])
    func saleWithoutLines(state: Int, sum: String, isParked: Bool) throws {
        let platform = try DeclaredPlatform(
            yaml: """
                name: p
                title: 测试
                channel: other
                feeds:
                  - name: orders
                    time: seconds
                    request: {path: /r}
                    paging: {kind: none}
                    answer: {records: rows}
                    order:
                      id: id
                      status: {path: state, map: {1: sale, 2: closed, 3: unpaid}, default: park}
                      paid_at: at
                      updated_at: at
                      money: fen
                      paid: sum
                      lines: {path: items, id: no, title: no, quantity: n, paid: paid}
                """, file: "p.yaml")
        let record = #"{"id":"A","state":\#(state),"at":1667264400,"items":[]\#(sum)}"#
        let page = try DeclaredFixture.page(platform, "orders", Array("{\"rows\":[\(record)]}".utf8))
        #expect(page.parked.map(\.orderID) == (isParked ? ["A"] : []))
        #expect(page.orders.isEmpty == isParked)
    }

    @Test("what an order paid is what its lines paid, however it is spread")
    func spread() throws {
        let platform = try DeclaredFixture.platform("relay")
        for seed in UInt64(1)...200 {
            var random = SeededRandom(seed: seed)
            let gross = (0..<Int.random(in: 1...6, using: &random)).map { _ in
                Int64.random(in: 0...1_000_000, using: &random)
            }
            let total = Int64.random(in: 0...2_000_000, using: &random)
            let goods = gross.enumerated().map { "{\"n\":\"\($0)\",\"t\":\"t\",\"q\":1,\"list\":\($1)}" }
            let body = """
                [{"id":"A","state":"已付","paid":1667264400000,"updated":1667264400000,"total":\(total),
                "goods":[\(goods.joined(separator: ","))]}]
                """

            let order = try #require(
                try DeclaredFixture.page(platform, "orders", Array(body.utf8)).orders.first)

            let paid = order.lines.reduce(Int64(0)) { $0 + $1.paidFen.amount }
            #expect(paid == total, "seed \(seed)")
            #expect(
                order.lines.allSatisfy { $0.paidFen >= .zero && $0.paidOrigin == .spread }, "seed \(seed)")
        }
    }
}
