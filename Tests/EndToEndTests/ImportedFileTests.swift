import Foundation
import Testing

/// What a file adds to the API's orders, and what it may not change.
@Suite("Files beside the API")
struct ImportedFileTests {
    private static let export = "13-file-under-wrong-account/orders.csv"
    private static let orders = "13-file-under-wrong-account/orders.json"

    @Test(
        "an export that is imported under another shop's account is refused, and nothing of it lands",
        arguments: SpokenLanguage.allCases)
    func wrongAccount(language: SpokenLanguage) throws {
        let other = Bureau.Account(id: "b-douyin", platform: "douyin", shop: "9002")
        let bureau = try Bureau([Bureau.douyin, other])
        bureau.language = language
        try bureau.server.serve(try Cases.text(Self.orders), at: "order-searchList")
        try bureau.done("sync", "--account", "a-douyin")
        let before = try bureau.report("--by", "shop")
        #expect(before.net == ["9001": 18_000] && before.totals.orders == 3 && before.totals.grams == 7_500)

        let file = Cases.path(Self.export)
        let refused = try bureau.run(["import", file, "--account", "b-douyin"])
        #expect(refused.status == 2 && refused.output.isEmpty, "\(refused.output)")
        for part in [
            file, language.text("3 个订单号中有 3 个", "of 3 order numbers 3"), "9001", "b-douyin", "9002",
            language.text("没有导入", "nothing was imported"),
        ] {
            #expect(refused.complaints.contains(part), "\(refused.complaints)")
        }
        #expect(try bureau.report("--by", "shop") == before)

        try bureau.done("import", file, "--account", "a-douyin")
        let after = try bureau.report("--by", "shop")
        #expect(after.totals == before.totals && after.rows == before.rows)
    }

    @Test(
        "an export whose header has a counting column twice is refused, naming both, and nothing lands",
        arguments: SpokenLanguage.allCases)
    func columnTwice(language: SpokenLanguage) throws {
        let bureau = try Bureau()
        bureau.language = language
        let file = Cases.path("04-duplicate-header/orders.csv")
        let refused = try bureau.run(["import", file])
        #expect(refused.status == 2 && refused.output.isEmpty, "\(refused.output)")
        for part in [
            file, language.text("第 1 行", "line 1"), "订单应付金额", language.text("第 8 列", "column 8"),
            language.text("第 34 列", "column 34"),
        ] {
            #expect(refused.complaints.contains(part), "\(refused.complaints)")
        }
        // Not even a store was made.
        #expect(!FileManager.default.fileExists(atPath: bureau.folder.url.path + "/daihuo.sqlite"))
    }

    @Test(
        "a closed order of a newer export stays closed, whatever the order of files and rows",
        arguments: [
            (["1-newer.csv", "2-older.csv"], [0, 1]), (["2-older.csv", "1-newer.csv"], [0, 0]),
            (["adjacent.csv"], [0]), (["apart.csv"], [0]), (["right-order.csv"], [0]),
            (["1-newer.csv", "2-older.csv", "1-newer.csv"], [0, 1, 0]),
        ])
    func newerBeforeOlder(files: [String], older: [Int]) throws {
        let bureau = try Bureau()
        for (file, older) in zip(files, older) {
            let path = Cases.path("26-newer-row-before-older/\(file)")
            let result = try bureau.done("import", path, "--format", "json")
            let counts = try #require(try KilledRunTests.json(result.output)["accounts"] as? [[String: Any]])
            #expect(counts.map { $0["older_orders"] as? Int } == [older], "\(file)")
        }
        let totals = try bureau.report().totals
        #expect(totals.orders == 2 && totals.paidFen == 3_550 && totals.refundedFen == 2_000)
        #expect(totals.netFen == 1_550 && totals.grams == 2_500)
        #expect(try bureau.report().net == ["fs-01": 1_550])
    }

    @Test(
        "the host that a file gave stays when the API touches the order without one, and when a file lacks it"
    )
    func hostOfFile() throws {
        let bureau = try Bureau()
        var orders = try Cases.records(Self.orders)
        try Self.edit(&orders) { order, line in line["author_id"] = "" }
        try bureau.server.serve(orders, at: "order-searchList")
        bureau.now = "2022-11-05T08:00:00+08:00"
        try bureau.done("run")
        #expect(try bureau.report().unassigned.netFen == 18_000)

        try bureau.done("import", Cases.path(Self.export))
        #expect(try bureau.report().net == ["fs-01": 18_000])

        // They ship: touched by the API, still without a host.
        try Self.edit(&orders) { order, line in
            order["update_time"] = 1_668_000_000 as Int64
        }
        try bureau.server.serve(orders, at: "order-searchList")
        bureau.now = "2022-11-30T08:00:00+08:00"
        let run = try bureau.done("run", "--format", "json")
        let counts = try #require(try KilledRunTests.json(run.output)["accounts"] as? [[String: Any]])
        #expect(counts.map { $0["changed_orders"] as? Int } == [3])
        #expect(try bureau.report().net == ["fs-01": 18_000])

        try bureau.folder.write(try Self.withoutHosts(try Cases.text(Self.export)), to: "without.csv")
        try bureau.done("import", "without.csv")
        #expect(try bureau.report().net == ["fs-01": 18_000])
        #expect(try bureau.report().totals.orders == 3)

        // The API's own host counts before the file's.
        try Self.edit(&orders) { order, line in
            line["author_id"] = "700000000009"
            order["update_time"] = 1_669_000_000 as Int64
        }
        try bureau.server.serve(orders, at: "order-searchList")
        bureau.now = "2022-11-30T20:00:00+08:00"
        try bureau.done("sync", "--from", "2022-11-01", "--to", "2022-11-30")
        #expect(try bureau.report().unassigned.netFen == 18_000)
    }

    /// Changes every order and its only line.
    private static func edit(
        _ orders: inout [[String: Any]], _ change: (inout [String: Any], inout [String: Any]) -> Void
    ) throws {
        for place in orders.indices {
            var lines = try #require(orders[place]["sku_order_list"] as? [[String: Any]])
            change(&orders[place], &lines[0])
            orders[place]["sku_order_list"] = lines
        }
    }

    /// The export without the columns of the host.
    private static func withoutHosts(_ text: String) throws -> String {
        let rows = text.split(whereSeparator: \.isNewline).map {
            $0.split(separator: ",", omittingEmptySubsequences: false)
        }
        let dropped = rows[0].indices.filter { rows[0][$0].hasPrefix("达人ID") || rows[0][$0] == "达人昵称" }
        try #require(dropped.count == 2)
        return rows.map { row in
            row.indices.filter { !dropped.contains($0) }.map { String(row[$0]) }.joined(separator: ",")
        }.joined(separator: "\n") + "\n"
    }
}
