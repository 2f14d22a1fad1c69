import Foundation
import Testing

/// An after-sale whose order lies before `since`: the order is asked for by its number.
@Suite("Orders that after-sales wait for")
struct MissingOrderTests {
    private static let number = "70210000000000010010"

    /// The after-sale is read, its order of the 2nd of November is not.
    private func bureau() throws -> Bureau {
        var account = Bureau.douyin
        account.since = "2022-11-10"
        let bureau = try Bureau([account])
        let refunds = try Bureau.explained("refunds.json")
        let list = try #require(
            try JSONSerialization.jsonObject(with: Data(refunds.utf8)) as? [[String: Any]])
        let own = list.filter { record in
            (record["order_info"] as? [String: Any])?["shop_order_id"] as? String == Self.number
        }
        try #require(own.count == 1)
        try bureau.server.serve(own, at: "afterSale-List")
        return bureau
    }

    /// How many orders a run asked for, and how many came; it has to end with 0.
    private func run(_ bureau: Bureau, _ arguments: [String] = ["run"]) throws -> [Int?] {
        let result = try bureau.done(arguments + ["--format", "json"])
        let accounts = try KilledRunTests.json(result.output)["accounts"] as? [[String: Any]]
        return ["orders_asked", "orders_found"].map { accounts?.first?[$0] as? Int }
    }

    private func held(_ bureau: Bureau) throws -> [String?] {
        let result = try bureau.done("parked", "--format", "json")
        let records = try KilledRunTests.json(result.output)["records"] as? [[String: Any]]
        return try #require(records).map { $0["kind"] as? String }
    }

    @Test("come with the run that reads the after-sale; they are credited, less what was refunded")
    func comes() throws {
        let bureau = try bureau()
        try bureau.server.serve(try Bureau.explained("orders.json"), at: "order-orderDetail")
        #expect(try run(bureau) == [1, 1])

        #expect(try held(bureau) == [])
        let report = try bureau.report("--by", "party")
        #expect(report.totals.orders == 1 && report.totals.paidFen == 10_790)
        #expect(report.totals.refundedFen == 3_900 && report.proof.pendingFen == 0)
        #expect(report.rows.map(\.key) == ["fs-01"] && report.rows.map(\.netFen) == [6_890])
        #expect(report.proof.journalNetFen == 6_890)
        #expect(try bureau.warnings() == [])
        let explained = try bureau.done("explain", Self.number).output
        #expect(explained.contains("示例红薯") && !explained.contains("订单未到"), "\(explained)")

        // It is there: nothing is asked, also when a day has passed.
        bureau.now = "2022-12-02T08:00:00+08:00"
        #expect(try run(bureau) == [0, 0])
        #expect(
            try bureau.rows(
                "SELECT cursor, window_from_ms IS NULL, inserted FROM page WHERE feed = 'order_lookup'")
                == "order \(Self.number)|1|1")
    }

    @Test("are asked for once a day while the platform refuses them, which is no failure")
    func refused() throws {
        let bureau = try bureau()
        var asked: [[Int?]] = []
        for hour in ["30T08:00", "30T20:00", "30T22:00"] {
            bureau.now = "2022-11-\(hour):00+08:00"
            asked.append(try run(bureau, hour == "30T20:00" ? ["sync"] : ["run"]))
        }
        #expect(asked == [[1, 0], [0, 0], [0, 0]])
        #expect(try held(bureau) == ["orphan", "orphan"])
        #expect(try bureau.warnings() == [])

        bureau.now = "2022-12-01T08:00:00+08:00"
        #expect(try run(bureau, ["sync", "--from", "2022-11-30", "--to", "2022-11-30"]) == [0, 0])
        #expect(try run(bureau) == [1, 0])
        try bureau.server.serve(try Bureau.explained("orders.json"), at: "order-orderDetail")
        #expect(try run(bureau) == [0, 0])
        bureau.now = "2022-12-02T08:00:00+08:00"
        #expect(try run(bureau) == [1, 1])
        #expect(try held(bureau) == [])
        #expect(
            try bureau.rows("SELECT count(*), sum(records) FROM page WHERE feed = 'order_lookup'") == "3|1")
        #expect(try bureau.report().totals.netFen == 6_890)
    }

    @Test("are told in the result where any were asked for", arguments: SpokenLanguage.allCases)
    func told(language: SpokenLanguage) throws {
        let bureau = try bureau()
        bureau.language = language
        let sentence = language.text(
            "← a-douyin：有退款而订单未到，向平台要了 1 单，得到 0 单",
            "← a-douyin: 1 order of an orphan was asked for, 0 came")
        let arguments = ["--now", bureau.now, "--lang", language.rawValue, "run"]
        let first = try DaihuoProcess.run(arguments, in: bureau.folder.url)
        #expect(first.status == 0 && first.output.contains(sentence), "\(first.output)")
        #expect(first.complaints.contains(Self.number), "\(first.complaints)")
        let second = try DaihuoProcess.run(arguments, in: bureau.folder.url)
        #expect(second.status == 0 && !second.output.contains("←"), "\(second.output)")
    }
}
