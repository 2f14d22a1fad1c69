import Foundation
import Testing

/// What is read, and what is told where it is not all.
@Suite("Everything that there is")
struct WholeReadingTests {
    private static let silent = "14-change-without-new-update-time"

    /// An order of 99.00 with other figures.
    private func order(_ number: Int, _ fields: [String: Any]) throws -> [String: Any] {
        var order = try #require(try Cases.records("\(Self.silent)/orders.json").first)
        let status = fields["order_status"] ?? 3
        let lines = try #require(order["sku_order_list"] as? [[String: Any]])
        order["sku_order_list"] = lines.map { line in
            line.merging(
                [
                    "order_id": "70140000000001\(number)2", "order_status": status,
                    "pay_time": fields["pay_time"] ?? order["pay_time"] ?? 0,
                ]) { $1 }
        }
        order["order_id"] = "70140000000001\(number)1"
        order["order_status"] = status
        return order.merging(fields) { $1 }
    }

    private func seconds(_ iso: String) throws -> Int {
        Int(try Date(iso + "+08:00", strategy: .iso8601).timeIntervalSince1970)
    }

    /// Runs `run` with what it tells while it works; it has to end with 0.
    private func told(_ bureau: Bureau) throws -> String {
        let result = try DaihuoProcess.run(["--now", bureau.now, "run"], in: bureau.folder.url)
        #expect(result.status == 0, "\(result.output)\(result.complaints)")
        return result.complaints
    }

    @Test(
        "K26: what a clock that is a day ahead asks for is known up to the platform's clock, and the rest is read next"
    )
    func clockAhead() throws {
        let bureau = try Bureau()
        let first = try order(10, ["update_time": try seconds("2022-11-29T07:00:00")])
        try bureau.server.serve([first], at: "order-searchList")
        try bureau.server.tell(clock: "2022-11-29T08:00:00+08:00")
        bureau.now = "2022-11-30T08:00:00+08:00"
        #expect(try told(bureau).contains("请校准本机时间"))
        let readTo = "SELECT max(to_ms) / 1000 <= \(try seconds("2022-11-29T08:00:00")) FROM read_span"
        #expect(try bureau.rows(readTo) == "1")
        // The report doesn't claim more.
        let report = try bureau.done(
            "report", "attribution", "--from", "2022-11-29", "--to", "2022-11-29", "--format", "json")
        #expect(report.output.contains(#""read_to": "2022-11-29T07:57:00+08:00""#), "\(report.output)")

        let second = try order(20, ["update_time": try seconds("2022-11-29T20:00:00")])
        try bureau.server.serve([first, second], at: "order-searchList")
        try bureau.server.tell(clock: "2022-11-30T09:00:00+08:00")
        bureau.now = "2022-11-30T09:00:00+08:00"
        #expect(try !told(bureau).contains("校准"))
        #expect(try bureau.report().totals.orders == 2)
    }

    @Test("K26: a store that was read ahead by our clock is taken back, which is told, and read again")
    func readAhead() throws {
        let bureau = try Bureau()
        bureau.now = "2022-11-29T08:00:00+08:00"
        try bureau.done("run")
        // As it was written before the platform's clock counted.
        for change in [
            "UPDATE read_span SET to_ms = to_ms + 86400000",
            "UPDATE window_proof SET asked_at_ms = asked_at_ms + 86400000, server_at_ms = NULL",
            "UPDATE window_proof SET to_ms = to_ms + 86400000 WHERE to_ms = (SELECT max(to_ms) FROM window_proof)",
        ] { try bureau.change(change) }
        let order = try order(10, ["update_time": try seconds("2022-11-29T08:30:00")])
        try bureau.server.serve([order], at: "order-searchList")
        bureau.now = "2022-11-29T09:00:00+08:00"
        #expect(try told(bureau).contains("是在本机时间走快时读的，现重新读取"))
        #expect(try bureau.report().totals.orders == 1)
        #expect(try !told(bureau).contains("走快"))
    }

    @Test(
        "K29: days that the platform gives no more are kept as gaps, and stand in report, JSON, warning and exit code"
    )
    func outOfReach() throws {
        var account = Bureau.douyin
        account.since = "2022-07-01"
        let bureau = try Bureau([account])
        #expect(try bureau.run(["run"]).status == 0)
        #expect(try bureau.run(["run"], strict: true).status == 1)
        #expect(
            try bureau.rows(
                "SELECT DISTINCT w.word FROM window_unread u JOIN word w ON w.list = 'unread_cause' AND w.number = u.cause"
            )
                == "out_of_reach")

        let days = ["--from", "2022-07-01", "--to", "2022-11-30"]
        let text = try bureau.run(["report", "attribution"] + days)
        #expect(
            text.status == 0 && text.output.contains("数据不全") && text.output.contains("a-douyin（"),
            "\(text.output)")
        let json = try bureau.run(["report", "attribution", "--format", "json"] + days)
        let coverage = try #require(try KilledRunTests.json(json.output)["coverage"] as? [String: Any])
        let accounts = try #require(coverage["accounts"] as? [[String: Any]])
        let gaps = try #require(accounts.first?["gaps"] as? Int)
        #expect((60...64).contains(gaps), "\(gaps)")
        #expect(json.status == 0 && json.complaints.contains("有缺口"), "\(json.complaints)")
        #expect(try bureau.run(["report", "attribution"] + days, strict: true).status == 1)
        // Sales of November have nothing to do with what was updated last in July.
        let november = try bureau.run(["report", "attribution", "--from", "2022-11-01", "--to", "2022-11-30"])
        #expect(!november.output.contains("数据不全"), "\(november.output)")
    }

    @Test(
        "an order is read by its last update: one that was made long before is there, and so is its last change"
    )
    func madeBefore() throws {
        let bureau = try Bureau()
        let made = [
            "create_time": try seconds("2022-09-20T10:00:00"), "pay_time": try seconds("2022-09-20T10:05:00"),
        ]
        let old = try order(10, made.merging(["update_time": try seconds("2022-11-20T10:00:00")]) { $1 })
        try bureau.server.serve([old], at: "order-searchList")
        try bureau.done("run")
        #expect(try bureau.report("--from", "2022-09-01", "--to", "2022-11-30").totals.netFen == 9_900)

        let closed = try order(
            10, made.merging(["update_time": try seconds("2022-12-05T10:00:00"), "order_status": 4]) { $1 })
        try bureau.server.serve([closed], at: "order-searchList")
        bureau.now = "2022-12-06T08:00:00+08:00"
        try bureau.done("run")
        #expect(try bureau.report("--from", "2022-09-01", "--to", "2022-11-30").totals.netFen == 0)
    }

    @Test("an order is read whatever its state: it lands, or is held, also in a state that nobody knows")
    func everyState() throws {
        let bureau = try Bureau()
        let states = [1, 2, 3, 4, 5, 101, 105, 103, 999]
        let orders = try states.enumerated().map { place, state in
            try order(
                10 + place,
                ["order_status": state, "finish_time": state == 5 ? try seconds("2022-11-04T10:00:00") : 0])
        }
        try bureau.server.serve(orders, at: "order-searchList")
        try bureau.done("run")
        let count = try bureau.rows("SELECT (SELECT count(*) FROM orders) + (SELECT count(*) FROM v_parked)")
        #expect(count == "\(states.count)")
        #expect(try bureau.rows("SELECT count(*) FROM v_parked") == "2")
    }

    @Test(
        "case 20: one instant in eight spellings is of the day that it has in Beijing, or parked, never of the day before"
    )
    func spellings() throws {
        let bureau = try Bureau([Bureau.zone])
        let folder = "20-four-spellings-of-one-instant"
        let text = try Cases.text("\(folder)/t-decl.yaml")
        try bureau.describe { _ in text }
        try bureau.server.serve(try Cases.text("\(folder)/orders.json"), at: "orders")
        try bureau.done("run")
        #expect(try bureau.report().totals.paidFen == 127)
        #expect(try bureau.report("--from", "2022-11-02", "--to", "2022-11-02").totals.paidFen == 127)
        #expect(try bureau.rows("SELECT count(DISTINCT paid_at_ms / 1000) FROM v_order") == "1")
        // `2022-11-01 16:30:00 UTC` is no spelling that is known.
        #expect(try bureau.rows("SELECT order_id FROM v_parked") == "D7")
    }
}
