import Foundation
import Testing

/// `import --dry-run` shows all that an import would do and leaves everything as it was.
@Suite("Imports that are only tried")
struct ImportDryRunTests {
    private func names(in bureau: Bureau) throws -> [String] {
        (FileManager.default.subpaths(atPath: bureau.folder.url.path) ?? []).sorted()
    }

    @Test(
        "it tells the counts that the import then has, and the store stays as it was",
        arguments: [false, true])
    func nothingWritten(hasStore: Bool) throws {
        var export = try EditedExport()
        export.addOrders(2)
        export[0, "订单状态"] = "新状态"
        let bureau = try Bureau()
        try bureau.folder.write(export.text, to: "orders.csv")
        if hasStore {
            var first = try EditedExport()
            first[1, "订单状态"] = "待发货"
            first.rows.removeLast()
            try bureau.folder.write(first.text, to: "first.csv")
            try bureau.done("import", "first.csv")
            try bureau.leaveOnlyStore()
            try bureau.employ("fs-02")
        }
        let before = (try names(in: bureau), hasStore ? try bureau.everything() : "")
        let tried = try bureau.done("import", "orders.csv", "--dry-run", "--format", "json")
        if hasStore { try bureau.leaveOnlyStore() }
        #expect(try names(in: bureau) == before.0)
        #expect(try hasStore ? bureau.everything() == before.1 : true)
        #expect(try KilledRunTests.json(tried.output)["dry_run"] as? Bool == true)
        #expect(try Bureau.note(tried.output)["unreadable_file"] is NSNull)

        let done = try bureau.done("import", "orders.csv", "--format", "json")
        func counts(_ json: String) throws -> [Int?] {
            let accounts = try #require(try KilledRunTests.json(json)["accounts"] as? [[String: Any]])
            return ["new_orders", "changed_orders", "unchanged_orders", "older_orders", "parked_records"].map
            {
                accounts.first?[$0] as? Int
            }
        }
        #expect(try counts(tried.output) == counts(done.output))
        #expect(try counts(done.output) == (hasStore ? [3, 1, 0, 0, 1] : [4, 0, 0, 0, 1]))
    }

    @Test(
        "what would not be done ends it with the same exit code, in words and JSON",
        arguments: ["text", "json"])
    func notDone(format: String) throws {
        var export = try EditedExport()
        export.rows = []
        let bureau = try Bureau()
        try bureau.folder.write(export.text, to: "orders.csv")
        let result = try bureau.run(["import", "orders.csv", "--dry-run", "--format", format])
        #expect(result.status == 3 && (result.output + result.complaints).contains("没有一行数据"))
        #expect(!(try names(in: bureau)).contains("daihuo.sqlite"))
    }
}
